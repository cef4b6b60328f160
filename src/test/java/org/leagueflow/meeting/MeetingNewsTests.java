package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.springframework.beans.factory.annotation.Autowired;

/** What other modules hear of a meeting, and where they can stop it. */
@StoryTest
class MeetingNewsTests {

	@Autowired
	Hall hall;

	@Autowired
	MeetingChanges changes;

	@Autowired
	MeetingFacade facade;

	@Autowired
	Inbox inbox;

	@AfterEach
	void letGo() {
		this.changes.letGo();
	}

	@Test
	void everyStepOfAMeetingIsToldWithWhoCame() {
		Branch branch = this.hall.branch(4);
		long applicant = this.hall.people.youth(branch.college().branch(), this.hall.clock.today().minusYears(16));
		long meeting = this.hall.gathered(branch, 3);
		this.hall.attendance.arrive(meeting, applicant, branch.secretary());
		this.hall.meetings.open(meeting, branch.secretary());
		this.hall.attendance.welcome(meeting, "辅导员", branch.secretary());
		this.hall.meetings.close(meeting, branch.secretary());
		this.hall.meetings.minute(meeting, "学习。", branch.secretary());
		this.hall.meetings.sign(meeting, branch.secretary());
		assertThat(this.changes.of(meeting)).extracting(MeetingRecord::stage)
			.containsExactly(Stage.CONVENED, Stage.CONVENED, Stage.OPEN, Stage.CLOSED, Stage.HELD);
		MeetingRecord held = this.changes.of(meeting).get(4);
		assertThat(held.entitled()).isEqualTo(4);
		assertThat(held.came()).isEqualTo(3);
		assertThat(held.attendees()).hasSize(5);
		assertThat(held.attendees()).filteredOn((one) -> !one.entitled())
			.extracting(MeetingRecord.Attendee::personId)
			.containsExactlyInAnyOrder(applicant, null);
		assertThat(held.invitedAt()).isBeforeOrEqualTo(held.openedAt());
		assertThat(held.caseId()).isNotNull();
	}

	@Test
	void aMeetingCalledOffAndAVoidOneAreTold() {
		Branch branch = this.hall.branch(4);
		long off = this.hall.convened(branch);
		this.hall.meetings.cancel(off, branch.secretary());
		this.hall.waits(branch);
		long vain = this.hall.open(branch, 1);
		this.hall.meetings.giveUp(vain, branch.secretary());
		assertThat(this.changes.of(off)).last().extracting(MeetingRecord::stage).isEqualTo(Stage.CANCELLED);
		assertThat(this.changes.of(vain)).last().satisfies((record) -> {
			assertThat(record.stage()).isEqualTo(Stage.VOID);
			assertThat(record.came()).isEqualTo(1);
		});
	}

	@Test
	void aGuardStopsAMeetingOnEveryWayAndNothingIsTold() {
		Branch branch = this.hall.branch(4);
		long meeting = this.hall.gathered(branch, 3);
		this.changes.stop(meeting, Stage.OPEN);
		assertThatThrownBy(() -> this.hall.meetings.open(meeting, branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
		this.changes.letGo();
		this.hall.meetings.open(meeting, branch.secretary());
		this.changes.stop(meeting, Stage.CLOSED);
		assertThatThrownBy(() -> this.hall.meetings.close(meeting, branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
		this.changes.letGo();
		this.hall.meetings.close(meeting, branch.secretary());
		this.hall.meetings.minute(meeting, "学习。", branch.secretary());
		this.changes.stop(meeting, Stage.HELD);
		String task = this.hall.tasks.open(this.hall.pages.caseOf(meeting)).get(0).id();
		assertThatThrownBy(() -> this.inbox.submit(task, branch.secretary(), Map.of(), UUID.randomUUID().toString()))
			.as("answering the box in the inbox is no way round")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.changes.of(meeting)).last().extracting(MeetingRecord::stage).isEqualTo(Stage.CLOSED);
		assertThat(this.hall.page(meeting, branch).state()).isEqualTo(Meeting.State.CLOSED);
	}

	@Test
	void theDeskKeepsStrangersOut() {
		Branch branch = this.hall.branch(3);
		Branch other = this.hall.branch(2);
		long unit = branch.college().branch();
		long meeting = this.facade.convene(MeetingKind.LEAGUE_CLASS, unit, "教室", this.hall.clock.localNow(), "学党史",
				branch.secretary());
		assertThat(this.facade.record(meeting, branch.secretary()).topics()).isEqualTo("学党史");
		assertThat(this.facade.runs(meeting, branch.secretary())).isTrue();
		assertThat(this.facade.runs(meeting, this.hall.people.actor(branch.voters().get(1)))).isFalse();
		assertThat(this.facade.sees(meeting, this.hall.people.actor(branch.voters().get(1)))).isTrue();
		assertThat(this.facade.sees(meeting, other.secretary())).isFalse();
		assertThat(this.facade.convenes(other.secretary(), unit)).isFalse();
		assertThatThrownBy(() -> this.facade.record(meeting, other.secretary())).isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.facade.run(meeting, this.hall.people.actor(branch.voters().get(1))))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.facade.convene(MeetingKind.LEAGUE_CLASS, unit, "教室", this.hall.clock.localNow(),
				null, other.secretary()))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThat(this.changes.of(meeting)).extracting(MeetingRecord::chairId)
			.isEqualTo(List.of(branch.secretary().personId()));
	}

}
