package org.leagueflow.life;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.people.People.UnitCard;

/** The status of all duties of a branch, in their order. */
record BranchStatus(UnitCard branch, List<DutyStatus> statuses) {

	DutyStatus of(Duty duty) {
		return this.statuses.get(duty.ordinal());
	}

	List<DutyStatus> overdue() {
		return in(DutyStatus.State.OVERDUE);
	}

	List<DutyStatus> in(DutyStatus.State state) {
		return this.statuses.stream().filter((one) -> one.state() == state).toList();
	}

	/** The earliest day since which anything is overdue, or null. */
	LocalDate overdueSince() {
		return overdue().stream().map(DutyStatus::overdueSince).min(LocalDate::compareTo).orElse(null);
	}

}
