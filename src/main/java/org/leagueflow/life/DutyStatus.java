package org.leagueflow.life;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.kernel.Message;
import org.leagueflow.policy.EffectiveValue;

/**
 * The status of one duty of a branch.
 *
 * @param holding how often, and where that comes from
 * @param period the period of today, or null when nothing is asked for
 * @param required how often within the period
 * @param held how often it was done within the period, minutes signed
 * @param coming how many more are convened or wait for their minutes in the period
 * @param overdueSince the first day after the period that was missed, or null
 * @param lastHeld the last day on which it was done, or null
 * @param note why nothing is asked for, or null
 * @param past the last periods, the oldest first
 * @param missed how many periods of the last twelve months were missed
 * @param asked how many periods of the last twelve months asked for it
 */
record DutyStatus(Duty duty, EffectiveValue effective, State state, Period period, int required, int held, int coming,
		LocalDate overdueSince, LocalDate lastHeld, Message note, List<Past> past, int missed, int asked) {

	/** The last day of the period; public because pages ask for it. */
	public LocalDate until() {
		return (this.period != null) ? this.period.last() : null;
	}

	/** How often, in words. */
	public Message often() {
		return this.effective.frequency().words();
	}

	/** How many more have to be called within the period. */
	public int lacking() {
		return Math.max(0, this.required - this.held - this.coming);
	}

	/** Whether the duty wants doing: overdue, or not yet done. */
	public boolean pressing() {
		return this.state == State.OVERDUE || this.state == State.DUE;
	}

	/** How it stands. */
	enum State {

		/** A period was missed and not made up for. */
		OVERDUE,
		/** Not yet done in this period. */
		DUE,
		/** Done. */
		MET,
		/** Nothing is asked for. */
		FREE

	}

	/** A period that is over. */
	record Past(Period period, int required, int held) {

		/** Public because pages ask for it. */
		public boolean asked() {
			return this.required > 0;
		}

		public boolean met() {
			return this.held >= this.required;
		}

		boolean missed() {
			return asked() && !met();
		}

	}

}
