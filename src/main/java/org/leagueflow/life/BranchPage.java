package org.leagueflow.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.EffectiveValue;

/**
 * The organisational life of one branch, as its page shows it to one reader.
 *
 * @param setBy the names of the units that set how often
 * @param proposals classes to call
 * @param unfinished meetings that took place and wait for their minutes
 * @param attendance how many have to come to a branch general meeting, in percent
 * @param attended the last branch general meeting, or null
 * @param opens the meetings shown here that the reader may open
 * @param convenes whether the reader calls meetings here
 * @param urges whether the reader may urge the branch
 * @param urgedOn the day on which it was urged last, or null
 */
record BranchPage(UnitCard branch, List<DutyStatus> statuses, Map<Long, String> setBy, List<Proposal> proposals,
		List<LifeRecord> unfinished, MonthCalendar calendar, EffectiveValue attendance, Share attended,
		List<Vacation> vacations, Set<Long> opens, boolean convenes, boolean urges, LocalDate urgedOn) {

	/** Public because pages ask for it. */
	public boolean behind() {
		return this.statuses.stream().anyMatch((one) -> one.state() == DutyStatus.State.OVERDUE);
	}

	/**
	 * How many of those entitled came to a meeting.
	 *
	 * @param more the percentage that has to be exceeded
	 */
	record Share(LifeRecord meeting, int more) {

		/**
		 * Whether enough came: more than that share of those entitled, in whole numbers.
		 */
		public boolean enough() {
			return this.meeting.came() * 100 > this.meeting.entitled() * this.more;
		}

	}

}
