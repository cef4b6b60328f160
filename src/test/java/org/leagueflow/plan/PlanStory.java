package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.forms.Attachments;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.MeetingFixture;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.springframework.stereotype.Component;

/** A college that plans its year, and the words to tell stories with. */
@Component
class PlanStory {

	static final int YEAR = 2025;

	final PeopleFixture people;

	final People directory;

	final Inbox inbox;

	final UserTasks tasks;

	final Cases cases;

	final MeetingFixture meetings;

	final Attachments attachments;

	final PlanService service;

	final PlanApprovalService approval;

	final PlanPageService pages;

	final PlanDrafts drafts;

	final Plans plans;

	final PlanEditions editions;

	final PlanContents contents;

	final BusinessClock clock;

	final ProcessEngine engine;

	PlanStory(PeopleFixture people, People directory, Inbox inbox, UserTasks tasks, Cases cases,
			MeetingFixture meetings, Attachments attachments, PlanService service, PlanApprovalService approval,
			PlanPageService pages, PlanDrafts drafts, Plans plans, PlanEditions editions, PlanContents contents,
			BusinessClock clock, ProcessEngine engine) {
		this.people = people;
		this.directory = directory;
		this.inbox = inbox;
		this.tasks = tasks;
		this.cases = cases;
		this.meetings = meetings;
		this.attachments = attachments;
		this.service = service;
		this.approval = approval;
		this.pages = pages;
		this.drafts = drafts;
		this.plans = plans;
		this.editions = editions;
		this.contents = contents;
		this.clock = clock;
		this.engine = engine;
	}

	/** Stories begin on a working Monday in 2025, for which the calendar is certain. */
	void begin() {
		at(LocalDate.of(YEAR, 3, 3));
	}

	void at(LocalDate day) {
		this.clock.moveTo(day.atTime(10, 0).atZone(this.clock.getZone()).toInstant());
	}

	/**
	 * A committee of three with a secretary, staff who lead items, and a county above.
	 */
	Office office() {
		PeopleFixture.College units = this.people.college();
		List<Long> committee = IntStream.range(0, 3).mapToObj((i) -> {
			long person = this.people.staff(units.committee());
			this.people.appoint(person, Roles.LEAGUE_COMMITTEE, units.committee());
			return person;
		}).toList();
		this.people.appoint(committee.get(2), Roles.LEAGUE_SECRETARY, units.committee());
		List<Long> staff = IntStream.range(0, 3).mapToObj((i) -> this.people.staff(units.committee())).toList();
		Actor county = this.people.holder(Roles.COUNTY_COMMITTEE, units.county());
		return new Office(this, units, committee, staff, county);
	}

	static String key() {
		return UUID.randomUUID().toString();
	}

	/** The form of an item, as a browser sends it. */
	static PlanLineForm form(String... pairs) {
		Map<String, List<String>> fields = new HashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			fields.computeIfAbsent(pairs[i], (name) -> new ArrayList<>()).add(pairs[i + 1]);
		}
		fields.putIfAbsent("kind", List.of("MONTHLY"));
		return new PlanLineForm(fields);
	}

	/** A college's office. */
	record Office(PlanStory story, PeopleFixture.College units, List<Long> committee, List<Long> staff, Actor county) {

		Actor by(int index) {
			return this.story.people.actor(this.committee.get(index));
		}

		/** The staff member's name and number, as the form takes it. */
		String named(int index) {
			var card = this.story.directory.person(this.staff.get(index));
			return (card.studentNumber() != null) ? card.name() + " " + card.studentNumber() : card.name();
		}

		Told drafts() {
			long edition = this.story.service.create(this.units.committee(), YEAR, "校团委2025年工作计划", key(), by(0))
				.orElseThrow();
			return new Told(this.story, this, this.story.editions.of(edition).planId());
		}

	}

	/** One plan as its story is told. */
	static final class Told {

		final PlanStory story;

		final Office office;

		final long plan;

		Told(PlanStory story, Office office, long plan) {
			this.story = story;
			this.office = office;
			this.plan = plan;
		}

		Plan plan() {
			return this.story.plans.of(this.plan);
		}

		long open() {
			return plan().openId();
		}

		PlanEdition edition(int number) {
			return this.story.editions.findByPlanIdOrderByEditionNoDesc(this.plan)
				.stream()
				.filter((one) -> one.number() == number)
				.findFirst()
				.orElseThrow();
		}

		PlanContent content() {
			return this.story.contents.of(open());
		}

		PlanContent holds() {
			return this.story.contents.of(plan().publishedId());
		}

		/** A monthly item led by the first of the staff. */
		long item(String content, String from, String to) {
			return item("content", content, "from", from, "to", to, "lead", this.office.named(0));
		}

		long item(String... pairs) {
			return this.story.service.write(open(), 0, form(pairs), this.office.by(0));
		}

		void rewrites(long item, String... pairs) {
			Map<String, List<String>> fields = new HashMap<>();
			PlanContent content = content();
			PlanLineForm before = PlanLineForm.of(content.line(item).orElseThrow(), content);
			for (String name : List.of("kind", "content", "lead", "owners", "from", "to", "main", "indicator",
					"indicatorName", "comparator", "base", "stretch", "unit", "rollUp", "recurrence",
					"recurrenceNumber", "festival")) {
				List<String> values = new ArrayList<>();
				for (int i = 0; !before.at(name, i).isEmpty(); i++) {
					values.add(before.at(name, i));
				}
				fields.put(name, values);
			}
			for (int i = 0; i < pairs.length; i += 2) {
				fields.put(pairs[i], List.of(pairs[i + 1]));
			}
			this.story.service.write(open(), item, new PlanLineForm(fields), this.office.by(0));
		}

		CaseId submits() {
			return this.story.approval.submit(open(), false, this.office.by(0));
		}

		Told votes(CaseId caseId, int inFavour) {
			this.story.meetings.decide(MeetingKind.COMMITTEE_MEETING, this.office.units().committee(),
					this.office.by(0), this.office.committee(), Map.of(caseId, inFavour));
			return this;
		}

		/** Submitted and approved in a meeting. */
		Told published() {
			return votes(submits(), 3);
		}

		Told amends(String reason) {
			this.story.service.amend(this.plan, null, reason, this.office.by(0));
			return this;
		}

		Told endsAs(CaseId caseId, String outcome) {
			assertThat(this.story.cases.card(caseId).outcome()).isEqualTo(outcome);
			assertThat(this.story.tasks.open(caseId)).isEmpty();
			assertThat(plan().openId()).isNull();
			return this;
		}

		Task task(CaseId caseId, String box) {
			return this.story.tasks.open(caseId)
				.stream()
				.filter((task) -> task.box().equals(box))
				.findFirst()
				.orElseThrow(() -> new AssertionError("The case does not wait at " + box + " but at "
						+ this.story.tasks.open(caseId).stream().map(Task::box).toList()));
		}

	}

	/** Runs every timer of the case that is due. */
	void timers(CaseId caseId) {
		ManagementService management = this.engine.getManagementService();
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.key())
			.list()
			.stream()
			.flatMap((instance) -> management.createJobQuery()
				.processInstanceId(instance.getId())
				.timers()
				.duedateLowerThan(java.util.Date.from(this.clock.instant()))
				.list()
				.stream())
			.map(Job::getId)
			.toList()
			.forEach((id) -> {
				if (management.createJobQuery().jobId(id).count() == 1) {
					management.executeJob(id);
				}
			});
	}

}
