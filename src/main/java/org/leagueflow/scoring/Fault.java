package org.leagueflow.scoring;

import org.leagueflow.kernel.Message;

/**
 * Something that is wrong with a definition.
 *
 * @param path where, such as {@code formula.terms[1]}; the field of a page
 * @param words what, and what would mend it
 */
public record Fault(String path, Message words) {

	public static Fault at(String path, String key, Object... args) {
		return new Fault(path, Message.of(key, args));
	}

}
