package org.leagueflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who reads somebody's personal data says why or is known to work on it. */
@StoryTest
class ReadingTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	BusinessClock clock;

	@Autowired
	JdbcClient jdbc;

	College college;

	long member;

	@BeforeEach
	void aMemberOfACollege() {
		this.college = this.fixture.college();
		this.member = this.fixture.member(this.college.branch());
		this.fixture.account(this.member);
	}

	@AfterEach
	void today() {
		this.clock.offset(Duration.ZERO);
	}

	@Test
	void auditorsAndAdministratorsSayWhyOnceADay() throws Exception {
		for (String role : new String[] { "auditor", "admin" }) {
			long outside = holder(role);
			String page = "/members/" + this.member;
			assertThat(text(page, outside)).contains("请说明查阅原因").doesNotContain("139");
			explain(page, outside, "").andExpect(status().isUnprocessableEntity());
			explain(page, outside, "年度检查").andExpect(redirectedUrl(page));
			assertThat(text(page, outside)).doesNotContain("请说明查阅原因");
			assertThat(text("/account", this.member)).contains("年度检查");
			this.clock.offset(Duration.ofDays(1));
			assertThat(text(page, outside)).contains("请说明查阅原因");
			this.clock.offset(Duration.ZERO);
		}
		assertThat(recorded()).isEqualTo(2);
	}

	@Test
	void theAdministratorsOwnPagesAskAsWell() throws Exception {
		long admin = holder("admin");
		String page = "/admin/people/" + this.member;
		assertThat(text(page, admin)).contains("请说明查阅原因");
		explain(page, admin, "账号维护").andExpect(redirectedUrl(page));
		assertThat(text(page, admin)).doesNotContain("请说明查阅原因");
		assertThat(text("/members/" + this.member, admin)).doesNotContain("请说明查阅原因");
	}

	@Test
	void aCommitteeReadsForItsWorkAndIsNamedOnce() throws Exception {
		long secretary = holder("branch-secretary");
		for (int i = 0; i < 3; i++) {
			assertThat(text("/members/" + this.member, secretary)).doesNotContain("请说明查阅原因");
		}
		assertThat(text("/members", secretary)).isNotEmpty();
		assertThat(recorded()).isEqualTo(1);
		assertThat(text("/account", this.member)).contains("办理");
	}

	@Test
	void nobodyIsAskedAboutHimself() throws Exception {
		long admin = holder("admin");
		assertThat(text("/members/" + admin, admin)).doesNotContain("请说明查阅原因");
		assertThat(text("/account", admin)).contains("还没有人查阅过");
	}

	@Test
	void aReasonOpensNobodyOutOfReach() throws Exception {
		long stranger = this.fixture.staff(this.fixture.college().county());
		this.fixture.appoint(stranger, "auditor", this.fixture.college().county());
		this.fixture.account(stranger);
		explain("/members/" + this.member, stranger, "年度检查").andExpect(status().isNotFound());
		assertThat(recorded()).isZero();
	}

	private long holder(String role) {
		boolean ofBranch = role.startsWith("branch");
		long unit = ofBranch ? this.college.branch() : this.college.county();
		long person = this.fixture.staff(unit);
		this.fixture.appoint(person, role, unit);
		this.fixture.account(person);
		return person;
	}

	private int recorded() {
		return this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE what = 'person.read' AND subject = ?")
			.param("person:" + this.member)
			.query(Integer.class)
			.single();
	}

	private org.springframework.test.web.servlet.ResultActions explain(String page, long reader, String reason)
			throws Exception {
		return this.mvc.perform(
				post(page + "/reading").with(csrf()).with(user(this.fixture.signedIn(reader))).param("reason", reason));
	}

	private String text(String page, long reader) throws Exception {
		return this.mvc.perform(get(page).with(user(this.fixture.signedIn(reader))))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
