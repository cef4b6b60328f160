package org.leagueflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.WorkingDays;
import org.leagueflow.kernel.WorkingDays.Sureness;
import org.springframework.beans.factory.annotation.Autowired;

/** The seeded calendar against the State Council's notices. */
@StoryTest
class ChinaCalendarTests {

	@Autowired
	WorkingDays days;

	@ParameterizedTest
	@CsvSource({ "2023-04-07, 5, 2023-04-13", "2023-09-27, 5, 2023-10-09", "2024-02-08, 5, 2024-02-20",
			"2024-09-27, 5, 2024-10-09", "2025-01-24, 5, 2025-02-06", "2025-09-26, 5, 2025-10-09",
			"2026-02-13, 5, 2026-02-26", "2026-09-30, 2, 2026-10-08", "2026-12-31, 1, 2026-12-31" })
	void noticesEndWhereTheStateCouncilsCalendarSays(LocalDate start, int workdays, LocalDate last) {
		assertThat(this.days.lastDay(start, workdays)).isEqualTo(last);
		assertThat(this.days.span(start, workdays).sureness()).isEqualTo(Sureness.CERTAIN);
	}

	@ParameterizedTest
	@CsvSource({ "2023, 249", "2024, 251", "2025, 248", "2026, 248" })
	void aYearHasAsManyWorkingDaysAsPublished(int year, int workdays) {
		assertThat(this.days.remaining(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))).isEqualTo(workdays);
	}

	@Test
	void theYearWithoutANoticeSaysThatItIsProvisional() {
		assertThat(this.days.span(LocalDate.of(2027, 2, 4), 2)).isEqualTo(
				new WorkingDays.Span(LocalDate.of(2027, 2, 4), LocalDate.of(2027, 2, 9), 2, Sureness.PROVISIONAL));
	}

}
