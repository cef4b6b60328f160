package org.leagueflow.life;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/** Finds the sheet of a League class, made at the first call, and its material. */
@Component
class LeagueClassFinder {

	private final LeagueClasses classes;

	private final LeagueClassMaterials materials;

	private final Policies policies;

	private final People people;

	LeagueClassFinder(LeagueClasses classes, LeagueClassMaterials materials, Policies policies, People people) {
		this.classes = classes;
		this.materials = materials;
		this.policies = policies;
		this.people = people;
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
		return new LeagueClass(meeting.id(), meeting.topics(), this.policies.number(LifeRules.CLASS_STUDY_HOURS, path));
	}

	/** The attachments that are material of the class, oldest first. */
	List<Long> material(long meetingId) {
		return this.materials.of(meetingId);
	}

	void addMaterial(long meetingId, long attachmentId, Instant now) {
		this.materials.save(new LeagueClassMaterial(meetingId, attachmentId, now));
	}

	/** The classes for which the attachment is material. */
	Collection<Long> using(long attachmentId) {
		return this.materials.using(attachmentId);
	}

}
