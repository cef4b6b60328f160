package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The practice plan lies within one year on whatever day a visitor comes. */
class PracticePlansTests {

	@Test
	void allSpansLieInOneYear() {
		for (LocalDate today = LocalDate.of(2027, 11, 1); today
			.isBefore(LocalDate.of(2028, 11, 1)); today = today.plusDays(1)) {
			LocalDate now = today.minusDays(PracticePlans.earlier(today));
			assertThat(now.minusDays(30).getYear()).as("on %s", today).isEqualTo(now.plusDays(20).getYear());
			assertThat(PracticePlans.earlier(today)).isBetween(0, 50);
		}
	}

}
