package org.leagueflow.inbox;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * What open items are counted by.
 *
 * @param stage the stage of the process, or an empty text
 * @param dueHour the first full hour at or after the due date
 */
record OpenItemGroup(String holder, String process, String stage, String unitPath,
		LocalDateTime dueHour) implements Comparable<OpenItemGroup> {

	private static final Comparator<OpenItemGroup> ORDER = Comparator.comparing(OpenItemGroup::holder)
		.thenComparing(OpenItemGroup::process)
		.thenComparing(OpenItemGroup::stage)
		.thenComparing(OpenItemGroup::unitPath)
		.thenComparing(OpenItemGroup::dueHour);

	static OpenItemGroup of(String holder, String process, String stage, String unitPath, LocalDateTime due) {
		return new OpenItemGroup(holder, process, (stage != null) ? stage : "", unitPath, hour(due));
	}

	static OpenItemGroup of(InboxItem item) {
		return of(item.holder(), item.process(), item.stage(), item.unitPath(), InboxItems.order(item.dueAt()));
	}

	OpenItemGroup heldBy(String other) {
		return new OpenItemGroup(other, this.process, this.stage, this.unitPath, this.dueHour);
	}

	OpenItemGroup at(String otherPath) {
		return new OpenItemGroup(this.holder, this.process, this.stage, otherPath, this.dueHour);
	}

	OpenItemGroup due(LocalDateTime other) {
		return new OpenItemGroup(this.holder, this.process, this.stage, this.unitPath, hour(other));
	}

	private static LocalDateTime hour(LocalDateTime due) {
		LocalDateTime begun = due.truncatedTo(ChronoUnit.HOURS);
		return begun.equals(due) ? due : begun.plusHours(1);
	}

	@Override
	public int compareTo(OpenItemGroup other) {
		return ORDER.compare(this, other);
	}

}
