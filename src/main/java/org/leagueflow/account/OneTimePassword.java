package org.leagueflow.account;

/**
 * A log-in and the password that opens it once; shown to an administrator and not kept.
 */
record OneTimePassword(String login, String password) {

	@Override
	public String toString() {
		return "OneTimePassword[" + this.login + "]";
	}

}
