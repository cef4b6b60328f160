package org.leagueflow.life;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.people.People.UnitCard;

/** How a branch stands with all its duties, in their order. */
record BranchStanding(UnitCard branch, List<Standing> standings) {

	Standing of(Duty duty) {
		return this.standings.get(duty.ordinal());
	}

	List<Standing> overdue() {
		return in(Standing.State.OVERDUE);
	}

	List<Standing> in(Standing.State state) {
		return this.standings.stream().filter((one) -> one.state() == state).toList();
	}

	/** The earliest day since which anything is overdue, or null. */
	LocalDate overdueSince() {
		return overdue().stream().map(Standing::overdueSince).min(LocalDate::compareTo).orElse(null);
	}

}
