package org.leagueflow.life;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.meeting.MeetingFacade;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.practice.PracticeCollege;
import org.leagueflow.practice.PracticeStory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Meetings and classes that the practice college has held when a visitor first looks,
 * told through the same use cases: one branch on time, one nearly, one behind.
 */
@Component
@Profile("practice")
class PracticeLife implements PracticeStory {

	private static final List<String> THEMES = List.of("学习团章：团员的权利和义务", "党史故事会：青年的选择", "网络文明与青年责任", "志愿服务经验分享");

	private final MeetingFacade facade;

	private final ClassService classes;

	private final Inbox inbox;

	private final UserTasks tasks;

	private final BusinessClock clock;

	PracticeLife(MeetingFacade facade, ClassService classes, Inbox inbox, UserTasks tasks, BusinessClock clock) {
		this.facade = facade;
		this.classes = classes;
		this.inbox = inbox;
		this.tasks = tasks;
		this.clock = clock;
	}

	@Override
	public List<Chapter> chapters() {
		LocalDate wednesday = this.clock.today().with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY));
		List<Chapter> chapters = new ArrayList<>();
		chapters.add(classOf("class3", wednesday.minusWeeks(6), THEMES.get(0)));
		chapters
			.add(meeting("class3", MeetingKind.BRANCH_GENERAL_MEETING, wednesday.minusWeeks(6).plusDays(1), "制定学期计划"));
		for (int week = 0; week < THEMES.size(); week++) {
			chapters.add(classOf("class1", wednesday.minusWeeks(3L - week), THEMES.get(week)));
		}
		chapters
			.add(meeting("class1", MeetingKind.BRANCH_GENERAL_MEETING, wednesday.minusWeeks(4).minusDays(1), "总结本月工作"));
		chapters.add(meeting("class1", MeetingKind.BRANCH_COMMITTEE, wednesday.minusWeeks(4).plusDays(1), "研究积极分子培养"));
		chapters.add(meeting("class1", MeetingKind.BRANCH_COMMITTEE, wednesday.minusWeeks(2).plusDays(1), "安排团课和志愿服务"));
		chapters.add(classOf("small1", wednesday.minusWeeks(1), THEMES.get(3)));
		return chapters;
	}

	private Chapter classOf(String unit, LocalDate day, String theme) {
		return Chapter.of("life: class of " + unit + ", " + theme, daysAgo(day),
				(college) -> holdClass(branch(college, unit), day, theme));
	}

	private Chapter meeting(String unit, MeetingKind kind, LocalDate day, String topic) {
		return Chapter.of("life: meeting of " + unit + ", " + topic, daysAgo(day),
				(college) -> meet((kind == MeetingKind.BRANCH_COMMITTEE) ? committee(college) : branch(college, unit),
						kind, day, topic));
	}

	private int daysAgo(LocalDate day) {
		return (int) ChronoUnit.DAYS.between(day, this.clock.today());
	}

	private static Branch branch(PracticeCollege college, String unit) {
		return switch (unit) {
			case "class1" -> new Branch(college, unit, "secretary1", many("member", 20));
			case "small1" -> new Branch(college, unit, "secretary2", many("small", 4));
			default -> new Branch(college, unit, "secretary3", many("design", 9));
		};
	}

	private static Branch committee(PracticeCollege college) {
		return new Branch(college, "class1", "secretary1", List.of("branch1", "branch2", "branch3"));
	}

	private static List<String> many(String prefix, int last) {
		return IntStream.rangeClosed(1, last).mapToObj((number) -> prefix + number).toList();
	}

	private void holdClass(Branch branch, LocalDate day, String theme) {
		goTo(day, LocalTime.of(14, 0));
		long meeting = this.classes.convene(branch.id(), day.atTime(15, 0), "教学楼201", theme, null, branch.secretary())
			.orElseThrow();
		this.classes.plan(meeting, new ClassPlan(theme, List.of(ClassForm.VIDEO, ClassForm.DISCUSSION),
				branch.secretary().name(), "2", "一、观看短片；二、分组讨论；三、小结。"), branch.secretary());
		hold(branch, meeting, day, "观看短片后分组讨论，三名同学作了发言。");
	}

	private void meet(Branch branch, MeetingKind kind, LocalDate day, String topic) {
		goTo(day, LocalTime.of(14, 0));
		hold(branch, this.facade.convene(kind, branch.id(), "活动室", day.atTime(15, 0), topic, branch.secretary()), day,
				topic + "，形成一致意见。");
	}

	private void hold(Branch branch, long meeting, LocalDate day, String minutes) {
		Actor secretary = branch.secretary();
		CaseId caseId = this.facade.record(meeting, secretary).caseId();
		answer(caseId, "invite", secretary, Map.of());
		goTo(day, LocalTime.of(14, 50));
		Stream.concat(Stream.of(secretary.personId()), branch.people().map(branch.college()::person))
			.forEach((person) -> this.facade.arrive(meeting, person, secretary));
		goTo(day, LocalTime.of(15, 0));
		answer(caseId, "open", secretary, Map.of());
		goTo(day, LocalTime.of(16, 30));
		answer(caseId, "close", secretary, Map.of());
		answer(caseId, "minute", secretary, Map.of("minutes", minutes));
		answer(caseId, "sign", secretary, Map.of());
	}

	private void goTo(LocalDate day, LocalTime time) {
		this.clock.moveTo(day.atTime(time).atZone(this.clock.getZone()).toInstant());
	}

	private void answer(CaseId caseId, String box, Actor by, Map<String, Object> answers) {
		String task = this.tasks.open(caseId)
			.stream()
			.filter((open) -> open.box().equals(box))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The practice story does not stand at " + box))
			.id();
		this.inbox.submit(task, by, answers, UUID.randomUUID().toString());
	}

	/**
	 * A branch of the college, by short names, with whoever comes beside the secretary.
	 */
	private record Branch(PracticeCollege college, String unit, String secretaryLogin, List<String> logins) {

		long id() {
			return this.college.unit(this.unit);
		}

		Actor secretary() {
			return this.college.actor(this.secretaryLogin);
		}

		Stream<String> people() {
			return this.logins.stream();
		}

	}

}
