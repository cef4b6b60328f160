package org.leagueflow.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.account.SignedIn;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The pages of marks, as a branch secretary and a member see them. */
@StoryTest
class MarkPagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	MarkRetentionService retention;

	private PeopleFixture.College college;

	private SignedIn secretary;

	private long student;

	@BeforeEach
	void aClass() {
		this.college = this.fixture.college();
		this.secretary = this.fixture
			.signedIn(this.fixture.holder(Roles.BRANCH_SECRETARY, this.college.branch()).personId());
		this.student = this.fixture.named("李娜", this.college.branch());
	}

	private String shown(String path, String until) throws Exception {
		for (int i = 0; i < 200; i++) {
			String page = this.mvc.perform(get(path).with(user(this.secretary)))
				.andExpect(status().isOk())
				.andReturn()
				.getResponse()
				.getContentAsString();
			if (page.contains(until)) {
				return page;
			}
			Thread.sleep(50);
		}
		throw new AssertionError(path + " never said " + until);
	}

	@Test
	void fromUploadToTheBooksAndACorrectionByHand() throws Exception {
		byte[] file = Files
			.readAllBytes(new MarkWorkbook().sheet("综测").row("姓名", "思想品德25", "备考").row("李娜", 20, "x").write());
		String page = this.mvc
			.perform(multipart("/marks/import").file(new MockMultipartFile("file", "综测.xlsx", null, file))
				.param("unit", String.valueOf(this.college.branch()))
				.with(user(this.secretary))
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		assertThat(shown(page, "role-0-1")).contains("表头里的 25 是满分", "name=\"sheet\"");
		this.mvc
			.perform(post(page + "/columns").param("year", "去年")
				.param("sheet", "0")
				.param("name-0-1", "思想道德")
				.param("high-0-1", "很多")
				.with(user(this.secretary))
				.with(csrf()))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("value=\"去年\"")))
			.andExpect(content().string(containsString("value=\"思想道德\"")))
			.andExpect(content().string(containsString("“很多”不是数字")));
		this.mvc
			.perform(post(page + "/columns").param("year", "2025-2026")
				.param("sheet", "0")
				.with(user(this.secretary))
				.with(csrf()))
			.andExpect(status().is3xxRedirection());
		assertThat(shown(page, "name=\"mark\"")).contains("综测 B2", "新增 1 项");
		this.mvc.perform(post(page + "/commit").param("which", "clean").with(user(this.secretary)).with(csrf()))
			.andExpect(status().is3xxRedirection());
		shown(page, "新增 1 项，更新 0 项");
		String marks = "/marks/people/" + this.student;
		this.mvc
			.perform(post(marks).param("item", "思想品德")
				.param("period", "2025-2026")
				.param("typed", "21")
				.param("reason", "复核")
				.with(user(this.secretary))
				.with(csrf()))
			.andExpect(redirectedUrl(marks));
		assertThat(shown(marks, "复核")).contains("<del>20</del>", "综测.xlsx / 综测 / B2");
		this.retention.forget(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
		assertThat(shown(page, "明细已按保存期限于")).doesNotContain("findings.xlsx", "export.xlsx");
		for (String gone : new String[] { "/findings.xlsx", "/export.xlsx" }) {
			this.mvc.perform(get(page + gone).with(user(this.secretary))).andExpect(status().isConflict());
		}
		assertThat(shown(marks, "复核")).contains("综测.xlsx / 综测 / B2");
	}

	@Test
	void aMemberSeesTheOwnMarksAndNobodyElses() throws Exception {
		SignedIn member = this.fixture.signedIn(this.student);
		this.mvc.perform(get("/marks").with(user(member))).andExpect(redirectedUrl("/marks/people/" + this.student));
		this.mvc.perform(get("/marks/people/" + this.student).with(user(member)))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("name=\"typed\""))));
		long other = this.fixture.named("王五", this.college.branch());
		this.mvc.perform(get("/marks/people/" + other).with(user(member))).andExpect(status().isNotFound());
		this.mvc.perform(get("/marks/import").with(user(member))).andExpect(status().isForbidden());
		this.mvc.perform(get("/marks").with(user(this.secretary))).andExpect(redirectedUrl("/marks/import"));
	}

}
