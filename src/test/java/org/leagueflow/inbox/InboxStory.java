package org.leagueflow.inbox;

import java.util.Map;
import java.util.UUID;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.stereotype.Component;

/** Makes units, people and waiting tasks for tests of the lists. */
@Component
class InboxStory {

	final PeopleFixture people;

	private final Inbox inbox;

	private final UserTasks userTasks;

	InboxStory(PeopleFixture people, Inbox inbox, UserTasks userTasks) {
		this.people = people;
		this.inbox = inbox;
		this.userTasks = userTasks;
	}

	/** A college whose branch has a secretary and an applicant. */
	Place place() {
		College college = this.people.college();
		return new Place(college, this.people.holder("branch-secretary", college.branch()),
				this.people.actor(this.people.member(college.branch())));
	}

	/** Starts the probe process; its review waits for the branch secretary. */
	CaseId started(Place place) {
		return this.inbox.start("probe", place.applicant(), Map.of("topic", "春游"), key());
	}

	/** The one task that the case waits for. */
	String task(CaseId caseId) {
		return this.userTasks.open(caseId).get(0).id();
	}

	java.util.List<String> open(CaseId caseId) {
		return this.userTasks.open(caseId).stream().map(org.leagueflow.engine.Task::id).toList();
	}

	String waiting(Place place) {
		return task(started(place));
	}

	static String key() {
		return UUID.randomUUID().toString();
	}

	/** Units and people of one test. */
	record Place(College college, Actor secretary, Actor applicant) {
	}

}
