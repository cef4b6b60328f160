package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.award.AwardStory.College;
import org.leagueflow.award.AwardStory.Told;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Subject;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.marks.MarkEntry;
import org.leagueflow.marks.MarkItemCard;
import org.leagueflow.marks.Marks;
import org.leagueflow.people.UnitKind;
import org.leagueflow.publicity.Objections.Objecting;
import org.leagueflow.scoring.Component;
import org.leagueflow.scoring.Lot;
import org.leagueflow.scoring.QuotaRule;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.RoundingRule;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoringScheme;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What batches refuse, and what becomes of equals. */
@StoryTest
class BatchRulesTests {

	@Autowired
	AwardStory story;

	@Autowired
	MonthlyBatchService monthly;

	@Autowired
	Marks marks;

	@Autowired
	BatchTrail trail;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	private Told open(TiePolicy ties) {
		return this.story.announces(this.story.college(), AwardStory.byHours(ties)).allots();
	}

	@Test
	void nobodyIsNominatedTwiceUnlessItWasWithdrawn() {
		Told told = open(TiePolicy.NONE);
		long first = told.nominates(told.college.one(), 1);
		assertThatThrownBy(() -> told.nominates(told.college.one(), 1)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("nominatedTwice");
		this.story.nominating.withdraw(first, "本人放弃", told.person(told.college.one().get(1)));
		assertThat(told.nominates(told.college.one(), 1)).as("the same row").isEqualTo(first);
	}

	@Test
	void anExclusiveAwardIsNamedWhicheverOfTheTwoExcludes() {
		College college = this.story.college();
		Told first = this.story.announces(college, AwardStory.byHours(TiePolicy.NONE)).allots();
		Told second = this.story
			.announces(college, AwardStory.definition("三好学生", AwardStory.hours(), List.of(AwardStory.level("三好", 1)),
					TiePolicy.NONE, List.of(new AwardExclusion(AwardExclusion.Kind.OTHER_AWARD, "优秀共青团员", null))))
			.allots();
		first.nominates(college.one(), 1);
		assertThatThrownBy(() -> second.nominates(college.one(), 1)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("exclusive");
		second.nominates(college.one(), 2);
		assertThatThrownBy(() -> first.nominates(college.one(), 2)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("exclusive");
	}

	@Test
	void whoGraduatedIsNotNominatedAndWhoLeavesTakesNoPartAnyMore() {
		Told told = open(TiePolicy.NONE);
		long stays = told.nominates(told.college.one(), 2);
		this.story.people.departs(told.college.one().get(1));
		assertThatThrownBy(() -> told.nominates(told.college.one(), 1)).isInstanceOf(Refusal.Invalid.class);
		this.story.people.departs(told.college.one().get(2));
		assertThat(told.row(stays).state()).isEqualTo(NominationState.WITHDRAWN);
	}

	@Test
	void onlyTheBranchNominatesAndOnlyItsOwn() {
		Told told = open(TiePolicy.NONE);
		assertThatThrownBy(() -> this.story.nominating.nominate(told.id, told.college.second(),
				told.college.two().get(1), "表现好", told.secretary(told.college.one())))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.story.nominating.nominate(told.id, told.college.units().branch(),
				told.college.two().get(1), "表现好", told.secretary(told.college.one())))
			.isInstanceOf(Refusal.Invalid.class);
		told.closes();
		assertThatThrownBy(() -> told.nominates(told.college.one(), 3)).as("the time is over")
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void placesAreNeverAboveTheUnitAboveNorBelowWhatIsUsed() {
		Told told = open(TiePolicy.NONE);
		long faculty = told.college.units().generalBranch();
		long branch = told.college.units().branch();
		places(told, Map.of(faculty, 2, branch, 1), told.committee(0));
		assertThatThrownBy(() -> places(told, Map.of(told.college.second(), 2), told.college.faculty()))
			.isInstanceOf(Refusal.Invalid.class);
		told.nominates(told.college.one(), 1);
		assertThatThrownBy(() -> told.nominates(told.college.one(), 2)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("placesFull");
		assertThatThrownBy(() -> this.story.batches.places(told.id,
				new AllottedPlaces(Map.of(branch, 0), Map.of(branch, 1)), told.committee(0)))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("placesUsed");
		told.nominates(told.college.two(), 1);
		assertThatThrownBy(() -> told.nominates(told.college.two(), 2)).as("the faculty's two are used")
			.isInstanceOf(Refusal.Conflict.class);
	}

	private void places(Told told, Map<Long, Integer> wanted, Actor by) {
		this.story.batches.places(told.id, new AllottedPlaces(wanted, Map.of()), by);
	}

	@Test
	void equalsAtTheLastPlaceByEachPolicy() {
		assertThat(placed(TiePolicy.ALL_IN)).as("beyond the places").hasSize(3);
		assertThat(placed(TiePolicy.NONE)).isEmpty();
		Told committee = equal(TiePolicy.COMMITTEE);
		assertThatThrownBy(committee::confirms).isInstanceOf(Refusal.Conflict.class).hasMessageContaining("openTie");
		List<Long> tied = this.story.ranking.tie(committee.batch()).orElseThrow().subjects();
		assertThatThrownBy(
				() -> this.story.ranking.settleTie(committee.id, tied.subList(0, 1), null, committee.committee(0)))
			.isInstanceOf(Refusal.Invalid.class);
		this.story.ranking.settleTie(committee.id, List.of(tied.get(2), tied.get(0), tied.get(1)), null,
				committee.committee(0));
		assertThat(this.story.nominations.placed(committee.id)).extracting(Nomination::id)
			.containsExactly(tied.get(2), tied.get(0));
		committee.confirms();
	}

	@Test
	void aLotIsDrawnFromASeedAndANumberThatWasSealedBefore() {
		Told lot = equal(TiePolicy.LOT);
		BatchRankingService.Tie tie = this.story.ranking.tie(lot.batch()).orElseThrow();
		String shown = this.story.pages.overview(lot.id, lot.committee(0)).tieDigest();
		assertThat(shown).isEqualTo(Lot.digest(tie.sealed())).isNotEqualTo(tie.sealed());
		this.story.ranking.rank(lot.caseId());
		assertThat(this.story.ranking.tie(lot.batch()).orElseThrow()).as("ranked anew, the number stays")
			.isEqualTo(tie);
		this.story.ranking.settleTie(lot.id, null, "20250310-7", lot.committee(0));
		assertThat(this.story.nominations.placed(lot.id)).extracting(Nomination::id)
			.containsExactlyElementsOf(Lot.draw("20250310-7:" + tie.sealed(), tie.subjects())
				.lines()
				.stream()
				.map(Lot.Line::subjectId)
				.limit(2)
				.toList());
		assertThat(this.trail.of(lot.id, 100)).anyMatch((line) -> line.toString().contains(tie.sealed())
				&& line.toString().contains(shown) && line.toString().contains("20250310-7"));
		assertThatThrownBy(() -> this.story.ranking.settleTie(lot.id, null, "20250310-8", lot.committee(0)))
			.as("drawn once")
			.isInstanceOf(Refusal.Conflict.class);
		lot.confirms();
	}

	@Test
	void onlyWhatWasDoneInThePeriodCounts() {
		Told told = open(TiePolicy.ALL_IN);
		long person = told.college.one().get(1);
		Actor by = told.committee(0);
		List.of(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31),
				LocalDate.of(2025, 1, 1))
			.forEach((day) -> this.story.ledger.record(person,
					Booking.tenths(EntryKind.VOLUNTEER_HOURS, day, 100, "社区志愿服务", "证明", null), by));
		long row = told.nominatesAsIs(told.college.one(), 1);
		told.closes().reviewed();
		assertThat(told.row(row).score()).as("10 hours on the first and the last day each").isEqualByComparingTo("20");
	}

	private List<Nomination> placed(TiePolicy ties) {
		return this.story.nominations.placed(equal(ties).id);
	}

	/** Three with the same hours for two places. */
	private Told equal(TiePolicy ties) {
		Told told = open(ties);
		for (int i = 1; i <= 3; i++) {
			told.hours(told.college.one().get(i), 24);
			told.nominates(told.college.one(), i);
		}
		return told.closes().reviewed();
	}

	@Test
	void withdrawnHalfJudgedAndTheListIsMadeAnew() {
		Told told = open(TiePolicy.ALL_IN);
		told.hours(told.college.one().get(1), 40).hours(told.college.two().get(1), 30);
		long first = told.nominates(told.college.one(), 1);
		long second = told.nominates(told.college.two(), 1);
		told.closes().reviewed().confirms();
		this.story.nominating.withdraw(first, "个人原因", told.person(told.college.one().get(1)));
		told.noticeOver();
		assertThat(told.boxes()).containsExactly("confirm");
		assertThat(told.row(second).rank()).isEqualTo(1);
		assertThat(told.row(second).level()).isEqualTo(0);
	}

	@Test
	void anObjectionAfterExpiryAndASecondOneOnTheSameGround() {
		Told told = open(TiePolicy.ALL_IN);
		long person = told.college.one().get(1);
		told.hours(person, 40);
		told.nominates(told.college.one(), 1);
		told.closes().reviewed().confirms();
		told.settles(told.objects(person, "时长是补录的，不属实。"), "dismissed");
		assertThatThrownBy(() -> told.objects(person, " 时长是补录的 不属实 ")).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("sameGround");
		told.objects(person, "另有新的证据");
		long notice = told.notice().id();
		told.days(60);
		assertThatThrownBy(() -> this.story.objections.file(notice, new Objecting("张", "1", "迟到的异议", 0), null))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void aQuestionIsExplainedAndChangesNothing() {
		Told told = open(TiePolicy.ALL_IN);
		long person = told.college.one().get(1);
		told.hours(person, 40);
		long row = told.nominates(told.college.one(), 1);
		told.closes().reviewed().confirms();
		this.story.questions.ask(row, "40 小时是怎样得出的？", told.person(person));
		assertThatThrownBy(() -> this.story.questions.ask(row, "再问一次", told.person(person)))
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.story.questions.ask(row, "别人的", told.person(told.college.two().get(4))))
			.isInstanceOf(Refusal.NotFound.class);
		long asked = this.story.questions.of(told.id).get(0).id();
		this.story.questions.answer(asked, "两次服务合计 40 小时。", told.committee(0));
		assertThat(told.row(row).score()).isEqualByComparingTo("40");
		assertThat(told.batch().corrected()).isFalse();
		NominationPage page = this.story.pages.nomination(row, told.person(person));
		assertThat(page.lines()).isNotEmpty();
		assertThat(page.stale()).isFalse();
	}

	@Test
	void whoScoredOrNominatedDoesNotRecount() {
		Told told = open(TiePolicy.ALL_IN);
		told.hours(told.college.one().get(1), 40);
		long row = told.nominates(told.college.one(), 1);
		told.closes().reviewed();
		told.corrects(row, "hours", "30", null);
		assertThatThrownBy(() -> told.corrects(row, "hours", "50", null)).as("the one who corrected it")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(
				() -> this.story.recounts.correct(told.id, null, row, "hours", "-1", "更正", told.committee(1)))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void hundredsOfEqualsAreNamedAndSettled() {
		Told told = this.story
			.announces(this.story.college(),
					plain(AwardJudged.PERSON, AwardStory.hours(), List.of(AwardStory.level("一等奖", 2)),
							TiePolicy.COMMITTEE, List.of()))
			.allots();
		List<Long> persons = this.story.people.crowd(told.college.units().branch(), 700);
		told.nominates(told.college.one(), 1);
		Nomination like = this.story.nominations.live(told.id).get(0);
		persons.forEach(
				(person) -> this.story.nominations.add(
						new Nomination(0, told.id, Subject.person(person, "众多并列者" + person), like.unitId(),
								like.unitName(), like.unitPath(), false, like.by(), like.grounds(),
								NominationState.NOMINATED, List.of(), null, null, null, null, null),
						this.story.clock.instant()));
		told.closes().reviewed();
		List<Long> tied = new ArrayList<>(this.story.ranking.tie(told.batch()).orElseThrow().subjects());
		assertThat(tied).hasSize(701);
		Collections.reverse(tied);
		this.story.ranking.settleTie(told.id, tied, null, told.committee(0));
		assertThat(this.story.nominations.placed(told.id)).extracting(Nomination::id)
			.containsExactlyInAnyOrder(tied.get(0), tied.get(1));
		assertThat(this.trail.of(told.id, 1).get(0).reason()).hasSize(2000).startsWith("众多并列者").endsWith("…");
		told.confirms();
	}

	private static AwardDefinition plain(AwardJudged judged, ScoringScheme scheme, List<AwardLevel> levels,
			TiePolicy ties, List<AwardExclusion> exclusions) {
		return new AwardDefinition("先进", judged, AwardPeriod.CALENDAR_YEAR, true, levels, true, true, List.of(), scheme,
				List.of(), ties, List.of(), exclusions,
				List.of(new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.SCHOOL, 3)),
				new AwardCertificate("荣誉证书", "{name}"));
	}

	@Test
	void tooManyFailedCoursesOrASanctionBarTheCollective() {
		College college = this.story.college();
		long third = this.story.people.unit(college.units().generalBranch(), UnitKind.BRANCH, "CLASS");
		long secretary = this.story.people.member(third);
		this.story.people.appoint(secretary, Roles.BRANCH_SECRETARY, third);
		Told told = this.story.announces(college,
				plain(AwardJudged.CLASS, null, List.of(AwardStory.level("先进班集体", 3)), TiePolicy.ALL_IN,
						List.of(new AwardExclusion(AwardExclusion.Kind.COLLECTIVE_SANCTION, null, null),
								new AwardExclusion(AwardExclusion.Kind.COLLECTIVE_FAILED, null, 10))))
			.allots();
		List.of("K1", "K2").forEach((key) -> this.marks.item(third, MarkItemCard.course(key, key), told.committee(0)));
		fails(told, college.one(), 11);
		fails(told, college.two(), 10);
		this.marks.enter(MarkEntry.of(college.two().get(5), "K2", "2022-2023", "40"), "补录", told.committee(0));
		this.marks.enter(MarkEntry.of(college.two().get(5), "K1", "2023-2024", "60"), "补录", told.committee(0));
		this.story.ledger.record(college.two().get(1),
				Booking.one(EntryKind.SANCTION, LocalDate.of(2023, 12, 31), "记过", "处分决定", null), Actor.SYSTEM);
		this.story.ledger.record(secretary,
				Booking.one(EntryKind.SANCTION, LocalDate.of(2024, 12, 31), "记过", "处分决定", null), Actor.SYSTEM);
		long eleven = unit(told, college.units().branch(), college.one().get(0));
		long ten = unit(told, college.second(), college.two().get(0));
		long punished = unit(told, third, secretary);
		told.closes();
		assertThat(told.row(eleven).state()).isEqualTo(NominationState.UNMET);
		assertThat(told.row(eleven).unmet()).extracting(Message::key)
			.containsExactly("refusal.award.barred.COLLECTIVE_FAILED");
		assertThat(told.row(ten).state()).as("exactly 10, and a sanction of the year before")
			.isEqualTo(NominationState.ELIGIBLE);
		assertThat(told.row(punished).unmet()).extracting(Message::key)
			.containsExactly("refusal.award.barred.COLLECTIVE_SANCTION");
	}

	/** Two courses in turn, of each person once. */
	private void fails(Told told, List<Long> persons, int times) {
		for (int i = 0; i < times; i++) {
			this.marks.enter(MarkEntry.of(persons.get(i / 2), "K" + (i % 2 + 1), "2023-2024", "59"), "补录",
					told.committee(0));
		}
	}

	private long unit(Told told, long branch, long secretary) {
		return this.story.nominating.nominate(told.id, branch, branch, "集体表现好", told.person(secretary));
	}

	@Test
	void whoBookedOrImportedWhatIsScoredRecountsNothingOfIt() {
		Told told = open(TiePolicy.ALL_IN);
		told.hours(told.college.one().get(1), 40).hours(told.college.two().get(1), 30);
		long row = told.nominates(told.college.one(), 1);
		long other = told.nominates(told.college.two(), 1);
		told.closes().reviewed();
		assertThatThrownBy(
				() -> this.story.recounts.correct(told.id, null, row, "hours", "25", "更正", told.committee(0)))
			.as("booked it")
			.isInstanceOf(Refusal.NotAllowed.class);
		long list = recount(told, null);
		long one = recount(told, row);
		assertThatThrownBy(() -> this.story.recounts.stands(list, "无误", told.committee(0))).as("of the whole list too")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.story.recounts.stands(one, "无误", told.committee(0)))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.story.recounts.strike(one, row, "不属实", told.committee(0)))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> told.corrects(other, "hours", "22", one)).as("not whom the objection named")
			.isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.story.recounts.strike(one, other, "不属实", told.committee(1)))
			.isInstanceOf(Refusal.NotFound.class);
		told.corrects(row, "hours", "25", one);
		assertThatThrownBy(() -> this.story.recounts.stands(list, "无误", told.committee(2))).as("corrected one of it")
			.isInstanceOf(Refusal.NotAllowed.class);
		this.story.recounts.stands(list, "无误", told.committee(1));
		assertThat(told.row(row).rank()).as("ranked before anybody confirms").isEqualTo(2);
		told.confirms();
	}

	@Test
	void whoEnteredTheMarkDoesNotRecountIt() {
		College college = this.story.college();
		ScoringScheme scheme = new ScoringScheme(List.of(new ScoreComponent("conduct", "思想品德",
				ScoreComponent.Source.MARKS, "PD1", false, Rational.ZERO, Rational.HUNDRED)), new Component("conduct"),
				new RoundingRule(RoundingRule.Mode.HALF_UP, 2));
		Told told = this.story
			.announces(college,
					plain(AwardJudged.PERSON, scheme, List.of(AwardStory.level("一等奖", 1)), TiePolicy.ALL_IN, List.of()))
			.allots();
		this.marks.item(college.units().branch(), MarkItemCard.score("PD1", "思想品德", BigDecimal.valueOf(100)),
				told.committee(1));
		this.marks.enter(MarkEntry.of(college.one().get(1), "PD1", "2024", "88"), "补录", told.committee(1));
		long row = told.nominates(college.one(), 1);
		told.closes().reviewed();
		assertThat(told.row(row).score()).isEqualByComparingTo("88");
		assertThatThrownBy(
				() -> this.story.recounts.correct(told.id, null, row, "conduct", "90", "更正", told.committee(1)))
			.isInstanceOf(Refusal.NotAllowed.class);
		told.corrects(row, "conduct", "90", null);
		assertThat(told.row(row).score()).isEqualByComparingTo("90");
	}

	private long recount(Told told, Long row) {
		this.story.openRecounts.open(told.id, -100 * told.id - ((row != null) ? row : 0), row,
				this.story.clock.instant());
		return this.story.openRecounts.of(told.id).get(0).id();
	}

	@Test
	void whoeverConfirmsHasSeenTheListAndThePlacesStay() {
		Told told = this.story.announces(this.story.college(),
				plain(AwardJudged.PERSON, AwardStory.hours(), List.of(new AwardLevel("一等奖",
						QuotaRule.share(Rational.of(1, 2), RoundingRule.Mode.FLOOR, false), AwardBase.ENTRIES, null)),
						TiePolicy.ALL_IN, List.of()))
			.allots();
		List<Long> rows = new ArrayList<>();
		for (int i = 1; i <= 4; i++) {
			told.hours(told.college.one().get(i), 60 - 10 * i);
			rows.add(told.nominates(told.college.one(), i));
		}
		told.closes().reviewed();
		assertThat(this.story.nominations.placed(told.id)).extracting(Nomination::id)
			.containsExactly(rows.get(0), rows.get(1));
		this.story.nominating.withdraw(rows.get(0), "个人原因", told.person(told.college.one().get(1)));
		assertThat(told.batch().corrected()).as("ranked at once").isFalse();
		assertThat(this.story.nominations.placed(told.id)).as("two places, as at the first ranking")
			.extracting(Nomination::id)
			.containsExactly(rows.get(1), rows.get(2));
		Batch batch = told.batch();
		batch.corrects();
		this.story.repository.saveAndFlush(batch);
		assertThatThrownBy(told::confirms).isInstanceOf(Refusal.Conflict.class).hasMessageContaining("listChanged");
	}

	@Test
	void theCheckTakesNobodyInAgainWhoIsOff() {
		Told told = open(TiePolicy.NONE);
		long row = told.nominates(told.college.one(), 1);
		this.story.nominating.withdraw(row, "本人放弃", told.person(told.college.one().get(1)));
		this.story.nominations.checked(told.id, Map.of(row, List.of()));
		assertThat(told.row(row).state()).isEqualTo(NominationState.WITHDRAWN);
	}

	/** Every judge gives everybody the same: nothing is left to tell them apart. */
	@Test
	void allMarksEqualPlaceAllOrNobodyAsDeclared() {
		for (TiePolicy ties : List.of(TiePolicy.ALL_IN, TiePolicy.NONE)) {
			Told told = this.story
				.announces(this.story.college(),
						AwardStory.definition("十佳" + ties, AwardStory.panelled(), List.of(AwardStory.level("十佳", 2)),
								ties, List.of()))
				.allots();
			List<Long> rows = new ArrayList<>();
			for (int person = 1; person <= 3; person++) {
				rows.add(told.nominates(told.college.one(), person));
			}
			told.closes();
			this.story.batches.panel(told.id, told.college.committee(), told.committee(0));
			Map<String, String> same = new HashMap<>();
			rows.forEach((row) -> same.put(row + "." + AwardStory.PANEL, "85"));
			told.college.committee()
				.forEach((judge) -> assertThat(this.story.panel.mark(told.id, same, told.person(judge))).isEmpty());
			told.answers("sumUp", Map.of()).reviewed();
			assertThat(rows).allSatisfy((row) -> {
				assertThat(told.row(row).score()).isEqualByComparingTo("85");
				assertThat(told.row(row).rank()).isEqualTo(1);
			});
			assertThat(this.story.nominations.placed(told.id)).hasSize((ties == TiePolicy.ALL_IN) ? 3 : 0);
		}
	}

	/** A calendar that does not know the next year is asked, never guessed. */
	@Test
	void aNoticeIntoAYearWithoutCalendarDataIsRefusedAndNothingIsLost() {
		int year = this.jdbc.sql("SELECT MAX(year_no) FROM calendar_year").query(Integer.class).single();
		this.story.at(LocalDate.of(year, 12, 20));
		Told told = open(TiePolicy.ALL_IN);
		long one = told.nominates(told.college.one(), 1);
		told.until(LocalDate.of(year, 12, 31)).reviewed();
		assertThatThrownBy(told::confirms).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("refusal.kernel.calendarYear")
			.hasMessageContaining(Integer.toString(year + 1));
		assertThat(told.boxes()).as("waits for the calendar").containsExactly("confirm");
		assertThat(told.row(one).rank()).isEqualTo(1);
		assertThat(this.story.notices.noticeOf(told.caseId(), BatchNotice.MATTER)).isEmpty();
	}

	@Test
	void aMonthlyAwardIsAnnouncedOnceByTheTimer() {
		College college = this.story.college();
		AwardDefinition day = new AwardDefinition("最佳团日活动", AwardJudged.ACTIVITY, AwardPeriod.MONTH, true,
				List.of(AwardStory.level("最佳团日", 1)), false, false, List.of(), AwardStory.panelled(), List.of(),
				TiePolicy.ALL_IN, List.of(), List.of(), List.of(), new AwardCertificate("荣誉证书", "{name}"));
		long edition = this.story.editions.edition(college.units().committee(), day);
		YearMonth month = YearMonth.of(2025, 2);
		AwardEditionCard card = due(month, edition).get(0).edition();
		long batch = this.monthly.announce(card, month);
		assertThat(this.story.repository.of(batch).theme()).isEqualTo("both");
		assertThat(this.story.repository.of(batch).name()).isEqualTo("2025年2月最佳团日活动");
		assertThat(due(month, edition)).isEmpty();
		assertThat(due(month.plusMonths(3), edition)).as("nothing ran for three months")
			.extracting(MonthlyBatchService.Due::month)
			.containsExactly(month.plusMonths(1), month.plusMonths(2), month.plusMonths(3));
		assertThat(due(month.plusMonths(40), edition)).as("a year at most").hasSize(12);
	}

	private List<MonthlyBatchService.Due> due(YearMonth last, long edition) {
		return this.monthly.due(last).stream().filter((one) -> one.edition().id() == edition).toList();
	}

}
