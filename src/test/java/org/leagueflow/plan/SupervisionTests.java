package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.deadline.Deadline;
import org.leagueflow.deadline.DeadlineKind;
import org.leagueflow.deadline.Reminder;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.PlanStory.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** More time, slips, and who is reminded. */
@StoryTest
class SupervisionTests {

	@Autowired
	PlanStory story;

	@Autowired
	AssignmentStartJob job;

	@Autowired
	Assignments assignments;

	@Autowired
	SupervisionService supervision;

	@Autowired
	PlanExtensions extensions;

	@Autowired
	PlanSlips slips;

	@Autowired
	ItemPageService pages;

	@Autowired
	List<DeadlineKind> kinds;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void moreTimeIsAskedForBeforeItIsDueAndTheSecondTimeALevelHigher() {
		Told told = this.story.office().drafts();
		long item = working(told);
		long id = one(item).id();
		LocalDate until = LocalDate.of(2025, 4, 15);
		assertThatThrownBy(() -> this.supervision.ask(id, until, "下雨", "过半", told.office.by(0))).as("not the lead")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.supervision.ask(id, until, " ", "过半", lead(told)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.supervision.ask(id, until, "下雨", "", lead(told)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.supervision.ask(id, LocalDate.of(2025, 3, 31), "下雨", "过半", lead(told)))
			.as("extends nothing")
			.isInstanceOf(Refusal.Invalid.class);
		long first = this.supervision.ask(id, until, "下雨", "过半", lead(told));
		assertThatThrownBy(() -> this.supervision.ask(id, until, "下雨", "过半", lead(told))).as("twice at once")
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.supervision.decide(item, first, true, "", lead(told))).as("by the lead")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.supervision.decide(item, first, false, " ", told.office.by(0)))
			.as("refused without a word")
			.isInstanceOf(Refusal.Invalid.class);
		this.supervision.decide(item, first, true, "同意", told.office.by(0));
		assertThatThrownBy(() -> this.supervision.decide(item, first, false, "改主意", told.office.by(1)))
			.as("decided already")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(one(item).dueOn()).isEqualTo(until);
		assertThat(this.jdbc.sql("SELECT due_at FROM inbox_item WHERE case_id = ? AND task_id = ?")
			.params(one(item).caseId().value(), told.task(one(item).caseId(), "work").id())
			.query(java.time.LocalDateTime.class)
			.single()
			.toLocalDate()).as("so does the list").isAfterOrEqualTo(until);
		long second = this.supervision.ask(id, until.plusDays(10), "又下雨", "七成", lead(told));
		assertThatThrownBy(() -> this.supervision.decide(item, second, true, "同意", told.office.by(0)))
			.as("the level above decides")
			.isInstanceOf(Refusal.NotAllowed.class);
		this.supervision.decide(item, second, false, "不能再拖", told.office.county());
		assertThat(one(item).dueOn()).isEqualTo(until);
		this.story.at(until.plusDays(1));
		assertThatThrownBy(() -> this.supervision.ask(id, until.plusDays(30), "晚了", "八成", lead(told))).as("it is due")
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aSlipIsAnsweredCheckedAgainAndTheSecondGoesHigher() {
		Told told = this.story.office().drafts();
		long item = working(told);
		long id = one(item).id();
		PlanSlip.Demand demand = new PlanSlip.Demand(List.of("documents", "onSite", "sky"), "没有台账", "补齐台账",
				LocalDate.of(2025, 3, 10));
		assertThatThrownBy(() -> this.supervision.issue(id, demand, lead(told))).as("about the own work")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.supervision.issue(id,
				new PlanSlip.Demand(List.of("sky"), "x", "y", demand.limit()), told.office.by(0)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.supervision.issue(id,
				new PlanSlip.Demand(List.of("onSite"), "x", "y", LocalDate.of(2025, 3, 2)), told.office.by(0)))
			.as("a limit that is over")
			.isInstanceOf(Refusal.Invalid.class);
		long first = this.supervision.issue(id, demand, told.office.by(0));
		assertThat(this.slips.findById(first).orElseThrow().methodKeys()).containsExactly("documents", "onSite");
		assertThatThrownBy(() -> this.supervision.issue(id, demand, told.office.by(1))).as("one at a time")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.pages.mine(lead(told)).slips()).hasSize(1);
		assertThatThrownBy(() -> this.supervision.answer(first, "已补", told.office.by(1))).as("not the addressee")
			.isInstanceOf(Refusal.NotAllowed.class);
		Actor member = this.story.people.actor(this.story.people.member(told.office.units().branch()));
		assertThatThrownBy(() -> this.supervision.answer(first, "已补", member)).as("no business of theirs")
			.isInstanceOf(Refusal.NotFound.class);
		this.supervision.answer(first, "已补一半", lead(told));
		assertThatThrownBy(() -> this.supervision.recheck(first, true, "到位", null, lead(told)))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.supervision.recheck(first, false, "仍不全", null, told.office.by(0)))
			.as("until when")
			.isInstanceOf(Refusal.Invalid.class);
		this.supervision.recheck(first, false, "仍不全", LocalDate.of(2025, 3, 20), told.office.by(0));
		assertThat(this.slips.findById(first).orElseThrow().state()).isEqualTo(PlanSlip.State.UNMET);
		PlanSlip second = this.slips.findByAssignmentIdOrderBySlipNo(id).get(1);
		assertThat(second.addressee().id()).as("the head of the unit").isEqualTo(told.office.units().committee());
		this.supervision.answer(second.id(), "书记督办，已补齐", told.office.by(2));
		this.supervision.recheck(second.id(), true, "到位", null, told.office.by(1));
		assertThat(this.slips.findById(second.id()).orElseThrow().state()).isEqualTo(PlanSlip.State.SIGNED_OFF);
		long third = this.supervision.issue(id, new PlanSlip.Demand(List.of("interview"), "又落后", "抓紧", demand.limit()),
				told.office.by(0));
		assertThat(this.slips.findById(third).orElseThrow().addressee().id()).as("above the unit")
			.isEqualTo(told.office.units().county());
	}

	@Test
	void whoIsRemindedWhenTimeGoesOn() {
		Told told = this.story.office().drafts();
		long item = begun(told);
		assertThat(said("assignment-accept", item)).as("on the day").isEmpty();
		this.story.at(LocalDate.of(2025, 3, 7));
		assertThat(said("assignment-accept", item)).containsExactly("late");
		accepts(told, item);
		assertThat(said("assignment-accept", item)).isEmpty();
		this.story.at(LocalDate.of(2025, 3, 27));
		assertThat(said("assignment-due", item)).isEmpty();
		this.story.at(LocalDate.of(2025, 3, 28));
		assertThat(said("assignment-due", item)).containsExactly("soon");
		this.story.at(LocalDate.of(2025, 4, 1));
		assertThat(said("assignment-due", item)).containsExactly("soon", "late");
		this.story.at(LocalDate.of(2025, 4, 4));
		int before = told(told.office.committee().get(2));
		assertThat(said("assignment-due", item)).containsExactly("soon", "late", "escalated");
		assertThat(told(told.office.committee().get(2))).as("the secretary hears of it").isGreaterThan(before);
		long slip = this.supervision.issue(one(item).id(),
				new PlanSlip.Demand(List.of("onSite"), "逾期", "抓紧", LocalDate.of(2025, 4, 8)), told.office.by(0));
		this.story.at(LocalDate.of(2025, 4, 9));
		assertThat(steps("assignment-slip", Long.toString(slip))).containsExactly("soon", "late");
	}

	@Test
	void anAnswerThatDoesNotComeIsToldTheLevelAbove() {
		Told told = this.story.office().drafts();
		long item = working(told);
		long request = this.supervision.ask(one(item).id(), LocalDate.of(2025, 4, 15), "下雨", "过半", lead(told));
		assertThat(this.pages.mine(told.office.by(0)).requests()).hasSize(1);
		assertThat(steps("assignment-extension", Long.toString(request))).isEmpty();
		this.story.at(LocalDate.of(2025, 3, 7));
		assertThat(steps("assignment-extension", Long.toString(request))).containsExactly("today", "late");
		assertThat(told(told.office.county().personId())).isPositive();
		CaseId caseId = one(item).caseId();
		this.story.inbox.submit(told.task(caseId, "work").id(), lead(told), new HashMap<>(Map.of("summary", "完成")),
				PlanStory.key());
		this.story.inbox.submit(told.task(caseId, "check").id(), told.office.by(0),
				new HashMap<>(Map.of("verdict", "pass", "reason", "属实")), PlanStory.key());
		assertThat(this.pages.mine(told.office.by(0)).requests()).as("done without more time").isEmpty();
		assertThat(steps("assignment-extension", Long.toString(request))).isEmpty();
		assertThatThrownBy(() -> this.supervision.decide(item, request, true, "", told.office.by(0)))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void theLevelAboveDecidesWhatIsNotDecidedInTime() {
		Told told = this.story.office().drafts();
		long item = working(told);
		long request = this.supervision.ask(one(item).id(), LocalDate.of(2025, 4, 15), "下雨", "过半", lead(told));
		assertThatThrownBy(() -> this.supervision.decide(item, request, true, "同意", told.office.county()))
			.as("in time it is the office's")
			.isInstanceOf(Refusal.NotAllowed.class);
		this.story.at(LocalDate.of(2025, 4, 2));
		this.supervision.decide(item, request, true, "同意", told.office.county());
		assertThat(one(item).dueOn()).as("asked before it was due, granted after").isEqualTo(LocalDate.of(2025, 4, 15));
		assertThat(one(item).overdue(LocalDate.of(2025, 4, 2))).isFalse();
	}

	private int told(long person) {
		return this.jdbc.sql("SELECT COUNT(*) FROM notification WHERE person_id = ?")
			.param(person)
			.query(Integer.class)
			.single();
	}

	private List<String> said(String kind, long item) {
		return steps(kind, Long.toString(one(item).id()));
	}

	/** What is due to be said today, and says it. */
	private List<String> steps(String name, String subject) {
		LocalDate today = this.story.clock.today();
		Collection<Deadline> running = this.kinds.stream()
			.filter((kind) -> kind.name().equals(name))
			.findFirst()
			.orElseThrow()
			.running(today);
		List<Reminder> due = running.stream()
			.filter((deadline) -> deadline.subject().equals(subject))
			.flatMap((deadline) -> deadline.reminders().stream())
			.filter((reminder) -> !today.isBefore(reminder.from()))
			.toList();
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((transaction) -> due.forEach((one) -> one.say().run()));
		return due.stream().map(Reminder::step).toList();
	}

	private long begun(Told told) {
		long item = told.item("开展调研", "2025-03-01", "2025-03-31");
		told.published();
		this.job.start();
		return item;
	}

	private long working(Told told) {
		long item = begun(told);
		accepts(told, item);
		return item;
	}

	private void accepts(Told told, long item) {
		this.story.inbox.submit(told.task(one(item).caseId(), "accept").id(), lead(told),
				new HashMap<>(Map.of("verdict", "accept")), PlanStory.key());
	}

	private Actor lead(Told told) {
		return this.story.people.actor(told.office.staff().get(0));
	}

	private Assignment one(long item) {
		return this.assignments.findByItemIdOrderByStartsOn(item).get(0);
	}

}
