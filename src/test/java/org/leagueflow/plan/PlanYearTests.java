package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.engine.Task;
import org.leagueflow.kernel.Actor;
import org.leagueflow.plan.PlanStory.Told;
import org.leagueflow.plan.ProgressService.Report;
import org.springframework.beans.factory.annotation.Autowired;

/** A whole year of a real paper, from its import in February to December. */
@StoryTest
class PlanYearTests {

	private static final Path PAPER = Path.of("src/test/resources/plan/plan-2023.docx");

	@Autowired
	PlanStory story;

	@Autowired
	PlanPaperService papers;

	@Autowired
	AssignmentStartJob job;

	@Autowired
	Assignments assignments;

	@Autowired
	AssignmentService service;

	@Autowired
	SupervisionService supervision;

	@Autowired
	ProgressService progress;

	@Autowired
	PlanLamps lamps;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void aPaperIsPlannedApprovedWorkedOnSupervisedAndAccountedFor() {
		this.story.at(LocalDate.of(PlanStory.YEAR, 2, 3));
		var office = this.story.office();
		long paper = this.papers.bring(office.units().committee(), PlanStory.YEAR, "方案.docx", PAPER, null,
				office.by(0));
		long edition = this.papers.take(paper, Map.of(), PlanStory.key(), office.by(0));
		Told told = new Told(this.story, office, this.story.editions.of(edition).planId());
		assertThat(told.content().of(PlanItemKind.MAIN_TASK)).hasSize(15);
		assertThat(told.content().of(PlanItemKind.MONTHLY)).hasSize(42);
		assertThat(told.content().of(PlanItemKind.ALL_YEAR)).hasSize(9);
		Map<Long, String> original = new HashMap<>();
		told.content().lines().forEach((line) -> original.put(line.itemId(), line.original()));
		told.content()
			.lines()
			.forEach((line) -> told.rewrites(line.itemId(), "lead", office.named((int) (line.itemId() % 3))));
		told.published();
		assertThat(told.holds().lines()).as("nothing of the paper is lost")
			.allMatch((line) -> line.original().equals(original.get(line.itemId())));

		List<PlanSpan> spans = told.holds().lines().stream().flatMap((line) -> line.spans().stream()).toList();
		for (int month = 2; month <= 12; month++) {
			YearMonth now = YearMonth.of(PlanStory.YEAR, month);
			this.story.at(now.atDay(1));
			this.job.start();
			assertThat(this.job.start()).as("each once").isZero();
			assertThat(all(told))
				.hasSize((int) spans.stream().filter((span) -> !span.from().isAfter(now.atDay(1))).count());
			if (month == 2) {
				february(told);
			}
			if (month == 3) {
				march(told);
			}
		}
		this.story.at(LocalDate.of(PlanStory.YEAR, 12, 31));
		this.job.start();
		assertThat(all(told)).as("every span of the year began").hasSize(spans.size());
		Map<String, Long> ends = new HashMap<>();
		all(told).forEach((one) -> ends.merge(String.valueOf(one.outcome()), 1L, Long::sum));
		assertThat(ends).containsEntry("unfinished", 1L).containsEntry("revoked", 1L);
		LocalDate today = this.story.clock.today();
		PlanLamps.Thresholds thresholds = this.lamps.thresholds(told.plan().unitPath());
		Map<PlanLamp, Long> lamps = new HashMap<>();
		all(told).forEach((one) -> lamps.merge(PlanLamps.lamp(one, List.of(), Map.of(), thresholds), 1L, Long::sum));
		assertThat(lamps).containsEntry(PlanLamp.DONE, 2L)
			.containsEntry(PlanLamp.STOPPED, 2L)
			.containsEntry(PlanLamp.ON_HOLD, 1L)
			.containsKeys(PlanLamp.RED, PlanLamp.YELLOW);
		assertThat(lamps.get(PlanLamp.RED)).as("counted by hand")
			.isEqualTo(all(told).stream()
				.filter((one) -> one.outcome() == null && one.completedOn() == null && one.heldSince() == null
						&& one.dueOn().isBefore(today))
				.count());
		assertThat(told.plan().openId()).isNull();
	}

	/**
	 * Of what began first: one done, one given more time, one on hold, one unfinished.
	 */
	private void february(Told told) {
		List<Assignment> begun = all(told).stream()
			.filter((one) -> one.dueOn().equals(LocalDate.of(PlanStory.YEAR, 2, 28)))
			.toList();
		assertThat(begun).as("what February asks for").hasSizeGreaterThanOrEqualTo(4);
		begun.stream().limit(4).forEach((one) -> answers(told, one, "accept", lead(one), Map.of("verdict", "accept")));
		this.story.at(LocalDate.of(PlanStory.YEAR, 2, 20));
		done(told, begun.get(0), "pass");
		long request = this.supervision.ask(begun.get(1).id(), LocalDate.of(PlanStory.YEAR, 3, 20), "场地未定", "完成一半",
				lead(begun.get(1)));
		this.supervision.decide(begun.get(1).itemId(), request, true, "同意", told.office.by(0));
		this.service.hold(begun.get(2).id(), "等上级文件", told.office.by(0));
		done(told, begun.get(3), "unfinished");
	}

	/**
	 * Of what is late in March: one is supervised until it is done; one is taken back by
	 * an amendment.
	 */
	private void march(Told told) {
		this.story.at(LocalDate.of(PlanStory.YEAR, 3, 5));
		LocalDate today = this.story.clock.today();
		Assignment late = all(told).stream().filter((one) -> one.overdue(today)).findFirst().orElseThrow();
		answers(told, late, "accept", lead(late), Map.of("verdict", "accept"));
		long slip = this.supervision.issue(late.id(),
				new PlanSlip.Demand(List.of("onSite"), "逾期未办", "立即办理", today.plusDays(5)), told.office.by(0));
		this.supervision.answer(slip, "已办理", lead(late));
		this.progress.report(late.id(), new Report(Map.of(), "补办完成", null, List.of(), PlanStory.key()), lead(late));
		done(told, late, "pass");
		this.supervision.recheck(slip, true, "属实", null, told.office.by(1));
		Assignment gone = all(told).stream()
			.filter((one) -> one.startsOn().equals(LocalDate.of(PlanStory.YEAR, 3, 1)))
			.filter((one) -> told.holds().line(one.itemId()).orElseThrow().spans().size() == 1)
			.findFirst()
			.orElseThrow();
		told.amends("上级统一组织");
		this.story.service.remove(told.open(), gone.itemId(), told.office.by(0));
		told.published();
	}

	private void done(Told told, Assignment one, String verdict) {
		answers(told, one, "work", lead(one), Map.of("summary", "办理情况"));
		answers(told, one, "check", told.office.by(0), Map.of("verdict", verdict, "reason", "情况属实"));
		if (verdict.equals("pass")) {
			answers(told, one, "signOff", told.office.by(2), Map.of("verdict", "agree"));
		}
	}

	private List<Assignment> all(Told told) {
		return this.assignments.findByPlanIdOrderByStartsOnAscIdAsc(told.plan);
	}

	private Actor lead(Assignment one) {
		return this.story.people.actor(one.lead().id());
	}

	private void answers(Told told, Assignment one, String box, Actor by, Map<String, Object> answers) {
		Task task = told.task(one.caseId(), box);
		this.story.inbox.submit(task.id(), by, new HashMap<>(answers), PlanStory.key());
	}

}
