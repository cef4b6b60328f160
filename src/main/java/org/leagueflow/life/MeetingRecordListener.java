package org.leagueflow.life;

import org.leagueflow.meeting.MeetingChanged;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Listens to meetings: records them, makes the sheet of a League class when it is
 * convened, and has its study hours booked when it is signed.
 */
@Component
class MeetingRecordListener {

	private final LifeRecords records;

	private final JointClasses joint;

	private final LeagueClassFinder sheets;

	private final StudyHours hours;

	private final People people;

	MeetingRecordListener(LifeRecords records, JointClasses joint, LeagueClassFinder sheets, StudyHours hours,
			People people) {
		this.records = records;
		this.joint = joint;
		this.sheets = sheets;
		this.hours = hours;
		this.people = people;
	}

	@EventListener
	void on(MeetingChanged event) {
		MeetingRecord meeting = event.meeting();
		this.people.nearest(meeting.unitId(), UnitKind.BRANCH)
			.ifPresent((branch) -> this.records.put(record(meeting, branch)));
		if (meeting.kind() == MeetingKind.LEAGUE_CLASS) {
			keepClass(meeting);
		}
	}

	private static LifeRecord record(MeetingRecord meeting, UnitCard branch) {
		return new LifeRecord(meeting.id(), meeting.unitId(), branch.id(), meeting.kind(), meeting.stage(),
				meeting.place(), meeting.startsAt(), meeting.openedAt(), meeting.entitled(), meeting.came());
	}

	private void keepClass(MeetingRecord meeting) {
		this.joint.keep(meeting);
		LeagueClass sheet = this.sheets.of(meeting);
		if (meeting.stage() == Stage.HELD) {
			this.hours.book(meeting, sheet);
		}
	}

}
