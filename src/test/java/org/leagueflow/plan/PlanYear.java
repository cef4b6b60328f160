package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.plan.PlanStory.Told;
import org.leagueflow.plan.ProgressService.Report;
import org.springframework.stereotype.Component;

/**
 * A plan of 2025 as it stands on 15 April: an item done early, one overdue, one under
 * way, one on hold that comes again in September, and one of the whole year.
 */
@Component
class PlanYear {

	static final LocalDate DAY = LocalDate.of(2025, 4, 15);

	final PlanStory story;

	final AssignmentStartJob job;

	final Assignments assignments;

	final AssignmentService service;

	final ProgressService progress;

	PlanYear(PlanStory story, AssignmentStartJob job, Assignments assignments, AssignmentService service,
			ProgressService progress) {
		this.story = story;
		this.job = job;
		this.assignments = assignments;
		this.service = service;
		this.progress = progress;
	}

	/** The numbers of its items. */
	record Told2025(Told told, long main, long early, long late, long running, long twice, long year) {
	}

	Told2025 tell() {
		this.story.begin();
		Told told = this.story.office().drafts();
		String[] lead = { told.office.named(0), told.office.named(1), told.office.named(2) };
		long main = told.item("kind", "MAIN_TASK", "content", "着力打造实践育人共同体", "lead", lead[0], "indicatorName", "培训人数",
				"base", "2500", "unit", "人次");
		String shared = Long.toString(told.content().indicators().get(0).id());
		long early = told.item("content", "启动培训", "from", "2025-03-01", "to", "2025-03-31", "lead", lead[0], "owners",
				lead[1], "main", Long.toString(main), "share", shared);
		long late = told.item("content", "春季调研", "from", "2025-03-01", "to", "2025-03-31", "lead", lead[1]);
		long running = told.item("content", "百生讲坛", "from", "2025-04-01", "to", "2025-04-30", "lead", lead[0],
				"indicatorName", "讲坛", "base", "10", "unit", "场");
		long twice = told.item("content", "学生会座谈", "from", "2025-03-01", "to", "2025-03-31", "from", "2025-09-01", "to",
				"2025-09-30", "lead", lead[2]);
		long year = told.item("kind", "ALL_YEAR", "content", "每月团课", "lead", lead[2], "indicatorName", "团课", "base",
				"12", "unit", "次");
		told.published();
		this.job.start();
		List.of(early, late, twice, year).forEach((item) -> answers(told, item, "accept", Map.of("verdict", "accept")));
		report(told, early, "培训人数", "700");
		this.story.at(LocalDate.of(2025, 3, 10));
		this.service.hold(begun(twice).id(), "等场地", told.office.by(0));
		this.story.at(LocalDate.of(2025, 3, 20));
		answers(told, early, "work", Map.of("summary", "已完成"));
		Actor office = told.office.by(0);
		this.story.inbox.submit(told.task(begun(early).caseId(), "check").id(), office,
				new HashMap<>(Map.of("verdict", "pass", "reason", "情况属实")), PlanStory.key());
		this.story.at(LocalDate.of(2025, 4, 1));
		this.job.start();
		answers(told, running, "accept", Map.of("verdict", "accept"));
		this.story.at(DAY);
		report(told, running, "讲坛", "6");
		report(told, year, "团课", "3");
		return new Told2025(told, main, early, late, running, twice, year);
	}

	Assignment begun(long item) {
		return this.assignments.findByItemIdOrderByStartsOn(item).get(0);
	}

	void answers(Told told, long item, String box, Map<String, Object> answer) {
		Assignment begun = begun(item);
		this.story.inbox.submit(told.task(begun.caseId(), box).id(), this.story.people.actor(begun.lead().id()),
				new HashMap<>(answer), PlanStory.key());
	}

	void report(Told told, long item, String indicator, String total) {
		long id = told.holds()
			.indicators()
			.stream()
			.filter((one) -> one.name().equals(indicator))
			.findFirst()
			.orElseThrow()
			.id();
		Assignment begun = begun(item);
		this.progress.report(begun.id(),
				new Report(Map.of("total-" + id, total), null, null, List.of(), PlanStory.key()),
				this.story.people.actor(begun.lead().id()));
	}

}
