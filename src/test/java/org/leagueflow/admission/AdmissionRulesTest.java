package org.leagueflow.admission;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.ballot.BallotFixture;
import org.leagueflow.ballot.BallotState;
import org.leagueflow.ballot.Ballots;
import org.leagueflow.cases.CaseEndings;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.leagueflow.policy.PolicyFixture;
import org.leagueflow.publicity.NoticeState;
import org.leagueflow.publicity.Objections.Objecting;
import org.leagueflow.requirement.Requirement;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What somebody in a hurry might try around the rules of admission. */
@StoryTest
class AdmissionRulesTest {

	@Autowired
	BallotFixture phones;

	@Autowired
	Ballots ballots;

	@Autowired
	AdmissionStory story;

	@Autowired
	Agenda agenda;

	@Autowired
	AuthorityExpiryJob job;

	@Autowired
	CaseEndings endings;

	@Autowired
	People people;

	@Autowired
	ObservationService observation;

	@Autowired
	AdmissionTermService terms;

	@Autowired
	OathService oath;

	@Autowired
	PolicyFixture policies;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void nobodyDesignatesAnActivistAloneByCallingItACommittee() {
		Told told = this.story.applies(this.story.college()).talked().nominated();
		for (int claimed : List.of(1, 2, 4, 15)) {
			Map<String, Object> other = new HashMap<>(told.outsideMeeting(1));
			other.putAll(Map.of("entitled", claimed, "present", claimed, "agreed", claimed));
			assertThatThrownBy(() -> told.answers("decide", told.member(1), other))
				.as("a committee of three that calls itself %d", claimed)
				.hasMessageContaining("committee.members");
		}
		assertThat(told.boxes()).containsExactly("decide");
	}

	@Test
	void aFinalYearClassTakesNobodyBeyondTheShareOfMembers() {
		College college = this.story.college();
		long branch = college.units().branch();
		Told told = this.story.applies(college).activist().observed();
		this.story.people.lastJuniorYear(branch);
		assertThat(ratio(told)).satisfies((gate) -> {
			assertThat(gate.ok()).isFalse();
			assertThat(gate.source()).isEqualTo("中学共青团改革实施方案（2016）");
			assertThat(gate.have().args()).containsExactly("100", 12, 12);
		});
		told.appraised("propose").consented("agree");
		assertThatThrownBy(() -> told.preReviewed("approve")).isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("youthRatio");
		for (int i = 12; i < 39; i++) {
			this.story.people.youth(branch, told.today().minusYears(15));
		}
		assertThat(ratio(told).have().args()).as("30.8 %").containsExactly("30.8", 12, 39);
		assertThat(ratio(told).ok()).isFalse();
		this.story.people.youth(branch, told.today().minusYears(15));
		assertThat(ratio(told).have().args()).as("30 % is not more than 30 %").containsExactly("30", 12, 40);
		told.preReviewed("approve");
	}

	private Requirement ratio(Told told) {
		return this.observation.requirements(told.caseId)
			.stream()
			.filter((gate) -> gate.key().startsWith("youthRatio"))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void aReturnedNominationIsNotDecidedByAnEarlierMeeting() {
		Told told = this.story.applies(this.story.college()).talked().nominated();
		LocalDate first = told.today();
		told.decided();
		told.answers("approveActivist", told.committee(), Map.of("activistDecision", "return", "opinion", "请补充"));
		told.days(3);
		told.nominated();
		Map<String, Object> old = new HashMap<>(told.outsideMeeting(3));
		old.put("heldOn", first.toString());
		assertThatThrownBy(() -> told.answers("decide", told.member(1), old)).hasMessageContaining("tooEarly");
	}

	@Test
	void authorityThatExpiredOvernightApprovesNothingThoughTheTaskStillLies() {
		College college = this.story.college();
		long general = college.units().generalBranch();
		List<Actor> generals = List.of(this.story.people.holder(Roles.GENERAL_BRANCH, general),
				this.story.people.holder(Roles.GENERAL_BRANCH, general));
		this.story.people.authorise(general, this.story.clock.today().plusDays(5));
		Told told = this.story.applies(college).talked().nominated().decided();
		assertThat(told.task("approveActivist").role()).as("as the diagram says").isEqualTo("league-committee");
		told.days(6);
		Map<String, Object> approve = Map.of("activistDecision", "approve", "opinion", "同意");
		assertThatThrownBy(() -> told.answers("approveActivist", generals.get(0), approve))
			.isInstanceOf(Refusal.NotAllowed.class)
			.hasMessageContaining("people.approving");
		this.job.run();
		told.answers("approveActivist", told.committee(), approve);
		assertThat(told.boxes()).containsExactly("appointMentors");
	}

	@Test
	void anApprovalThatWaitsGoesToTheCountyWhenAuthorityIsRecalled() {
		College college = this.story.college();
		Told told = submitted(college);
		long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, college.units().committee(),
				told.committee(), college.committee());
		this.story.people.recall(college.units().committee());
		assertThat(this.agenda.waiting(college.units().county(), MeetingKind.COMMITTEE_MEETING)).hasSize(1);
		assertThatThrownBy(
				() -> this.story.meetings.ballot(meeting, told.committee(), told.caseId, college.committee()))
			.isInstanceOf(Refusal.class);
		this.story.meetings.ends(meeting, told.committee());
		assertThat(told.stage()).isEqualTo("approve");
		Actor second = this.story.people.holder(Roles.COUNTY_COMMITTEE, college.units().county());
		this.story.meetings.decide(MeetingKind.COMMITTEE_MEETING, college.units().county(), college.county(),
				List.of(college.county().personId(), second.personId()), Map.of(told.caseId, 2));
		assertThat(told.stage()).isEqualTo("oath");
	}

	@Test
	void whoBecameAMemberMeanwhileIsNotVotedOnAndTheCaseCanBeEnded() {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		Told later = this.story.applies(this.story.college()).awaitingApproval();
		admitted(told);
		admitted(later);
		assertThatThrownBy(() -> told.branchVotes(9)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("memberMeanwhile");
		assertThatThrownBy(() -> later.committeeVotes(5)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("memberMeanwhile");
		this.endings.depart(later.caseId, "已由花名册登记为团员", later.secretary());
		later.endsAs("departed");
		assertThat(this.people.person(later.applicant.personId()).member()).isTrue();
	}

	private void admitted(Told told) {
		this.people.admit(told.applicant.personId(), told.college.units().branch(), told.today(),
				"202599%06d".formatted(told.caseId.value()), Actor.SYSTEM);
	}

	@Test
	void noBallotOpensWhereAuthorityExpiredMeanwhile() {
		College college = this.story.college();
		long general = college.units().generalBranch();
		Actor chair = this.story.people.holder(Roles.GENERAL_BRANCH, general);
		List<Long> generals = List.of(chair.personId(),
				this.story.people.holder(Roles.GENERAL_BRANCH, general).personId());
		Told told = voted(college);
		this.story.people.authorise(general, told.today().plusDays(3));
		told.submitted();
		told.days(4);
		long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, general, chair, generals);
		assertThatThrownBy(() -> this.story.meetings.ballot(meeting, chair, told.caseId, generals))
			.hasMessageContaining("people.approving");
		this.job.run();
		told.committeeVotes(5);
		assertThat(told.stage()).isEqualTo("oath");
	}

	@Test
	void recallStopsTheCountOfPapersAtOnce() {
		College college = this.story.college();
		Told told = submitted(college);
		long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, college.units().committee(),
				told.committee(), college.committee());
		this.story.meetings.ballot(meeting, told.committee(), told.caseId, college.committee());
		this.story.people.recall(college.units().committee());
		assertThatThrownBy(
				() -> this.story.meetings.secondCount(meeting, told.committee(), told.caseId, college.committee()))
			.isInstanceOf(Refusal.Conflict.class);
		undecidedAt(told, college.units().county());
		this.story.meetings.ends(meeting, told.committee());
	}

	@Test
	void authorityThatEndsOvernightStopsTheCountOfPapers() {
		College college = this.story.college();
		long general = college.units().generalBranch();
		Actor chair = this.story.people.holder(Roles.GENERAL_BRANCH, general);
		List<Long> generals = List.of(chair.personId(),
				this.story.people.holder(Roles.GENERAL_BRANCH, general).personId());
		Told told = voted(college);
		this.story.people.authorise(general, told.today().plusDays(3));
		told.submitted();
		long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, general, chair, generals);
		this.story.meetings.ballot(meeting, chair, told.caseId, generals);
		told.days(4);
		assertThat(this.story.meetings.secondCount(meeting, chair, told.caseId, generals)).isEqualTo("STOPPED");
		undecidedAt(told, college.units().committee());
		this.story.meetings.ends(meeting, chair);
		told.committeeVotes(5);
		assertThat(told.stage()).isEqualTo("oath");
	}

	@Test
	void authorityThatEndsOvernightLeavesTheBoxShut() {
		College college = this.story.college();
		long general = college.units().generalBranch();
		Actor chair = this.story.people.holder(Roles.GENERAL_BRANCH, general);
		List<Long> generals = List.of(chair.personId(),
				this.story.people.holder(Roles.GENERAL_BRANCH, general).personId());
		Told told = voted(college);
		this.story.people.authorise(general, told.today().plusDays(3));
		told.submitted();
		long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, general, chair, generals);
		long ballot = this.story.meetings.ballotByPhone(meeting, chair, told.caseId, generals);
		generals.forEach((voter) -> this.phones.cast(ballot, voter, "F"));
		this.phones.agree(ballot, this.story.people.actor(generals.get(0)));
		told.days(4);
		this.phones.agree(ballot, this.story.people.actor(generals.get(1)));
		assertThat(this.ballots.state(ballot)).isEqualTo(BallotState.VOID);
		undecidedAt(told, college.units().committee());
		this.story.meetings.ends(meeting, chair);
		told.committeeVotes(5);
		assertThat(told.stage()).isEqualTo("oath");
	}

	/** Nothing is decided, and the case waits on the agenda of that unit. */
	private void undecidedAt(Told told, long unit) {
		assertThat(told.stage()).isEqualTo("approve");
		assertThat(told.record().approvedOn()).isNull();
		assertThat(this.agenda.resolutions(told.caseId)).extracting((resolution) -> resolution.matter())
			.as("only the branch's")
			.containsExactly("admission-decide", "admission-consent", "admission-branchMeeting");
		assertThat(this.agenda.waiting(unit, MeetingKind.COMMITTEE_MEETING)).extracting((item) -> item.caseId())
			.containsExactly(told.caseId);
	}

	@Test
	void aCommitteeOfOneApprovesNobody() {
		College college = this.story.college();
		Told told = voted(college);
		this.story.people.recall(college.units().committee());
		told.submitted();
		List<Long> alone = List.of(college.county().personId());
		long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, college.units().county(),
				college.county(), alone);
		List<Long> tellers = List.of(college.committee().get(0), college.committee().get(1));
		assertThatThrownBy(() -> this.story.meetings.ballot(meeting, college.county(), told.caseId, tellers))
			.hasMessageContaining("meeting.alone");
	}

	@Test
	void withdrawingInTheMiddleOfTheCountEndsTheCaseAndFreesTheMeeting() {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		long meeting = this.story.meetings.opens(MeetingKind.BRANCH_GENERAL_MEETING, told.college.units().branch(),
				told.secretary(), told.college.members());
		this.story.meetings.ballot(meeting, told.secretary(), told.caseId, told.college.members());
		this.endings.withdraw(told.caseId, "个人原因", told.applicant);
		told.endsAs("withdrawn");
		assertThat(this.story.numbers.numberOf(told.caseId)).isEmpty();
		this.story.meetings.ends(meeting, told.secretary());
	}

	@Test
	void nothingGoesToTheCommitteeBeforeTheBranchHasSignedItsMinutes() {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		long meeting = this.story.meetings.opens(MeetingKind.BRANCH_GENERAL_MEETING, told.college.units().branch(),
				told.secretary(), told.college.members());
		this.story.meetings.vote(meeting, told.secretary(), told.caseId, told.college.members(), 9);
		assertThat(told.boxes()).containsExactly("submit");
		assertThatThrownBy(told::submitted).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("minutesUnsigned");
		this.story.meetings.ends(meeting, told.secretary());
		told.submitted();
		assertThat(told.boxes()).isEmpty();
	}

	@Test
	void departureWhileTheCommitteeSitsEndsTheCaseAndFreesTheMeeting() {
		Told told = submitted(this.story.college());
		long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, told.college.units().committee(),
				told.committee(), told.college.committee());
		this.endings.depart(told.caseId, "转学出省", told.secretary());
		told.endsAs("departed");
		this.story.meetings.ends(meeting, told.committee());
	}

	@Test
	void whoLeavesTheRollLeavesTheApplicationToo() {
		Told told = this.story.applies(this.story.college()).activist();
		this.story.people.departs(told.applicant.personId());
		told.endsAs("departed");
	}

	@Test
	void theOtherMentorGoesOnAndWithoutAnyTheBranchCommittee() {
		Told told = this.story.applies(this.story.college()).activist();
		this.story.people.departs(told.college.members().get(3));
		assertThat(this.story.cases.holders(told.caseId, AdmissionRoles.MENTOR))
			.containsExactly(told.college.members().get(4));
		this.story.people.departs(told.college.members().get(4));
		assertThat(this.story.inbox.tasksOf(told.caseId, told.member(1))).hasSize(1);
	}

	@Test
	void whoMovesWithoutATransferIsReportedAndTheFileStays() {
		Told told = this.story.applies(this.story.college()).activist();
		long other = this.story.college().units().branch();
		this.story.people.moves(told.applicant.personId(), other);
		assertThat(told.record().branchId()).isEqualTo(told.college.units().branch());
		assertThat(this.story.cases.timeline(told.caseId))
			.anyMatch((moment) -> moment.words() != null && moment.words().key().equals("admission.told.moved"));
	}

	@Test
	void twoApplicationsAtOnceMakeOneCase() throws Exception {
		College college = this.story.college();
		long youth = this.story.people.youth(college.units().branch(), LocalDate.of(2008, 1, 15));
		Actor applicant = this.story.people.actor(youth);
		Callable<Boolean> apply = () -> {
			try {
				this.story.inbox.start("admission", applicant, AdmissionStory.application(), AdmissionStory.key());
				return true;
			}
			catch (Refusal refusal) {
				return false;
			}
		};
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			int started = 0;
			for (Future<Boolean> one : two.invokeAll(List.of(apply, apply, apply, apply))) {
				started += one.get() ? 1 : 0;
			}
			assertThat(started).isEqualTo(1);
		}
		finally {
			two.shutdown();
		}
		assertThat(this.story.cases.openOf(youth, "admission")).hasSize(1);
	}

	@Test
	void oneApplicationBookIsIssuedOnce() {
		College college = this.story.college();
		Told first = this.story.applies(college).onNotice().noticeOver();
		Map<String, Object> book = Map.of("bookNumber", "ZY2025-D" + first.caseId, "issuedOn",
				first.today().toString());
		first.answers("issueBook", first.committee(), book);
		Told second = this.story.applies(college).onNotice().noticeOver();
		Map<String, Object> same = new HashMap<>(book);
		same.put("issuedOn", second.today().toString());
		assertThatThrownBy(() -> second.answers("issueBook", second.committee(), same))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("bookTaken");
	}

	@Test
	void anObjectionOnTheLastDayStopsAndOneDayLaterThereIsNoNotice() {
		Told told = this.story.applies(this.story.college()).onNotice();
		var notice = this.story.notices.noticeOf(told.caseId).orElseThrow();
		told.days((int) (notice.lastDay().toEpochDay() - told.today().toEpochDay()));
		this.story.objections.file(notice.id(), new Objecting("张同学", "13900000000", "材料有误"), null);
		told.days(1);
		assertThatThrownBy(
				() -> this.story.objections.file(notice.id(), new Objecting("李同学", "13900000000", "迟了"), null))
			.isInstanceOf(Refusal.NotFound.class);
		this.story.timersOf(told.caseId);
		assertThat(told.boxes()).containsExactly("investigate");
	}

	@Test
	void aFindingSettlesTheObjectionThatWasReadAndNoOther() {
		Told told = this.story.applies(this.story.college()).onNotice();
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		long first = this.story.objections.file(notice, new Objecting("", "", "其一"), null);
		long second = this.story.objections.file(notice, new Objecting("", "", "其二"), null);
		Map<String, Object> finding = Map.of("objection", Long.toString(second), "finding", "dismissed", "grounds",
				"第二条不属实");
		told.answers("investigate", told.committee(), finding);
		assertThat(this.story.objections.objectionsOf(told.caseId)).filteredOn((objection) -> !objection.settled())
			.extracting((objection) -> objection.id())
			.containsExactly(first);
		assertThatThrownBy(() -> told.answers("investigate", told.committee(), finding)).as("settled meanwhile")
			.isInstanceOf(Refusal.Invalid.class);
		told.investigated("dismissed", "第一条不属实").noticeOver();
		assertThat(told.boxes()).containsExactly("issueBook");
	}

	@Test
	void theBookIsIssuedAfterTheNoticeAndAfterItsLastObjectionWasDismissed() {
		Told told = this.story.applies(this.story.college()).onNotice();
		var notice = this.story.notices.noticeOf(told.caseId).orElseThrow();
		this.story.objections.file(notice.id(), new Objecting("", "", "其一"), null);
		told.noticeOver().days(2);
		told.investigated("dismissed", "不属实");
		for (LocalDate early : List.of(notice.lastDay(), notice.lastDay().plusDays(1), told.today().minusDays(1))) {
			assertThatThrownBy(() -> told.answers("issueBook", told.committee(),
					Map.of("bookNumber", "ZY2025-E" + told.caseId, "issuedOn", early.toString())))
				.hasMessageContaining("tooEarly");
		}
		told.answers("issueBook", told.committee(),
				Map.of("bookNumber", "ZY2025-E" + told.caseId, "issuedOn", told.today().toString()));
		assertThat(told.boxes()).containsExactly("chooseIntroducers");
	}

	@Test
	void theBookIsNotIssuedOnTheNoticesLastDay() {
		Told told = this.story.applies(this.story.college()).onNotice().noticeOver();
		LocalDate last = this.story.notices.noticeOf(told.caseId).orElseThrow().lastDay();
		assertThatThrownBy(() -> told.answers("issueBook", told.committee(),
				Map.of("bookNumber", "ZY2025-F" + told.caseId, "issuedOn", last.toString())))
			.hasMessageContaining("tooEarly");
	}

	@Test
	void fromFifteenOnTheYoungPioneersDoNotStandInForTheMembers() {
		Told told = this.story.applies(this.story.college()).talked();
		Map<String, Object> pioneers = Map.of("recommendedBy", "pioneers", "pioneersUnit", "大队", "opinion", "推优",
				"massesOpinion", "良好");
		assertThatThrownBy(() -> told.answers("nominate", told.member(1), pioneers)).hasMessageContaining("noPioneers");
		assertThat(told.boxes()).containsExactly("nominate");
	}

	@Test
	void teachersAndPartyMembersOfTheSchoolMayGuideWithoutAnyPost() {
		College college = this.story.college();
		long teacher = this.story.people.staff(college.units().committee());
		this.story.people.joinsParty(teacher);
		long stranger = this.story.people.staff(this.story.college().units().committee());
		Told told = this.story.applies(college).talked().nominated().decided();
		told.answers("approveActivist", told.committee(), Map.of("activistDecision", "approve", "opinion", "同意"));
		assertThatThrownBy(() -> told.answers("appointMentors", told.member(1),
				Map.of("mentors", List.of(Long.toString(stranger)), "plan", "每月谈心")))
			.isInstanceOf(Refusal.Invalid.class);
		told.answers("appointMentors", told.member(1),
				Map.of("mentors", List.of(Long.toString(teacher)), "plan", "每月谈心"));
		assertThat(this.story.cases.holders(told.caseId, AdmissionRoles.MENTOR)).containsExactly(teacher);
	}

	@Test
	void aGeneralBranchThatWasGivenNumbersUsesItsOwn() {
		College college = this.story.college();
		long general = college.units().generalBranch();
		this.story.numbers.allot(college.units().committee(), general, 1,
				this.story.people.holder(Roles.LEAGUE_COMMITTEE, college.units().committee()));
		this.story.applies(college).onNotice();
		assertThat(this.story.numbers.standing(general).free()).isZero();
		Told second = this.story.applies(college).activist().observed().appraised("propose").consented("agree");
		assertThatThrownBy(() -> second.preReviewed("approve")).hasMessageContaining("quota.empty");
		assertThat(second.boxes()).containsExactly("preReview");
	}

	@Test
	void bornOnThe29thOfFebruaryOneIsFourteenOnTheLastDayOfThatMonth() {
		College college = this.story.college();
		this.story.clock.moveTo(LocalDate.of(2026, 2, 27).atTime(10, 0).atZone(this.story.clock.getZone()).toInstant());
		long youth = this.story.people.youth(college.units().branch(), LocalDate.of(2012, 2, 29));
		Actor child = this.story.people.actor(youth);
		assertThatThrownBy(
				() -> this.story.inbox.start("admission", child, AdmissionStory.application(), AdmissionStory.key()))
			.hasMessageContaining("2026-02-28");
		this.story.clock.offset(this.story.clock.offset().plusDays(1));
		assertThat(this.story.inbox.start("admission", child, AdmissionStory.application(), AdmissionStory.key()))
			.isNotNull();
	}

	@Test
	void ofTwoObjectionsOneUpheldIsEnough() {
		Told told = this.story.applies(this.story.college()).onNotice();
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		this.story.objections.file(notice, new Objecting("张同学", "13900000000", "其一"), null);
		this.story.objections.file(notice, new Objecting("李同学", "13900000001", "其二"), null);
		told.investigated("upheld", "属实");
		told.noticeOver();
		assertThat(told.boxes()).as("the second is still open").containsExactly("investigate");
		told.investigated("dismissed", "不属实");
		assertThat(told.boxes()).containsExactly("afterObjection");
	}

	@Test
	void aSecondRoundHasItsOwnNoticeNumberBookAndIntroducers() {
		Told told = this.story.applies(this.story.college()).onNotice();
		long first = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		this.story.objections.file(first, new Objecting("张同学", "13900000000", "学时造假"), null);
		told.investigated("upheld", "属实").noticeOver();
		told.answers("afterObjection", told.member(1), Map.of("course", "continue", "opinion", "继续考察"));
		told.learned().answers("cultivate", told.mentor(), Told.cultivated());
		told.published();
		assertThat(this.story.notices.noticeOf(told.caseId).orElseThrow().id()).isNotEqualTo(first);
		assertThat(this.story.notices.noticeOf(told.caseId).orElseThrow().state()).as("a new notice has to run")
			.isEqualTo(NoticeState.OPEN);
		assertThat(this.story.numbers.numberOf(told.caseId)).isPresent();
		told.candidate().bookFilled().branchVotes(5);
		told.answers("afterVote", told.member(1), Map.of("course", "continue", "opinion", "继续考察"));
		told.answers("cultivate", told.mentor(), Told.cultivated()).published();
		told.candidate().bookFilled().branchVotes(9).submitted().committeeVotes(5).announced().archived().sworn();
		told.endsAs("admitted");
	}

	@Test
	void aTransferBlocksTheEndOfObservationAndNeverGoesToAFunctionalBranch() {
		College college = this.story.college();
		Told told = this.story.applies(college).activist();
		told.months(3);
		told.learned();
		long functional = this.story.people.unit(college.units().generalBranch(), UnitKind.BRANCH, "FUNCTIONAL");
		assertThatThrownBy(() -> this.observation.askTransfer(told.caseId, functional, "转学", told.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		long other = this.story.college().units().branch();
		assertThatThrownBy(() -> this.observation.askTransfer(told.caseId, other, " ", told.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		this.observation.askTransfer(told.caseId, other, "转学", told.secretary());
		assertThatThrownBy(() -> told.answers("cultivate", told.mentor(), Told.cultivated()))
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.observation.askTransfer(told.caseId, other, "再转", told.committee()))
			.isInstanceOf(Refusal.class);
		this.endings.withdraw(told.caseId, "不转了", told.applicant);
		told.endsAs("withdrawn");
	}

	@Test
	void whereTheRuleWasTightenedMeanwhileNobodyIsToldThatObservationIsOver() {
		Told told = this.story.applies(this.story.college()).activist();
		long committee = told.college.units().committee();
		this.policies.set(committee, AdmissionRules.CULTIVATE_MIN_MONTHS, "4",
				this.story.people.holder(Roles.LEAGUE_COMMITTEE, committee));
		told.months(3);
		told.days(1);
		this.story.timersOf(told.caseId);
		assertThat(told("periodOver", told)).isFalse();
		told.months(1);
		this.story.timersOf(told.caseId);
		assertThat(told("periodOver", told)).isTrue();
	}

	@Test
	void aStricterUnitIsObeyedAtEveryStep() {
		College college = this.story.college();
		long committee = college.units().committee();
		Actor tightens = this.story.people.holder(Roles.LEAGUE_COMMITTEE, committee);
		this.policies.set(committee, AdmissionRules.CULTIVATE_MIN_MONTHS, "4", tightens);
		this.policies.set(committee, AdmissionRules.MENTOR_TALKS, "3", tightens);
		this.policies.set(committee, AdmissionRules.PUBLICITY_WORKDAYS, "7", tightens);
		Told told = this.story.applies(college).activist();
		assertThatThrownBy(told::observed).hasMessageContaining("period=");
		told.months(1);
		assertThatThrownBy(() -> told.answers("cultivate", told.mentor(), Told.cultivated()))
			.hasMessageContaining("talks=");
		told.learned().answers("cultivate", told.mentor(), Told.cultivated()).published();
		assertThat(this.story.notices.noticeOf(told.caseId).orElseThrow().workdays()).isEqualTo(7);
	}

	@Test
	void anApprovalIsExtendedOnlyWhileItWaits() {
		Told told = submitted(this.story.college()).committeeVotes(2);
		assertThatThrownBy(() -> this.story.deadlines.extend(told.caseId, AdmissionDeadlines.APPROVAL,
				told.today().plusMonths(2), "迟了", told.committee()))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void nobodySwearsBeforeTheResultIsAnnouncedAndAnEmptyHallIsNoOath() {
		Told told = this.story.applies(this.story.college()).approved();
		CeremonyPlan plan = new CeremonyPlan(this.story.clock.localNow().plusDays(1), "大礼堂", "李书记",
				List.of(told.caseId.value()));
		assertThatThrownBy(() -> this.oath.plan(plan, told.committee())).isInstanceOf(Refusal.Conflict.class);
		told.announced();
		Ceremony rained = this.oath.plan(plan, told.committee());
		told.days(2);
		this.oath.held(rained.id(), List.of(), told.committee());
		assertThat(this.oath.waiting(told.committee())).extracting(Admission::caseId).contains(told.caseId);
		told.sworn().archived().endsAs("admitted");
	}

	@Test
	void aCeremonyIsMovedOrCalledOffAndEverybodyConcernedIsTold() {
		Told told = this.story.applies(this.story.college()).approved().announced();
		LocalDateTime soon = this.story.clock.localNow().plusDays(3);
		List<Long> list = List.of(told.caseId.value());
		for (LocalDateTime wrong : List.of(soon.plusYears(2), soon.minusDays(9), soon.plusMonths(3))) {
			assertThatThrownBy(() -> this.oath.plan(new CeremonyPlan(wrong, "大礼堂", "李书记", list), told.committee()))
				.isInstanceOf(Refusal.Invalid.class);
		}
		long planned = this.oath.plan(new CeremonyPlan(soon.plusMonths(3), "大礼堂", "李书记", list, true), told.committee())
			.id();
		this.oath.change(planned, new CeremonyPlan(soon, "操场", "王书记", list), told.committee());
		assertThat(told("ceremonyChanged", told)).isTrue();
		assertThatThrownBy(() -> this.oath.callOff(planned, told.secretary())).isInstanceOf(Refusal.NotAllowed.class);
		this.oath.callOff(planned, told.committee());
		assertThat(told("ceremonyOff", told)).isTrue();
		assertThatThrownBy(() -> this.oath.held(planned, list, told.committee())).isInstanceOf(Refusal.Conflict.class);
		told.sworn().archived().endsAs("admitted");
	}

	private boolean told(String what, Told told) {
		return this.story.cases.timeline(told.caseId)
			.stream()
			.anyMatch((moment) -> moment.words() != null && moment.words().key().equals("admission.told." + what));
	}

	@Test
	void aUnitMayAskForATalkWithinTwoWeeks() {
		College college = this.story.college();
		Actor tightens = this.story.people.holder(Roles.LEAGUE_COMMITTEE, college.units().committee());
		this.policies.set(college.units().committee(), AdmissionRules.TALK_DUE_DAYS, "14", tightens);
		Told told = this.story.applies(college);
		assertThat(this.terms.of(AdmissionTerm.TALK, told.caseId)).isEqualTo(told.today().plusDays(14));
		assertThat(this.terms.of(AdmissionTerm.TALK, this.story.applies(this.story.college()).caseId))
			.isEqualTo(told.today().plusMonths(1));
	}

	@Test
	void whoDepartedIsOnNoListOfACeremony() {
		Told told = this.story.applies(this.story.college()).approved().announced();
		this.endings.depart(told.caseId, "转学", told.secretary());
		assertThatThrownBy(() -> this.oath.plan(
				new CeremonyPlan(this.story.clock.localNow().plusDays(1), "大礼堂", "李书记", List.of(told.caseId.value())),
				told.committee()))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aPupilOfAnotherSchoolCannotApplyHere() {
		College college = this.story.college();
		College other = this.story.college();
		long youth = this.story.people.youth(college.units().branch(), LocalDate.of(2008, 1, 15));
		Map<String, Object> elsewhere = new HashMap<>(AdmissionStory.application());
		elsewhere.put("branch", Long.toString(other.units().branch()));
		assertThatThrownBy(() -> this.story.inbox.start("admission", this.story.people.actor(youth), elsewhere,
				AdmissionStory.key()))
			.isInstanceOf(Refusal.class);
	}

	@Test
	void aUnitMayAskForTimeBetweenANoAndTheNextApplication() {
		College college = this.story.college();
		Actor tightens = this.story.people.holder(Roles.LEAGUE_COMMITTEE, college.units().committee());
		this.policies.set(college.units().committee(), AdmissionRules.REAPPLY_AFTER_MONTHS, "2", tightens);
		Told told = submitted(college).committeeVotes(2);
		told.answers("afterRejection", told.member(1), Map.of("course", "stop", "opinion", "终止"));
		assertThatThrownBy(() -> this.story.inbox.start("admission", told.applicant, AdmissionStory.application(),
				AdmissionStory.key()))
			.hasMessageContaining("tooSoon");
		told.months(2);
		assertThat(
				this.story.inbox.start("admission", told.applicant, AdmissionStory.application(), AdmissionStory.key()))
			.isNotNull();
	}

	@Test
	void anExtensionIsNotGrantedIntoThePast() {
		Told told = submitted(this.story.college());
		LocalDate due = told.today().plusMonths(1);
		told.months(2);
		assertThatThrownBy(() -> this.story.deadlines.extend(told.caseId, AdmissionDeadlines.APPROVAL, due.plusDays(1),
				"假期", told.committee()))
			.isInstanceOf(Refusal.Invalid.class);
		this.story.deadlines.extend(told.caseId, AdmissionDeadlines.APPROVAL, told.today(), "假期", told.committee());
		told.months(2);
		assertThatThrownBy(() -> this.story.deadlines.extend(told.caseId, AdmissionDeadlines.APPROVAL, told.today(),
				"假期", told.committee()))
			.as("beyond the limit of three months")
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void anExtensionHoldsWhenTheLengthOfThePeriodChanges() {
		College college = this.story.college();
		Told told = submitted(college);
		this.story.deadlines.extend(told.caseId, AdmissionDeadlines.APPROVAL, told.today().plusMonths(2), "假期",
				told.committee());
		Actor tightens = this.story.people.holder(Roles.LEAGUE_COMMITTEE, college.units().committee());
		this.policies.set(college.units().committee(), AdmissionRules.APPROVE_DUE_DAYS, "14", tightens);
		told.days(40);
		this.story.deadlines.of(told.caseId);
		assertThat(this.story.cases.timeline(told.caseId))
			.noneMatch((moment) -> moment.words() != null && moment.words().key().equals("admission.told.approvalDue"));
	}

	@Test
	void anExtensionThatRanOutRemindsAgain() {
		Told told = submitted(this.story.college());
		this.story.deadlines.extend(told.caseId, AdmissionDeadlines.APPROVAL, told.today().plusMonths(2), "假期",
				told.committee());
		told.months(2);
		told.days(1);
		this.story.deadlines.of(told.caseId);
		this.story.deadlines.of(told.caseId);
		assertThat(this.story.cases.timeline(told.caseId))
			.filteredOn(
					(moment) -> moment.words() != null && moment.words().key().equals("admission.told.extensionOver"))
			.hasSize(1);
		assertThat(told.stage()).isEqualTo("approve");
	}

	@Test
	void nobodyApprovesTheOwnApplication() {
		College college = this.story.college();
		Told told = this.story.applies(college).talked().nominated().decided();
		this.story.people.appoint(told.applicant.personId(), Roles.LEAGUE_COMMITTEE, college.units().committee());
		Actor himself = this.story.people.actor(told.applicant.personId());
		assertThatThrownBy(
				() -> told.answers("approveActivist", himself, Map.of("activistDecision", "approve", "opinion", "同意")))
			.hasMessageContaining("ownCase");
	}

	private Told voted(College college) {
		return this.story.applies(college).awaitingVote().branchVotes(9);
	}

	private Told submitted(College college) {
		return voted(college).submitted();
	}

}
