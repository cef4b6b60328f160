package org.leagueflow.account;

import org.leagueflow.people.UnitKind;

/**
 * Who is to run a new installation.
 *
 * @param token the token printed at start
 * @param unitName the name of the top unit, ignored when there is one already
 * @param unitKind its level, COUNTY_COMMITTEE or COMMITTEE
 */
record FirstAdministrator(String token, String unitName, UnitKind unitKind, String name, String login, String password,
		String repeated) {
}
