package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.MeetingFacade;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.plan.PlanStory.Told;
import org.springframework.beans.factory.annotation.Autowired;

/** Recurring work, milestones, and what counts by itself. */
@StoryTest
class CountingTests {

	@Autowired
	PlanStory story;

	@Autowired
	AssignmentStartJob job;

	@Autowired
	Assignments assignments;

	@Autowired
	CountingService booking;

	@Autowired
	OccurrenceService occurrences;

	@Autowired
	PlanOccurrences times;

	@Autowired
	ItemPageService pages;

	@Autowired
	MeetingFacade facade;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void recurringWorkUnfoldsAndIsDoneOrLeftOutTimeByTime() {
		Told told = this.story.office().drafts();
		long item = working(told, "recurrence", "WEEKLY", "recurrenceNumber", "5", "to", "2025-03-31");
		List<PlanOccurrence> all = this.pages.item(item, lead(told)).runs().get(0).occurrences();
		assertThat(all).as("four Fridays in March").hasSize(4);
		long id = one(item).id();
		this.occurrences.done(id, all.get(0).id(), lead(told));
		assertThatThrownBy(() -> this.occurrences.done(id, all.get(0).id(), lead(told))).as("twice")
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.occurrences.skip(id, all.get(1).id(), "放假", lead(told)))
			.as("an exception is the office's")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.occurrences.skip(id, all.get(1).id(), " ", told.office.by(0)))
			.isInstanceOf(Refusal.Invalid.class);
		this.occurrences.skip(id, all.get(1).id(), "放假", told.office.by(0));
		assertThat(one(item).percent()).as("one of three").isEqualByComparingTo("33.33");
		told.amends("改为双周");
		told.rewrites(item, "recurrence", "FORTNIGHTLY", "recurrenceNumber", "5");
		told.published();
		assertThat(this.pages.item(item, lead(told)).runs().get(0).occurrences())
			.as("what is to come follows the new rule, what is settled stays")
			.extracting(PlanOccurrence::dueOn)
			.containsExactly(LocalDate.of(2025, 3, 7), LocalDate.of(2025, 3, 14), LocalDate.of(2025, 3, 21));
	}

	@Test
	void aDraftLeavesOutSingleDaysOfRecurringWork() {
		Told told = this.story.office().drafts();
		long item = told.item("content", "每周例会", "from", "2025-03-03", "to", "2025-03-31", "lead", told.office.named(0),
				"recurrence", "WEEKLY", "recurrenceNumber", "1", "leftOut", "2025-03-10", "leftOut", "2025-03-24");
		PlanLinePage page = this.story.pages.line(told.open(), item, null, Optional.empty(), told.office.by(0));
		assertThat(page.times()).as("all Mondays are offered").hasSize(5);
		assertThat(page.form().has("leftOut", LocalDate.of(2025, 3, 10))).isTrue();
		told.published();
		this.job.start();
		long id = one(item).id();
		assertThat(this.times.of(id)).extracting(PlanOccurrence::dueOn)
			.containsExactly(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 17), LocalDate.of(2025, 3, 31));
		told.amends("补开一次");
		told.rewrites(item, "leftOut", "2025-03-10");
		told.published();
		assertThat(this.times.of(id)).extracting(PlanOccurrence::dueOn)
			.contains(LocalDate.of(2025, 3, 24))
			.doesNotContain(LocalDate.of(2025, 3, 10));
	}

	@Test
	void milestonesComeFromTheCalendarOnce() {
		Told told = this.story.office().drafts();
		Actor office = told.office.by(0);
		assertThat(this.story.service.milestones(told.open(), List.of("may-fourth", "volunteers-day", "none"), office))
			.isEqualTo(2);
		assertThat(this.story.service.milestones(told.open(), List.of("may-fourth"), office)).isZero();
		PlanLine line = told.content().lines().get(0);
		assertThat(line.content()).isEqualTo("开展五四青年节（5月4日）主题活动");
		assertThat(line.spans()).containsExactly(new PlanSpan(LocalDate.of(2025, 4, 21), LocalDate.of(2025, 5, 4)));
		assertThatThrownBy(() -> told.item("content", "x", "festival", "birthday")).isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void meetingsOfAUnitCountByThemselvesOnceForASharedIndicator() {
		Told told = this.story.office().drafts();
		long first = told.item("content", "例会", "from", "2025-03-01", "to", "2025-12-31", "lead", told.office.named(0),
				"indicatorName", "参会", "base", "30", "unit", "人次", "recurrence", "MONTHLY", "recurrenceNumber", "25");
		long indicator = told.content().indicators().get(0).id();
		long second = told.item("content", "办公会", "from", "2025-03-01", "to", "2025-12-31", "lead",
				told.office.named(1), "share", Long.toString(indicator));
		told.published();
		this.job.start();
		accepts(told, first, 0);
		accepts(told, second, 1);
		long unit = told.office.units().committee();
		Actor office = told.office.by(0);
		assertThatThrownBy(() -> this.booking.bookAll(first, ProgressSource.REPORT, null, unit, null, office))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.booking.bookAll(first, ProgressSource.MEETING, null, told.office.units().county(),
				null, office))
			.as("not a unit of this plan")
			.isInstanceOf(Refusal.Invalid.class);
		for (long item : new long[] { first, second }) {
			this.booking.bookAll(item, ProgressSource.MEETING, MeetingKind.COMMITTEE_MEETING, unit, indicator, office);
		}
		assertThatThrownBy(() -> this.booking.bookAll(first, ProgressSource.MEETING, MeetingKind.COMMITTEE_MEETING,
				unit, indicator, office))
			.isInstanceOf(Refusal.Conflict.class);
		long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, unit, office, told.office.committee());
		this.story.meetings.ends(meeting, office);
		ItemPage page = this.pages.item(first, office);
		assertThat(page.total(indicator).total()).as("three came, counted once").isEqualByComparingTo("3");
		assertThat(page.runs().get(0).count("DONE") + this.pages.item(second, office).runs().get(0).count("DONE"))
			.as("and the month's time is done")
			.isEqualTo(1);
	}

	@Test
	void aMeetingIsBookedByItsNumberAndPersonsCountOnce() {
		Told told = this.story.office().drafts();
		long item = working(told, "indicatorName", "覆盖", "base", "3", "unit", "人");
		long indicator = told.holds().indicators().get(0).id();
		Actor office = told.office.by(0);
		long unit = told.office.units().committee();
		for (int i = 0; i < 2; i++) {
			long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, unit, office,
					told.office.committee());
			this.story.meetings.ends(meeting, office);
			CaseId caseId = this.facade.record(meeting, office).caseId();
			String number = this.story.cases.card(caseId).number();
			this.booking.book(item, number, indicator, office);
			assertThatThrownBy(() -> this.booking.book(item, number, indicator, office))
				.isInstanceOf(Refusal.Conflict.class);
		}
		assertThat(this.pages.item(item, office).total(indicator).total()).as("the same three people twice")
			.isEqualByComparingTo("3");
		assertThatThrownBy(() -> this.booking.book(item, "XX-2025-000001", indicator, office))
			.isInstanceOf(Refusal.Invalid.class);
		Actor member = this.story.people.actor(this.story.people.member(told.office.units().branch()));
		assertThatThrownBy(() -> this.booking.book(item, "XX-2025-000001", indicator, member))
			.isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void anActivityCountsWhenItIsClosed() {
		Told told = this.story.office().drafts();
		long item = working(told, "indicatorName", "参与", "base", "100", "unit", "人次");
		long indicator = told.holds().indicators().get(0).id();
		long branch = told.office.units().branch();
		List<Long> members = IntStream.range(0, 3).mapToObj((i) -> this.story.people.member(branch)).toList();
		this.story.people.appoint(members.get(0), Roles.BRANCH_SECRETARY, branch);
		Actor secretary = this.story.people.actor(members.get(0));
		Actor faculty = this.story.people.holder(Roles.GENERAL_BRANCH, told.office.units().generalBranch());
		CaseId activity = this.story.inbox.start("activity", secretary,
				new HashMap<>(Map.of("title", "学雷锋", "kind", "themed-day", "themeSource", "own", "heldOn", "2025-03-20",
						"place", "社区", "participants", 30, "offCampus", false, "teacher", "某老师", "plan",
						"打扫卫生、慰问老人，分三个小组进行，由支委负责组织实施。")),
				PlanStory.key());
		this.booking.book(item, this.story.cases.card(activity).number(), indicator, told.office.by(0));
		answer(told, activity, "review", faculty, Map.of("decision", "approve"));
		this.story.at(LocalDate.of(2025, 3, 21));
		answer(told, activity, "run", secretary,
				Map.of("held", "yes", "actualDate", "2025-03-20", "attended", 28, "teacherPresent", true));
		answer(told, activity, "report", secretary, Map.of("summary", "按计划开展，全体团员参加，讨论热烈，形成三条建议。", "spent", 120.5));
		assertThat(this.pages.item(item, told.office.by(0)).total(indicator).reported()).isFalse();
		answer(told, activity, "close", faculty, Map.of("reportAccepted", "yes"));
		assertThat(this.pages.item(item, told.office.by(0)).total(indicator).total()).as("those who came")
			.isEqualByComparingTo("28");
		assertThat(this.pages.item(item, told.office.by(0)).entries().get(0).source())
			.isEqualTo(ProgressSource.ACTIVITY);
	}

	private void answer(Told told, CaseId caseId, String box, Actor by, Map<String, Object> answers) {
		this.story.inbox.submit(told.task(caseId, box).id(), by, new HashMap<>(answers), PlanStory.key());
	}

	private long working(Told told, String... more) {
		Map<String, String> fields = new HashMap<>(
				Map.of("content", "工作", "from", "2025-03-01", "to", "2025-12-31", "lead", told.office.named(0)));
		for (int i = 0; i < more.length; i += 2) {
			fields.put(more[i], more[i + 1]);
		}
		long item = told.item(fields.entrySet()
			.stream()
			.flatMap((one) -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
			.toArray(String[]::new));
		told.published();
		this.job.start();
		accepts(told, item, 0);
		return item;
	}

	private void accepts(Told told, long item, int staff) {
		answer(told, one(item).caseId(), "accept", this.story.people.actor(told.office.staff().get(staff)),
				Map.of("verdict", "accept"));
	}

	private Actor lead(Told told) {
		return this.story.people.actor(told.office.staff().get(0));
	}

	private Assignment one(long item) {
		return this.assignments.findByItemIdOrderByStartsOn(item).get(0);
	}

}
