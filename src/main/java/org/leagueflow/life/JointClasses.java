package org.leagueflow.life;

import java.util.List;
import java.util.Objects;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.meeting.MeetingRecord.Attendee;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Component;

/**
 * Counts a class that a general branch or committee gives for the branches below: for all
 * while it is to come, in the end for those from which a member came.
 */
@Component
class JointClasses {

	private final LifeRecords records;

	private final People people;

	private final BusinessClock clock;

	JointClasses(LifeRecords records, People people, BusinessClock clock) {
		this.records = records;
		this.people = people;
		this.clock = clock;
	}

	void keep(MeetingRecord meeting) {
		UnitCard unit = this.people.unit(meeting.unitId());
		if (unit.kind() == UnitKind.BRANCH) {
			return;
		}
		List<LifeRecord> known = this.records.of(meeting.id());
		if (known.isEmpty() && meeting.stage() == Stage.CONVENED) {
			this.people.within(unit.id())
				.stream()
				.filter(LifeRights::watched)
				.forEach((branch) -> this.records.put(record(meeting, branch.id(), members(branch), 0)));
			return;
		}
		boolean over = meeting.stage() == Stage.CLOSED || meeting.stage() == Stage.HELD;
		List<PersonCard> came = over ? came(meeting) : List.of();
		known.forEach((one) -> update(meeting, one, came));
	}

	private int members(UnitCard branch) {
		return this.people.memberCount(branch.id(), this.clock.today());
	}

	private List<PersonCard> came(MeetingRecord meeting) {
		return this.people
			.persons(meeting.attendees().stream().map(Attendee::personId).filter(Objects::nonNull).distinct().toList());
	}

	private void update(MeetingRecord meeting, LifeRecord one, List<PersonCard> came) {
		String path = "/" + one.branchId() + "/";
		int members = (int) came.stream()
			.filter((person) -> person.member() && person.unitPath().contains(path))
			.count();
		if (meeting.stage() == Stage.HELD && members == 0) {
			this.records.remove(meeting.id(), one.branchId());
		}
		else {
			this.records.put(record(meeting, one.branchId(), one.entitled(), members));
		}
	}

	private static LifeRecord record(MeetingRecord meeting, long branchId, int entitled, int came) {
		return new LifeRecord(meeting.id(), meeting.unitId(), branchId, meeting.kind(), meeting.stage(),
				meeting.place(), meeting.startsAt(), meeting.openedAt(), entitled, came);
	}

}
