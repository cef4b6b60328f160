package org.leagueflow.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Computes lamps (rules 4.7): green by elapsed time, yellow behind or near, red overdue.
 */
@Component
class PlanLamps {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final int EXACT = 12;

	private final Policies policies;

	private final BusinessClock clock;

	PlanLamps(Policies policies, BusinessClock clock) {
		this.policies = policies;
		this.clock = clock;
	}

	/** What holds for a unit. */
	Thresholds thresholds(String unitPath) {
		return new Thresholds(this.clock.today(), this.policies.number(PlanRules.NEAR_DAYS, unitPath),
				this.policies.number(PlanRules.BEHIND_POINTS, unitPath));
	}

	/**
	 * Which part of its span has passed, from 0 to 1; days on hold do not count.
	 */
	static BigDecimal elapsed(Assignment assignment, LocalDate today) {
		long all = ChronoUnit.DAYS.between(assignment.startsOn(), assignment.dueOn()) + 1 - assignment.heldDays();
		long passed = ChronoUnit.DAYS.between(assignment.startsOn(), today) + 1 - assignment.heldDays();
		if (all <= 0 || passed >= all) {
			return BigDecimal.ONE;
		}
		return BigDecimal.valueOf(Math.max(passed, 0)).divide(BigDecimal.valueOf(all), EXACT, RoundingMode.HALF_UP);
	}

	/**
	 * How far an item is, from 0: its least indicator that has a number; without one what
	 * was reported as completeness.
	 */
	static BigDecimal progress(Assignment assignment, List<PlanIndicator> indicators, Map<Long, PlanTotal> totals) {
		return indicators.stream()
			.filter((one) -> one.base() != null && one.base().signum() > 0 && !one.comparator().ceiling())
			.map((one) -> totals.getOrDefault(one.id(), PlanTotal.NONE).share(one))
			.min(BigDecimal::compareTo)
			.orElseGet(() -> assignment.percent().divide(HUNDRED, EXACT, RoundingMode.HALF_UP));
	}

	/** Whether something that is not to be exceeded was. */
	private static boolean exceeded(List<PlanIndicator> indicators, Map<Long, PlanTotal> totals) {
		return indicators.stream()
			.filter((one) -> one.comparator().ceiling() && one.base() != null)
			.anyMatch((one) -> totals.getOrDefault(one.id(), PlanTotal.NONE).value(one.rollUp()) != null
					&& !totals.get(one.id()).met(one));
	}

	/** The lamp of a span that has begun. */
	static PlanLamp lamp(Assignment assignment, List<PlanIndicator> indicators, Map<Long, PlanTotal> totals,
			Thresholds thresholds) {
		LocalDate today = thresholds.today();
		if (assignment.isDone()) {
			return PlanLamp.DONE;
		}
		if (assignment.isOver()) {
			return PlanLamp.STOPPED;
		}
		if (assignment.isOnHold()) {
			return PlanLamp.ON_HOLD;
		}
		if (assignment.overdue(today)) {
			return PlanLamp.RED;
		}
		boolean near = !today.plusDays(thresholds.nearDays()).isBefore(assignment.dueOn());
		BigDecimal wanted = elapsed(assignment, today).multiply(HUNDRED)
			.subtract(BigDecimal.valueOf(thresholds.behindPoints()));
		BigDecimal reached = progress(assignment, indicators, totals).multiply(HUNDRED);
		boolean behind = reached.compareTo(wanted) < 0;
		return (near || behind || exceeded(indicators, totals)) ? PlanLamp.YELLOW : PlanLamp.GREEN;
	}

	/** Day and numbers by which lamps are computed. */
	record Thresholds(LocalDate today, int nearDays, int behindPoints) {
	}

}
