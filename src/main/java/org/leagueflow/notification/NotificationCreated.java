package org.leagueflow.notification;

/** A notification was stored; stays in the publication log until its mail is sent. */
record NotificationCreated(long id) {
}
