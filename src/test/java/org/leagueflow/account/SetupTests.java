package org.leagueflow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The first administrator of an installation. */
@StoryTest
class SetupTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	SetupService setup;

	long adminId;

	@BeforeEach
	void begin() {
		this.adminId = this.fixture.holder(Roles.ADMIN, this.fixture.college().committee()).personId();
	}

	@Test
	void aSetupTokenMakesOneAdministratorAndIsGone() throws Exception {
		String token = this.setup.issue();
		this.mvc.perform(get("/setup")).andExpect(status().isOk());
		FirstAdministrator wrong = new FirstAdministrator("guess", "团委", UnitKind.COMMITTEE, "甲",
				"first" + this.adminId, "Baise-Xinfeng-7", "Baise-Xinfeng-7");
		assertThatThrownBy(() -> this.setup.create(wrong)).isInstanceOf(Refusal.Invalid.class);
		String second = this.setup.issue();
		this.mvc
			.perform(post("/setup").with(csrf())
				.param("token", token)
				.param("unitName", "团委")
				.param("unitKind", "COMMITTEE")
				.param("name", "甲")
				.param("login", "first" + this.adminId)
				.param("password", "Baise-Xinfeng-7")
				.param("repeated", "Baise-Xinfeng-7"))
			.andExpect(redirectedUrl("/login"));
		this.mvc.perform(get("/setup")).andExpect(status().isNotFound());
		assertThat(second).isNotEqualTo(token);
		assertThat(this.setup.offer(false)).isEmpty();
	}

}
