package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Hall.Branch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a meeting begins, and who leads it. */
@StoryTest
class ChairTests {

	@Autowired
	Hall hall;

	@Autowired
	MeetingService meetings;

	@Autowired
	MotionService motions;

	@Autowired
	PhoneVotes votes;

	@Autowired
	DocumentTexts texts;

	@Autowired
	JdbcClient jdbc;

	@AfterEach
	void today() {
		this.hall.clock.offset(Duration.ZERO);
	}

	@Test
	void nobodyOpensAMeetingLongBeforeItsTime() {
		Branch branch = this.hall.branch(4);
		long meeting = called(branch, branch.secretary().personId(), Duration.ofHours(2));
		this.hall.arrive(meeting, branch, 0, 4);
		assertThatThrownBy(() -> this.meetings.open(meeting, branch.secretary())).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("too-early");
		assertThat(this.hall.page(meeting, branch).state()).isEqualTo(Meeting.State.CONVENED);
		this.hall.clock.offset(Duration.ofMinutes(89));
		assertThatThrownBy(() -> this.meetings.open(meeting, branch.secretary())).isInstanceOf(Refusal.Conflict.class);
		this.hall.clock.offset(Duration.ofMinutes(91));
		this.meetings.open(meeting, branch.secretary());
		assertThat(this.hall.page(meeting, branch).state()).isEqualTo(Meeting.State.OPEN);
	}

	@Test
	void aMeetingThatIsToBeginEarlierIsMovedFirst() {
		Branch branch = this.hall.branch(4);
		long meeting = called(branch, branch.secretary().personId(), Duration.ofDays(2));
		this.hall.arrive(meeting, branch, 0, 4);
		this.meetings.move(meeting, this.hall.clock.localNow().plusMinutes(10), "图书馆", branch.secretary());
		this.meetings.open(meeting, branch.secretary());
		assertThat(this.hall.page(meeting, branch).state()).isEqualTo(Meeting.State.OPEN);
	}

	@Test
	void whoIsNotThereChairsNothingAndSomebodyElseTakesTheChair() {
		Branch branch = this.hall.branch(6);
		CaseId caseId = this.hall.waits(branch);
		long meeting = this.hall.convened(branch);
		this.meetings.invite(meeting, branch.secretary());
		this.hall.arrive(meeting, branch, 1, 5);
		assertThatThrownBy(() -> this.meetings.open(meeting, branch.secretary())).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("chair-absent");
		assertThatThrownBy(() -> this.meetings.chair(meeting, branch.voters().get(5), branch.secretary()))
			.as("has not checked in")
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.meetings.chair(meeting, this.hall.branch(1).voters().get(0), branch.secretary()))
			.as("of another branch")
			.isInstanceOf(Refusal.Invalid.class);
		Actor deputy = this.hall.people.actor(branch.voters().get(1));
		assertThatThrownBy(() -> this.meetings.chair(meeting, deputy.personId(), deputy)).as("nobody takes it alone")
			.isInstanceOf(Refusal.NotAllowed.class);
		this.meetings.chair(meeting, deputy.personId(), branch.secretary());
		assertThat(this.votes.told(deputy.personId())).contains("/meetings/" + meeting);
		assertThat(
				this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE what = 'meeting.chair-changed' AND subject = ?")
					.param("meeting:" + meeting)
					.query(Integer.class)
					.single())
			.isOne();
		this.meetings.open(meeting, deputy);
		MeetingPage page = this.hall.page(meeting, branch);
		assertThat(page.chair()).isNotEqualTo(page.firstChair());
		assertThat(this.texts.say("meeting.minutes.chair-changed", page.chair(), page.firstChair())).contains("原定");
		long item = this.hall.item(meeting, caseId, branch);
		this.hall.leave(meeting, deputy.personId(), branch);
		Tellers tellers = new Tellers(branch.voters().get(2), branch.voters().get(3));
		assertThatThrownBy(() -> this.meetings.openBallot(meeting, item, tellers, branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
		this.hall.arrive(meeting, branch, 0, 1);
		this.meetings.chair(meeting, branch.voters().get(0), branch.secretary());
		assertThat(this.hall.page(meeting, branch).firstChair()).as("as it was called").isNull();
		this.meetings.openBallot(meeting, item, tellers, branch.secretary());
	}

	@Test
	void aChairFromOutsideTheRollOpensTheMeetingInPerson() {
		Branch branch = this.hall.branch(4);
		Actor teacher = this.hall.people.actor(this.hall.people.staff(branch.college().branch()));
		long meeting = called(branch, teacher.personId(), Duration.ofMinutes(20));
		this.hall.arrive(meeting, branch, 0, 4);
		assertThatThrownBy(() -> this.meetings.open(meeting, branch.secretary())).isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("chair-opens");
		this.meetings.open(meeting, teacher);
		assertThat(this.hall.page(meeting, branch).state()).isEqualTo(Meeting.State.OPEN);
	}

	@Test
	void nobodyIsLateBeforeTheTimeOfTheMeetingHoweverEarlyItOpened() {
		Branch branch = this.hall.branch(4);
		long meeting = called(branch, branch.secretary().personId(), Duration.ofMinutes(20));
		this.hall.arrive(meeting, branch, 0, 2);
		this.meetings.open(meeting, branch.secretary());
		this.hall.clock.offset(Duration.ofMinutes(10));
		this.hall.arrive(meeting, branch, 2, 3);
		this.hall.clock.offset(Duration.ofMinutes(21));
		this.hall.arrive(meeting, branch, 3, 4);
		assertThat(branch.voters().stream().map((voter) -> late(meeting, branch, voter))).containsExactly(false, false,
				false, true);
	}

	@Test
	void theBarTellsWhatTheItemOnTheTableAsksFor() {
		Branch branch = this.hall.branch(10);
		CaseId caseId = this.hall.waits(branch);
		this.motions.put(new Motion("election", MeetingKind.BRANCH_GENERAL_MEETING, branch.college().branch(), "选举支委",
				List.of(), 1), branch.voters().subList(5, 7), null, branch.secretary());
		long meeting = this.hall.gathered(branch, 6);
		assertThat(this.hall.page(meeting, branch).bar().quorum()).as("the strictest item, so that enough come")
			.isEqualTo(8);
		this.meetings.open(meeting, branch.secretary());
		MeetingPage page = this.hall.page(meeting, branch);
		assertThat(page.bar()).extracting(AttendanceSummary::quorum, AttendanceSummary::quorate)
			.containsExactly(6, true);
		assertThat(page.stuck()).as("the meeting can go on").isFalse();
		assertThat(page.items()).extracting(MeetingPage.ItemLine::needed)
			.as("votes in favour that pass, where they do not depend on who is in the room")
			.containsExactly(6, 0);
		this.meetings.postpone(meeting, this.hall.item(meeting, caseId, branch), branch.secretary());
		page = this.hall.page(meeting, branch);
		assertThat(page.bar()).extracting(AttendanceSummary::quorum, AttendanceSummary::quorate)
			.containsExactly(8, false);
		assertThat(page.stuck()).isTrue();
	}

	private boolean late(long meeting, Branch branch, long voter) {
		return this.hall.page(meeting, branch)
			.roll()
			.stream()
			.anyMatch((line) -> line.personId() == voter && line.late());
	}

	private long called(Branch branch, long chair, Duration ahead) {
		long meeting = this.meetings.convene(new Convocation(MeetingKind.BRANCH_GENERAL_MEETING,
				branch.college().branch(), "三教201", this.hall.clock.localNow().plus(ahead), chair,
				branch.secretary().personId(), null, List.of(), null), branch.secretary());
		this.meetings.invite(meeting, branch.secretary());
		return meeting;
	}

}
