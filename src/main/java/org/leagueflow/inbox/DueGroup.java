package org.leagueflow.inbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.leagueflow.web.Dates;

/**
 * Items of a list in the order of their due dates that press alike.
 *
 * @param name {@code late}, {@code soon} (due within three days) or {@code calm}
 * @param begins whether the group begins here, and not on the page before
 */
record DueGroup(String name, boolean begins, List<InboxItem> items) {

	/**
	 * @param after the due date of the last item of the page before, or null on the first
	 * page
	 */
	static List<DueGroup> of(List<InboxItem> sorted, Instant after, Instant endOfToday, Instant now) {
		List<DueGroup> groups = new ArrayList<>();
		String before = (after != null) ? name(after, endOfToday, now) : null;
		for (InboxItem item : sorted) {
			String name = name(item.dueAt(), endOfToday, now);
			if (groups.isEmpty() || !groups.get(groups.size() - 1).name().equals(name)) {
				groups.add(new DueGroup(name, !name.equals(before), new ArrayList<>()));
			}
			groups.get(groups.size() - 1).items().add(item);
		}
		return groups;
	}

	/** A due date is the first moment that is too late. */
	private static String name(Instant due, Instant endOfToday, Instant now) {
		if (due == null) {
			return "calm";
		}
		return !due.isAfter(now) ? "late"
				: due.isAfter(endOfToday.plus(Dates.SOON_DAYS, ChronoUnit.DAYS)) ? "calm" : "soon";
	}

}
