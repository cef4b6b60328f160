package org.leagueflow.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * 通报口径 (rules 4.7): how something stands against the time that has passed. Percentages
 * are compared as pages show them, to a tenth.
 */
public enum PlanPace {

	/** 提前完成: done while there was time left. */
	DONE_EARLY,
	/** 已完成. */
	DONE,
	/** 超序时: further than the time that has passed. */
	AHEAD,
	/** 达序时. */
	ON_TIME,
	/** 欠序时. */
	BEHIND,
	/** 未报: nothing was reported, which is not zero. */
	MISSING,
	/** 其他: without a number, before its time, waiting or ended. */
	OTHER;

	private static final int TENTH = 1;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** The class of its tag on a page. */
	public String css() {
		return switch (this) {
			case DONE_EARLY, DONE, AHEAD -> "tag-good";
			case BEHIND -> "tag-bad";
			case MISSING -> "tag-warn";
			case ON_TIME, OTHER -> "";
		};
	}

	/** A share of one as percent, to a tenth. */
	static BigDecimal percent(BigDecimal share) {
		return share.multiply(HUNDRED).setScale(TENTH, RoundingMode.HALF_UP);
	}

	/**
	 * An indicator. A rate may fall again, and a ceiling is kept rather than reached:
	 * both are on time or behind until their time is over.
	 */
	static PlanPace of(PlanIndicator indicator, PlanTotal total, ElapsedMonths elapsed) {
		if (indicator.base() == null || (elapsed.passed() == 0 && !total.reported())) {
			return OTHER;
		}
		if (total.value(indicator.rollUp()) == null) {
			return MISSING;
		}
		boolean met = total.met(indicator);
		if (indicator.comparator().ceiling() || indicator.rollUp() == PlanRollUp.RATE) {
			return met ? (elapsed.over() ? DONE : ON_TIME) : BEHIND;
		}
		if (met) {
			return elapsed.over() ? DONE : DONE_EARLY;
		}
		return (total.share(indicator).compareTo(BigDecimal.ONE) > 0) ? OTHER
				: against(total.share(indicator), elapsed.share());
	}

	/** A span of an item that has begun. */
	static PlanPace of(Assignment assignment, BigDecimal progress, LocalDate day) {
		if (assignment.isDone()) {
			return assignment.completedOn().isBefore(assignment.plannedOn()) ? DONE_EARLY : DONE;
		}
		if (assignment.isOver() || assignment.isOnHold()) {
			return OTHER;
		}
		return against(progress, PlanLamps.elapsed(assignment, day));
	}

	/** What was reached against the time that has passed, both from 0 to 1. */
	static PlanPace against(BigDecimal reached, BigDecimal elapsed) {
		int order = percent(reached).compareTo(percent(elapsed));
		return (order > 0) ? AHEAD : ((order < 0) ? BEHIND : ON_TIME);
	}

}
