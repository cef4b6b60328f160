package org.leagueflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.WorkingDays;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Editing the calendar, in a year that no other test counts in. */
@StoryTest
class CalendarTests {

	private static final LocalDate MONDAY = LocalDate.of(2091, 1, 1);

	@Autowired
	CalendarService calendar;

	@Autowired
	WorkingDays days;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	MockMvc mvc;

	@Test
	void aYearIsUnknownUntilItIsEnteredAndProvisionalUntilItIsComplete() {
		assertThatThrownBy(() -> this.days.isWorkday(MONDAY)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.calendar.putDay(MONDAY, false, "元旦", "通知", Actor.SYSTEM))
			.isInstanceOf(Refusal.Invalid.class);
		this.calendar.putYear(2091, false, "办法", Actor.SYSTEM);
		this.calendar.putDay(MONDAY, false, "元旦", "通知", Actor.SYSTEM);
		assertThat(this.days.isWorkday(MONDAY)).isFalse();
		assertThat(this.days.sureness(MONDAY, MONDAY)).isEqualTo(WorkingDays.Sureness.PROVISIONAL);
		this.calendar.putDay(MONDAY, true, "元旦调休", "通知", Actor.SYSTEM);
		this.calendar.putYear(2091, true, "通知", Actor.SYSTEM);
		assertThat(this.days.isWorkday(MONDAY)).isTrue();
		assertThat(this.days.sureness(MONDAY, MONDAY)).isEqualTo(WorkingDays.Sureness.CERTAIN);
		this.calendar.removeDay(MONDAY, Actor.SYSTEM);
		assertThat(this.calendar.days(2091)).isEmpty();
		for (String text : new String[] { null, " ", "长".repeat(201) }) {
			assertThatThrownBy(() -> this.calendar.putYear(2091, true, text, Actor.SYSTEM))
				.isInstanceOf(Refusal.Invalid.class);
		}
		assertThatThrownBy(() -> this.calendar.putYear(99999, true, "通知", Actor.SYSTEM))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void thePageShowsAYearAndSaysWhatIsMissing() throws Exception {
		long admin = this.fixture.holder(Roles.ADMIN, this.fixture.college().county()).personId();
		for (String year : new String[] { "2026", "2027", "2098" }) {
			this.mvc
				.perform(get("/admin/calendar?year=" + year).with(user(this.fixture.signedIn(admin)))
					.accept(MediaType.TEXT_HTML))
				.andExpect(status().isOk())
				.andExpect(content().string(containsString(year)))
				.andExpect(content().string(not(containsString("??"))));
		}
	}

}
