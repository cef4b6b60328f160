package org.leagueflow.life;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.people.People.UnitCard;

/**
 * Many branches, those that are behind first.
 *
 * @param units the units that the list can be narrowed to
 * @param sums how many branches stand how, for each duty
 * @param rows one page of the branches that the filter keeps
 * @param total how many branches the filter keeps
 * @param branches how many branches there are without the filter
 * @param next whether there is another page
 * @param urges whether the reader may urge
 */
record Overview(List<UnitCard> units, List<Sum> sums, List<Row> rows, int total, int branches, boolean next,
		boolean urges) {

	/** How many branches stand how with one duty. */
	record Sum(Duty duty, int overdue, int due, int met, int free) {

		static Sum of(Duty duty, List<BranchStatus> branches) {
			return new Sum(duty, count(duty, branches, DutyStatus.State.OVERDUE),
					count(duty, branches, DutyStatus.State.DUE), count(duty, branches, DutyStatus.State.MET),
					count(duty, branches, DutyStatus.State.FREE));
		}

		private static int count(Duty duty, List<BranchStatus> branches, DutyStatus.State state) {
			return (int) branches.stream().filter((one) -> one.of(duty).state() == state).count();
		}

		/** How many branches have the duty; public because pages ask for it. */
		public int asked() {
			return this.overdue + this.due + this.met;
		}

	}

	/**
	 * A branch.
	 *
	 * @param above the unit right above it
	 * @param urgedOn the day on which it was urged last, or null
	 * @param urgeable whether the reader may urge it today
	 */
	record Row(UnitCard branch, String above, List<DutyStatus> statuses, LocalDate overdueSince, LocalDate urgedOn,
			boolean urgeable) {
	}

}
