package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.WalksWholeDiagram;
import org.leagueflow.inbox.StepDueRule;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.PlanStory.Told;
import org.leagueflow.policy.PolicyFixture;
import org.springframework.beans.factory.annotation.Autowired;

/** An item from the day on which it begins to each of its ends. */
@StoryTest
@WalksWholeDiagram("assignment")
class AssignmentProcessTest {

	@Autowired
	PlanStory story;

	@Autowired
	Models models;

	@Autowired
	AssignmentStartJob job;

	@Autowired
	Assignments assignments;

	@Autowired
	AssignmentService service;

	@Autowired
	PolicyFixture policies;

	@Autowired
	List<StepDueRule> dueRules;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void theDiagramIsSound() {
		var files = this.models.folders().get("assignment");
		assertThat(this.models.check("assignment", files)).isEmpty();
		assertThat(this.models.overlaps("assignment", files)).isEmpty();
	}

	@Test
	void startedByTimeAcceptedDoneCheckedSignedOffAndLookedAtAgain() {
		Told told = this.story.office().drafts();
		long item = told.item("启动百生讲坛系列活动", "2025-04-01", "2025-04-30");
		told.published();
		this.job.start();
		assertThat(this.assignments.findByItemIdOrderByStartsOn(item)).as("before its span").isEmpty();
		this.story.at(LocalDate.of(2025, 4, 1));
		this.job.start();
		Assignment begun = one(item);
		assertThat(this.story.cases.card(begun.caseId()).subjectName()).isEqualTo("启动百生讲坛系列活动");
		assertThat(begun.stage()).isEqualTo(Assignment.ACCEPT);
		answers(told, item, "accept", lead(told), Map.of("verdict", "accept"));
		answers(told, item, "work", lead(told), Map.of("summary", "已举办三场"));
		assertThatThrownBy(() -> answers(told, item, "check", lead(told), verdict("pass")))
			.as("nobody checks the own work")
			.isInstanceOf(Refusal.class);
		answers(told, item, "check", told.office.by(0), verdict("pass"));
		assertThat(one(item).isDone()).isTrue();
		answers(told, item, "signOff", told.office.by(2), verdict("agree"));
		assertThat(one(item).stage()).isEqualTo(Assignment.LOOK_BACK);
		this.story.at(LocalDate.of(2025, 5, 2));
		this.story.timers(one(item).caseId());
		answers(told, item, "lookBack", told.office.by(1), verdict("stands"));
		endsAs(item, "signedOff");
	}

	@Test
	void declinedAssignedToSomebodyElseSentBackTwiceAndTakenUpAgain() {
		Told told = this.story.office().drafts();
		long item = begun(told);
		assertThatThrownBy(() -> answers(told, item, "accept", lead(told), Map.of("verdict", "decline")))
			.as("without a reason")
			.isInstanceOf(Refusal.Invalid.class);
		answers(told, item, "accept", lead(told), Map.of("verdict", "decline", "reason", "不属于本人职责"));
		this.story.at(LocalDate.of(2025, 3, 12));
		assertThatThrownBy(
				() -> answers(told, item, "reassign", told.office.by(0), Map.of("lead", "PERSON:1", "reason", "请牵头")))
			.as("nobody who is offered")
			.isInstanceOf(Refusal.Invalid.class);
		answers(told, item, "reassign", told.office.by(0),
				Map.of("lead", "PERSON:" + told.office.staff().get(1), "reason", "请牵头"));
		Actor other = this.story.people.actor(told.office.staff().get(1));
		assertThat(lastDay(told, item, "accept")).as("the new lead has days of the own")
			.isAfter(LocalDate.of(2025, 3, 12));
		answers(told, item, "accept", other, Map.of("verdict", "accept"));
		answers(told, item, "work", other, Map.of("summary", "完成"));
		answers(told, item, "check", told.office.by(0), verdict("return"));
		answers(told, item, "work", other, Map.of("summary", "补充完成"));
		answers(told, item, "check", told.office.by(0), verdict("pass"));
		answers(told, item, "signOff", told.office.by(2), verdict("return"));
		assertThat(one(item).isDone()).isFalse();
		answers(told, item, "work", other, Map.of("summary", "再补充"));
		answers(told, item, "check", told.office.by(0), verdict("pass"));
		answers(told, item, "signOff", told.office.by(2), verdict("agree"));
		this.story.clock.offset(this.story.clock.offset().plusDays(31));
		this.story.timers(one(item).caseId());
		answers(told, item, "lookBack", told.office.by(1), verdict("reopen"));
		assertThat(one(item).stage()).as("taken up again").isEqualTo(Assignment.WORK);
		assertThat(one(item).sentBackTimes()).isEqualTo(3);
		answers(told, item, "work", other, Map.of("summary", "实在做不完"));
		answers(told, item, "check", told.office.by(0), verdict("unfinished"));
		endsAs(item, "unfinished");
	}

	@Test
	void onHoldTheClockStandsStill() {
		Told told = this.story.office().drafts();
		long item = begun(told);
		assertThatThrownBy(() -> this.service.hold(one(item).id(), "等场地", told.office.by(0))).as("not accepted yet")
			.isInstanceOf(Refusal.Conflict.class);
		answers(told, item, "accept", lead(told), Map.of("verdict", "accept"));
		assertThatThrownBy(() -> this.service.hold(one(item).id(), "等场地", lead(told))).as("not for the lead to say")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.service.hold(one(item).id(), " ", told.office.by(0)))
			.isInstanceOf(Refusal.Invalid.class);
		this.service.hold(one(item).id(), "等场地", told.office.by(0));
		assertThat(one(item).stage()).isEqualTo(Assignment.HOLD);
		assertThat(lastDay(told, item, "resume")).as("outside the clock").isEqualTo(LocalDate.of(2025, 12, 31));
		this.story.at(LocalDate.of(2025, 4, 20));
		assertThat(one(item).overdue(LocalDate.of(2025, 4, 20))).isFalse();
		answers(told, item, "resume", told.office.by(1), Map.of("reason", "场地已定"));
		assertThat(one(item).dueOn()).as("48 days later").isEqualTo(LocalDate.of(2025, 5, 18));
		assertThat(one(item).stage()).isEqualTo(Assignment.WORK);
		answers(told, item, "work", lead(told), Map.of("summary", "完成"));
		answers(told, item, "check", told.office.by(0), verdict("pass"));
		answers(told, item, "signOff", told.office.by(2), verdict("agree"));
	}

	@Test
	void withoutALookBackItEndsAtOnce() {
		Told told = this.story.office().drafts();
		this.policies.set(told.office.units().committee(), PlanRules.LOOK_BACK_DAYS, "0", told.office.by(2));
		long item = begun(told);
		answers(told, item, "accept", lead(told), Map.of("verdict", "accept"));
		answers(told, item, "work", lead(told), Map.of("summary", "完成"));
		answers(told, item, "check", told.office.by(0), verdict("pass"));
		answers(told, item, "signOff", told.office.by(2), verdict("agree"));
		endsAs(item, "signedOff");
	}

	@Test
	void anAmendmentMovesWhatHasBegunAndTakesBackWhatItLeavesOut() {
		Told told = this.story.office().drafts();
		long moved = told.item("三四月的工作", "2025-03-01", "2025-04-30");
		long gone = told.item("五月前的工作", "2025-03-01", "2025-05-31");
		told.published();
		this.job.start();
		told.amends("上级调整");
		told.rewrites(moved, "to", "2025-06-30", "lead", told.office.named(1));
		this.story.service.remove(told.open(), gone, told.office.by(0));
		told.published();
		assertThat(one(moved).dueOn()).isEqualTo(LocalDate.of(2025, 6, 30));
		assertThat(one(moved).lead().id()).isEqualTo(told.office.staff().get(1));
		answers(told, moved, "accept", this.story.people.actor(told.office.staff().get(1)),
				Map.of("verdict", "accept"));
		endsAs(gone, "revoked");
		this.job.start();
		assertThat(this.assignments.findByItemIdOrderByStartsOn(moved)).as("not begun twice").hasSize(1);
	}

	@Test
	void afterAClockJumpEachSpanStartsOnceOnTwoNodes() throws Exception {
		Told told = this.story.office().drafts();
		List<Long> items = IntStream.range(0, 6)
			.mapToObj((i) -> told.item("content", "第" + i + "项", "from", "2025-04-01", "to", "2025-04-30", "from",
					"2025-09-01", "to", "2025-09-30", "lead", told.office.named(i % 3)))
			.toList();
		told.published();
		this.story.at(LocalDate.of(2025, 10, 8));
		CyclicBarrier together = new CyclicBarrier(2);
		ExecutorService nodes = Executors.newFixedThreadPool(2);
		try {
			List<Future<Integer>> started = IntStream.range(0, 2).mapToObj((i) -> nodes.submit(() -> {
				together.await();
				return this.job.start();
			})).toList();
			for (Future<Integer> one : started) {
				one.get();
			}
		}
		finally {
			nodes.shutdown();
		}
		this.job.start();
		for (long item : items) {
			assertThat(this.assignments.findByItemIdOrderByStartsOn(item)).as("March and September, once each")
				.hasSize(2)
				.allMatch((one) -> this.story.tasks.open(one.caseId()).size() == 1);
		}
		assertThat(this.job.start()).isZero();
	}

	@Test
	void aUnitLeadsThroughItsHead() {
		Told told = this.story.office().drafts();
		String faculty = this.story.directory.unit(told.office.units().generalBranch()).name();
		Actor head = this.story.people.holder(org.leagueflow.kernel.Roles.GENERAL_BRANCH,
				told.office.units().generalBranch());
		long item = told.item("content", "组织主题团日", "from", "2025-03-01", "to", "2025-03-31", "lead", faculty);
		told.published();
		this.job.start();
		assertThat(this.story.cases.maySee(one(item).caseId(), head)).isTrue();
		answers(told, item, "accept", head, Map.of("verdict", "accept"));
		answers(told, item, "work", head, Map.of("summary", "各支部都已开展"));
		assertThat(one(item).stage()).isEqualTo(Assignment.CHECK);
	}

	@Test
	void whatALeadLeavesBehindComesToTheOffice() {
		Told told = this.story.office().drafts();
		long item = begun(told);
		answers(told, item, "accept", lead(told), Map.of("verdict", "accept"));
		this.story.people.departs(told.office.staff().get(0));
		answers(told, item, "work", told.office.by(0), Map.of("summary", "办公室代为办结"));
		assertThat(one(item).stage()).isEqualTo(Assignment.CHECK);
	}

	@Test
	void nobodyChecksTheOwnWorkEvenAsTheOnlyMember() {
		Told told = this.story.office().drafts();
		String one = this.story.directory.person(told.office.committee().get(2)).name();
		String number = this.story.directory.person(told.office.committee().get(2)).studentNumber();
		long item = told.item("content", "书记牵头的工作", "from", "2025-03-01", "to", "2025-03-31", "lead",
				(number != null) ? one + " " + number : one);
		told.published();
		this.job.start();
		answers(told, item, "accept", told.office.by(2), Map.of("verdict", "accept"));
		answers(told, item, "work", told.office.by(2), Map.of("summary", "完成"));
		assertThatThrownBy(() -> answers(told, item, "check", told.office.by(2), verdict("pass")))
			.isInstanceOf(Refusal.NotAllowed.class);
		answers(told, item, "check", told.office.by(0), verdict("pass"));
		answers(told, item, "signOff", told.office.county(), verdict("agree"));
		assertThat(one(item).signedOffOn()).as("by the level above").isNotNull();
	}

	private long begun(Told told) {
		long item = told.item("开展调研", "2025-03-01", "2025-03-31");
		told.published();
		this.job.start();
		return item;
	}

	private Assignment one(long item) {
		List<Assignment> all = this.assignments.findByItemIdOrderByStartsOn(item);
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	private LocalDate lastDay(Told told, long item, String box) {
		CaseId caseId = one(item).caseId();
		return this.dueRules.stream()
			.filter((rule) -> rule.process().equals(AssignmentService.PROCESS))
			.flatMap((rule) -> rule.lastDay(told.task(caseId, box), this.story.cases.card(caseId)).stream())
			.findFirst()
			.orElseThrow();
	}

	private Actor lead(Told told) {
		return this.story.people.actor(told.office.staff().get(0));
	}

	private static Map<String, Object> verdict(String verdict) {
		return Map.of("verdict", verdict, "reason", "情况属实");
	}

	private void answers(Told told, long item, String box, Actor by, Map<String, Object> answers) {
		CaseId caseId = one(item).caseId();
		Task task = told.task(caseId, box);
		this.story.inbox.submit(task.id(), by, new HashMap<>(answers), PlanStory.key());
	}

	private void endsAs(long item, String outcome) {
		Assignment over = one(item);
		assertThat(over.outcome()).isEqualTo(outcome);
		assertThat(this.story.cases.card(over.caseId()).outcome()).isEqualTo(outcome);
		assertThat(this.story.tasks.open(over.caseId())).isEmpty();
	}

}
