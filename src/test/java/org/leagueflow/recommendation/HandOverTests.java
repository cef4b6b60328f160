package org.leagueflow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.Statements;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.UnitKind;
import org.leagueflow.recommendation.RecommendationStory.College;
import org.leagueflow.recommendation.RecommendationStory.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * From the League committee to the Party branch and back, for several persons at once.
 */
@StoryTest
class HandOverTests {

	/**
	 * A name that a spreadsheet would take for a formula, with a character of four bytes.
	 */
	private static final String RARE = "=王\uD872\uDF69";

	@Autowired
	RecommendationStory story;

	@Autowired
	RecommendationOverviewService overviews;

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void today() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void twoAreHandedOverAsOneListReceivedAndAnsweredEachByItself() throws Exception {
		College college = this.story.college(16);
		Told one = ready(college, 5);
		Told other = ready(college, 6);
		handsOver(college, one, other);
		long list = one.record().listId();
		assertThat(other.record().listId()).isEqualTo(list);
		assertThat(one.record().partyId()).isEqualTo(college.party());
		assertThat(refusal(handOver(college, one.today().toString(), one))).as("twice").endsWith("notThere.handOver");
		long liaison = college.liaison();
		ask(liaison, get("/recommendation")).andExpect(redirectedUrl("/recommendation/party"));
		ask(liaison, get("/recommendation/party")).andExpect(status().isOk())
			.andExpect(content().string(containsString("/recommendation/lists/" + list)));
		ask(liaison, get("/recommendation/lists/" + list)).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString(name(one)), containsString(name(other)))));
		ask(liaison, feedback(list, one, "yes", "同意")).andExpect(status().isConflict());
		ask(liaison, post("/recommendation/lists/" + list + "/receive").param("receivedOn", one.today().toString())
			.param("receiver", "李老师")).andExpect(status().is3xxRedirection());
		assertThat(one.record().standing()).isEqualTo(Standing.RECEIVED);
		assertThat(one.record().receiver()).isEqualTo("李老师");
		ask(liaison, feedback(list, one, "yes", "")).andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("value=\"" + one.today() + "\"")));
		ask(liaison, feedback(list, one, "yes", "党支部研究决定")).andExpect(status().is3xxRedirection());
		ask(liaison, feedback(list, other, "no", "再培养一段时间")).andExpect(status().is3xxRedirection());
		one.endsAs("listed");
		other.endsAs("notListed");
		assertThat(one.record().feedbackOnPaper()).isFalse();
		ask(liaison, feedback(list, other, "yes", "改了主意")).andExpect(status().isConflict());
	}

	@Test
	void whatIsRefusedStaysChosenWithAllThatWasTyped() throws Exception {
		College college = this.story.college(16);
		Told ready = ready(college, 5);
		this.story.ready(college, college.members().get(6));
		Told early = this.story.proposes(college, 6).appraised().voted(14);
		ResultActions mixed = handOver(college, ready.today().toString(), ready, early);
		assertThat(refusal(mixed)).as("it never was ready").endsWith("notYet.handOver");
		assertThat(ready.boxes()).as("the other went").containsExactly("receive");
		Told second = ready(college, 7);
		for (String day : List.of("2026-13-45", "", second.today().plusDays(1).toString(), "1999-01-01")) {
			handOver(college, day, second).andExpect(status().isUnprocessableEntity())
				.andExpect(content().string(containsString("value=\"" + second.caseId + "\" checked")))
				.andExpect(content().string(containsString("invalid-feedback")));
			assertThat(second.boxes()).containsExactly("handOver");
		}
		ask(college.committee().get(0), post("/recommendation/hand-over").param("case", "abc").param("party", "x"))
			.andExpect(status().isUnprocessableEntity());
		ask(college.liaison(),
				post("/recommendation/lists/" + ready.record().listId() + "/receive").param("receivedOn", "2026-02-30")
					.param("receiver", "李老师"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("value=\"李老师\"")));
		assertThat(ready.boxes()).containsExactly("receive");
	}

	@Test
	void aListedOneIsRemindedOfBeforeItLapsesAndToldThatItDid() {
		College college = this.story.college(11);
		Told one = ready(college, 5).handedOver().received().feedback("yes");
		one.endsAs("listed");
		one.until(one.record().validUntil().minusDays(10));
		assertThat(said(one)).contains("recommendation.told.lapsesSoon").doesNotContain("recommendation.told.lapsed");
		one.until(one.record().validUntil().plusDays(1));
		assertThat(said(one)).contains("recommendation.told.lapsed");
	}

	private List<String> said(Told one) {
		return this.jdbc.sql("SELECT words_key FROM notification WHERE person_id = ?")
			.param(one.person)
			.query(String.class)
			.list();
	}

	/** What follows after the Party branch signed begins another list. */
	@Test
	void aListThatWasReceivedIsClosed() {
		College college = this.story.college(16);
		Told one = ready(college, 5).handedOver().received();
		Told other = ready(college, 6).handedOver();
		assertThat(other.record().listId()).isNotEqualTo(one.record().listId());
	}

	@Test
	void nobodyElseSeesAListAndTheLiaisonSeesNothingElseOfTheCase() throws Exception {
		College college = this.story.college(11);
		Told told = ready(college, 5).handedOver();
		String page = "/recommendation/lists/" + told.record().listId();
		College elsewhere = this.story.college(4);
		ask(elsewhere.liaison(), get(page)).andExpect(status().isNotFound());
		ask(elsewhere.committee().get(0), get(page)).andExpect(status().isNotFound());
		ask(told.secretary().personId(), get(page)).andExpect(status().isForbidden());
		ask(college.committee().get(1), get(page)).andExpect(status().isOk());
		assertThat(told.boxes()).containsExactly("receive");
		assertThat(this.story.cases.worksOn(told.caseId, told.liaison())).isFalse();
		ask(college.liaison(), get("/cases/" + told.caseId)).andExpect(status().isOk())
			.andExpect(content().string(not(containsString("材料齐全"))));
		ask(college.liaison(), get("/members/" + told.person)).andExpect(status().is4xxClientError());
	}

	@Test
	void thePapersAreWordAndExcelAndHoldWhatWasTyped() throws Exception {
		College college = this.story.college(11);
		this.jdbc.sql("UPDATE person SET name = ? WHERE id = ?").params(RARE, college.members().get(5)).update();
		Told told = ready(college, 5).handedOver();
		String list = "/recommendation/lists/" + told.record().listId();
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(college, list + "/list.xlsx")))) {
			assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue()).isEqualTo("'" + RARE);
		}
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(college, list + "/forms.xlsx")))) {
			assertThat(book.getNumberOfSheets()).isEqualTo(1);
			assertThat(book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue()).isEqualTo("'" + RARE);
		}
		assertThat(text(file(college, list + "/list.docx"))).contains(RARE, "汇总表", "由党组织决定").doesNotContain("{{", "[");
		assertThat(text(file(college, list + "/forms/" + told.caseId)))
			.contains(RARE, "登记表", "思想上积极要求进步", "表现优秀", "材料齐全")
			.doesNotContain("{{");
		assertThat(this.jdbc
			.sql("SELECT COUNT(*) FROM audit_entry WHERE what = 'recommendation-list.exported' AND subject = ?")
			.param("recommendation-list:" + told.record().listId())
			.query(Integer.class)
			.single()).isEqualTo(4);
	}

	@Test
	void theLeagueAnswersForAPartyBranchWithoutLiaisonOnPaperOnly() {
		College college = this.story.college(11);
		long party = this.story.people.unit(college.units().committee(), UnitKind.PARTY_BRANCH, null);
		Told told = ready(college, 5);
		told.answers("handOver", told.committee(),
				Map.of("party", Long.toString(party), "handedOverOn", told.today().toString()));
		Map<String, Object> receipt = Map.of("receivedOn", told.today().toString(), "receiver", "李老师");
		assertThatThrownBy(() -> told.answers("receive", told.committee(), receipt))
			.isInstanceOf(Refusal.NotAllowed.class)
			.hasMessageContaining("partyOnly");
		this.story.policy(college, RecommendationRules.FEEDBACK_ON_PAPER, "true");
		told.answers("receive", told.committee(), receipt);
		assertThat(told.record().receiptOnPaper()).isTrue();
		Actor liaison = this.story.people.holder(Roles.PARTY_LIAISON, party);
		this.story.inbox.reroute(party);
		Map<String, Object> answer = Map.of("listed", "yes", "feedbackOn", told.today().toString(), "feedbackReason",
				"研究决定");
		assertThatThrownBy(() -> told.answers("feedback", told.committee(), answer))
			.as("a liaison was appointed, so it is the liaison's")
			.isInstanceOf(Refusal.NotAllowed.class);
		told.answers("feedback", liaison, answer).endsAs("listed");
		assertThat(told.record().feedbackOnPaper()).isFalse();
	}

	@Test
	void whoeverHandedOverDoesNotAnswerEvenAsLiaison() {
		College college = this.story.college(11);
		Told told = ready(college, 5);
		long both = college.committee().get(0);
		this.story.people.appoint(both, Roles.PARTY_LIAISON, college.party());
		told.handedOver();
		assertThatThrownBy(() -> told.answers("receive", this.story.people.actor(both),
				Map.of("receivedOn", told.today().toString(), "receiver", "本人")))
			.hasMessageContaining("sameHand");
	}

	@Test
	void aPartyBranchOfAnotherSchoolOrAnythingElseIsRefused() {
		College college = this.story.college(11);
		College elsewhere = this.story.college(4);
		Told told = ready(college, 5);
		for (long unit : List.of(elsewhere.party(), college.branch(), 999_999_999L)) {
			assertThatThrownBy(() -> told.answers("handOver", told.committee(),
					Map.of("party", Long.toString(unit), "handedOverOn", told.today().toString())))
				.isInstanceOf(Refusal.Invalid.class);
		}
		assertThat(told.boxes()).containsExactly("handOver");
	}

	@Test
	void theOverviewShowsStepsPlacesAndDaysByAFixedNumberOfStatements() throws Exception {
		College college = this.story.college(16);
		Told one = ready(college, 5).handedOver();
		Actor committee = this.story.people.actor(college.committee().get(0));
		RecommendationFilter all = new RecommendationFilter(null, null, null, null, null, null);
		int before = Statements.of(() -> this.overviews.page(all, committee)).lines().size();
		this.story.ready(college, college.members().get(7));
		this.story.proposes(college, 7);
		ready(college, 6);
		Statements.Recorded<RecommendationOverview> now = Statements.of(() -> this.overviews.page(all, committee));
		assertThat(now.lines()).hasSize(before);
		assertThat(now.result().total()).isEqualTo(3);
		RecommendationOverview.Row row = now.result().rows().get(0);
		assertThat(row.step()).isEqualTo(RecommendationStep.WITH_PARTY);
		assertThat(row.places().most()).isEqualTo(3);
		assertThat(row.places().left()).isEqualTo(1);
		assertThat(row.feedbackDue()).isEqualTo(one.record().handedOverOn().plusMonths(3));
		for (RecommendationStep step : RecommendationStep.values()) {
			RecommendationFilter filter = new RecommendationFilter(null, null, null, step, null, null);
			assertThat(this.overviews.page(filter, committee).rows()).as(step.name())
				.extracting(RecommendationOverview.Row::caseId)
				.containsExactlyElementsOf(now.result()
					.rows()
					.stream()
					.filter((any) -> any.step() == step)
					.map(RecommendationOverview.Row::caseId)
					.toList());
		}
		one.days(100);
		assertThat(this.overviews
			.page(new RecommendationFilter(null, null, null, null, RecommendationFilter.Attention.FEEDBACK_LATE, null),
					committee)
			.rows()).singleElement().matches(RecommendationOverview.Row::feedbackLate);
		ask(college.committee().get(0), get("/recommendation/overview").param("attention", "FEEDBACK_LATE"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(name(one))));
		byte[] file = ask(college.committee().get(0),
				get("/recommendation/overview.xlsx").param("attention", "FEEDBACK_LATE"))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
			assertThat(book.getSheetAt(0).getRow(1).getCell(2).getStringCellValue()).isEqualTo(name(one));
		}
	}

	@Test
	void eachBranchIsLateByItsOwnMonthsAndAClosedOneStaysInSight() {
		College college = this.story.college(16);
		Told told = ready(college, 5).handedOver();
		this.story.policy(college, RecommendationRules.FEEDBACK_DUE_MONTHS, "1");
		told.days(45);
		Actor county = this.story.people.holder(Roles.COUNTY_COMMITTEE, college.units().county());
		assertThat(this.overviews
			.page(new RecommendationFilter(null, null, null, null, RecommendationFilter.Attention.FEEDBACK_LATE, null),
					county)
			.rows()).as("due after one month there, after three elsewhere").hasSize(1);
		this.jdbc.sql("UPDATE unit SET active = FALSE WHERE id = ?").param(college.branch()).update();
		assertThat(this.overviews.page(new RecommendationFilter(null, null, null, null, null, null), county).rows())
			.singleElement()
			.matches((row) -> row.branch().id() == college.branch());
	}

	/** A recommendation whose notice is over; 15 of 16, or 10 of 11, are in favour. */
	private Told ready(College college, int member) {
		this.story.ready(college, college.members().get(member));
		int inFavour = college.members().size() - 2;
		return this.story.proposes(college, member)
			.appraised()
			.voted(inFavour)
			.investigated("support")
			.reviewed("agree")
			.noticeOver();
	}

	private void handsOver(College college, Told... told) throws Exception {
		handOver(college, told[0].today().toString(), told).andExpect(status().is3xxRedirection());
	}

	private ResultActions handOver(College college, String on, Told... told) throws Exception {
		MockHttpServletRequestBuilder request = post("/recommendation/hand-over")
			.param("party", Long.toString(college.party()))
			.param("handedOverOn", on)
			.param("once", UUID.randomUUID().toString());
		for (Told one : told) {
			request.param("case", one.caseId.toString());
		}
		return ask(college.committee().get(0), request);
	}

	private static String refusal(ResultActions answer) throws Exception {
		answer.andExpect(status().isUnprocessableEntity());
		List<?> refused = (List<?>) answer.andReturn().getModelAndView().getModel().get("refused");
		return ((Message) refused.get(0)).key();
	}

	private static MockHttpServletRequestBuilder feedback(long list, Told told, String listed, String reason) {
		return post("/recommendation/lists/" + list + "/feedback").param("case", told.caseId.toString())
			.param("listed", listed)
			.param("feedbackOn", told.today().toString())
			.param("feedbackReason", reason)
			.param("once", UUID.randomUUID().toString());
	}

	private String name(Told told) {
		return this.story.people.actor(told.person).name();
	}

	private byte[] file(College college, String path) throws Exception {
		return ask(college.liaison(), get(path)).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

	private static String text(byte[] word) throws Exception {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
				XWPFWordExtractor reader = new XWPFWordExtractor(document)) {
			return reader.getText();
		}
	}

	private ResultActions ask(long person, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(user(this.story.people.signedIn(person))));
	}

}
