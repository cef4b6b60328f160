package org.leagueflow.web;

import java.util.List;

/**
 * The accounts one may try in practice mode, shown on the log-in page; a bean there only.
 */
public interface PracticeLogins {

	List<Login> logins();

	/**
	 * An account to practise with.
	 *
	 * @param account the log-in name
	 * @param password its password in plain text, for it protects nothing
	 * @param name the fictional person
	 * @param what what this person does, in words, such as the posts held
	 */
	record Login(String account, String password, String name, String what) {
	}

}
