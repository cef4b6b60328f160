package org.leagueflow.admission;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
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
import org.leagueflow.policy.PolicyFixture;
import org.leagueflow.publicity.Objections.Objecting;
import org.leagueflow.requirement.Requirement;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Admission from the application to each of its ends, and every way back. */
@StoryTest
@WalksWholeDiagram("admission")
class AdmissionProcessTest {

	@Autowired
	AdmissionStory story;

	@Autowired
	People people;

	@Autowired
	Models models;

	@Autowired
	CaseEndings endings;

	@Autowired
	ObservationService observation;

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
	void theDiagramIsSound() {
		assertThat(this.models.check("admission", this.models.folders().get("admission"))).isEmpty();
	}

	@Test
	void fromApplicationToOath() {
		Told told = this.story.applies(this.story.college());
		assertThat(told.stage()).isEqualTo("recommend");
		told.activist();
		assertThat(told.stage()).isEqualTo("observe");
		told.observed();
		assertThat(told.stage()).isEqualTo("appraise");
		told.published().candidate();
		assertThat(told.stage()).isEqualTo("vote");
		told.bookFilled();
		LocalDate meeting = told.today();
		told.branchVotes(9);
		assertThat(told.stage()).isEqualTo("approve");
		told.days(10);
		told.submitted().committeeVotes(5);
		assertThat(told.stage()).isEqualTo("oath");
		told.announced().archived().sworn().endsAs("admitted");
		var member = this.people.person(told.applicant.personId());
		assertThat(member.member()).isTrue();
		assertThat(member.memberSince()).as("membership counts from the branch general meeting").isEqualTo(meeting);
		assertThat(member.memberNumber()).matches("202544\\d{6}");
	}

	@Test
	void theCommitteeMayReturnAnActivistForCorrectionAndMayRefuse() {
		Told told = this.story.applies(this.story.college()).talked().nominated().decided();
		told.answers("approveActivist", told.committee(), Map.of("activistDecision", "return", "opinion", "请补充"));
		assertThat(told.boxes()).containsExactly("nominate");
		told.nominated().decided();
		told.answers("approveActivist", told.committee(), Map.of("activistDecision", "refuse", "opinion", "不够成熟"));
		told.endsAs("declined");
	}

	@Test
	void aBranchCommitteeThatDoesNotAgreeEndsTheApplication() {
		Told told = this.story.applies(this.story.college()).talked().nominated();
		told.answers("decide", told.member(1), told.committeeMeeting(1));
		told.endsAs("declined");
	}

	@Test
	void aCommitteeMeetingOfHalfOrFewerDecidesNothing() {
		Told told = this.story.applies(this.story.college()).talked().nominated();
		Map<String, Object> answers = new HashMap<>(told.outsideMeeting(1));
		answers.put("present", 1);
		assertThatThrownBy(() -> told.answers("decide", told.member(1), answers)).isInstanceOf(Refusal.Invalid.class);
		assertThat(told.boxes()).containsExactly("decide");
	}

	@Test
	void aBranchWithoutCommitteeDecidesInItsGeneralMeeting() {
		Told told = small().talked();
		assertThat(told.task("nominate")).as("the secretary takes the committee's part")
			.satisfies((task) -> assertThat(this.story.inbox.tasksOf(told.caseId, told.secretary()))
				.containsExactly(task.id()));
		told.answers("nominate", told.secretary(), Told.nomination());
		assertThat(told.boxes()).as("waits for the branch general meeting").isEmpty();
		told.branchVotes(3);
		assertThat(told.boxes()).containsExactly("approveActivist");
	}

	@Test
	void aBranchWithoutCommitteeConsentsInItsGeneralMeetingAndNobodyAlone() {
		Told told = observedInSmall();
		told.answers("evaluate", told.secretary(), told.appraisal("propose"));
		assertThat(told.boxes()).as("no single person consents").isEmpty();
		told.branchVotes(2);
		assertThat(told.boxes()).containsExactly("preReview");
	}

	@Test
	void aGeneralMeetingThatDoesNotConsentLetsObservationGoOn() {
		Told told = observedInSmall();
		told.answers("evaluate", told.secretary(), told.appraisal("propose"));
		this.story.meetings.inVain(MeetingKind.BRANCH_GENERAL_MEETING, told.college.units().branch(), told.secretary(),
				told.college.members().subList(0, 1));
		assertThat(told.boxes()).as("a void meeting decides nothing").isEmpty();
		told.branchVotes(1);
		assertThat(told.stage()).isEqualTo("observe");
	}

	private Told observedInSmall() {
		Told told = small().talked();
		told.answers("nominate", told.secretary(), Told.nomination()).branchVotes(3);
		told.answers("approveActivist", told.committee(), Map.of("activistDecision", "approve", "opinion", "同意"));
		told.answers("appointMentors", told.secretary(), Map.of("mentors", List.of(told.id(1)), "plan", "每月谈心"));
		told.months(3);
		told.learned(told.member(1));
		return told.answers("cultivate", told.member(1), Told.cultivated());
	}

	/** An application to a branch of three with a secretary and no committee. */
	private Told small() {
		College college = this.story.college();
		long branch = this.story.people.unit(college.units().generalBranch(), UnitKind.BRANCH, "CLASS");
		List<Long> members = List.of(this.story.people.member(branch), this.story.people.member(branch),
				this.story.people.member(branch));
		this.story.people.appoint(members.get(0), Roles.BRANCH_SECRETARY, branch);
		var units = new org.leagueflow.people.PeopleFixture.College(college.units().county(),
				college.units().committee(), college.units().generalBranch(), branch);
		return this.story.applies(new College(units, members, college.committee(), college.county()));
	}

	@Test
	void aUnitThatAnnouncesActivistsWaitsForTheNotice() {
		Told told = announced();
		assertThat(told.boxes()).as("on notice").isEmpty();
		assertThat(this.story.notices.noticeOf(told.caseId).orElseThrow().matter())
			.isEqualTo("admission-publishActivist");
		this.story.timersBeforeTime(told.caseId);
		assertThat(told.boxes()).as("the notice still runs").isEmpty();
		told.noticeOver();
		assertThat(told.boxes()).containsExactly("approveActivist");
	}

	@Test
	void anObjectionToAnActivistIsLookedIntoBeforeApproval() {
		Told told = announced();
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		this.story.objections.file(notice, new Objecting("张同学", "13900000000", "情况不实"), null);
		told.noticeOver();
		assertThat(told.boxes()).containsExactly("investigate");
		told.investigated("dismissed", "经查不属实");
		assertThat(told.boxes()).containsExactly("approveActivist");
	}

	@Test
	void anObjectionToAnActivistThatIsUpheldEndsTheApplication() {
		Told told = announced();
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		this.story.objections.file(notice, new Objecting("张同学", "13900000000", "情况不实"), null);
		told.investigated("upheld", "属实").noticeOver();
		told.endsAs("declined");
	}

	/** Decided by the branch committee in a unit that announces activists. */
	private Told announced() {
		College college = this.story.college();
		this.policies.set(college.units().committee(), AdmissionRules.ACTIVIST_PUBLICITY, "true",
				this.story.people.holder(Roles.LEAGUE_COMMITTEE, college.units().committee()));
		return this.story.applies(college).talked().nominated().decided();
	}

	@Test
	void observationEndsOnlyWhenEveryGateIsOpen() {
		Told told = this.story.applies(this.story.college()).activist();
		told.learned();
		assertThatThrownBy(() -> told.answers("cultivate", told.mentor(), Told.cultivated()))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("period=");
		told.months(3);
		assertThat(this.observation.requirements(told.caseId)).allMatch(Requirement::ok);
		this.story.timersOf(told.caseId);
		told.answers("cultivate", told.mentor(), Told.cultivated());
		assertThat(told.boxes()).containsExactly("evaluate");
	}

	@Test
	void whatIsMissingIsNamedWithItsSource() {
		Told told = this.story.applies(this.story.college()).activist();
		told.months(3);
		assertThat(this.observation.requirements(told.caseId)).filteredOn((one) -> !one.ok())
			.extracting(Requirement::key)
			.containsExactly("talks", "study", "studyCheck", "volunteer", "volunteerHours", "ideology");
		assertThat(this.observation.requirements(told.caseId)).extracting(Requirement::source).doesNotContainNull();
	}

	@Test
	void aReminderAndAnEscalationLeaveTheTalkOpen() {
		Told told = this.story.applies(this.story.college());
		told.days(25);
		this.story.timersOf(told.caseId);
		told.months(1);
		this.story.timersOf(told.caseId);
		assertThat(told.boxes()).containsExactly("talk");
		told.talked();
		assertThat(told.boxes()).containsExactly("nominate");
	}

	@Test
	void aChangeOfSchoolHandsTheFileOverAndKeepsTheTime() {
		College college = this.story.college();
		College other = this.story.college();
		Told told = this.story.applies(college).activist();
		told.months(2);
		this.observation.askTransfer(told.caseId, other.units().branch(), "转学", told.secretary());
		Actor receiver = this.story.people.actor(other.members().get(0));
		assertThat(this.story.cases.card(told.caseId).unitId()).as("it stays with its branch until it is accepted")
			.isEqualTo(college.units().branch());
		assertThat(told.record().branchId()).isEqualTo(college.units().branch());
		assertThat(this.story.cases.maySee(told.caseId, receiver)).as("who is to accept it reads it").isTrue();
		assertThat(this.story.cases.maySee(told.caseId, this.story.people.actor(other.members().get(1))))
			.as("others of the receiving branch do not yet")
			.isFalse();
		told.answers("receiveTransfer", receiver, Map.of("transferDecision", "accept", "mentors",
				List.of(Long.toString(other.members().get(5))), "opinion", "接收"));
		assertThat(this.people.person(told.applicant.personId()).unitId()).isEqualTo(other.units().branch());
		assertThat(this.story.cases.card(told.caseId).unitId()).isEqualTo(other.units().branch());
		told.months(1);
		Told there = new Told(this.story, other, told.applicant, told.caseId);
		assertThat(this.observation.requirements(told.caseId).get(0).ok()).as("two months there and one here are three")
			.isTrue();
		Actor mentor = this.story.people.actor(other.members().get(5));
		this.story.ledger.record(told.applicant.personId(),
				Booking.one(EntryKind.TALK, told.today(), "谈心", "记录", told.caseId), mentor);
		assertThat(there.boxes()).containsExactly("cultivate");
	}

	@Test
	void aDeclinedTransferReturnsTheFile() {
		College college = this.story.college();
		College other = this.story.college();
		Told told = this.story.applies(college).activist();
		this.observation.askTransfer(told.caseId, other.units().branch(), "转学", told.secretary());
		told.answers("receiveTransfer", this.story.people.actor(other.members().get(0)),
				Map.of("transferDecision", "decline", "opinion", "材料不全"));
		assertThat(told.record().branchId()).isEqualTo(college.units().branch());
		assertThat(this.story.cases.card(told.caseId).unitId()).isEqualTo(college.units().branch());
	}

	@Test
	void anAppraisalMaySendBackToObservationOrEnd() {
		Told told = this.story.applies(this.story.college()).activist().observed().appraised("continue");
		assertThat(told.stage()).isEqualTo("observe");
		told.answers("cultivate", told.mentor(), Told.cultivated()).appraised("stop").endsAs("notCandidate");
	}

	@Test
	void theBranchCommitteeMayWithholdItsConsent() {
		Told told = this.story.applies(this.story.college())
			.activist()
			.observed()
			.appraised("propose")
			.consented("stop");
		told.endsAs("notCandidate");
	}

	@Test
	void preReviewReturnsForCorrectionOrSendsBackToObservation() {
		Told told = this.story.applies(this.story.college())
			.activist()
			.observed()
			.appraised("propose")
			.consented("agree");
		told.preReviewed("return");
		told.answers("correct", told.member(1), Map.of("corrected", "已补充"));
		told.preReviewed("refuse");
		assertThat(told.stage()).isEqualTo("observe");
	}

	@Test
	void aDismissedObjectionLetsTheCaseGoOn() {
		Told told = this.story.applies(this.story.college()).onNotice();
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		this.story.objections.file(notice, new Objecting("张同学", "13900000000", "材料有误"), null);
		told.noticeOver();
		assertThat(told.boxes()).as("an open objection stops the case").containsExactly("investigate");
		told.investigated("dismissed", "经查不属实");
		assertThat(told.boxes()).containsExactly("issueBook");
	}

	@Test
	void aNoticeThatRunsLongerThanItsTimerIsWaitedFor() {
		Told told = this.story.applies(this.story.college()).onNotice();
		this.story.timersBeforeTime(told.caseId);
		assertThat(told.boxes()).as("the notice still runs").isEmpty();
		told.noticeOver();
		assertThat(told.boxes()).containsExactly("issueBook");
	}

	@Test
	void anUpheldObjectionReleasesTheNumberAndTheBranchChooses() {
		Told told = this.story.applies(this.story.college()).onNotice();
		assertThat(this.story.numbers.numberOf(told.caseId)).isPresent();
		long notice = this.story.notices.noticeOf(told.caseId).orElseThrow().id();
		this.story.objections.file(notice, new Objecting("张同学", "13900000000", "学时造假"), null);
		told.investigated("upheld", "属实");
		told.noticeOver();
		assertThat(told.boxes()).containsExactly("afterObjection");
		assertThat(this.story.numbers.numberOf(told.caseId)).isEmpty();
		told.answers("afterObjection", told.member(1), Map.of("course", "stop", "opinion", "终止"));
		told.endsAs("notCandidate");
	}

	@Test
	void introducersAreTwoEligibleOthers() {
		Told told = this.story.applies(this.story.college()).onNotice().noticeOver();
		told.answers("issueBook", told.committee(),
				Map.of("bookNumber", "ZY2025-" + told.caseId, "issuedOn", told.today().toString()));
		assertThatThrownBy(() -> told.answers("chooseIntroducers", told.member(1),
				Map.of("introducer1", told.id(3), "introducer2", told.id(3))))
			.isInstanceOf(Refusal.Invalid.class);
		this.story.people.restricted(told.college.members().get(5));
		assertThatThrownBy(() -> told.answers("chooseIntroducers", told.member(1),
				Map.of("introducer1", told.id(3), "introducer2", told.id(5))))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(told.boxes()).containsExactly("chooseIntroducers");
	}

	@Test
	void aVoidMeetingReturnsTheCaseToTheAgenda() {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		this.story.meetings.inVain(MeetingKind.BRANCH_GENERAL_MEETING, told.college.units().branch(), told.secretary(),
				told.college.members().subList(0, 5));
		assertThat(told.stage()).isEqualTo("vote");
		told.branchVotes(8);
		assertThat(told.stage()).isEqualTo("approve");
	}

	@Test
	void fiveOfElevenDoNotPassAndTheBranchChoosesFurtherObservation() {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		told.branchVotes(5);
		assertThat(told.boxes()).containsExactly("afterVote");
		assertThat(this.story.numbers.numberOf(told.caseId)).isEmpty();
		told.answers("afterVote", told.member(1), Map.of("course", "continue", "opinion", "继续考察"));
		assertThat(told.stage()).isEqualTo("observe");
	}

	@Test
	void aFailedVoteMayEndTheCase() {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		told.branchVotes(5).answers("afterVote", told.member(1), Map.of("course", "stop", "opinion", "终止"));
		told.endsAs("voteFailed");
	}

	@Test
	void anOverdueApprovalRemindsAndEscalatesAndNeverDecides() {
		Told told = this.story.applies(this.story.college()).awaitingApproval();
		this.story.deadlines.extend(told.caseId, AdmissionDeadlines.APPROVAL, told.today().plusMonths(2), "假期",
				told.committee());
		told.months(1);
		told.days(1);
		this.story.timersOf(told.caseId);
		told.months(3);
		this.story.timersOf(told.caseId);
		assertThat(told.stage()).isEqualTo("approve");
		assertThat(this.people.person(told.applicant.personId()).member()).isFalse();
		told.committeeVotes(5);
		assertThat(told.stage()).isEqualTo("oath");
	}

	@Test
	void theExtensionNeverReachesBeyondThreeMonths() {
		Told told = this.story.applies(this.story.college()).awaitingApproval();
		LocalDate tooLate = told.today().plusMonths(3).plusDays(1);
		assertThatThrownBy(() -> this.story.deadlines.extend(told.caseId, AdmissionDeadlines.APPROVAL, tooLate, "假期",
				told.committee()))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.story.deadlines.extend(told.caseId, AdmissionDeadlines.APPROVAL,
				told.today().plusMonths(2), "假期", told.secretary()))
			.isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void notApprovedMeansNoMemberAndTheNumberGoesBack() {
		Told told = this.story.applies(this.story.college()).awaitingApproval().committeeVotes(2);
		assertThat(told.boxes()).containsExactly("afterRejection");
		assertThat(this.people.person(told.applicant.personId()).member()).isFalse();
		assertThat(this.story.numbers.numberOf(told.caseId)).isEmpty();
		told.answers("afterRejection", told.member(1), Map.of("course", "stop", "opinion", "终止"));
		told.endsAs("notApproved");
	}

	@Test
	void aVoidCommitteeMeetingDecidesNothing() {
		Told told = this.story.applies(this.story.college()).awaitingApproval();
		this.story.meetings.inVain(MeetingKind.COMMITTEE_MEETING, told.college.units().committee(), told.committee(),
				told.college.committee().subList(0, 2));
		told.committeeVotes(4)
			.answers("announce", told.secretary(),
					Map.of("toldOn", told.today().toString(), "announcedOn", told.today().toString()));
		assertThat(told.boxes()).containsExactly("archive");
	}

	@Test
	void notApprovedMayLeadBackToObservation() {
		Told told = this.story.applies(this.story.college()).awaitingApproval().committeeVotes(2);
		told.answers("afterRejection", told.member(1), Map.of("course", "continue", "opinion", "继续"));
		assertThat(told.stage()).isEqualTo("observe");
	}

	@Test
	void aLateCeremonyAndALateArchiveOnlyWarn() {
		Told told = this.story.applies(this.story.college()).approved().announced();
		told.months(1);
		this.story.timersOf(told.caseId);
		assertThat(warnings(told)).as("the last day is not over").isEmpty();
		told.days(1);
		this.story.timersOf(told.caseId);
		assertThat(warnings(told)).containsExactly("archiveLate");
		told.months(2);
		told.days(1);
		this.story.timersOf(told.caseId);
		assertThat(warnings(told)).containsExactly("archiveLate", "ceremonyLate");
		told.archived().sworn().endsAs("admitted");
	}

	@Test
	void aResultThatIsNotAnnouncedHoldsUpNeitherTheArchiveNorItsWarningNorThatOfTheCeremony() {
		Told told = this.story.applies(this.story.college()).approved();
		assertThat(told.boxes()).containsExactlyInAnyOrder("announce", "archive");
		told.months(1);
		told.days(1);
		this.story.timersOf(told.caseId);
		assertThat(warnings(told)).containsExactly("archiveLate");
		told.archived();
		told.months(2);
		told.days(1);
		this.story.timersOf(told.caseId);
		assertThat(warnings(told)).containsExactly("archiveLate", "ceremonyLate");
		told.announced().sworn().endsAs("admitted");
	}

	private List<String> warnings(Told told) {
		return this.story.cases.timeline(told.caseId)
			.stream()
			.map((moment) -> moment.words().key())
			.filter((key) -> key.endsWith("Late"))
			.map((key) -> key.substring(key.lastIndexOf('.') + 1))
			.toList();
	}

	@Test
	void theApplicantMayWithdrawUntilApproved() {
		Told told = this.story.applies(this.story.college()).onNotice();
		this.endings.withdraw(told.caseId, "个人原因", told.applicant);
		told.endsAs("withdrawn");
		assertThatThrownBy(() -> this.endings.withdraw(told.caseId, "再次撤回", told.applicant))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("refusal.cases.over");
		assertThat(this.story.numbers.numberOf(told.caseId)).isEmpty();
		Told again = new Told(this.story, told.college, told.applicant, this.story.inbox.start("admission",
				told.applicant, AdmissionStory.application(), AdmissionStory.key()));
		assertThat(again.boxes()).containsExactly("talk");
	}

	@Test
	void nobodyElseWithdrawsAndAfterApprovalNobody() {
		Told told = this.story.applies(this.story.college()).approved();
		assertThatThrownBy(() -> this.endings.withdraw(told.caseId, "x", told.secretary()))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.endings.withdraw(told.caseId, "x", told.applicant))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void departureEndsTheCaseWhereverItStands() {
		Told told = this.story.applies(this.story.college()).awaitingVote();
		this.endings.depart(told.caseId, "转学出省", told.secretary());
		told.endsAs("departed");
		assertThat(this.story.cases.submissions(told.caseId)).as("history is kept").hasSizeGreaterThan(8);
	}

	@Test
	void underFourteenIsThankedAndMayReturnOnTheBirthday() {
		College college = this.story.college();
		LocalDate birthday = this.story.clock.today().minusYears(14).plusDays(1);
		long youth = this.story.people.youth(college.units().branch(), birthday);
		Actor child = this.story.people.actor(youth);
		assertThatThrownBy(
				() -> this.story.inbox.start("admission", child, AdmissionStory.application(), AdmissionStory.key()))
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("under14");
		this.story.clock.offset(this.story.clock.offset().plusDays(1));
		assertThat(this.story.inbox.start("admission", child, AdmissionStory.application(), AdmissionStory.key()))
			.isNotNull();
	}

	@Test
	void belowFifteenTheYoungPioneersRecommend() {
		Told told = this.story.applies(this.story.college(), this.story.clock.today().minusYears(15).plusDays(30))
			.talked();
		assertThatThrownBy(() -> told.nominated()).isInstanceOf(Refusal.Invalid.class);
		told.answers("nominate", told.member(1), Map.of("recommendedBy", "pioneers", "pioneersUnit", "实验小学少先队大队",
				"opinion", "推优", "massesOpinion", "良好"));
		assertThat(told.boxes()).containsExactly("decide");
	}

	@Test
	void oneRunningApplicationPerPersonAndNoneForMembers() {
		College college = this.story.college();
		Told told = this.story.applies(college);
		assertThatThrownBy(() -> this.story.inbox.start("admission", told.applicant, AdmissionStory.application(),
				AdmissionStory.key()))
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("running");
		assertThatThrownBy(() -> this.story.inbox.start("admission", told.member(6), AdmissionStory.application(),
				AdmissionStory.key()))
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("member");
	}

	@Test
	void authorityRecalledSendsThePreReviewToTheCounty() {
		College college = this.story.college();
		Told told = this.story.applies(college).activist().observed().appraised("propose").consented("agree");
		assertThat(told.task("preReview").role()).isEqualTo("league-committee");
		this.story.people.recall(college.units().committee());
		assertThatThrownBy(() -> told.preReviewed("return")).isInstanceOf(Refusal.NotAllowed.class);
		told.answers("preReview", college.county(), Map.of("preReview", "return", "opinion", "请补充"));
		assertThat(told.boxes()).containsExactly("correct");
	}

}
