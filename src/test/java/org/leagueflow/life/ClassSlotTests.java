package org.leagueflow.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.leagueflow.policy.Frequency.Per;

/** When the next class of a period is proposed. */
class ClassSlotTests {

	private static final ClassSlot WEDNESDAY = new ClassSlot(3, 15);

	private static final Period WEEK = Period.of(Per.WEEK, LocalDate.of(2026, 11, 25));

	private static Predicate<LocalDate> off(String... days) {
		Set<String> off = Set.of(days);
		return (day) -> day.getDayOfWeek().getValue() < 6 && !off.contains(day.toString());
	}

	private static String slot(Period period, String now, Predicate<LocalDate> works) {
		return WEDNESDAY.in(period, LocalDateTime.parse(now), works).map(LocalDateTime::toString).orElse("none");
	}

	@Test
	void theUsualWeekdayWhileItIsStillToCome() {
		assertThat(slot(WEEK, "2026-11-23T09:00", off())).isEqualTo("2026-11-25T15:00");
		assertThat(slot(WEEK, "2026-11-25T14:59", off())).isEqualTo("2026-11-25T15:00");
		assertThat(slot(WEEK, "2026-11-10T14:59", off())).isEqualTo("2026-11-25T15:00");
	}

	@Test
	void afterwardsTheNextWorkingDayThatIsLeft() {
		assertThat(slot(WEEK, "2026-11-25T15:00", off())).isEqualTo("2026-11-26T15:00");
		assertThat(slot(WEEK, "2026-11-27T16:00", off())).isEqualTo("none");
		assertThat(slot(WEEK, "2026-12-01T16:00", off())).isEqualTo("none");
	}

	@Test
	void onADayOffTheNextWorkingDayOtherwiseOneBefore() {
		assertThat(slot(WEEK, "2026-11-23T09:00", off("2026-11-25"))).isEqualTo("2026-11-26T15:00");
		assertThat(slot(WEEK, "2026-11-23T09:00", off("2026-11-25", "2026-11-26", "2026-11-27")))
			.isEqualTo("2026-11-23T15:00");
		assertThat(slot(WEEK, "2026-11-23T09:00", (day) -> false)).isEqualTo("none");
	}

	@Test
	void inALongerPeriodTheFirstSuchDayFromNow() {
		Period month = Period.of(Per.MONTH, LocalDate.of(2026, 11, 5));
		assertThat(slot(month, "2026-11-05T09:00", off())).isEqualTo("2026-11-11T15:00");
	}

}
