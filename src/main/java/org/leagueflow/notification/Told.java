package org.leagueflow.notification;

/** A person was told something; waits in the publication log until the mail is out. */
record Told(long id) {
}
