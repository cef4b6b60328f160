package org.leagueflow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.Statements;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.meeting.ItemDecided;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.leagueflow.publicity.Objections.Objecting;
import org.leagueflow.recommendation.BranchCandidatesPage.Row;
import org.leagueflow.recommendation.RecommendationStory.College;
import org.leagueflow.recommendation.RecommendationStory.Told;
import org.leagueflow.requirement.Requirement;
import org.leagueflow.voting.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a recommendation refuses, each with its rule and what would satisfy it. */
@StoryTest
class RecommendationRulesTests {

	@Autowired
	RecommendationStory story;

	@Autowired
	RecommendationPageService pages;

	@Autowired
	RecommendationWay way;

	@Autowired
	HandOverService handOvers;

	@Autowired
	BranchVote vote;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	People people;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void aBranchOfFourHasNoPlaceAndSaysSoInWords() {
		College college = this.story.college(4);
		this.story.ready(college, college.members().get(3));
		assertThatThrownBy(() -> this.story.proposes(college, 3)).isInstanceOfSatisfying(Refusal.Invalid.class,
				(no) -> assertThat(no.fields().get("person"))
					.satisfies((why) -> assertThat(why.key()).isEqualTo("refusal.recommendation.noPlaceAtAll"))
					.satisfies((why) -> assertThat(why.args()).containsExactly(4, 20, "中青发〔2019〕9号")));
		this.story.policy(college, RecommendationRules.CAP_MIN_ONE, "true");
		assertThat(this.story.proposes(college, 3).stage()).isEqualTo("recommend");
	}

	@Test
	void roundingHalfUpIsTheUnitsChoice() {
		College college = this.story.college(8);
		PlaceStanding floor = standing(college);
		assertThat(floor.most()).isEqualTo(1);
		this.story.policy(college, RecommendationRules.CAP_HALF_UP, "true");
		assertThat(standing(college).most()).isEqualTo(2);
	}

	private PlaceStanding standing(College college) {
		return this.pages.branch(college.branch(), Line.PARTY_ACTIVIST, this.story.member(college, 0)).places();
	}

	@Test
	void theBranchPageSaysWhoCanBeRecommendedAndWhoNotAndWhy() {
		College college = this.story.college(10);
		this.story.ready(college, college.members().get(5));
		long newcomer = this.story.people.youth(college.branch(), this.story.clock.today().minusYears(18));
		this.story.people.memberSince(newcomer, college.branch(), this.story.clock.today().minusYears(1).plusDays(1));
		this.story.ready(college, newcomer);
		BranchCandidatesPage page = this.pages.branch(college.branch(), Line.PARTY_ACTIVIST,
				this.story.member(college, 0));
		assertThat(page.able()).isEqualTo(1);
		assertThat(page.rows().get(0).person().id()).isEqualTo(college.members().get(5));
		assertThat(row(page, newcomer).missing()).extracting(Requirement::key)
			.as("one day short of a year since the branch meeting")
			.containsExactly("p2LeagueAge");
		assertThat(row(page, college.members().get(6)).missing()).extracting(Requirement::key)
			.containsExactly("p2Applied", "p2Guidance", "p2Volunteer", "p2Study");
		assertThat(page.rows()).flatExtracting(Row::requirements)
			.extracting((one) -> ((Requirement) one).source())
			.doesNotContainNull();
	}

	private static Row row(BranchCandidatesPage page, long person) {
		return page.rows().stream().filter((row) -> row.person().id() == person).findFirst().orElseThrow();
	}

	@Test
	void aBranchIsAskedByAFixedNumberOfStatements() throws Exception {
		College small = this.story.college(5);
		College large = this.story.college(40);
		Actor one = actor(small);
		Actor other = actor(large);
		this.pages.branch(small.branch(), Line.PARTY_CANDIDATE, one);
		var few = Statements.of(() -> this.pages.branch(small.branch(), Line.PARTY_CANDIDATE, one));
		var many = Statements.of(() -> this.pages.branch(large.branch(), Line.PARTY_CANDIDATE, other));
		assertThat(many.lines()).hasSameSizeAs(few.lines());
	}

	private Actor actor(College college) {
		return this.story.member(college, 0);
	}

	@Test
	void leagueAgeCountsFromTheBranchMeetingAndTheAnniversaryIsEnough() {
		College college = this.story.college(10);
		long person = this.story.people.youth(college.branch(), LocalDate.of(2006, 1, 1));
		this.story.people.memberSince(person, college.branch(), this.story.clock.today().minusYears(1));
		this.story.ready(college, person);
		assertThat(this.story.proposes(college, person, Line.PARTY_ACTIVIST).stage()).isEqualTo("recommend");
	}

	@Test
	void bornOn29FebruaryIsEighteenOnTheLastDayOfFebruary() {
		this.story.at(LocalDate.of(2026, 2, 27));
		College college = this.story.college(10);
		long person = this.story.people.youth(college.branch(), LocalDate.of(2008, 2, 29));
		this.story.people.memberSince(person, college.branch(), LocalDate.of(2023, 5, 4));
		this.story.ready(college, person);
		assertThatThrownBy(() -> this.story.proposes(college, person, Line.PARTY_ACTIVIST))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("p2Age");
		this.story.at(LocalDate.of(2026, 2, 28));
		assertThat(this.story.proposes(college, person, Line.PARTY_ACTIVIST).stage()).isEqualTo("recommend");
	}

	@Test
	void aRecommendationVotedOn29FebruaryIsValidToTheLastDayOfFebruary() {
		Recommendation one = new Recommendation(new org.leagueflow.kernel.CaseId(1), 1, 1, Line.PARTY_ACTIVIST, false,
				false, LocalDate.of(2024, 2, 1));
		one.passed(true, LocalDate.of(2024, 2, 29), 24);
		assertThat(one.validUntil()).isEqualTo("2026-02-28");
	}

	@Test
	void on28thBirthdayTheBranchNoLongerVotes() {
		College college = this.story.college(10);
		LocalDate birthday = LocalDate.of(1997, 3, 4);
		var person = this.people.person(this.story.people.youth(college.branch(), birthday));
		assertThat(this.way.young(person, LocalDate.of(2025, 3, 3))).isTrue();
		assertThat(this.way.young(person, LocalDate.of(2025, 3, 4))).isFalse();
	}

	@Test
	void withoutVolunteerServiceNobodyIsRecommended() {
		College college = this.story.college(10);
		long person = college.members().get(5);
		var secretary = this.story.member(college, 0);
		LocalDate day = this.story.clock.today();
		this.story.book(secretary, person, Booking.one(EntryKind.PARTY_APPLICATION, day, "入党申请书", "原件", null));
		this.story.book(secretary, person, Booking.one(EntryKind.GUIDANCE, day, "推优前谈心", "记录", null));
		this.story.book(secretary, person, Booking.tenths(EntryKind.STUDY_HOURS, day, 80, "理论学习", "签到表", null));
		assertThatThrownBy(() -> this.story.proposes(college, 5)).hasMessageContaining("p2Volunteer");
		this.story.book(secretary, person, Booking.tenths(EntryKind.VOLUNTEER_HOURS, day, 1, "社区服务", "证明", null));
		assertThat(this.story.proposes(college, 5).stage()).isEqualTo("recommend");
	}

	@Test
	void aSanctionBarsForItsMonths() {
		College college = this.story.college(10);
		long person = college.members().get(5);
		this.story.ready(college, person);
		this.story.book(this.story.member(college, 0), person, Booking.one(EntryKind.SANCTION,
				this.story.clock.today().minusMonths(12).plusDays(1), "警告", "决定", null));
		assertThatThrownBy(() -> this.story.proposes(college, 5)).hasMessageContaining("p2Discipline");
		this.story.at(this.story.clock.today().plusDays(1));
		assertThat(this.story.proposes(college, 5).stage()).isEqualTo("recommend");
	}

	@Test
	void onePersonHasOneRunningRecommendation() {
		College college = this.story.college(10);
		this.story.ready(college, college.members().get(5));
		this.story.proposes(college, 5);
		assertThatThrownBy(() -> this.story.proposes(college, 5)).hasMessageContaining("running");
	}

	@Test
	void nobodyRatesThemselvesAndTooFewRatersAreRefused() {
		Told told = proposed();
		assertThatThrownBy(
				() -> told.answers("appointRaters", told.member(1), Map.of("raters", List.of(told.id(2), told.id(3)))))
			.hasMessageContaining("raters");
		assertThatThrownBy(() -> told.answers("appointRaters", told.member(1),
				Map.of("raters", List.of(told.id(2), told.id(3), Long.toString(told.person)))))
			.as("the person is not among those offered")
			.isInstanceOf(Refusal.Invalid.class);
		told.answers("appointRaters", told.member(1), Map.of("raters", List.of(told.id(2), told.id(3), told.id(4))));
		assertThatThrownBy(() -> this.story.marks.give(told.caseId, Told.all("90"), "自评", null, told.member(5)))
			.hasMessageContaining("ratesSelf");
		assertThatThrownBy(() -> told.marks(6, "90")).as("no rater").isInstanceOf(Refusal.NotFound.class);
		told.marks(2, "90");
		assertThatThrownBy(() -> told.marks(2, "95")).hasMessageContaining("markedTwice");
	}

	@Test
	void theUnitsWeightsMake100PercentOrNobodyRates() {
		Told told = proposed();
		this.story.policy(told.college, Dimension.VIRTUE.rule(), "24");
		assertThatThrownBy(() -> told.answers("appointRaters", told.member(1),
				Map.of("raters", List.of(told.id(2), told.id(3), told.id(4)))))
			.hasMessageContaining("weights")
			.hasMessageContaining("99");
		this.story.policy(told.college, Dimension.ABILITY.rule(), "26");
		told.rated();
		this.story.policy(told.college, Dimension.ABILITY.rule(), "50");
		told.answers("appraise", told.member(1), Map.of("conclusion", "好", "proposal", "propose"));
		assertThat(told.record().weights().of(Dimension.ABILITY)).as("as when the raters were chosen").isEqualTo(26);
	}

	@Test
	void aRaterWhoLeavesIsReplacedAndTheMarksStayMarked() {
		Told told = proposed();
		told.answers("appointRaters", told.member(1), Map.of("raters", List.of(told.id(2), told.id(3), told.id(4))));
		told.marks(2, "90").marks(3, "50");
		assertThatThrownBy(
				() -> told.answers("appraise", told.member(1), Map.of("conclusion", "好", "proposal", "propose")))
			.hasMessageContaining("marksMissing");
		long leaving = told.college.members().get(3);
		this.story.marks.replace(told.caseId, leaving, told.college.members().get(6), "转学", told.member(1));
		AppraisalView view = this.story.marks.view(told.caseId);
		assertThat(view.rows()).extracting(AppraisalView.Row::left).containsExactly(false, true);
		told.marks(6, "90").marks(4, "90");
		told.answers("appraise", told.member(1), Map.of("conclusion", "好", "proposal", "propose"));
		assertThat(told.record().score()).as("marks of who left do not count").isEqualByComparingTo("90");
		assertThatThrownBy(() -> this.story.marks.replace(told.caseId, told.college.members().get(6), leaving, "晚了",
				told.member(1)))
			.hasMessageContaining("appraised");
	}

	@Test
	void aRaterWhoIsNoLongerOnTheRollIsMissedUntilReplaced() {
		Told told = proposed();
		told.answers("appointRaters", told.member(1), Map.of("raters", List.of(told.id(2), told.id(3), told.id(4))));
		told.marks(2, "90").marks(3, "90");
		long leaving = told.college.members().get(4);
		this.story.people.departs(leaving);
		assertThatThrownBy(
				() -> told.answers("appraise", told.member(1), Map.of("conclusion", "好", "proposal", "propose")))
			.hasMessageContaining("marksMissing");
		this.story.marks.replace(told.caseId, leaving, told.college.members().get(6), "毕业离校", told.member(1));
		told.marks(6, "90").answers("appraise", told.member(1), Map.of("conclusion", "好", "proposal", "propose"));
		assertThat(told.record().score()).isEqualByComparingTo("90");
	}

	@Test
	void outliersAreShownAndCount() {
		Told told = proposed();
		told.answers("appointRaters", told.member(1), Map.of("raters", List.of(told.id(2), told.id(3), told.id(4))));
		told.marks(2, "90").marks(3, "88").marks(4, "40");
		AppraisalView view = this.story.marks.view(told.caseId);
		assertThat(view.anyOutlier()).isTrue();
		assertThat(view.score()).isEqualByComparingTo("72.67");
	}

	private Told proposed() {
		College college = this.story.college(11);
		this.story.ready(college, college.members().get(5));
		return this.story.proposes(college, 5);
	}

	@Test
	void feedbackBeforeTheHandOverAndAHandOverTwiceAreRefused() {
		Told told = proposed().onNotice().noticeOver();
		LocalDate today = told.today();
		assertThatThrownBy(() -> this.handOvers.feedback(told.caseId, told.liaison(), true, today, "同意"))
			.hasMessageContaining("notHandedOver");
		assertThatThrownBy(() -> this.handOvers.receive(told.caseId, told.liaison(), today, "李老师"))
			.hasMessageContaining("notHandedOver");
		told.handedOver();
		assertThatThrownBy(() -> this.handOvers.handOver(told.caseId, told.committee(), told.college.party(), today))
			.hasMessageContaining("handedOver");
		assertThatThrownBy(() -> this.handOvers.feedback(told.caseId, told.liaison(), true, today.plusDays(1), "同意"))
			.as("a day to come")
			.isInstanceOf(Refusal.Invalid.class);
		told.received();
		assertThatThrownBy(() -> this.handOvers.receive(told.caseId, told.liaison(), today, "李老师"))
			.hasMessageContaining("received");
	}

	@Test
	void aLapsedRecommendationIsNotHandedOverEvenWhenItsTimerIsLate() {
		Told told = proposed().onNotice().noticeOver();
		told.days((int) (told.record().validUntil().plusDays(1).toEpochDay() - told.today().toEpochDay()));
		assertThatThrownBy(() -> told.handedOver()).hasMessageContaining("lapsed");
	}

	@Test
	void anObjectionAfterTheNoticeIsRefused() {
		Told told = proposed().onNotice();
		long notice = told.notice().id();
		told.noticeOver();
		assertThatThrownBy(() -> this.story.objections.file(notice, new Objecting("李同学", "139", "晚了"), null))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void aMemberWhoMovesDuringTheNoticeKeepsTheRecommendationOfTheBranchThatVoted() {
		Told told = proposed().onNotice();
		long elsewhere = this.story.people.unit(told.college.units().generalBranch(), UnitKind.BRANCH, "CLASS");
		this.story.people.moves(told.person, elsewhere);
		assertThat(this.story.cases.card(told.caseId).unitId()).isEqualTo(told.college.branch());
		told.noticeOver().handedOver().received().feedback("yes").endsAs("listed");
		assertThat(this.story.ledger.days(List.of(told.person), EntryKind.PARTY_ACTIVIST, told.today()))
			.as("what the Party said is on record, though the person is elsewhere")
			.isNotEmpty();
	}

	@Test
	void aYearWithoutCalendarDataIsRefusedInWordsAndNothingIsLost() {
		this.story.at(LocalDate.of(2036, 3, 3));
		Told told = proposed().appraised().voted(9).investigated("support");
		assertThatThrownBy(() -> told.reviewed("agree")).hasMessageContaining("calendarYear");
		assertThat(told.boxes()).as("the answer was not taken; the step still waits").containsExactly("review");
		assertThat(told.record().reviewedOn()).isNull();
	}

	@Test
	void whoeverWaitsForTheSameMeetingCountsNoPapers() {
		College college = this.story.college(11);
		List.of(9, 10).forEach((member) -> {
			this.story.ready(college, college.members().get(member));
			this.story.proposes(college, member).appraised();
		});
		Told told = new Told(this.story, college, college.members().get(9),
				this.story.cases.openOf(college.members().get(9), "recommendation").get(0));
		// The fixture takes the last two who came as tellers: both stand for this
		// meeting.
		assertThatThrownBy(() -> told.voted(9)).isInstanceOf(Refusal.class);
	}

	@Test
	void aPersonWithoutRightsIsNotVotedOn() {
		Told told = proposed().appraised();
		this.story.people.restricts(told.person);
		assertThatThrownBy(() -> told.voted(9)).hasMessageContaining("notEligibleNow");
	}

	@Test
	void whoeverMovedToAnotherBranchIsNotVotedOnByTheOldOne() {
		Told told = proposed().appraised();
		long other = this.story.people.unit(told.college.units().generalBranch(), UnitKind.BRANCH, "CLASS");
		this.story.people.moves(told.person, other);
		assertThatThrownBy(() -> told.voted(9)).hasMessageContaining("movedAway");
		assertThat(told.stage()).as("nothing is lost").isEqualTo("decide");
	}

	@Test
	void twoThirdsMayBeAskedForAndTwoThirdsAreEnough() {
		College college = this.story.college(12);
		this.story.policy(college, RecommendationRules.TWO_THIRDS, "true");
		this.story.ready(college, college.members().get(5));
		Told told = this.story.proposes(college, 5).appraised();
		this.story.meetings.inVain(MeetingKind.BRANCH_GENERAL_MEETING, college.branch(), told.secretary(),
				college.members().subList(0, 7));
		assertThat(told.stage()).isEqualTo("decide");
		this.story.meetings.decide(MeetingKind.BRANCH_GENERAL_MEETING, college.branch(), told.secretary(),
				college.members().subList(0, 8), Map.of(told.caseId, 7));
		assertThat(told.stage()).as("8 of 12 came, 7 of 12 were in favour").isEqualTo("inquire");
	}

	@Test
	void fourMeetingsAtOnceNeverTakeMoreThanTheTwoPlacesOfTheLine() throws Exception {
		College college = this.story.college(11);
		List<Told> four = List.of(5, 6, 7, 8).stream().map((member) -> {
			this.story.ready(college, college.members().get(member));
			return this.story.proposes(college, member).appraised();
		}).toList();
		ExecutorService meetings = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> votes = four.stream().map((told) -> (Callable<Void>) () -> {
				this.transactions.executeWithoutResult(
						(status) -> this.vote.decided(new ItemDecided(told.caseId, "recommendation", BranchVote.MATTER,
								1, MeetingKind.BRANCH_GENERAL_MEETING, 1, Outcome.PASSED, told.today(), null)));
				return null;
			}).toList();
			for (Future<Void> vote : meetings.invokeAll(votes)) {
				vote.get();
			}
		}
		finally {
			meetings.shutdownNow();
		}
		assertThat(four).filteredOn((told) -> told.record().placed()).hasSize(2);
		assertThat(standing(college).left()).isZero();
		assertThat(this.pages.branch(college.branch(), Line.PARTY_CANDIDATE, actor(college)).places().left())
			.as("each line has places of its own")
			.isEqualTo(2);
	}

}
