package org.leagueflow.life;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.MeetingFacade;
import org.leagueflow.meeting.MeetingFixture;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.PeopleFixture;
import org.springframework.stereotype.Component;

/** Sets up branches and takes their meetings and classes where a story needs them. */
@Component
class Classroom {

	final PeopleFixture people;

	final MeetingFacade facade;

	final ClassService classes;

	final BusinessClock clock;

	private final Inbox inbox;

	private final UserTasks tasks;

	private final MeetingFixture meetings;

	Classroom(PeopleFixture people, MeetingFacade facade, ClassService classes, BusinessClock clock, Inbox inbox,
			UserTasks tasks, MeetingFixture meetings) {
		this.people = people;
		this.facade = facade;
		this.classes = classes;
		this.clock = clock;
		this.inbox = inbox;
		this.tasks = tasks;
		this.meetings = meetings;
	}

	/**
	 * A branch with so many members, the first of them its secretary, and those above.
	 */
	Branch branch(int members) {
		return branch(this.people.college(), members);
	}

	Branch branch(PeopleFixture.College college, int members) {
		List<Long> voters = IntStream.range(0, members).mapToObj((i) -> this.people.member(college.branch())).toList();
		this.people.appoint(voters.get(0), Roles.BRANCH_SECRETARY, college.branch());
		return new Branch(college, voters, this.people.actor(voters.get(0)),
				this.people.holder(Roles.LEAGUE_COMMITTEE, college.committee()));
	}

	/** Calls and opens a class with these people, nothing prepared yet. */
	long opened(Branch branch, List<Long> present) {
		long meeting = calls(branch.id(), null, branch.secretary());
		answer(meeting, "invite", Map.of(), branch.secretary());
		answer(meeting, "checkIn", Map.of(), branch.secretary());
		present.forEach((person) -> this.facade.arrive(meeting, person, branch.secretary()));
		answer(meeting, "open", Map.of(), branch.secretary());
		return meeting;
	}

	/** Calls a class for now. */
	long calls(long unit, String theme, Actor by) {
		return this.classes.convene(unit, this.clock.localNow(), "三教201", theme, null, by).orElseThrow();
	}

	/** Holds a class to its end. */
	long held(Branch branch, List<Long> present) {
		long meeting = opened(branch, present);
		plan(meeting, branch.secretary());
		finish(meeting, branch.secretary());
		return meeting;
	}

	void plan(long meeting, Actor by) {
		this.classes.plan(meeting,
				new ClassPlan("学习团章", List.of(ClassForm.VIDEO, ClassForm.DISCUSSION), "团支书", "1.5", "一、原文；二、讨论"), by);
	}

	void finish(long meeting, Actor by) {
		answer(meeting, "close", Map.of(), by);
		answer(meeting, "minute", Map.of("minutes", "讨论热烈。"), by);
		answer(meeting, "sign", Map.of(), by);
	}

	/** Holds a meeting of another kind to its end. */
	long meets(Branch branch, MeetingKind kind, List<Long> present) {
		long meeting = this.facade.convene(kind, branch.id(), "三教201", this.clock.localNow(), "学习文件",
				branch.secretary());
		answer(meeting, "invite", Map.of(), branch.secretary());
		answer(meeting, "checkIn", Map.of(), branch.secretary());
		present.forEach((person) -> this.facade.arrive(meeting, person, branch.secretary()));
		answer(meeting, "open", Map.of(), branch.secretary());
		finish(meeting, branch.secretary());
		return meeting;
	}

	void leave(long meeting, long person, Actor by) {
		this.meetings.leaves(meeting, person, by);
	}

	/** Answers the box through the inbox. */
	void answer(long meeting, String box, Map<String, Object> answers, Actor by) {
		String task = this.tasks.open(this.facade.record(meeting, by).caseId())
			.stream()
			.filter((open) -> open.box().equals(box))
			.findFirst()
			.orElseThrow()
			.id();
		this.inbox.submit(task, by, answers, UUID.randomUUID().toString());
	}

	/** Goes to a day, at ten in the morning. */
	void on(String day) {
		at(LocalDateTime.parse(day + "T10:00:00"));
	}

	void at(LocalDateTime moment) {
		this.clock.moveTo(moment.atZone(this.clock.getZone()).toInstant());
	}

	/** A branch, its members, its secretary and somebody of the committee above. */
	record Branch(PeopleFixture.College college, List<Long> members, Actor secretary, Actor committee) {

		long id() {
			return this.college.branch();
		}

	}

}
