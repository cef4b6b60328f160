package org.leagueflow.inbox;

import java.util.List;

/** One page of a list; next is the token of the page after, or null. */
record InboxPage(List<InboxItem> rows, String next) {
}
