package org.leagueflow.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyTable;
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

	/** What holds for each of many units, by its path. */
	Function<String, Thresholds> thresholds() {
		PolicyTable table = this.policies.sheet(List.of(PlanRules.NEAR_DAYS, PlanRules.BEHIND_POINTS));
		LocalDate today = this.clock.today();
		Map<String, Thresholds> known = new HashMap<>();
		return (path) -> known.computeIfAbsent(path, (unit) -> new Thresholds(today,
				table.of(PlanRules.NEAR_DAYS, unit).number(), table.of(PlanRules.BEHIND_POINTS, unit).number()));
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
		return elapsed(course(assignment), today);
	}

	private static Course course(Assignment assignment) {
		return new Course(assignment.startsOn(), assignment.dueOn(), assignment.heldDays(), assignment.percent());
	}

	private static BigDecimal elapsed(Course course, LocalDate today) {
		long all = ChronoUnit.DAYS.between(course.startsOn(), course.dueOn()) + 1 - course.heldDays();
		long passed = ChronoUnit.DAYS.between(course.startsOn(), today) + 1 - course.heldDays();
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
		return progress(course(assignment), indicators, totals);
	}

	private static BigDecimal progress(Course course, List<PlanIndicator> indicators, Map<Long, PlanTotal> totals) {
		return indicators.stream()
			.filter((one) -> one.base() != null && one.base().signum() > 0 && !one.comparator().ceiling())
			.map((one) -> totals.getOrDefault(one.id(), PlanTotal.NONE).share(one))
			.min(BigDecimal::compareTo)
			.orElseGet(() -> course.percent().divide(HUNDRED, EXACT, RoundingMode.HALF_UP));
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
		return running(course(assignment), indicators, totals, thresholds);
	}

	/** The lamp of a span that is worked on and not late. */
	static PlanLamp running(Course course, List<PlanIndicator> indicators, Map<Long, PlanTotal> totals,
			Thresholds thresholds) {
		LocalDate today = thresholds.today();
		boolean near = !today.plusDays(thresholds.nearDays()).isBefore(course.dueOn());
		if (near || exceeded(indicators, totals)) {
			return PlanLamp.YELLOW;
		}
		BigDecimal wanted = elapsed(course, today).multiply(HUNDRED)
			.subtract(BigDecimal.valueOf(thresholds.behindPoints()));
		BigDecimal reached = progress(course, indicators, totals).multiply(HUNDRED);
		return (reached.compareTo(wanted) < 0) ? PlanLamp.YELLOW : PlanLamp.GREEN;
	}

	/**
	 * The days of a span that has begun, and how far it is without indicators.
	 *
	 * @param percent from 0 to 100
	 */
	record Course(LocalDate startsOn, LocalDate dueOn, int heldDays, BigDecimal percent) {
	}

	/** Day and numbers by which lamps are computed. */
	record Thresholds(LocalDate today, int nearDays, int behindPoints) {
	}

}
