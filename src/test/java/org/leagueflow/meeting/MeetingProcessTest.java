package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.WalksWholeDiagram;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.VoteTally;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole meetings, from the call to the end. */
@StoryTest
@WalksWholeDiagram("meeting")
class MeetingProcessTest {

	@Autowired
	Hall hall;

	@Autowired
	DecidedItems decided;

	@Autowired
	MeetingService meetings;

	@Autowired
	AttendanceService attendance;

	@Autowired
	MinutesDocument document;

	@Autowired
	MeetingRules rules;

	@Autowired
	Models models;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void resetClock() {
		this.hall.clock.offset(Duration.ZERO);
	}

	@Test
	void theDiagramIsSound() {
		Map<String, String> files = this.models.folders().get("meeting");
		assertThat(this.models.check("meeting", files)).isEmpty();
	}

	@Test
	void sixteenPresentFifteenForAndOneWrittenOpinionPass() throws Exception {
		Branch branch = this.hall.branch(30);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.gathered(branch, 16);
		long item = this.hall.item(meeting, candidate, branch);
		this.meetings.receiveOpinion(meeting, item, branch.voters().get(20), branch.secretary());
		this.meetings.open(meeting, branch.secretary());
		PaperCount count = Hall.papers(16, 16, 15, 1, 1);
		assertThat(this.hall.vote(meeting, item, branch, count)).isEqualTo(Item.Counting.AGREE);
		ItemDecided event = this.decided.of(candidate).get(0);
		assertThat(event.outcome()).isEqualTo(Outcome.PASSED);
		assertThat(event.tally().votesFor()).isEqualTo(16);
		assertThat(event.heldOn()).isEqualTo(this.hall.clock.today());
		finish(meeting, branch);
		assertThat(this.hall.outcome(meeting)).isEqualTo("held");
		ResolutionCard resolution = this.hall.agenda.resolutions(candidate).get(0);
		assertThat(resolution.id()).isEqualTo(event.resolutionId());
		assertThat(resolution.wording()).contains("应到会有表决权 30 人", "实到 16 人", "赞成 16 票", "书面意见 1 份", "细则§20–21", "通过");
		assertThat(words(meeting, branch)).contains("应到 30 人，实到 16 人", resolution.number(), resolution.wording(),
				"讨论充分");
	}

	private void finish(long meeting, Branch branch) {
		this.meetings.close(meeting, branch.secretary());
		this.meetings.minute(meeting, "讨论充分。\n大家发言踊跃。", branch.secretary());
		this.meetings.sign(meeting, branch.secretary());
	}

	private String words(long meeting, Branch branch) throws Exception {
		byte[] word = this.document.write(this.hall.page(meeting, branch));
		try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
			return extractor.getText();
		}
	}

	@Test
	void fifteenOfThirtyAreNoQuorumTheMeetingIsVoidAndIsCalledAgain() {
		Branch branch = this.hall.branch(30);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 15);
		assertThat(this.hall.box(meeting, branch)).isEqualTo("gather");
		long item = this.hall.item(meeting, candidate, branch);
		assertThatThrownBy(() -> this.hall.ballot(meeting, item, branch)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("no-quorum");
		this.meetings.giveUp(meeting, branch.secretary());
		assertThat(this.hall.box(meeting, branch)).isEqualTo("reconvene");
		ItemDecided event = this.decided.of(candidate).get(0);
		assertThat(event.outcome()).isEqualTo(Outcome.VOID);
		assertThat(event.resolutionId()).isZero();
		assertThat(event.tally()).isEqualTo(VoteTally.uncounted(30, 15));
		long again = this.meetings.reconvene(meeting, branch.secretary());
		assertThat(this.hall.outcome(meeting)).isEqualTo("reconvened");
		MeetingPage page = this.hall.page(again, branch);
		assertThat(page.reconvenes()).isEqualTo(meeting);
		assertThat(page.items()).extracting(MeetingPage.ItemLine::title)
			.containsExactlyElementsOf(
					this.hall.page(meeting, branch).items().stream().map(MeetingPage.ItemLine::title).toList());
		assertThat(page.topics()).containsExactly("学习文件");
		assertThat(page.startsAt()).isEqualTo(this.hall.page(meeting, branch).startsAt().plus(Duration.ofDays(7)));
		assertThat(this.hall.page(meeting, branch).reconvened()).isEqualTo(again);
		assertThatThrownBy(() -> this.meetings.reconvene(meeting, branch.secretary())).as("once only")
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("reconvened-already");
	}

	@Test
	void aVoidMeetingLeavesARecordAndIsLetBe() throws Exception {
		Branch branch = this.hall.branch(30);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 15);
		this.meetings.giveUp(meeting, branch.secretary());
		this.meetings.letBe(meeting, branch.secretary());
		assertThat(this.hall.outcome(meeting)).isEqualTo("void");
		assertThat(words(meeting, branch)).contains("会议无效", "应到 30 人，实到 15 人");
		assertThat(this.hall.agenda.waiting(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING))
			.extracting(WaitingItem::caseId)
			.containsExactly(candidate);
	}

	@Test
	void aVoidMeetingIsCalledAgainWithAnotherDateByItsForm() {
		Branch branch = this.hall.branch(30);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 15);
		this.meetings.giveUp(meeting, branch.secretary());
		ConvenePage form = this.hall.pages.convene(null, null, meeting, null, branch.secretary());
		assertThat(form.waiting()).extracting(WaitingItem::caseId).containsExactly(candidate);
		long again = this.meetings.convene(again(branch, form), branch.secretary());
		assertThat(this.hall.outcome(meeting)).isEqualTo("reconvened");
		assertThat(this.hall.page(meeting, branch).reconvened()).isEqualTo(again);
		assertThatThrownBy(() -> this.meetings.convene(again(branch, form), branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
	}

	private Convocation again(Branch branch, ConvenePage form) {
		long secretary = branch.secretary().personId();
		return new Convocation(form.kind(), form.unit().id(), form.place(), this.hall.clock.localNow().plusDays(2),
				secretary, secretary, form.topics(), form.waiting().stream().map(WaitingItem::id).toList(),
				form.reconvenes());
	}

	@Test
	void onlyAVoidMeetingIsCalledAgain() {
		Branch branch = this.hall.branch(4);
		long meeting = this.hall.open(branch, 4);
		assertThatThrownBy(() -> this.meetings.reconvene(meeting, branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("not-void");
	}

	@Test
	void theChairSendsMinutesBackBeforeSigning() {
		Branch branch = this.hall.branch(4);
		long meeting = this.hall.open(branch, 4);
		this.meetings.close(meeting, branch.secretary());
		this.meetings.minute(meeting, "讨论充份。", branch.secretary());
		assertThatThrownBy(() -> this.meetings.returnMinutes(meeting, " ", branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		this.meetings.returnMinutes(meeting, "错字", branch.secretary());
		assertThat(this.hall.box(meeting, branch)).isEqualTo("minute");
		assertThat(this.hall.page(meeting, branch).remark()).isEqualTo("错字");
		this.meetings.minute(meeting, "讨论充分。", branch.secretary());
		this.meetings.sign(meeting, branch.secretary());
		assertThat(this.hall.outcome(meeting)).isEqualTo("held");
		assertThat(this.hall.page(meeting, branch).minutes()).isEqualTo("讨论充分。");
	}

	@Test
	void anInvitedMeetingMovesAndWhoWasInvitedIsTold() {
		Branch branch = this.hall.branch(4);
		long meeting = this.hall.convened(branch);
		this.meetings.invite(meeting, branch.secretary());
		this.meetings.move(meeting, this.hall.clock.localNow().plusDays(3), "图书馆", branch.secretary());
		assertThat(this.hall.page(meeting, branch).place()).isEqualTo("图书馆");
		assertThat(this.jdbc.sql("SELECT due_at FROM inbox_item WHERE case_id = ? AND state = 'OPEN'")
			.param(this.hall.pages.caseOf(meeting).value())
			.query(LocalDateTime.class)
			.single()).as("the step moves along").isAfter(LocalDateTime.now().plusDays(2));
		assertThatThrownBy(
				() -> this.meetings.move(meeting, this.hall.clock.localNow().minusDays(1), "图书馆", branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void lateComersMakeTheQuorumThatWasMissing() {
		Branch branch = this.hall.branch(30);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 15);
		this.hall.arrive(meeting, branch, 15, 17);
		long item = this.hall.item(meeting, candidate, branch);
		this.hall.vote(meeting, item, branch, Hall.papers(17, 17));
		assertThat(this.decided.of(candidate)).extracting(ItemDecided::outcome).containsExactly(Outcome.PASSED);
	}

	@Test
	void fifteenOfThirtyInFavourFailThoughTwentyCame() {
		Branch branch = this.hall.branch(30);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 20);
		this.hall.vote(meeting, this.hall.item(meeting, candidate, branch), branch, Hall.papers(20, 15));
		assertThat(this.decided.of(candidate)).extracting(ItemDecided::outcome).containsExactly(Outcome.FAILED);
		assertThat(this.hall.agenda.resolutions(candidate).get(0).wording()).contains("未通过");
		assertThat(this.hall.agenda.waiting(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING)).isEmpty();
	}

	@Test
	void ofTwoCandidatesOnePassesAndOneFails() {
		Branch branch = this.hall.branch(30);
		CaseId first = this.hall.waits(branch);
		CaseId second = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 20);
		this.hall.vote(meeting, this.hall.item(meeting, first, branch), branch, Hall.papers(20, 18));
		this.hall.vote(meeting, this.hall.item(meeting, second, branch), branch, Hall.papers(20, 14));
		assertThat(this.decided.of(first)).extracting(ItemDecided::outcome).containsExactly(Outcome.PASSED);
		assertThat(this.decided.of(second)).extracting(ItemDecided::outcome).containsExactly(Outcome.FAILED);
		assertThat(this.decided.of(first).get(0).resolutionId())
			.isNotEqualTo(this.decided.of(second).get(0).resolutionId());
	}

	@Test
	void nothingIsDecidedWhileTellersDisagree() {
		Branch branch = this.hall.branch(10);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 8);
		long item = this.hall.item(meeting, candidate, branch);
		this.hall.ballot(meeting, item, branch);
		assertThat(this.hall.count(meeting, item, branch, 1, Hall.papers(8, 6))).isEqualTo(Item.Counting.ONE_IN);
		assertThatThrownBy(() -> this.hall.count(meeting, item, branch, 1, Hall.papers(8, 6)))
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.hall.count(meeting, item, branch, 2, Hall.papers(8, 7))).isEqualTo(Item.Counting.DIFFER);
		assertThat(this.decided.of(candidate)).isEmpty();
		assertBothSeeThatTheyDiffer(meeting, item, branch);
		this.hall.count(meeting, item, branch, 2, Hall.papers(8, 6));
		assertThat(this.hall.count(meeting, item, branch, 1, Hall.papers(8, 6))).isEqualTo(Item.Counting.AGREE);
		assertThat(this.decided.of(candidate)).extracting(ItemDecided::outcome).containsExactly(Outcome.PASSED);
	}

	private void assertBothSeeThatTheyDiffer(long meeting, long item, Branch branch) {
		List.of(1, 2).forEach((teller) -> {
			CountPage page = this.hall.pages.count(meeting, item, this.hall.people.actor(branch.voters().get(teller)));
			assertThat(page.differed()).isTrue();
			assertThat(page.counted()).isFalse();
			assertThat(page.attempt()).isEqualTo(2);
		});
	}

	@Test
	void theCandidateIntroducersAndMentorsAreNoTellers() {
		Branch branch = this.hall.branch(10);
		CaseId candidate = this.hall.waits(branch, branch.voters().get(1));
		long meeting = this.hall.open(branch, 8);
		long item = this.hall.item(meeting, candidate, branch);
		assertThatThrownBy(() -> this.hall.ballot(meeting, item, branch)).isInstanceOf(Refusal.Invalid.class);
		long self = this.hall.cases.card(candidate).subjectPersonId();
		assertThatThrownBy(() -> openWith(meeting, item, branch, self, branch.voters().get(2)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> openWith(meeting, item, branch, branch.voters().get(2), branch.voters().get(2)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> openWith(meeting, item, branch, branch.voters().get(2), branch.voters().get(9)))
			.as("not in the room")
			.isInstanceOf(Refusal.Invalid.class);
		openWith(meeting, item, branch, branch.voters().get(2), this.hall.people.staff(branch.college().committee()));
	}

	private void openWith(long meeting, long item, Branch branch, long one, long two) {
		this.meetings.openBallot(meeting, item, new Tellers(one, two), branch.secretary());
	}

	@Test
	void replacedTellersStartANewCount() {
		Branch branch = this.hall.branch(10);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 8);
		long item = this.hall.item(meeting, candidate, branch);
		this.hall.ballot(meeting, item, branch);
		this.hall.count(meeting, item, branch, 1, Hall.papers(8, 6));
		this.meetings.replaceTellers(meeting, item, new Tellers(branch.voters().get(3), branch.voters().get(4)),
				branch.secretary());
		assertThatThrownBy(() -> this.hall.count(meeting, item, branch, 2, Hall.papers(8, 6)))
			.isInstanceOf(Refusal.NotAllowed.class);
		this.hall.count(meeting, item, branch, 3, Hall.papers(8, 6));
		assertThat(this.hall.count(meeting, item, branch, 4, Hall.papers(8, 6))).isEqualTo(Item.Counting.AGREE);
	}

	@Test
	void papersMustAddUp() {
		Branch branch = this.hall.branch(10);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 8);
		long item = this.hall.item(meeting, candidate, branch);
		this.hall.ballot(meeting, item, branch);
		for (PaperCount wrong : List.of(Hall.papers(9, 6), Hall.papers(8, 9, 9, 0, 0), Hall.papers(8, 8, 6, 1, 0),
				Hall.papers(8, 8, 9, -1, 0), Hall.papers(8, 8, 8, 0, 1))) {
			assertThatThrownBy(() -> this.hall.count(meeting, item, branch, 1, wrong)).as(wrong.toString())
				.isInstanceOf(Refusal.Invalid.class);
		}
	}

	@Test
	void nobodyIsAddedOnceTheRollIsFrozen() {
		Branch branch = this.hall.branch(10);
		this.hall.waits(branch);
		long meeting = this.hall.open(branch, 8);
		long late = this.hall.people.member(branch.college().branch());
		assertThatThrownBy(() -> this.attendance.arrive(meeting, late, branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("roll-frozen");
		assertThat(this.hall.page(meeting, branch).bar().entitled()).isEqualTo(10);
		this.attendance.welcome(meeting, "列席同学", branch.secretary());
		assertThat(this.hall.page(meeting, branch).bar().present()).isEqualTo(8);
		assertThat(this.hall.page(meeting, branch).guests()).filteredOn(MeetingPage.RollLine::present).hasSize(1);
	}

	@Test
	void membersOnProbationStandOnTheRollWithoutAVote() {
		Branch branch = this.hall.branch(10);
		this.hall.people.restricted(branch.voters().get(9));
		this.hall.waits(branch);
		long meeting = this.hall.open(branch, 10);
		assertThat(this.hall.page(meeting, branch).bar().entitled()).isEqualTo(9);
		assertThat(this.hall.page(meeting, branch).bar().present()).isEqualTo(9);
	}

	@Test
	void aWrittenOpinionAfterTheStartIsNotCounted() {
		Branch branch = this.hall.branch(30);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 16);
		long item = this.hall.item(meeting, candidate, branch);
		this.meetings.receiveOpinion(meeting, item, branch.voters().get(20), branch.secretary());
		assertThat(this.hall.page(meeting, branch).items().get(0).written()).isZero();
		assertThatThrownBy(() -> this.hall.vote(meeting, item, branch, Hall.papers(16, 16, 15, 1, 1)))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void whoComesAfterAllVotesInPersonAndTheWrittenOpinionIsNotCounted() {
		Branch branch = this.hall.branch(30);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.gathered(branch, 16);
		long item = this.hall.item(meeting, candidate, branch);
		this.meetings.receiveOpinion(meeting, item, branch.voters().get(16), branch.secretary());
		this.meetings.receiveOpinion(meeting, item, branch.voters().get(17), branch.secretary());
		this.meetings.open(meeting, branch.secretary());
		this.hall.arrive(meeting, branch, 16, 17);
		assertThat(this.hall.page(meeting, branch).items().get(0).written()).isEqualTo(1);
		this.hall.vote(meeting, item, branch, Hall.papers(17, 17, 15, 2, 1));
		assertThat(this.decided.of(candidate)).extracting(ItemDecided::outcome).containsExactly(Outcome.PASSED);
	}

	@Test
	void leaversTakeTheQuorumAwayBeforeTheNextBallot() {
		Branch branch = this.hall.branch(30);
		CaseId first = this.hall.waits(branch);
		CaseId second = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 16);
		this.hall.vote(meeting, this.hall.item(meeting, first, branch), branch, Hall.papers(16, 16));
		this.attendance.leave(meeting, branch.voters().get(15), branch.secretary());
		long item = this.hall.item(meeting, second, branch);
		assertThatThrownBy(() -> this.hall.ballot(meeting, item, branch)).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("no-quorum");
		this.meetings.giveUp(meeting, branch.secretary());
		assertThat(this.decided.of(first)).extracting(ItemDecided::outcome).containsExactly(Outcome.PASSED);
		assertThat(this.decided.of(second)).extracting(ItemDecided::outcome).containsExactly(Outcome.VOID);
		finish(meeting, branch);
		assertThat(this.hall.outcome(meeting)).isEqualTo("held");
	}

	@Test
	void whoLeavesDuringABallotStillVotedInIt() {
		Branch branch = this.hall.branch(30);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 16);
		long item = this.hall.item(meeting, candidate, branch);
		this.hall.ballot(meeting, item, branch);
		this.attendance.leave(meeting, branch.voters().get(15), branch.secretary());
		this.hall.count(meeting, item, branch, 1, Hall.papers(16, 16));
		this.hall.count(meeting, item, branch, 2, Hall.papers(16, 16));
		assertThat(this.decided.of(candidate)).extracting(ItemDecided::outcome).containsExactly(Outcome.PASSED);
	}

	@Test
	void aMeetingWithAQuorumIsNotGivenUp() {
		Branch branch = this.hall.branch(10);
		this.hall.waits(branch);
		long meeting = this.hall.open(branch, 8);
		assertThatThrownBy(() -> this.meetings.giveUp(meeting, branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aWithdrawnCaseLeavesTheAgendaAndTheRunningMeeting() {
		Branch branch = this.hall.branch(10);
		CaseId waiting = this.hall.waits(branch);
		this.hall.agenda.withdraw(waiting);
		assertThat(this.hall.agenda.waiting(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING)).isEmpty();
		CaseId running = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 8);
		long item = this.hall.item(meeting, running, branch);
		this.hall.agenda.withdraw(running);
		assertThatThrownBy(() -> this.hall.ballot(meeting, item, branch)).isInstanceOf(Refusal.Conflict.class);
		assertThat(this.hall.box(meeting, branch)).isEqualTo("close");
		assertThat(this.decided.of(running)).isEmpty();
	}

	@Test
	void askingTwiceKeepsOnePlaceOnTheAgenda() {
		Branch branch = this.hall.branch(3);
		CaseId candidate = this.hall.waits(branch);
		this.hall.agenda.await(new AgendaRequest(candidate, "admission-branchMeeting",
				MeetingKind.BRANCH_GENERAL_MEETING, branch.college().branch(), 1, "新的标题", List.of()));
		assertThat(this.hall.agenda.waiting(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING))
			.extracting(WaitingItem::title)
			.containsExactly("新的标题");
	}

	@Test
	void aMeetingClosesOnceAndOnlyWhenAllIsDecided() {
		Branch branch = this.hall.branch(10);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 8);
		assertThatThrownBy(() -> this.meetings.close(meeting, branch.secretary())).isInstanceOf(Refusal.Conflict.class);
		this.hall.vote(meeting, this.hall.item(meeting, candidate, branch), branch, Hall.papers(8, 8));
		this.meetings.close(meeting, branch.secretary());
		assertThatThrownBy(() -> this.meetings.close(meeting, branch.secretary())).isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aPostponedItemWaitsForTheNextMeeting() {
		Branch branch = this.hall.branch(10);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 8);
		this.meetings.postpone(meeting, this.hall.item(meeting, candidate, branch), branch.secretary());
		assertThat(this.hall.box(meeting, branch)).isEqualTo("close");
		assertThat(this.decided.of(candidate)).isEmpty();
		assertThat(this.hall.agenda.waiting(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING)).hasSize(1);
	}

	@Test
	void aMeetingIsCalledOffAsLongAsItHasNotBegun() {
		Branch branch = this.hall.branch(3);
		CaseId candidate = this.hall.waits(branch);
		long early = this.hall.convened(branch);
		this.meetings.cancel(early, branch.secretary());
		assertThat(this.hall.outcome(early)).isEqualTo("cancelled");
		long invited = this.hall.convened(branch);
		this.meetings.invite(invited, branch.secretary());
		this.meetings.cancel(invited, branch.secretary());
		assertThat(this.hall.outcome(invited)).isEqualTo("cancelled");
		long late = this.hall.gathered(branch, 2);
		this.meetings.cancel(late, branch.secretary());
		assertThat(this.hall.outcome(late)).isEqualTo("cancelled");
		assertThat(this.hall.agenda.waiting(branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING))
			.extracting(WaitingItem::caseId)
			.containsExactly(candidate);
	}

	@Test
	void aLeagueClassNeedsNoQuorum() {
		Branch branch = this.hall.branch(5);
		long meeting = this.hall.convened(branch.college().branch(), MeetingKind.LEAGUE_CLASS, branch.secretary());
		this.meetings.invite(meeting, branch.secretary());
		this.hall.arrive(meeting, branch, 0, 1);
		this.meetings.open(meeting, branch.secretary());
		assertThat(this.hall.box(meeting, branch)).as("what it takes to be complete is asked in organisational life")
			.isEqualTo("close");
	}

	@Test
	void aCommitteeMeetingVotesWithItsMembersOnly() {
		Branch branch = this.hall.branch(3);
		long committee = branch.college().committee();
		List<Actor> members = List.of(this.hall.people.holder(Roles.LEAGUE_SECRETARY, committee),
				this.hall.people.holder(Roles.LEAGUE_COMMITTEE, committee),
				this.hall.people.holder(Roles.LEAGUE_COMMITTEE, committee));
		Actor secretary = members.get(0);
		CaseId candidate = this.hall.waits(branch, "admission-committeeMeeting", MeetingKind.COMMITTEE_MEETING,
				committee);
		long meeting = this.hall.convened(committee, MeetingKind.COMMITTEE_MEETING, secretary);
		this.meetings.invite(meeting, secretary);
		members.forEach((member) -> this.attendance.arrive(meeting, member.personId(), secretary));
		this.meetings.open(meeting, secretary);
		MeetingPage page = this.hall.pages.page(meeting, secretary);
		assertThat(page.bar().entitled()).isEqualTo(3);
		long item = page.items().get(0).id();
		this.meetings.openBallot(meeting, item, new Tellers(members.get(1).personId(), members.get(2).personId()),
				secretary);
		this.meetings.count(meeting, item, Hall.typed(Hall.papers(3, 2)), members.get(1));
		this.meetings.count(meeting, item, Hall.typed(Hall.papers(3, 2)), members.get(2));
		assertThat(this.decided.of(candidate)).extracting(ItemDecided::outcome).containsExactly(Outcome.PASSED);
	}

	@Test
	void aMeetingDoesNotOpenBeforeItsDay() {
		Branch branch = this.hall.branch(3);
		this.hall.clock.offset(Duration.ofDays(3));
		long meeting = this.hall.gathered(branch, 3);
		this.hall.clock.offset(Duration.ZERO);
		assertThatThrownBy(() -> this.meetings.open(meeting, branch.secretary())).isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void othersNeitherRunNorSeeNorCallTheMeeting() {
		Branch branch = this.hall.branch(3);
		Branch other = this.hall.branch(2);
		long meeting = this.hall.convened(branch);
		assertThatThrownBy(() -> this.meetings.invite(meeting, other.secretary()))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.hall.page(meeting, other)).isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(
				() -> this.hall.convened(branch.college().branch(), MeetingKind.LEAGUE_CLASS, other.secretary()))
			.isInstanceOf(Refusal.NotAllowed.class);
		Actor member = this.hall.people.actor(branch.voters().get(2));
		assertThat(this.hall.pages.page(meeting, member).runs()).isFalse();
		assertThatThrownBy(() -> this.meetings.open(meeting, member)).isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void theTableKnowsEveryMatter() {
		long unit = this.hall.branch(30).college().branch();
		assertThat(List.of("admission-branchMeeting", "admission-committeeMeeting", "admission-decide",
				"recommendation-vote", "appraisal", "election", "general"))
			.allSatisfy((matter) -> assertThat(this.rules.of(matter, unit).source()).isNotBlank());
		Map<String, Integer> quorums = List
			.of("admission-branchMeeting", "recommendation-vote", "appraisal", "election", "admission-committeeMeeting")
			.stream()
			.collect(Collectors.toMap((matter) -> matter, (matter) -> this.rules.of(matter, unit).quorum(30)));
		assertThat(quorums).containsEntry("admission-branchMeeting", 16)
			.containsEntry("recommendation-vote", 16)
			.containsEntry("appraisal", 21)
			.containsEntry("election", 24)
			.containsEntry("admission-committeeMeeting", 16);
		assertThat(this.rules.of("admission-branchMeeting", unit).written()).isTrue();
		assertThat(this.rules.of("election", unit).written()).isFalse();
	}

}
