package org.leagueflow.plan;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody answers for in a plan. Counts spans: an item of March and September is
 * work twice.
 *
 * @param leads spans that are led, of which {@code underWay}, {@code overdue},
 * {@code done}; the rest has not begun or has ended otherwise
 * @param joins spans in which the owner takes part
 * @param months how many led spans have a day in each month of the year
 */
record OwnerLoad(PlanOwner owner, int leads, int joins, int underWay, int overdue, int done, List<Integer> months) {

	/** The month with most work, or 0 where there is none. */
	public int busiest() {
		int most = this.months.stream().mapToInt(Integer::intValue).max().orElse(0);
		return (most == 0) ? 0 : this.months.indexOf(most) + 1;
	}

	/** Who leads most comes first. */
	static List<OwnerLoad> of(PlanStanding standing) {
		Map<String, Count> counts = new LinkedHashMap<>();
		standing.lines().forEach((line) -> line.line().owners().forEach((owner) -> {
			Count count = counts.computeIfAbsent(owner.key(), (key) -> new Count(owner));
			line.spans().forEach((span) -> count.add(span, owner.lead(), standing.plan().year()));
		}));
		Collection<Count> all = counts.values();
		return all.stream()
			.map(Count::load)
			.filter((load) -> load.leads() + load.joins() > 0)
			.sorted(Comparator.comparingInt(OwnerLoad::leads).reversed())
			.toList();
	}

	private static final class Count {

		private final PlanOwner owner;

		private final int[] months = new int[12];

		private int leads;

		private int joins;

		private int underWay;

		private int overdue;

		private int done;

		Count(PlanOwner owner) {
			this.owner = owner;
		}

		void add(PlanStanding.Span span, boolean leads, int year) {
			if (!leads) {
				this.joins++;
				return;
			}
			this.leads++;
			switch (span.lamp()) {
				case GREEN, YELLOW, ON_HOLD -> this.underWay++;
				case RED -> this.overdue++;
				case DONE -> this.done++;
				case NOT_BEGUN, STOPPED -> {
				}
			}
			for (int month = 1; month <= this.months.length; month++) {
				if (span.span().in(YearMonth.of(year, month))) {
					this.months[month - 1]++;
				}
			}
		}

		OwnerLoad load() {
			List<Integer> byMonth = new ArrayList<>();
			for (int count : this.months) {
				byMonth.add(count);
			}
			return new OwnerLoad(this.owner, this.leads, this.joins, this.underWay, this.overdue, this.done, byMonth);
		}

	}

}
