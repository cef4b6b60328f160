package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.PlanStory.Told;
import org.springframework.beans.factory.annotation.Autowired;

/** The year of a plan against numbers worked out by hand. */
@StoryTest
class PlanStandingTests {

	@Autowired
	PlanYear year;

	@Autowired
	PlanViewService views;

	@Autowired
	PlanStory story;

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void aMonthHasPassedOnItsLastDay() {
		assertThat(Map.of("2024-12-31", "0.0", "2025-01-30", "0.0", "2025-01-31", "8.3", "2025-02-28", "16.7",
				"2025-11-29", "83.3", "2025-11-30", "91.7", "2025-12-30", "91.7", "2025-12-31", "100.0", "2026-07-01",
				"100.0"))
			.allSatisfy((day, percent) -> assertThat(ElapsedMonths.of(2025, LocalDate.parse(day)).percent()).as(day)
				.isEqualTo(percent));
		assertThat(ElapsedMonths.of(YearMonth.of(2025, 7), YearMonth.of(2025, 8), LocalDate.of(2025, 7, 31)).percent())
			.isEqualTo("50.0");
	}

	@Test
	void indicatorsAreTakenByTheirClasses() {
		ElapsedMonths november = new ElapsedMonths(11, 12);
		assertThat(pace(PlanComparator.AT_LEAST, PlanRollUp.SUM, "2500", "2500", november))
			.isEqualTo(PlanPace.DONE_EARLY);
		assertThat(pace(PlanComparator.MORE_THAN, PlanRollUp.SUM, "2500", "2500", november))
			.as("not more than asked for")
			.isEqualTo(PlanPace.AHEAD);
		assertThat(pace(PlanComparator.AT_LEAST, PlanRollUp.SUM, "2500", "2500", new ElapsedMonths(12, 12)))
			.isEqualTo(PlanPace.DONE);
		assertThat(pace(PlanComparator.AT_LEAST, PlanRollUp.SUM, "12", "11", november)).as("91.7 of 91.7")
			.isEqualTo(PlanPace.ON_TIME);
		assertThat(pace(PlanComparator.AT_LEAST, PlanRollUp.SUM, "2500", "2294", november)).as("91.8")
			.isEqualTo(PlanPace.AHEAD);
		assertThat(pace(PlanComparator.AT_LEAST, PlanRollUp.SUM, "2500", "2290", november)).as("91.6")
			.isEqualTo(PlanPace.BEHIND);
		assertThat(pace(PlanComparator.AT_MOST, PlanRollUp.SUM, "5", "3", november)).isEqualTo(PlanPace.ON_TIME);
		assertThat(pace(PlanComparator.AT_MOST, PlanRollUp.SUM, "5", "6", november)).isEqualTo(PlanPace.BEHIND);
		assertThat(PlanPace.of(indicator(PlanComparator.AT_LEAST, PlanRollUp.RATE, "90"),
				new PlanTotal(new BigDecimal("45"), new BigDecimal("50"), true), new ElapsedMonths(6, 12)))
			.as("90 % in June is kept, not done")
			.isEqualTo(PlanPace.ON_TIME);
		assertThat(PlanPace.of(indicator(PlanComparator.AT_LEAST, PlanRollUp.SUM, "10"), PlanTotal.NONE, november))
			.as("nothing reported is not zero")
			.isEqualTo(PlanPace.MISSING);
		assertThat(PlanPace.of(indicator(PlanComparator.AT_LEAST, PlanRollUp.SUM, "10"), PlanTotal.NONE,
				new ElapsedMonths(0, 1)))
			.as("before its time")
			.isEqualTo(PlanPace.OTHER);
		assertThat(PlanPace.of(indicator(PlanComparator.AT_LEAST, PlanRollUp.SUM, null),
				new PlanTotal(BigDecimal.TEN, BigDecimal.ZERO, true), november))
			.as("without a number")
			.isEqualTo(PlanPace.OTHER);
	}

	private static PlanPace pace(PlanComparator comparator, PlanRollUp rollUp, String base, String reached,
			ElapsedMonths elapsed) {
		return PlanPace.of(indicator(comparator, rollUp, base),
				new PlanTotal(new BigDecimal(reached), BigDecimal.ZERO, true), elapsed);
	}

	private static PlanIndicator indicator(PlanComparator comparator, PlanRollUp rollUp, String base) {
		return new PlanIndicator(1, 1, "培训", comparator, (base != null) ? new BigDecimal(base) : null, null, "人次", null,
				rollUp);
	}

	@Test
	void theYearOnTheFifteenthOfApril() {
		PlanYear.Told2025 told = this.year.tell();
		YearPage page = this.views.year(told.told().plan, told.told().office.by(0));
		PlanStanding standing = page.standing();
		assertThat(standing.elapsed().percent()).isEqualTo("25.0");
		assertThat(standing.elapsedAtMonthsEnd().percent()).isEqualTo("33.3");
		assertThat(standing.lines().stream().map((line) -> line.line().itemId())).as("in the paper's order")
			.containsExactly(told.main(), told.early(), told.late(), told.running(), told.twice(), told.year());
		assertThat(standing.lines().stream().map(PlanStanding.Line::lamp)).as("a task shows the item that serves it")
			.containsExactly(PlanLamp.DONE, PlanLamp.DONE, PlanLamp.RED, PlanLamp.GREEN, PlanLamp.ON_HOLD,
					PlanLamp.GREEN);
		PlanStanding.Line twice = standing.lines().get(4);
		assertThat(page.months().stream().map(twice::in)).as("March and September")
			.containsExactly(null, null, PlanLamp.ON_HOLD, null, null, null, null, null, PlanLamp.NOT_BEGUN, null, null,
					null);
		assertThat(standing.spans().map(PlanStanding.Span::pace)).containsExactly(PlanPace.DONE_EARLY, PlanPace.BEHIND,
				PlanPace.AHEAD, PlanPace.OTHER, PlanPace.OTHER, PlanPace.BEHIND);
		assertThat(standing.lines().get(3).spans().get(0).percent()).as("6 of 10").isEqualTo("60.0");
		assertThat(standing.indicators()
			.stream()
			.map((one) -> one.indicator().name() + " " + one.value() + " " + one.percent() + " "
					+ one.elapsed().percent() + " " + one.pace()))
			.containsExactly("培训人数 700 28.0 25.0 AHEAD", "讲坛 6 60.0 0.0 AHEAD", "团课 3 25.0 25.0 ON_TIME");
	}

	@Test
	void whatEachOwnerAnswersFor() {
		PlanYear.Told2025 told = this.year.tell();
		List<OwnerLoad> loads = this.views.year(told.told().plan, told.told().office.by(0)).loads();
		List<Long> staff = told.told().office.staff();
		assertThat(loads.stream()
			.map((one) -> staff.indexOf(one.owner().id()) + ": " + one.leads() + " " + one.joins() + " "
					+ one.underWay() + " " + one.overdue() + " " + one.done() + " " + one.busiest()))
			.containsExactly("2: 3 0 2 0 0 3", "0: 2 0 1 0 1 3", "1: 1 1 0 1 0 3");
		assertThat(loads.get(0).months()).containsExactly(1, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1, 1);
	}

	@Test
	void nothingIsSeenBeforeItHoldsNorByStrangers() {
		Told told = this.story.office().drafts();
		Actor office = told.office.by(0);
		assertThatThrownBy(() -> this.views.year(told.plan, office)).isInstanceOf(Refusal.Conflict.class);
		Actor stranger = this.story.office().by(0);
		assertThatThrownBy(() -> this.views.year(told.plan, stranger)).isInstanceOf(Refusal.NotFound.class);
	}

}
