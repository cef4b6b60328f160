package org.leagueflow.life;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.leagueflow.kernel.Utc;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the sheet of a League class, made at the first call, and its material. */
@Component
class LeagueClassFinder {

	private final LeagueClasses classes;

	private final Policies policies;

	private final People people;

	private final JdbcClient jdbc;

	LeagueClassFinder(LeagueClasses classes, Policies policies, People people, JdbcClient jdbc) {
		this.classes = classes;
		this.policies = policies;
		this.people = people;
		this.jdbc = jdbc;
	}

	/** The sheet of this class, kept from now on. */
	LeagueClass of(MeetingRecord meeting) {
		return this.classes.findById(meeting.id()).orElseGet(() -> this.classes.saveAndFlush(fresh(meeting)));
	}

	/** The sheet for changing it: two changes at once wait for each other. */
	LeagueClass lock(MeetingRecord meeting) {
		of(meeting);
		return this.classes.lock(meeting.id()).orElseThrow();
	}

	/** The sheet as it would stand, without keeping it. */
	LeagueClass look(MeetingRecord meeting) {
		return this.classes.findById(meeting.id()).orElseGet(() -> fresh(meeting));
	}

	private LeagueClass fresh(MeetingRecord meeting) {
		String path = this.people.unit(meeting.unitId()).path();
		return new LeagueClass(meeting.id(), meeting.topics(), this.policies.number(Policies.CLASS_STUDY_HOURS, path));
	}

	/** The attachments that are material of the class, oldest first. */
	List<Long> material(long meetingId) {
		return this.jdbc
			.sql("SELECT attachment_id FROM league_class_material WHERE meeting_id = ? ORDER BY attachment_id")
			.param(meetingId)
			.query(Long.class)
			.list();
	}

	void addMaterial(long meetingId, long attachmentId, Instant now) {
		this.jdbc.sql("INSERT INTO league_class_material (meeting_id, attachment_id, added_at) VALUES (?, ?, ?)")
			.params(meetingId, attachmentId, Utc.column(now))
			.update();
	}

	/** The classes for which the attachment is material. */
	Collection<Long> using(long attachmentId) {
		return this.jdbc.sql("SELECT meeting_id FROM league_class_material WHERE attachment_id = ?")
			.param(attachmentId)
			.query(Long.class)
			.list();
	}

}
