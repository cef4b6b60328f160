package org.leagueflow.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.life.DutyStatus.State;
import org.leagueflow.policy.EffectiveValue;
import org.leagueflow.policy.Frequency;

/** When a branch is on time, due and behind; on a Wednesday in November. */
class DutyStatusCalculatorTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

	private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

	private static RequiredTimes requiredTimes(Vacation... vacations) {
		List<LocalDate> workdays = LocalDate.of(2024, 1, 1)
			.datesUntil(LocalDate.of(2028, 1, 1))
			.filter((day) -> day.getDayOfWeek().getValue() < 6)
			.toList();
		return new RequiredTimes(workdays, Set.of(), List.of(vacations));
	}

	private static DutyStatus status(String frequency, LocalDate since, String... held) {
		return status(requiredTimes(), frequency, since, held);
	}

	private static DutyStatus status(RequiredTimes requiredTimes, String frequency, LocalDate since, String... held) {
		return new DutyStatusCalculator(TODAY, requiredTimes).of(Duty.BRANCH_MEETING,
				new EffectiveValue(null, frequency, null), "/1/", since, Stream.of(held).map(LocalDate::parse).toList(),
				List.of(), null);
	}

	@Test
	void whatIsDoneInThisPeriodIsMet() {
		DutyStatus one = status("1/MONTH", LONG_AGO, "2026-11-03", "2026-10-09");
		assertThat(one.state()).isEqualTo(State.MET);
		assertThat(one.held()).isEqualTo(1);
		assertThat(one.until()).isEqualTo("2026-11-30");
		assertThat(one.lastHeld()).isEqualTo("2026-11-03");
		assertThat(one.overdueSince()).isNull();
	}

	@Test
	void whatIsNotYetDoneIsDueWhenTheLastPeriodWasMet() {
		DutyStatus one = status("2/MONTH", LONG_AGO, "2026-11-03", "2026-10-09", "2026-10-31");
		assertThat(one.state()).isEqualTo(State.DUE);
		assertThat(one.required()).isEqualTo(2);
		assertThat(one.lacking()).isEqualTo(1);
	}

	@Test
	void aMissedPeriodIsOverdueSinceTheDayAfterTheFirstOfTheUnbrokenRow() {
		assertThat(status("1/MONTH", LONG_AGO, "2026-09-01").overdueSince()).isEqualTo("2026-11-01");
		assertThat(status("1/MONTH", LONG_AGO, "2026-06-30").overdueSince()).isEqualTo("2026-08-01");
		assertThat(status("1/WEEK", LONG_AGO, "2026-11-15", "2026-11-01").overdueSince()).isEqualTo("2026-11-23");
		assertThat(status("1/QUARTER", LONG_AGO, "2026-06-30").overdueSince()).isEqualTo("2026-10-01");
		assertThat(status("1/FORTNIGHT", LONG_AGO, "2026-11-15").state()).isEqualTo(State.DUE);
	}

	@Test
	void doingItInFullInThisPeriodEndsTheRowAndDoingHalfDoesNot() {
		assertThat(status("2/MONTH", LONG_AGO, "2026-11-03").state()).isEqualTo(State.OVERDUE);
		DutyStatus caughtUp = status("2/MONTH", LONG_AGO, "2026-11-03", "2026-11-20");
		assertThat(caughtUp.state()).isEqualTo(State.MET);
		assertThat(caughtUp.overdueSince()).isNull();
		assertThat(caughtUp.missed()).as("but the missed periods stay in the count").isEqualTo(11);
	}

	@Test
	void periodsThatBeganBeforeTheBranchWasWatchedAreNotHeldAgainstIt() {
		assertThat(status("1/MONTH", LocalDate.of(2026, 10, 2)).state()).isEqualTo(State.DUE);
		assertThat(status("1/MONTH", LocalDate.of(2026, 10, 1)).state()).isEqualTo(State.OVERDUE);
		assertThat(status("1/MONTH", LocalDate.of(2026, 10, 2)).asked()).isZero();
	}

	@Test
	void nothingMoreThanTwelveMonthsAgoCounts() {
		DutyStatus one = status("1/MONTH", LONG_AGO);
		assertThat(one.overdueSince()).isEqualTo("2026-01-01");
		assertThat(one.asked()).isEqualTo(11);
		assertThat(one.past()).hasSize(8);
	}

	@Test
	void aVacationBreaksNoRowAndAsksForNothing() {
		Vacation summer = new Vacation(1, "暑假", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 31), Actor.SYSTEM);
		assertThat(status(requiredTimes(summer), "1/MONTH", LONG_AGO, "2026-08-01").state()).isEqualTo(State.DUE);
		assertThat(status(requiredTimes(summer), "1/MONTH", LONG_AGO, "2026-07-01").overdueSince())
			.isEqualTo("2026-09-01");
		Vacation now = new Vacation(1, "假", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), Actor.SYSTEM);
		DutyStatus free = status(requiredTimes(now), "1/MONTH", LONG_AGO, "2026-10-09");
		assertThat(free.state()).isEqualTo(State.FREE);
		assertThat(free.note()).isEqualTo(Message.of("life.free.vacation"));
		assertThat(status(requiredTimes(now), "1/MONTH", LONG_AGO, "2026-09-09").state())
			.as("what was missed before stays missed")
			.isEqualTo(State.OVERDUE);
		assertThat(status(requiredTimes(now), "1/MONTH", LONG_AGO, "2026-09-09", "2026-11-09").state())
			.isEqualTo(State.MET);
	}

	@Test
	void aYearWithoutACalendarIsNeitherAskedForNorGuessed() {
		RequiredTimes unknown = new RequiredTimes(List.of(), Set.of(2025, 2026), List.of());
		DutyStatus one = status(unknown, "1/MONTH", LONG_AGO);
		assertThat(one.state()).isEqualTo(State.FREE);
		assertThat(one.note()).isEqualTo(Message.of("life.free.calendar"));
	}

	@Test
	void whatIsNotFixedOrExcusedIsFreeAndStillRemembered() {
		assertThat(status("NONE", LONG_AGO, "2026-11-03").state()).isEqualTo(State.FREE);
		assertThat(status("NONE", LONG_AGO, "2026-11-03").lastHeld()).isEqualTo("2026-11-03");
		DutyStatus excused = new DutyStatusCalculator(TODAY, requiredTimes()).of(Duty.COMMITTEE_MEETING,
				new EffectiveValue(null, "2/MONTH", null), "/1/", LONG_AGO, List.of(), List.of(), Message.of("why"));
		assertThat(excused.state()).isEqualTo(State.FREE);
		assertThat(excused.note()).isEqualTo(Message.of("why"));
	}

	@Test
	void whatIsConvenedCountsAsComingOnly() {
		DutyStatus one = new DutyStatusCalculator(TODAY, requiredTimes()).of(Duty.BRANCH_MEETING,
				new EffectiveValue(null, "2/MONTH", null), "/1/", TODAY, List.of(TODAY),
				List.of(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 12, 1)), null);
		assertThat(one.state()).isEqualTo(State.DUE);
		assertThat(one.coming()).isEqualTo(1);
		assertThat(one.lacking()).isZero();
	}

	/** However the days fall: the state follows from counting them by hand. */
	@Test
	void theStateFollowsFromTheDays() {
		Random random = new Random(11);
		for (int round = 0; round < 3000; round++) {
			Frequency frequency = Frequency
				.parse(List.of("1/WEEK", "1/FORTNIGHT", "1/MONTH", "2/MONTH", "1/QUARTER").get(random.nextInt(5)));
			List<LocalDate> held = new ArrayList<>();
			for (int i = random.nextInt(60); i > 0; i--) {
				held.add(TODAY.minusDays(random.nextInt(400)));
			}
			DutyStatus one = new DutyStatusCalculator(TODAY, requiredTimes()).of(Duty.LEAGUE_CLASS,
					new EffectiveValue(null, frequency.toString(), null), "/1/", LONG_AGO, held, List.of(), null);
			Period now = Period.of(frequency.per(), TODAY);
			boolean met = held.stream().filter(now::contains).count() >= frequency.times();
			boolean before = held.stream().filter(now.previous()::contains).count() >= frequency.times();
			assertThat(one.state()).as("%s %s", frequency, held)
				.isEqualTo(met ? State.MET : before ? State.DUE : State.OVERDUE);
			if (one.state() == State.OVERDUE) {
				Period missed = Period.of(frequency.per(), one.overdueSince().minusDays(1));
				for (Period p = missed; !p.contains(TODAY); p = p.next()) {
					assertThat(held.stream().filter(p::contains).count()).isLessThan(frequency.times());
				}
			}
		}
	}

}
