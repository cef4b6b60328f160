package org.leagueflow.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.account.SignedIn;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.IdNumber;
import org.leagueflow.people.IdNumberVault;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The pages of roster imports, as a League committee sees them. */
@StoryTest
class RosterPagesTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	RosterService service;

	@Autowired
	RosterJobs jobs;

	@Autowired
	IdNumberVault vault;

	@Autowired
	People people;

	@Autowired
	PeopleFixture fixture;

	private PeopleFixture.College college;

	private SignedIn committee;

	private Actor by;

	@BeforeEach
	void aCommittee() {
		this.college = this.fixture.college();
		this.by = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		this.committee = this.fixture.signedIn(this.by.personId());
	}

	@Test
	void aFileIsUploadedCheckedInTheBackgroundAndShown() throws Exception {
		this.mvc.perform(get("/members/import").with(user(this.committee)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("multipart/form-data")));
		byte[] bytes = Files.readAllBytes(sheet(50_001).write());
		String page = this.mvc
			.perform(multipart("/members/import").file(new MockMultipartFile("file", "名册.xlsx", null, bytes))
				.param("unit", String.valueOf(this.college.committee()))
				.with(user(this.committee))
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		for (int i = 0; i < 300; i++) {
			String progress = this.mvc.perform(get(page + "/progress").with(user(this.committee)))
				.andExpect(status().isOk())
				.andReturn()
				.getResponse()
				.getHeader("HX-Refresh");
			if ("true".equals(progress)) {
				break;
			}
			Thread.sleep(100);
		}
		this.mvc.perform(get(page).with(user(this.committee)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("名册.xlsx")))
			.andExpect(content().string(containsString("没有的团支部")));
	}

	@Test
	void linesFindingsAndChoicesAreOnThePageAndTheDownload() throws Exception {
		long id = this.service.open(this.college.committee(), "名册.xlsx", this.by);
		this.jobs.check(id, sheet(50_010).write());
		String page = "/members/import/" + id;
		this.mvc.perform(get(page).param("verdict", "BLOCKED").with(user(this.committee)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("没有的团支部")))
			.andExpect(content().string(not(containsString("??"))))
			.andExpect(content().string(not(containsString("style="))));
		this.mvc.perform(get(page + "/findings.xlsx").with(user(this.committee)))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Disposition", containsString("attachment")));
		this.mvc.perform(post(page + "/commit").param("line", "3").with(user(this.committee)).with(csrf()))
			.andExpect(status().isUnprocessableEntity());
		this.mvc
			.perform(post(page + "/branches").param("branch", "[\"甲,乙\",\"\"]").with(user(this.committee)).with(csrf()))
			.andExpect(status().isConflict());
		this.jobs.importAll(id, this.service.chooseClean(id, this.by), this.by);
		this.mvc.perform(get(page).param("plan", "NEW").with(user(this.committee))).andExpect(status().isOk());
	}

	@Test
	void theTemplateOfEveryUnitIsOfferedHoweverManyThereAre() throws Exception {
		for (int i = 0; i < 4; i++) {
			this.fixture.appoint(this.by.personId(), Roles.LEAGUE_COMMITTEE, this.fixture.college().committee());
		}
		SignedIn everywhere = this.fixture.signedIn(this.by.personId());
		String page = this.mvc.perform(get("/members/import").with(user(everywhere)))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		String form = page.substring(page.indexOf("id=\"template\""));
		form = form.substring(0, form.indexOf("</form>"));
		assertThat(form).contains("method=\"get\"").doesNotContain("_csrf");
		assertThat(form.split("<option", -1)).as("units").hasSize(1 + this.service.targets(everywhere.actor()).size());
		for (People.UnitCard unit : this.service.targets(everywhere.actor())) {
			assertThat(form).contains("value=\"" + unit.id() + "\"");
		}
	}

	@Test
	void theTemplateFilledInIsARosterThatCanBeReadAtOnce() throws Exception {
		byte[] bytes = this.mvc
			.perform(get("/members/import/template.xlsx").param("unit", String.valueOf(this.college.committee()))
				.with(user(this.committee)))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Disposition", containsString("attachment")))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		Map<RosterColumn, String> line = line(50_050);
		Path filled = Files.createTempFile("roster-test", ".xlsx");
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
				OutputStream out = Files.newOutputStream(filled)) {
			assertThat(workbook.getSheetAt(2).getRow(1).getCell(0).getStringCellValue())
				.isEqualTo(this.people.unit(this.college.branch()).name());
			Row row = workbook.getSheetAt(0).createRow(1);
			line.forEach((column, text) -> row.createCell(column.ordinal()).setCellValue(text));
			workbook.write(out);
		}
		long id = this.service.open(this.college.committee(), "模板.xlsx", this.by);
		this.jobs.check(id, filled);
		RosterPage page = this.service.page(id, RosterFilter.none(), this.by);
		assertThat(page.rows()).extracting(RosterRowRepository.Seen::name).containsExactly(line.get(RosterColumn.NAME));
		assertThat(page.verdict("BLOCKED")).isZero();
		this.mvc
			.perform(get("/members/import/template.xlsx").param("unit", String.valueOf(this.college.county()))
				.with(user(this.committee)))
			.andExpect(status().isForbidden());
	}

	@Test
	void sheetsAreChosenOnThePage() throws Exception {
		long id = this.service.open(this.college.committee(), "各班.xlsx", this.by);
		try (InputStream content = getClass().getResourceAsStream("/sheets/a03-hidden-first-sheet-and-classes.xlsx")) {
			this.jobs.check(id, Files.write(Files.createTempFile("roster-test", ".xlsx"), content.readAllBytes()));
		}
		String page = "/members/import/" + id;
		this.mvc.perform(get(page).with(user(this.committee)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("有 1 行是隐藏的")))
			.andExpect(content().string(containsString("隐藏的工作表")))
			.andExpect(content().string(containsString("设计一班")))
			.andExpect(content().string(not(containsString("??"))));
		this.mvc.perform(post(page + "/sheets").with(user(this.committee)).with(csrf()))
			.andExpect(status().isUnprocessableEntity());
		this.mvc.perform(post(page + "/sheets").param("sheet", "3").with(user(this.committee)).with(csrf()))
			.andExpect(status().is3xxRedirection());
		for (int i = 0; i < 300 && !this.service.head(id, this.by).state().equals("CHECKED"); i++) {
			Thread.sleep(100);
		}
		assertThat(this.service.page(id, RosterFilter.none(), this.by).rows())
			.extracting(RosterRowRepository.Seen::name)
			.containsExactly("朱设计");
	}

	@Test
	void whatIsNoWorkbookIsRefusedAtOnce() throws Exception {
		this.mvc
			.perform(multipart("/members/import")
				.file(new MockMultipartFile("file", "名册.xlsx", null, "<html><table>".getBytes()))
				.param("unit", String.valueOf(this.college.committee()))
				.with(user(this.committee))
				.with(csrf()))
			.andExpect(status().isUnprocessableEntity());
	}

	@Test
	void aMemberMayNotImportAndAStrangerSeesNoImport() throws Exception {
		long id = this.service.open(this.college.committee(), "名册.xlsx", this.by);
		SignedIn member = this.fixture.signedIn(this.fixture.member(this.college.branch()));
		this.mvc.perform(get("/members/import").with(user(member))).andExpect(status().isForbidden());
		Actor other = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.fixture.college().committee());
		SignedIn stranger = this.fixture.signedIn(other.personId());
		for (String path : new String[] { "", "/progress", "/findings.xlsx" }) {
			this.mvc.perform(get("/members/import/" + id + path).with(user(stranger))).andExpect(status().isNotFound());
		}
	}

	@Test
	void theBoxShowsTheIdNumberMaskedAndOpensItForAReason() throws Exception {
		Map<RosterColumn, String> line = line(50_020);
		long id = this.service.open(this.college.committee(), "名册.xlsx", this.by);
		this.jobs.check(id, new RosterSheet().with(line).write());
		this.jobs.importAll(id, this.service.chooseClean(id, this.by), this.by);
		String number = line.get(RosterColumn.ID_NUMBER);
		long person = this.service.page(id, RosterFilter.none(), this.by).rows().get(0).personId();
		String box = "/members/" + person + "/id-number";
		this.mvc.perform(get(box).with(user(this.committee)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(IdNumber.of(number).masked())))
			.andExpect(content().string(not(containsString(number))))
			.andExpect(content().string(containsString("reason")));
		this.mvc.perform(post(box).param("reason", "").with(user(this.committee)).with(csrf()))
			.andExpect(status().isUnprocessableEntity());
		this.mvc.perform(post(box).param("reason", "核对证件").with(user(this.committee)).with(csrf()))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(number)))
			.andExpect(header().string("Cache-Control", containsString("no-store")));
		assertThat(this.vault.hash(number)).hasSize(64);
	}

	private RosterSheet sheet(int serial) {
		return new RosterSheet().with(line(serial)).with(line(serial + 1), RosterColumn.BRANCH, "没有的团支部");
	}

	private Map<RosterColumn, String> line(int serial) {
		return RosterSheet.line(serial, this.people.unit(this.college.branch()).name(),
				this.people.unit(this.college.generalBranch()).name());
	}

}
