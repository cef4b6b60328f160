package org.leagueflow.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * 一张图: how the plans of a unit and those below it stand.
 *
 * @param all of all units together
 * @param rows the unit itself first, then those right below it, each with all below them
 * @param without how many units right below have no plan, nor has any unit below them
 * @param below whether the reader sees more than the unit's own plan
 * @param late the longest overdue first, not all of them
 */
record PicturePage(Plan plan, String unitName, LocalDate day, ElapsedMonths elapsed, Counts all, List<Row> rows,
		int without, boolean below, List<PlanStanding.Indicator> indicators, List<LateRow> late, boolean drafts) {

	/** How many spans have which lamp. */
	static final class Counts {

		private final Map<PlanLamp, Long> byLamp = new EnumMap<>(PlanLamp.class);

		void add(PlanLamp lamp, long count) {
			this.byLamp.merge(lamp, count, Long::sum);
		}

		void add(Counts other) {
			other.byLamp.forEach(this::add);
		}

		public long of(PlanLamp lamp) {
			return this.byLamp.getOrDefault(lamp, 0L);
		}

		/** By the lamp's name, for pages. */
		public long of(String lamp) {
			return of(PlanLamp.valueOf(lamp));
		}

		public long total() {
			return this.byLamp.values().stream().mapToLong(Long::longValue).sum();
		}

		/** Begun, not late, neither done nor ended. */
		public long underWay() {
			return of(PlanLamp.GREEN) + of(PlanLamp.YELLOW) + of(PlanLamp.ON_HOLD);
		}

	}

	/**
	 * A unit with all below it.
	 *
	 * @param planId the plan to go on to, or null
	 * @param plans how many plans are counted
	 */
	record Row(String name, Long planId, int plans, boolean self, Counts counts) {
	}

	/** An item that is overdue. */
	record LateRow(PlanFigures.Late item, String unitName, LocalDate day) {

		public long days() {
			return ChronoUnit.DAYS.between(this.item.dueOn(), this.day);
		}

	}

}
