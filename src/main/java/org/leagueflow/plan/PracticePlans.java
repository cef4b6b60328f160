package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.PracticeMeetings;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.plan.PlanSlip.Demand;
import org.leagueflow.plan.ProgressService.Report;
import org.leagueflow.practice.PracticeCollege;
import org.leagueflow.practice.PracticeStory;
import org.springframework.context.annotation.Profile;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * The practice college's plan when a visitor first looks: published, with items done,
 * worked on, late under supervision, given more time, on hold, recurring, handed down and
 * still to come.
 */
@Component
@Profile("practice")
class PracticePlans implements PracticeStory {

	/** How many days before now the plan was published, and its items began. */
	private static final int PUBLISHED = 40;

	private static final int BEGUN = 30;

	/** How many days after now the last item is due. */
	private static final int AHEAD = 20;

	private static final String DONE = "举办青年讲师团宣讲";

	private static final String LATE = "组织专题学习，覆盖全体团员";

	private static final String EXTENDED = "举办团干部培训班";

	private static final String HELD = "举办校园文化艺术节";

	private static final String WEEKLY = "召开团支部书记例会";

	private static final String HANDED = "开展社区志愿服务";

	private static final String OF_A_CLASS = "开展主题团日活动";

	private static final String LATER = "评选优秀团日活动";

	private final PlanService service;

	private final PlanApprovalService approval;

	private final Plans plans;

	private final PlanContents contents;

	private final DueSpans due;

	private final Assignments assignments;

	private final AssignmentService execution;

	private final ProgressService progress;

	private final SupervisionService supervision;

	private final OccurrenceService occurrences;

	private final PlanOccurrences times;

	private final HandDownService handDown;

	private final PracticeMeetings meetings;

	private final People people;

	private final Inbox inbox;

	private final UserTasks tasks;

	private final BusinessClock clock;

	PracticePlans(PlanService service, PlanApprovalService approval, Plans plans, PlanContents contents, DueSpans due,
			Assignments assignments, AssignmentService execution, ProgressService progress,
			SupervisionService supervision, OccurrenceService occurrences, PlanOccurrences times,
			HandDownService handDown, PracticeMeetings meetings, People people, Inbox inbox, UserTasks tasks,
			BusinessClock clock) {
		this.service = service;
		this.approval = approval;
		this.plans = plans;
		this.contents = contents;
		this.due = due;
		this.assignments = assignments;
		this.execution = execution;
		this.progress = progress;
		this.supervision = supervision;
		this.occurrences = occurrences;
		this.times = times;
		this.handDown = handDown;
		this.meetings = meetings;
		this.people = people;
		this.inbox = inbox;
		this.tasks = tasks;
		this.clock = clock;
	}

	@Override
	public List<Chapter> chapters() {
		int earlier = earlier(this.clock.today());
		List<Chapter> chapters = new ArrayList<>();
		chapters.add(told("published", PUBLISHED + earlier, (college) -> published(college, PUBLISHED)));
		chapters.add(new Chapter("plan: begun", BEGUN + earlier, (college) -> plan(college).publishedId() != null,
				this::begun));
		chapters.add(told("handed down", 25 + earlier, this::handedDown));
		chapters.add(told("done", 14 + earlier, this::done));
		chapters.add(told("extended", 12 + earlier, this::extended));
		chapters.add(told("on hold", 5 + earlier, this::held));
		chapters.add(told("supervised", 2 + earlier, this::supervised));
		return chapters;
	}

	private static Chapter told(String what, int daysAgo, Consumer<PracticeCollege> tell) {
		return Chapter.of("plan: " + what, daysAgo, tell);
	}

	/**
	 * By how many days all of it happened earlier: a plan is one of a year, so about New
	 * Year it is the last year's.
	 */
	static int earlier(LocalDate today) {
		LocalDate last = today.plusDays(AHEAD);
		LocalDate first = today.minusDays(BEGUN);
		return (first.getYear() == last.getYear()) ? 0 : last.getDayOfYear();
	}

	private void published(PracticeCollege college, int ago) {
		Actor by = college.actor("committee1");
		LocalDate now = this.clock.today().plusDays(ago);
		LocalDate begins = now.minusDays(BEGUN);
		LocalDate last = now.plusDays(AHEAD);
		int year = begins.getYear();
		long edition = this.service.create(college.unit("committee"), year, "云岭学院团委" + year + "年工作计划", key(), by)
			.orElseThrow();
		long study = main(edition, "加强思想政治引领", person(college, "committee2"), by);
		long service = main(edition, "推进实践育人和组织建设", person(college, "committee3"), by);
		item(edition, study, by, fields(DONE, begins, now.minusDays(8), person(college, "committee2"), "indicatorName",
				"宣讲场次", "base", "3", "unit", "场"));
		item(edition, study, by, fields(LATE, begins, now.minusDays(3), person(college, "committee3"), "indicatorName",
				"学习人次", "base", "500", "unit", "人次"));
		item(edition, service, by, fields(EXTENDED, begins, now.minusDays(10), person(college, "mentor1")));
		item(edition, service, by, fields(HELD, begins, last, person(college, "committee2")));
		item(edition, service, by, fields(WEEKLY, begins, last, person(college, "committee3"), "recurrence", "WEEKLY",
				"recurrenceNumber", "1"));
		item(edition, service, by, fields(HANDED, begins, last, unit(college, "general1"), "indicatorName", "志愿服务人次",
				"base", "300", "stretch", "400", "unit", "人次"));
		item(edition, study, by, fields(OF_A_CLASS, begins, now.plusDays(12), unit(college, "class1")));
		item(edition, study, by, fields(LATER, now.plusDays(8), last, person(college, "committee2")));
		var caseId = this.approval.submit(edition, false, by);
		this.meetings.hold(MeetingKind.COMMITTEE_MEETING, college.unit("committee"), by,
				Stream.of("committee1", "committee2", "committee3").map(college::actor).toList(), Map.of(caseId, 3));
	}

	private long main(long edition, String content, String lead, Actor by) {
		return this.service.write(edition, 0, new PlanLineForm(
				Map.of("kind", List.of("MAIN_TASK"), "content", List.of(content), "lead", List.of(lead))), by);
	}

	private static Map<String, List<String>> fields(String content, LocalDate from, LocalDate to, String lead,
			String... more) {
		Map<String, List<String>> fields = new HashMap<>(
				Map.of("kind", List.of("MONTHLY"), "content", List.of(content), "from", List.of(from.toString()), "to",
						List.of(to.toString()), "lead", List.of(lead), "participants", List.of("各团支部团员")));
		for (int i = 0; i < more.length; i += 2) {
			fields.put(more[i], List.of(more[i + 1]));
		}
		return fields;
	}

	private void item(long edition, long main, Actor by, Map<String, List<String>> fields) {
		fields.put("main", List.of(Long.toString(main)));
		this.service.write(edition, 0, new PlanLineForm(fields), by);
	}

	private String person(PracticeCollege college, String login) {
		PersonCard card = this.people.person(college.person(login));
		return card.name() + " " + card.studentNumber();
	}

	private String unit(PracticeCollege college, String name) {
		return this.people.unit(college.unit(name)).name();
	}

	private Plan plan(PracticeCollege college) {
		return this.plans.findByUnitIdInOrderByPlanYearDescUnitIdAsc(List.of(college.unit("committee")), Limit.of(1))
			.get(0);
	}

	/** What the timer does at the beginning of a span, and what the leads answer. */
	private void begun(PracticeCollege college) {
		Plan plan = plan(college);
		PlanContent content = this.contents.of(plan.publishedId());
		this.due.by(this.clock.today(), DueSpans.DueSpan.NONE, 100)
			.stream()
			.filter((one) -> one.plan() == plan.id())
			.forEach((one) -> this.execution.start(one, content.line(one.item()).orElseThrow()));
		accept(college, DONE, "committee2");
		accept(college, LATE, "committee3");
		accept(college, EXTENDED, "mentor1");
		accept(college, HELD, "committee2");
		accept(college, WEEKLY, "committee3");
		accept(college, HANDED, "general1");
		accept(college, OF_A_CLASS, "secretary1");
	}

	private void accept(PracticeCollege college, String content, String login) {
		answer(college, content, "accept", login, Map.of("verdict", "accept"));
	}

	private void handedDown(PracticeCollege college) {
		long item = begun(college, HANDED).itemId();
		this.handDown.send(item, List.of(college.unit("general1"), college.unit("general2")), Map.of(),
				college.actor("committee1"));
		this.handDown.waiting(List.of(college.unit("general1")))
			.forEach((one) -> this.handDown.confirm(one.id(), college.actor("general1")));
		report(college, LATE, "committee3", "120", "第一批学习已经完成");
		report(college, HANDED, "general1", "180", "已服务三个社区");
	}

	private void done(PracticeCollege college) {
		report(college, DONE, "committee2", "3", "三场宣讲全部完成");
		answer(college, DONE, "work", "committee2", Map.of("summary", "举办宣讲三场，团员普遍反映良好。"));
		answer(college, DONE, "check", "committee1", Map.of("verdict", "pass", "reason", "场次和佐证属实"));
		answer(college, DONE, "signOff", "committee1", Map.of("verdict", "agree"));
		Assignment weekly = begun(college, WEEKLY);
		List<PlanOccurrence> past = this.times.of(weekly.id())
			.stream()
			.filter((one) -> !one.dueOn().isAfter(this.clock.today()))
			.toList();
		past.stream()
			.skip(1)
			.forEach((one) -> this.occurrences.done(weekly.id(), one.id(), college.actor("committee3")));
		past.stream()
			.limit(1)
			.forEach((one) -> this.occurrences.skip(weekly.id(), one.id(), "与全校大会冲突", college.actor("committee1")));
	}

	private void extended(PracticeCollege college) {
		Assignment assignment = begun(college, EXTENDED);
		this.progress.report(assignment.id(), new Report(Map.of("percent", "60"), "已完成两期", null, List.of(), key()),
				college.actor("mentor1"));
		long request = this.supervision.ask(assignment.id(), assignment.dueOn().plusDays(22), "授课教师外出，第三期顺延", "三期已完成两期",
				college.actor("mentor1"));
		this.supervision.decide(assignment.itemId(), request, true, "同意", college.actor("committee1"));
	}

	private void held(PracticeCollege college) {
		this.execution.hold(begun(college, HELD).id(), "礼堂维修，等场地开放", college.actor("committee1"));
	}

	private void supervised(PracticeCollege college) {
		this.supervision.issue(begun(college, LATE).id(), new Demand(List.of("documents", "interview"),
				"学习人次只完成 120，到期未完成", "一周内组织补学并报送名单", this.clock.today().plusDays(7)), college.actor("committee1"));
	}

	private Assignment begun(PracticeCollege college, String content) {
		return this.assignments.findByPlanIdOrderByStartsOnAscIdAsc(plan(college).id())
			.stream()
			.filter((one) -> one.title().equals(content))
			.findFirst()
			.orElseThrow();
	}

	private void answer(PracticeCollege college, String content, String box, String login,
			Map<String, Object> answers) {
		Task task = this.tasks.open(begun(college, content).caseId())
			.stream()
			.filter((one) -> one.box().equals(box))
			.findFirst()
			.orElseThrow();
		this.inbox.submit(task.id(), college.actor(login), new HashMap<>(answers), key());
	}

	private void report(PracticeCollege college, String content, String login, String total, String words) {
		Assignment assignment = begun(college, content);
		Plan plan = plan(college);
		PlanContent holds = this.contents.of(plan.publishedId());
		long indicator = holds.line(assignment.itemId()).orElseThrow().indicators().get(0);
		this.progress.report(assignment.id(),
				new Report(Map.of("total-" + indicator, total), words, null, List.of(), key()), college.actor(login));
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
