package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@StoryTest
class AuditPageTests {

	private static final RequestPostProcessor AUDITOR = Principal.holding("auditor");

	@Autowired
	Verifications verifications;

	@Autowired
	VerificationService verification;

	@Autowired
	MockMvc mvc;

	@Autowired
	AuditLog auditLog;

	@Autowired
	PeopleFixture people;

	@Autowired
	People units;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@BeforeEach
	void begin() {
		Actor rogue = new Actor(815, "rogue", "=cmd|' /C calc'!A0", List.of());
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.auditLog
			.record(AuditEvent.of(rogue, "test.page", "page:1").in(33L).with("<script>alert(1)</script>")));
	}

	@Test
	void theSearchShowsWhatWasFoundAndOffersMore() throws Exception {
		this.mvc.perform(get("/audit").param("what", "test.page").accept(MediaType.TEXT_HTML).with(AUDITOR))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("test.page")))
			.andExpect(content().string(containsString("/audit/export")));
	}

	@Test
	void unitsRolesAndEventsAreShownInWords() throws Exception {
		long branch = this.people.college().branch();
		Actor secretary = new Actor(815, "rogue", "王小明", List.of());
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.auditLog
			.record(AuditEvent.of(secretary, "task.answered", "task:" + branch).in(branch).as("branch-secretary")));
		this.mvc.perform(get("/audit").param("unit", Long.toString(branch)).accept(MediaType.TEXT_HTML).with(AUDITOR))
			.andExpect(content().string(containsString("办理待办")))
			.andExpect(content().string(containsString("团支部书记")))
			.andExpect(content().string(containsString(">" + this.units.unit(branch).name() + "</")))
			.andExpect(content().string(not(containsString("task:" + branch))));
	}

	@Test
	void whatAnEntryIsAboutIsALinkWhereTheReaderMayLook() throws Exception {
		long branch = this.people.college().branch();
		long person = this.people.member(branch);
		String name = this.units.person(person).name();
		Actor secretary = new Actor(815, "rogue", "王小明", List.of());
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.auditLog
			.record(AuditEvent.of(secretary, "person.corrected", "person:" + person).in(branch)));
		RequestPostProcessor above = Principal.signedIn(this.people.holder("auditor", branch));
		this.mvc.perform(get("/audit").param("unit", Long.toString(branch)).accept(MediaType.TEXT_HTML).with(above))
			.andExpect(content().string(containsString("href=\"/members/" + person + "\"")))
			.andExpect(content().string(containsString(">" + name + "</a>")))
			.andExpect(content().string(containsString("href=\"/members?unit=" + branch + "\"")));
		this.mvc.perform(get("/audit").param("unit", Long.toString(branch)).accept(MediaType.TEXT_HTML).with(AUDITOR))
			.andExpect(content().string(containsString(">" + name + "</span>")))
			.andExpect(content().string(not(containsString("href=\"/members/" + person + "\""))));
	}

	@Test
	void aCaseNumberThatNobodyKnowsFindsNothing() throws Exception {
		this.mvc.perform(get("/audit").param("caseNo", "RT-1999-000001").accept(MediaType.TEXT_HTML).with(AUDITOR))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("请放宽查询条件")));
	}

	@Test
	void anEmptySearchSaysWhatToDo() throws Exception {
		this.mvc.perform(get("/audit").param("who", "查无此人").accept(MediaType.TEXT_HTML).with(AUDITOR))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("请放宽查询条件")));
	}

	@Test
	void aDayBeyondAnyCalendarIsSearchedLikeTheFirstOrTheLast() throws Exception {
		for (String day : new String[] { "-999999999-01-01", "+999999999-12-31", "9999-12-31", "0000-01-01" }) {
			this.mvc.perform(get("/audit").param("from", day).with(AUDITOR)).andExpect(status().isOk());
			this.mvc.perform(get("/audit").param("to", day).with(AUDITOR)).andExpect(status().isOk());
		}
	}

	@Test
	void aSearchThatMakesNoSenseIsRefused() throws Exception {
		this.mvc.perform(get("/audit").param("caseId", "x").accept(MediaType.TEXT_HTML).with(AUDITOR))
			.andExpect(status().is4xxClientError());
	}

	@Test
	void anEntryIsShownAsTextWhateverItHolds() throws Exception {
		long id = this.jdbc.queryForObject("SELECT MAX(id) FROM audit_entry WHERE what = 'test.page'", Long.class);
		this.mvc.perform(get("/audit/" + id).accept(MediaType.TEXT_HTML).with(AUDITOR))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("&lt;script&gt;")))
			.andExpect(content().string(not(containsString("<script>alert"))));
		this.mvc.perform(get("/audit/-7").accept(MediaType.TEXT_HTML).with(AUDITOR)).andExpect(status().isNotFound());
	}

	@Test
	void theExportRunsNothingInASpreadsheet() throws Exception {
		this.mvc.perform(get("/audit/export").param("what", "test.page").with(AUDITOR))
			.andExpect(status().isOk())
			.andExpect(content().contentTypeCompatibleWith("text/csv"))
			.andExpect(content().string(containsString("\"'=cmd|")));
	}

	@Test
	void verifyingGoesOnBesideTheRequestAndThePageSaysThatAllIsWell() throws Exception {
		this.mvc.perform(post("/audit/verify").param("all", "true").with(csrf()).with(AUDITOR))
			.andExpect(redirectedUrl("/audit"));
		for (int i = 0; i < 300 && this.verifications.get().running(); i++) {
			Thread.sleep(100);
		}
		this.mvc.perform(get("/audit").accept(MediaType.TEXT_HTML).with(AUDITOR))
			.andExpect(content().string(containsString("alert-success")))
			.andExpect(content().string(containsString(this.verifications.get().hash())));
	}

	@Test
	void aVerificationIsShownWithItsProgressAndTheFirstBadEntry() throws Exception {
		Verification before = this.verifications.get();
		Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		this.verifications.write(new Verification(Verification.State.RUNNING, 1L, "沈", now, null, 0, 30, "00", null,
				120, 0, null, null));
		this.mvc.perform(get("/audit/verification").with(AUDITOR))
			.andExpect(content().string(containsString("value=\"25\"")))
			.andExpect(content().string(containsString("every 2s")));
		for (String fault : List.of("changed", "deleted", "inserted", "chain", "cut")) {
			Verification bad = new Verification(Verification.State.BAD, 1L, "沈", now, now, 0, 16, "0".repeat(64), null,
					120, 0, 17L, fault);
			this.verifications.write(this.verification.marked(bad));
			this.mvc.perform(get("/audit").accept(MediaType.TEXT_HTML).with(AUDITOR))
				.andExpect(content().string(containsString("alert-danger")))
				.andExpect(content().string(containsString("/audit/17")));
		}
		this.verifications.write(before);
	}

	@Test
	void anAdministratorIsNoAuditor() throws Exception {
		this.mvc.perform(get("/audit").accept(MediaType.TEXT_HTML).with(Principal.holding("admin")))
			.andExpect(status().isForbidden());
	}

	@Autowired
	Sealer sealer;

	@Autowired
	CheckpointJob checkpointJob;

	@Autowired
	Checkpoints checkpoints;

	@Test
	void aCommitteeNotesACheckpointAndComparesItLater() throws Exception {
		this.sealer.seal();
		this.checkpointJob.run();
		Checkpoint newest = this.checkpoints.latest().orElseThrow();
		RequestPostProcessor committee = user(this.people
			.signedIn(this.people.holder("league-committee", this.people.college().committee()).personId()));
		this.mvc.perform(get("/audit/checkpoints").accept(MediaType.TEXT_HTML).with(committee))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(newest.code())))
			.andExpect(content().string(not(containsString("/audit/record"))));
		String note = "/audit/checkpoints/" + newest.size() + "/witness";
		this.mvc.perform(post(note).with(committee).with(csrf())).andExpect(redirectedUrl("/audit/checkpoints"));
		this.mvc.perform(post(note).with(committee).with(csrf())).andExpect(status().isConflict());
		this.mvc.perform(post("/audit/checkpoints/999999999/witness").with(committee).with(csrf()))
			.andExpect(status().isNotFound());
		this.mvc
			.perform(get("/audit/checkpoints").param("code", " " + newest.code().toUpperCase(java.util.Locale.ROOT))
				.accept(MediaType.TEXT_HTML)
				.with(AUDITOR))
			.andExpect(content().string(containsString("封存链仍含有这个检查点")));
		this.mvc
			.perform(get("/audit/checkpoints").param("code", newest.size() + "-" + "f".repeat(20))
				.accept(MediaType.TEXT_HTML)
				.with(AUDITOR))
			.andExpect(content().string(containsString("与抄录的检查点不符")));
		this.mvc
			.perform(get("/audit/checkpoints").param("code", "99999999-" + "f".repeat(20))
				.accept(MediaType.TEXT_HTML)
				.with(AUDITOR))
			.andExpect(content().string(containsString("记录比抄录的检查点短")));
		this.mvc.perform(get("/audit/checkpoints").param("code", "hello").accept(MediaType.TEXT_HTML).with(AUDITOR))
			.andExpect(status().isUnprocessableEntity());
	}

	@Test
	void theRecordIsAFileThatTheDownloadedProgramChecks(@TempDir Path folder) throws Exception {
		this.sealer.seal();
		this.checkpointJob.run();
		byte[] record = this.mvc.perform(get("/audit/record").with(AUDITOR))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		byte[] jar = this.mvc.perform(get("/audit/verify-audit.jar"))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		Path program = Files.write(folder.resolve("verify-audit.jar"), jar);
		Path file = Files.write(folder.resolve("record.txt"), record);
		Process checked = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar",
				program.toString(), file.toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(checked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(said).contains("signed checkpoints");
		assertThat(checked.waitFor()).as(said).isZero();
		this.mvc.perform(get("/audit/1000000000/proof").with(AUDITOR)).andExpect(status().isConflict());
	}

}
