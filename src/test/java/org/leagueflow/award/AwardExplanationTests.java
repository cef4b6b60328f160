package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.Statements;
import org.leagueflow.StoryTest;
import org.leagueflow.award.AwardStory.College;
import org.leagueflow.award.AwardStory.Told;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.scoring.TiePolicy;
import org.leagueflow.web.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Why somebody has this score and rank, and why somebody else has none. */
@StoryTest
class AwardExplanationTests {

	@Autowired
	AwardStory story;

	@Autowired
	ScoreSheetService sheets;

	@Autowired
	Words words;

	@Autowired
	MockMvc mvc;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	private MockHttpServletResponse page(Actor by, String path) throws Exception {
		return this.mvc.perform(get(path).with(user(this.story.people.signedIn(by.personId()))))
			.andReturn()
			.getResponse();
	}

	/** One place; the first of three gets it. */
	private Told decided(College college) {
		Told told = this.story.announces(college, AwardStory.definition("优秀共青团员", AwardStory.hours(),
				List.of(AwardStory.level("优秀", 1)), TiePolicy.NONE, List.of()));
		told.allots().hours(college.one().get(1), 60).hours(college.one().get(2), 45);
		told.nominates(college.one(), 1);
		told.nominates(college.one(), 2);
		return told.closes().reviewed().confirms();
	}

	@Test
	void thePrintedSheetSaysWhatThePageSays() throws Exception {
		College college = this.story.college();
		Told told = decided(college);
		long row = this.story.nominations.of(told.id, org.leagueflow.kernel.Subject.Kind.PERSON, college.one().get(2))
			.orElseThrow()
			.id();
		String path = "/awards/nominations/" + row;
		Actor subject = told.person(college.one().get(2));
		NominationPage shown = this.story.pages.nomination(row, subject);
		assertThat(shown.lines()).isNotEmpty();
		String page = page(subject, path).getContentAsString();
		MockHttpServletResponse file = page(subject, path + "/explanation.pdf");
		assertThat(file.getContentType()).isEqualTo("application/pdf");
		assertThat(file.getHeader("Content-Disposition")).contains("attachment");
		String sheet = text(file.getContentAsByteArray());
		shown.lines().forEach((line) -> {
			String said = this.words.in(java.util.Locale.SIMPLIFIED_CHINESE, line.words());
			assertThat(page).contains(said);
			assertThat(sheet).contains(said.replace("→", "＝＞").replaceAll("\\s", ""));
		});
		assertThat(sheet).contains(shown.nomination().subject().name(), "45", "第2名");
		assertThat(page).as("why no level").contains("优秀取到第 1 名（60 分）");
		assertThat(shown.cutoffs()).hasSize(1);
		assertThat(page(told.person(college.two().get(4)), path + "/explanation.pdf").getStatus()).isEqualTo(404);
	}

	@Test
	void nothingIsPrintedWhileAScoreMayChange() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.NONE)).allots();
		long row = told.nominates(college.one(), 1);
		told.closes();
		Actor subject = told.person(college.one().get(1));
		assertThatThrownBy(() -> this.sheets.sheet(row, subject)).isInstanceOf(Refusal.NotFound.class);
		assertThat(page(subject, "/awards/nominations/" + row + "/explanation.pdf").getStatus()).isEqualTo(404);
	}

	/** Without white space: a line may break anywhere. */
	private static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s", "");
		}
	}

	@Test
	void whoTakesNoPartIsToldWhyNotAfterItClosed() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.NONE)).allots();
		told.hours(college.one().get(1), 40).hours(college.one().get(3), 30);
		told.nominates(college.one(), 1);
		Actor without = told.person(college.one().get(4));
		assertThat(this.story.pages.mine(without).missed()).as("it is still open").isEmpty();
		told.closes();
		assertThat(this.story.pages.mine(without).missed()).hasSize(1).noneMatch(MyAwardsPage.Open::able);
		assertThat(page(without, "/awards/mine").getContentAsString()).contains("已截止、没有我的评选", "条件不符", "校评优办法第3条");
		Actor able = told.person(college.one().get(3));
		assertThat(this.story.pages.mine(able).missed()).hasSize(1).allMatch(MyAwardsPage.Open::able);
		assertThat(page(able, "/awards/mine").getContentAsString()).contains("各项条件符合，但截止前没有申请");
		assertThat(this.story.pages.mine(told.person(college.one().get(1))).missed()).as("who takes part").isEmpty();
		told.reviewed().confirms().announced().votes(3);
		assertThat(this.story.pages.mine(able).missed()).as("published").hasSize(1);
		told.days(200);
		assertThat(this.story.pages.mine(told.person(college.one().get(5))).missed())
			.as("half a year later, when it is over")
			.hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void everyRoundOfMovesStays() {
		College college = this.story.college();
		Told told = decided(college);
		long first = this.story.nominations.placed(told.id).get(0).id();
		told.corrects(first, "hours", "50", null).noticeOver().confirms();
		this.story.recounts.correct(told.id, null, first, "hours", "30", "再次核对", told.committee(1));
		told.noticeOver();
		Map<Integer, List<BatchMoves.Move>> moves = this.story.pages.overview(told.id, told.committee(0)).moves();
		assertThat(moves).hasSize(2);
		List<Integer> rounds = List.copyOf(moves.keySet());
		assertThat(rounds.get(0)).as("the latest first").isGreaterThan(rounds.get(1));
		assertThat(moves.get(rounds.get(1))).singleElement().satisfies((move) -> {
			assertThat(move.shownBefore()).isEqualTo("60");
			assertThat(move.shownAfter()).isEqualTo("50");
		});
		assertThat(moves.get(rounds.get(0))).hasSize(2)
			.first()
			.satisfies((move) -> assertThat(move.rankAfter()).isEqualTo(1));
	}

	@Test
	void pagesAskTheDatabaseAsOftenForManyAsForFew() throws Exception {
		College college = this.story.college();
		Told told = this.story.announces(college, AwardStory.byHours(TiePolicy.COMMITTEE)).allots();
		List<Long> able = college.one().subList(1, 5);
		able.forEach((person) -> told.hours(person, 30));
		Map<String, Integer> few = new HashMap<>();
		nominate(told, college, able.subList(0, 1));
		few.put("nominate", nominate(told, college, able.subList(1, 2)));
		int two = nominate(told, college, able.subList(2, 4));
		told.nominates(college.two(), 1);
		told.closes().reviewed();
		long row = this.story.nominations.eligible(told.id).get(0).id();
		few.put("tied", lines(() -> this.story.pages.overview(told.id, told.committee(0))));
		int perNomination = (two - few.get("nominate"));
		assertThat(perNomination).as("row, trail and audit of one more").isLessThanOrEqualTo(6);
		ask(told, row, 1);
		int one = lines(() -> this.story.pages.overview(told.id, told.committee(0)));
		ask(told, row, 2);
		assertThat(lines(() -> this.story.pages.overview(told.id, told.committee(0)))).as("more questions")
			.isEqualTo(one);
		int mine = lines(() -> this.story.pages.mine(told.person(able.get(0))));
		Told second = this.story.announces(college, AwardStory.byHours(TiePolicy.NONE)).allots();
		second.nominatesAsIs(college.one(), 1);
		assertThat(lines(() -> this.story.pages.mine(told.person(able.get(0))))).as("one more batch: its edition")
			.isLessThanOrEqualTo(mine + 2);
	}

	/**
	 * Who may ask: the subject, and whoever nominates for the class once it is announced.
	 */
	private void ask(Told told, long row, int questions) {
		Actor subject = told.person(told.row(row).subject().id());
		for (int i = 0; i < questions; i++) {
			this.story.questions.ask(row, "得分是怎样算的？", subject);
			long asked = this.story.questions.of(told.id).get(0).id();
			this.story.questions.answer(asked, "见说明", told.committee(0));
		}
	}

	private int nominate(Told told, College college, List<Long> persons) throws Exception {
		Statements.Recorded<NominationService.Outcome> asked = Statements.of(() -> this.story.nominating
			.nominate(told.id, college.units().branch(), persons, "表现突出", told.secretary(college.one())));
		assertThat(asked.result().refused()).isEmpty();
		return asked.lines().size();
	}

	private static int lines(java.util.concurrent.Callable<?> work) throws Exception {
		return Statements.of(work).lines().size();
	}

}
