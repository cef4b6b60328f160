package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.Recurrence.Kind;

/** How recurring work unfolds, and the festival calendar. */
class RecurrenceTests {

	@Test
	void everyWeekOfAYear() {
		List<LocalDate> days = Recurrence.of(Kind.WEEKLY, 1).unfold(PlanSpan.year(2025));
		assertThat(days).hasSize(52).allMatch((day) -> day.getDayOfWeek() == DayOfWeek.MONDAY);
		assertThat(days.get(0)).isEqualTo(LocalDate.of(2025, 1, 6));
		assertThat(Recurrence.of(Kind.WEEKLY, 3).unfold(PlanSpan.year(2025))).as("it begins and ends on a Wednesday")
			.hasSize(53);
	}

	@Test
	void everySecondWeek() {
		List<LocalDate> days = Recurrence.of(Kind.FORTNIGHTLY, 3)
			.unfold(new PlanSpan(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31)));
		assertThat(days).containsExactly(LocalDate.of(2025, 3, 5), LocalDate.of(2025, 3, 19));
		assertThat(Recurrence.of(Kind.FORTNIGHTLY, 3)
			.unfold(new PlanSpan(LocalDate.of(2025, 3, 6), LocalDate.of(2025, 3, 10)))).as("no such day").isEmpty();
	}

	@Test
	void everyMonthWhateverItsLength() {
		assertThat(Recurrence.of(Kind.MONTHLY, 31)
			.unfold(new PlanSpan(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 30))))
			.containsExactly(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31),
					LocalDate.of(2024, 4, 30));
		assertThat(Recurrence.of(Kind.MONTHLY, 25)
			.unfold(new PlanSpan(LocalDate.of(2025, 1, 26), LocalDate.of(2025, 3, 24))))
			.as("days outside of the span are left out")
			.containsExactly(LocalDate.of(2025, 2, 25));
	}

	@Test
	void quartersAndFourTimesAYear() {
		assertThat(Recurrence.of(Kind.QUARTERLY, 0).unfold(PlanSpan.year(2025))).containsExactly(
				LocalDate.of(2025, 3, 31), LocalDate.of(2025, 6, 30), LocalDate.of(2025, 9, 30),
				LocalDate.of(2025, 12, 31));
		List<LocalDate> four = Recurrence.of(Kind.TIMES, 4).unfold(PlanSpan.year(2025));
		assertThat(four).hasSize(4).isSorted();
		assertThat(four.get(3)).isEqualTo(LocalDate.of(2025, 12, 31));
		assertThat(
				Recurrence.of(Kind.TIMES, 60).unfold(new PlanSpan(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 5))))
			.as("never two on a day")
			.doesNotHaveDuplicates()
			.hasSize(5);
	}

	@Test
	void rulesThatCannotBe() {
		for (Recurrence.Kind kind : new Kind[] { Kind.WEEKLY, Kind.FORTNIGHTLY, Kind.MONTHLY, Kind.TIMES }) {
			assertThatThrownBy(() -> Recurrence.of(kind, 0)).isInstanceOf(Refusal.Invalid.class);
			assertThatThrownBy(() -> Recurrence.of(kind, 61)).isInstanceOf(Refusal.Invalid.class);
		}
		assertThat(Recurrence.read(Recurrence.of(Kind.WEEKLY, 5).text()))
			.contains(new Recurrence(Kind.WEEKLY, 5, List.of()));
		assertThat(Recurrence.read(null)).isEmpty();
	}

	@Test
	void theFestivalCalendar() {
		Festivals festivals = new Festivals();
		assertThat(festivals.of(2025)).contains(new Festival("may-fourth", LocalDate.of(2025, 5, 4)),
				new Festival("childrens-day", LocalDate.of(2025, 6, 1)),
				new Festival("volunteers-day", LocalDate.of(2025, 12, 5)),
				new Festival("dragon-boat", LocalDate.of(2025, 5, 31)));
		assertThat(festivals.of(2025)).isSortedAccordingTo(java.util.Comparator.comparing(Festival::day));
		assertThat(festivals.lunar(2025)).isTrue();
		assertThat(festivals.lunar(2099)).as("said rather than guessed").isFalse();
		assertThat(festivals.of(2099)).isNotEmpty().noneMatch((one) -> one.key().equals("spring-festival"));
	}

	@Test
	void daysAreLeftOut() {
		PlanSpan span = new PlanSpan(LocalDate.of(2025, 4, 28), LocalDate.of(2025, 5, 20));
		Recurrence rule = Recurrence.of(Kind.WEEKLY, 4)
			.without(List.of(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 2)), List.of(span));
		assertThat(rule.leftOut()).as("only days on which it falls").containsExactly(LocalDate.of(2025, 5, 1));
		assertThat(rule.unfold(span)).containsExactly(LocalDate.of(2025, 5, 8), LocalDate.of(2025, 5, 15));
		assertThat(Recurrence.read(rule.text())).contains(rule);
		assertThat(Recurrence.read("MONTHLY:31").orElseThrow().unfold(span)).as("as kept before")
			.containsExactly(LocalDate.of(2025, 4, 30));
		assertThatThrownBy(() -> Recurrence.of(Kind.WEEKLY, 4).without(rule.every(span), List.of(span)))
			.as("nothing is left")
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(Recurrence.of(Kind.QUARTERLY, 0).without(List.of(), List.of(span)).leftOut()).as("it never falls")
			.isEmpty();
	}

}
