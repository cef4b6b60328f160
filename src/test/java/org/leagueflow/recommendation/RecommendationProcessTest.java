package org.leagueflow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.CaseEndings;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.WalksWholeDiagram;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.leagueflow.recommendation.RecommendationStory.College;
import org.leagueflow.recommendation.RecommendationStory.Told;
import org.springframework.beans.factory.annotation.Autowired;

/** The party recommendation from the proposal to each of its ends. */
@StoryTest
@WalksWholeDiagram("recommendation")
class RecommendationProcessTest {

	@Autowired
	RecommendationStory story;

	@Autowired
	RecommendationPlaces places;

	@Autowired
	People people;

	@Autowired
	Models models;

	@Autowired
	CaseEndings endings;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void theDiagramIsSound() {
		var files = this.models.folders().get("recommendation");
		assertThat(this.models.check("recommendation", files)).isEmpty();
		assertThat(this.models.overlaps("recommendation", files)).isEmpty();
	}

	private Told proposed() {
		College college = this.story.college(11);
		this.story.ready(college, college.members().get(5));
		return this.story.proposes(college, 5);
	}

	/** The same where the committee reviews before the meeting. */
	private Told proposedForReviewFirst() {
		College college = this.story.college(11);
		this.story.policy(college, RecommendationRules.REVIEW_FIRST, "true");
		this.story.ready(college, college.members().get(5));
		return this.story.proposes(college, 5);
	}

	@Test
	void recommendedAndListedAndThenOnTheSecondLine() {
		Told told = proposed();
		assertThat(told.stage()).isEqualTo("recommend");
		told.appraised();
		assertThat(told.record().score()).isEqualByComparingTo("87.83");
		assertThat(told.stage()).isEqualTo("decide");
		LocalDate meeting = told.today();
		told.voted(9);
		assertThat(told.boxes()).as("passing leads to the investigation, not to approval")
			.containsExactly("decideFinding");
		assertThat(told.record().validUntil()).isEqualTo(meeting.plusYears(2));
		told.investigated("support").reviewed("agree");
		assertThat(told.stage()).isEqualTo("publish");
		told.noticeOver().handedOver().received().feedback("yes");
		told.endsAs("listed");
		assertThat(told.record().standing()).isEqualTo(Standing.LISTED);
		assertThat(this.story.ledger.days(List.of(told.person), EntryKind.PARTY_ACTIVIST, told.today())).isNotEmpty();
		secondLine(told);
	}

	/**
	 * A year as an activist and the training later the same person on the second line.
	 */
	private void secondLine(Told told) {
		assertThatThrownBy(() -> this.story.proposes(told.college, told.person, Line.PARTY_CANDIDATE))
			.isInstanceOf(Refusal.Invalid.class);
		told.days(366);
		for (int day = 0; day < 2; day++) {
			this.story.book(told.secretary(), told.person,
					Booking.tenths(EntryKind.PARTY_TRAINING, told.today().minusDays(day), 140, "党校培训", "证书", null));
		}
		Told second = this.story.proposes(told.college, told.person, Line.PARTY_CANDIDATE);
		second.appraised().voted(8);
		assertThat(second.stage()).isEqualTo("inquire");
	}

	@Test
	void theCommitteeMayReviewBeforeTheMeeting() {
		Told told = proposedForReviewFirst().appraised();
		assertThat(told.boxes()).containsExactly("review");
		told.reviewed("agree");
		assertThat(told.stage()).isEqualTo("decide");
		told.voted(9).investigated("support");
		assertThat(told.stage()).as("the review was before").isEqualTo("publish");
		told.noticeOver().handedOver().received().feedback("no").endsAs("notListed");
		assertThat(told.record().feedbackReason()).isEqualTo("党支部研究决定");
	}

	@Test
	void theCommitteeMayRefuse() {
		proposedForReviewFirst().appraised().reviewed("refuse").endsAs("reviewRefused");
	}

	@Test
	void aBranchMayNotTakeUpWhatAMemberAppliedFor() {
		Told told = applied();
		assertThat(told.boxes()).containsExactly("nominate");
		told.answers("nominate", told.member(1), Map.of("nomination", "decline", "opinion", "再培养一段时间"))
			.endsAs("declined");
	}

	@Test
	void aMemberAppliesWhereTheUnitLetsMembers() {
		Told told = applied();
		told.answers("nominate", told.member(1), Map.of("nomination", "recommend", "opinion", "同意推荐"));
		assertThat(told.boxes()).containsExactly("appointRaters");
	}

	private Told applied() {
		College college = this.story.college(11);
		long person = college.members().get(5);
		this.story.ready(college, person);
		Actor member = this.story.people.actor(person);
		Map<String, Object> answers = Map.of("line", "party-activist", "grounds", "我志愿申请");
		assertThatThrownBy(() -> this.story.inbox.start("recommendation", member, answers, RecommendationStory.key()))
			.as("members do not apply as a rule")
			.isInstanceOf(Refusal.NotAllowed.class)
			.hasMessageContaining("branchStarts");
		this.story.policy(college, RecommendationRules.MEMBER_STARTS, "true");
		return new Told(this.story, college, person,
				this.story.inbox.start("recommendation", member, answers, RecommendationStory.key()));
	}

	@Test
	void anAppraisalMayEndIt() {
		Told told = proposed().rated();
		told.answers("appraise", told.member(1), Map.of("conclusion", "尚需努力", "proposal", "stop"))
			.endsAs("notProposed");
	}

	@Test
	void aFailedVoteEndsIt() {
		Told told = proposed().appraised().voted(5);
		told.endsAs("voteFailed");
		assertThat(this.places.of(Line.PARTY_ACTIVIST, unit(told), told.today()).taken()).isZero();
	}

	private People.UnitCard unit(Told told) {
		return this.people.unit(told.college.branch());
	}

	@Test
	void aVoidMeetingDecidesNothing() {
		Told told = proposed().appraised();
		this.story.meetings.inVain(MeetingKind.BRANCH_GENERAL_MEETING, told.college.branch(), told.secretary(),
				told.college.members().subList(0, 5));
		assertThat(told.stage()).isEqualTo("decide");
		told.voted(6);
		assertThat(told.stage()).isEqualTo("inquire");
	}

	@Test
	void theFindingIsTheCommitteesAndNoOnesAlone() {
		Told told = proposed().appraised().voted(9);
		Map<String, Object> answers = told.found("support", 1);
		assertThatThrownBy(() -> told.answers("decideFinding", told.member(1), answers))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("notAgreed");
		assertThat(told.boxes()).containsExactly("decideFinding");
		answers.put("opinion", "oppose");
		told.answers("decideFinding", told.member(1), answers);
		told.endsAs("notSuited");
	}

	@Test
	void whomTheCommitteeSupportsNobodyRefusesAlone() {
		Told told = proposed().appraised().voted(9);
		Map<String, Object> answers = told.found("oppose", 3);
		assertThatThrownBy(() -> told.answers("decideFinding", told.member(1), answers))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("agreedThough");
	}

	@Test
	void inABranchWithoutACommitteeTheSecretarySaysWhatWasFound() {
		Told told = proposed().appraised();
		this.story.people.dissolve(Roles.BRANCH_COMMITTEE, told.college.branch());
		told.voted(9);
		assertThat(told.boxes()).containsExactly("investigate");
		told.answers("investigate", told.secretary(),
				Map.of("performance", "一贯表现突出", "opinion", "support", "reasons", "符合条件，群众基础好"));
		assertThat(told.boxes()).containsExactly("review");
	}

	@Test
	void theThirdOfABranchOfElevenFindsNoPlace() {
		College college = this.story.college(11);
		List<Told> three = List.of(5, 6, 7).stream().map((member) -> {
			this.story.ready(college, college.members().get(member));
			return this.story.proposes(college, member).appraised();
		}).toList();
		three.forEach((told) -> told.voted(9));
		assertThat(three.get(0).stage()).isEqualTo("inquire");
		assertThat(three.get(1).stage()).isEqualTo("inquire");
		three.get(2).endsAs("noPlace");
		three.get(0).investigated("oppose").endsAs("notSuited");
		assertThat(this.places.of(Line.PARTY_ACTIVIST, unit(three.get(0)), three.get(0).today()).left())
			.as("a place that led to nothing is free again")
			.isEqualTo(1);
	}

	@Test
	void aPeriodThatIsChangedCountsWhatWasTakenInItBefore() {
		College college = this.story.college(11);
		List<Told> three = List.of(5, 6, 7).stream().map((member) -> {
			this.story.ready(college, college.members().get(member));
			return this.story.proposes(college, member).appraised();
		}).toList();
		three.subList(0, 2).forEach((told) -> told.voted(9));
		this.story.policy(college, RecommendationRules.CAP_MONTHS, "12");
		assertThat(this.places.of(Line.PARTY_ACTIVIST, unit(three.get(0)), three.get(0).today()).taken()).isEqualTo(2);
		three.get(2).voted(9).endsAs("noPlace");
		three.get(0).investigated("oppose").endsAs("notSuited");
		assertThat(this.places.of(Line.PARTY_ACTIVIST, unit(three.get(0)), three.get(0).today()).left()).isEqualTo(1);
	}

	@Test
	void whoeverHoldsPostsInTwoBranchesBeginsForThePeopleOfBoth() {
		College college = this.story.college(11);
		long other = this.story.people.unit(college.units().generalBranch(), UnitKind.BRANCH, "CLASS");
		List<Long> there = IntStream.range(0, 6).mapToObj((i) -> this.story.people.member(other)).toList();
		this.story.people.appoint(college.members().get(0), Roles.BRANCH_SECRETARY, other);
		this.story.ready(college, there.get(3));
		Told told = this.story.proposes(college, there.get(3), Line.PARTY_ACTIVIST);
		assertThat(told.record().branchId()).isEqualTo(other);
		this.story.ready(college, college.members().get(5));
		assertThat(this.story.proposes(college, 5).record().branchId()).isEqualTo(college.branch());
		College strange = this.story.college(6);
		assertThatThrownBy(() -> this.story.proposes(college, strange.members().get(4), Line.PARTY_ACTIVIST))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void anUpheldObjectionEndsIt() {
		Told told = proposed().onNotice();
		told.settled(told.objects(), "upheld").noticeOver().endsAs("objectionUpheld");
	}

	@Test
	void aDismissedObjectionLetsItGoOn() {
		Told told = proposed().onNotice();
		told.settled(told.objects(), "dismissed").noticeOver();
		assertThat(told.boxes()).containsExactly("handOver");
	}

	@Test
	void thePersonMayWithdraw() {
		Told told = proposed().appraised();
		this.endings.withdraw(told.caseId, "准备入伍", this.story.people.actor(told.person));
		told.endsAs("withdrawn");
		assertThat(this.story.meetings.waits(told.college.branch(), MeetingKind.BRANCH_GENERAL_MEETING)).isZero();
	}

	@Test
	void whoeverLeavesDeparts() {
		Told told = proposed().onNotice();
		this.story.people.departs(told.person);
		told.endsAs("departed");
		assertThat(this.places.of(Line.PARTY_ACTIVIST, unit(told), told.today()).taken()).isZero();
	}

	@Test
	void itLapsesOnItsDayAndNotOneDayLater() {
		Told told = proposed().delivered();
		LocalDate last = told.record().validUntil();
		told.until(last.minusDays(30));
		told.until(last);
		assertThat(told.boxes()).as("the last day counts to its end").containsExactly("feedback");
		told.until(last.plusDays(1));
		told.endsAs("lapsed");
		this.story.book(told.secretary(), told.person,
				Booking.tenths(EntryKind.VOLUNTEER_HOURS, told.today(), 50, "社区服务", "证明", null));
		assertThat(this.story.proposes(told.college, 5).stage()).as("recommended anew, earlier records count again")
			.isEqualTo("recommend");
	}

	@Test
	void itMayLapseWhileTheBranchInvestigates() {
		Told told = proposed().appraised().voted(9);
		told.until(told.record().validUntil().plusDays(1)).endsAs("lapsed");
	}

	@Test
	void itMayLapseWhileTheCommitteeReviews() {
		Told told = proposed().appraised().voted(9).investigated("support");
		told.until(told.record().validUntil().plusDays(1)).endsAs("lapsed");
	}

	@Test
	void itLapsesDuringAnOpenObjectionToo() {
		Told told = proposed().onNotice();
		long objection = told.objects();
		LocalDate last = told.record().validUntil();
		told.noticeOver();
		assertThat(told.boxes()).as("an open objection stops it").containsExactly("investigate");
		told.until(last.plusDays(1)).endsAs("lapsed");
		assertThat(this.story.objections.objectionsOf(told.caseId)).extracting((one) -> one.id())
			.as("what was objected stays on record")
			.contains(objection);
		assertThat(told.notice().open()).as("and waits for nobody").isZero();
		assertThat(this.story.objections.openOf(told.caseId)).isEmpty();
		assertThatThrownBy(() -> this.story.objections.settle(objection, true, "属实", told.committee()))
			.hasMessageContaining("withdrawn");
	}

	@Test
	void lateReceiptAndFeedbackAreAskedForAndNothingIsDecided() {
		Told told = proposed().onNotice().noticeOver().handedOver();
		told.until(told.today().plusMonths(3).plusDays(1));
		assertThat(told.boxes()).containsExactly("receive");
		told.received();
		told.until(told.today().plusDays(1));
		assertThat(told.boxes()).containsExactly("feedback");
		told.feedback("yes").endsAs("listed");
	}

	@Test
	void whoeverTurns28BeforeTheMeetingIsHeardOfInstead() {
		College college = this.story.college(11);
		LocalDate birthday = this.story.clock.today().plusDays(20);
		long person = this.story.people.youth(college.branch(), birthday.minusYears(28));
		this.story.people.memberSince(person, college.branch(), this.story.clock.today().minusYears(9));
		this.story.ready(college, person);
		Told told = this.story.proposes(college, person, Line.PARTY_ACTIVIST).appraised();
		told.until(birthday.minusDays(1));
		assertThat(told.stage()).isEqualTo("decide");
		told.until(birthday);
		assertThat(told.boxes()).containsExactly("giveOpinion");
		told.answers("giveOpinion", told.member(1),
				Map.of("opinion", "support", "reasons", "一贯表现良好", "party", "信息系党支部"));
		told.endsAs("opinionSent");
		assertThat(told.record().standing()).isEqualTo(Standing.HEARD);
	}

	@Test
	void whoeverTurns28BeforeTheMarksAreSummedUpLosesNothing() {
		College college = this.story.college(11);
		LocalDate birthday = this.story.clock.today().plusDays(3);
		long person = this.story.people.youth(college.branch(), birthday.minusYears(28));
		this.story.people.memberSince(person, college.branch(), this.story.clock.today().minusYears(9));
		this.story.ready(college, person);
		Told told = this.story.proposes(college, person, Line.PARTY_ACTIVIST);
		told.rated().until(birthday);
		told.answers("appraise", told.member(1), Map.of("conclusion", "表现优秀", "proposal", "propose"));
		told.until(birthday);
		assertThat(told.boxes()).as("heard of instead").containsExactly("giveOpinion");
		assertThat(told.record().score()).as("the marks stay").isNotNull();
	}

	@Test
	void whoeverTurns28DuringTheReviewIsHeardOfInstead() {
		College college = this.story.college(11);
		this.story.policy(college, RecommendationRules.REVIEW_FIRST, "true");
		LocalDate birthday = this.story.clock.today().plusDays(20);
		long person = this.story.people.youth(college.branch(), birthday.minusYears(28));
		this.story.people.memberSince(person, college.branch(), this.story.clock.today().minusYears(9));
		this.story.ready(college, person);
		Told told = this.story.proposes(college, person, Line.PARTY_ACTIVIST).appraised();
		told.until(birthday.plusDays(1));
		assertThat(told.stage()).isEqualTo("examine");
		told.reviewed("agree");
		told.until(birthday.plusDays(2));
		assertThat(told.boxes()).containsExactly("giveOpinion");
	}

	@Test
	void somebodyOfThirtyIsHeardOfFromTheStart() {
		College college = this.story.college(11);
		long person = this.story.people.youth(college.branch(), this.story.clock.today().minusYears(30));
		this.story.book(this.story.member(college, 0), person,
				Booking.one(EntryKind.PARTY_APPLICATION, this.story.clock.today(), "入党申请书", "原件", null));
		Told told = this.story.proposes(college, person, Line.PARTY_ACTIVIST);
		assertThat(told.boxes()).containsExactly("giveOpinion");
		told.answers("giveOpinion", told.member(1), Map.of("opinion", "oppose", "reasons", "了解不够", "party", "机关党支部"));
		told.endsAs("opinionSent");
	}

}
