package org.leagueflow.admission;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leagueflow.cases.CaseEndings;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.PracticeMeetings;
import org.leagueflow.practice.PracticeCollege;
import org.leagueflow.quota.NumberPool;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What people of the practice college do, step by step, through everybody's use cases.
 */
@Component
@Profile("practice")
class PracticeSteps {

	/** Who comes to a branch general meeting; the last two count the papers. */
	static final List<String> BRANCH_VOTERS = Stream
		.concat(PracticeCollege.BRANCH_COMMITTEE.stream(),
				IntStream.rangeClosed(3, 20).mapToObj((number) -> "member" + number))
		.toList();

	private final Inbox inbox;

	private final UserTasks tasks;

	private final Cases cases;

	private final Ledger ledger;

	private final NumberPool numbers;

	private final PracticeMeetings meetings;

	private final OathService oath;

	private final Ceremonies ceremonies;

	private final CaseEndings endings;

	private final BusinessClock clock;

	PracticeSteps(Inbox inbox, UserTasks tasks, Cases cases, Ledger ledger, NumberPool numbers,
			PracticeMeetings meetings, OathService oath, Ceremonies ceremonies, CaseEndings endings,
			BusinessClock clock) {
		this.inbox = inbox;
		this.tasks = tasks;
		this.cases = cases;
		this.ledger = ledger;
		this.numbers = numbers;
		this.meetings = meetings;
		this.oath = oath;
		this.ceremonies = ceremonies;
		this.endings = endings;
		this.clock = clock;
	}

	/** The county enters this year's numbers and gives twenty to the college. */
	void numbers(PracticeCollege college) {
		Actor county = college.actor("county");
		this.numbers.enter(college.unit("county"), this.clock.today().getYear() + "44", 1001, 50, county);
		this.numbers.allot(college.unit("county"), college.unit("committee"), 20, county);
	}

	void apply(PracticeCollege college, String login) {
		this.inbox.start("admission", college.actor(login),
				Map.of("reason", "我志愿加入中国共产主义青年团，愿意在学习、工作和服务同学中经受锻炼。", "phone", "13800000000", "truthful", true),
				key());
	}

	/** From the application to the mentors. */
	void activist(PracticeCollege college, String login) {
		apply(college, login);
		answer(college, login, "talk", "secretary1",
				Map.of("talker", college.actor("branch1").name(), "talkedOn", today(), "record", "态度端正，对团的认识比较清楚。"));
		answer(college, login, "nominate", "branch1", Map.of("recommendedBy", "members", "membersHeard", 12, "opinion",
				"学习努力，乐于助人。", "massesOpinion", "同学反映良好。"));
		answer(college, login, "decide", "branch2", committee(college, login, "一致同意推荐。"));
		answer(college, login, "approveActivist", "committee1",
				Map.of("activistDecision", "approve", "opinion", "同意。"));
		answer(college, login, "appointMentors", "branch1",
				Map.of("mentors", List.of(id(college, "member1"), id(college, "member2")), "plan", "每月谈心一次。"));
	}

	void talk(PracticeCollege college, String login) {
		book(college, login, "member1",
				Booking.one(EntryKind.TALK, this.clock.today(), "谈心谈话", "谈话记录", caseOf(college, login)));
	}

	private void learned(PracticeCollege college, String login) {
		LocalDate day = this.clock.today();
		CaseId caseId = caseOf(college, login);
		talk(college, login);
		talk(college, login);
		book(college, login, "secretary1", Booking.tenths(EntryKind.STUDY_HOURS, day, 80, "主题团课", "签到表", caseId));
		book(college, login, "secretary1", Booking.one(EntryKind.STUDY_CHECK, day, "团课考核", "成绩单", caseId));
		book(college, login, "secretary1", Booking.one(EntryKind.VOLUNTEER_REGISTERED, day, "注册志愿者", "截图", caseId));
		book(college, login, "secretary1", Booking.tenths(EntryKind.VOLUNTEER_HOURS, day, 200, "社区服务", "证明", caseId));
		book(college, login, "secretary1", Booking.one(EntryKind.IDEOLOGY_EXAM, day, "思政考评", "合格", caseId));
	}

	private void book(PracticeCollege college, String login, String by, Booking booking) {
		this.ledger.record(college.person(login), booking, college.actor(by));
	}

	/** Observed, appraised and consented; waits for the committee's pre-review. */
	void appraised(PracticeCollege college, String login) {
		learned(college, login);
		answer(college, login, "cultivate", "member1",
				Map.of("report", "按计划完成培养。", "growth", "思想上积极要求进步。", "mentorOpinion", "ready"));
		answer(college, login, "evaluate", "branch1",
				Map.of("mentorsOpinion", "同意列为发展对象。", "membersOpinion", "同意。", "membersHeard", 10, "massesOpinion",
						"反映良好。", "massesHeard", 6, "recommendedBy", "none", "conclusion", "综合表现良好。", "appraisal",
						"propose"));
		Map<String, Object> consent = new HashMap<>(committee(college, login, "同意报预审。"));
		consent.put("consent", "agree");
		answer(college, login, "consent", "branch2", consent);
	}

	/** On public notice from today. */
	void preReviewed(PracticeCollege college, String login) {
		appraised(college, login);
		answer(college, login, "preReview", "committee1", Map.of("preReview", "approve", "opinion", "材料齐全，同意。"));
	}

	/** After a clean notice: with book and introducers, waiting for the branch. */
	void candidate(PracticeCollege college, String login) {
		answer(college, login, "issueBook", "committee1",
				Map.of("bookNumber", "ZY-" + caseOf(college, login), "issuedOn", today()));
		answer(college, login, "chooseIntroducers", "branch1",
				Map.of("introducer1", id(college, "member1"), "introducer2", id(college, "member2")));
		answer(college, login, "fillBook", login, Map.of("aspiration", "我志愿加入中国共产主义青年团，坚决拥护中国共产党的领导，遵守团的章程。", "family",
				"父亲、母亲，均在本县工作。", "resume", "2023 年起在云岭学院学习。", "truthful", true));
	}

	void hold(MeetingKind kind, String unit, String chair, List<String> present, PracticeCollege college,
			Map<CaseId, Integer> inFavour) {
		this.meetings.hold(kind, college.unit(unit), college.actor(chair),
				present.stream().map(college::actor).toList(), inFavour);
	}

	void submitted(PracticeCollege college, String login) {
		answer(college, login, "submit", "secretary1",
				Map.of("submittedOn", today(), "bookComplete", true, "resolutionAttached", true));
	}

	void announced(PracticeCollege college, String login) {
		answer(college, login, "announce", "secretary1", Map.of("toldOn", today(), "announcedOn", today()));
	}

	void ceremonyPlanned(PracticeCollege college, String login) {
		this.oath.plan(
				new CeremonyPlan(this.clock.today().plusDays(5).atTime(10, 0), "大礼堂",
						college.actor("committee1").name(), List.of(caseOf(college, login).value())),
				college.actor("committee1"));
	}

	/** The oath is sworn and the file complete: admitted. */
	void ceremonyHeld(PracticeCollege college, String login) {
		long caseId = caseOf(college, login).value();
		Ceremony planned = this.ceremonies.findByHeldFalseAndCalledOffFalseOrderByStartsAt()
			.stream()
			.filter((ceremony) -> ceremony.cases().contains(caseId))
			.findFirst()
			.orElseThrow();
		this.oath.held(planned.id(), List.of(caseId), college.actor("committee1"));
		answer(college, login, "archive", "committee1", Map.of("bookFiled", true, "applicationFiled", true,
				"observationFiled", true, "cardIssued", true, "electronicFiled", true, "archivedOn", today()));
	}

	void withdrawn(PracticeCollege college, String login) {
		this.endings.withdraw(caseOf(college, login), "准备参军，入伍后再向部队团组织申请。", college.actor(login));
	}

	/**
	 * One meeting with a vote on its agenda, so soon that whoever tries the college can
	 * open it at once, and one of the branch committee in some days.
	 */
	void meetingsCalled(PracticeCollege college, String login) {
		Actor secretary = college.actor("secretary1");
		LocalDateTime now = this.clock.localNow().truncatedTo(ChronoUnit.MINUTES);
		this.meetings.call(MeetingKind.BRANCH_GENERAL_MEETING, college.unit("class1"), secretary,
				now.plusMinutes(20 - now.getMinute() % 5), List.of(caseOf(college, login)));
		this.meetings.call(MeetingKind.BRANCH_COMMITTEE, college.unit("class1"), secretary,
				this.clock.today().plusDays(3).atTime(12, 30), List.of());
	}

	/** The running application of this person. */
	CaseId caseOf(PracticeCollege college, String login) {
		return this.cases.openOf(college.person(login), "admission").get(0);
	}

	boolean waitsAt(PracticeCollege college, String login, String box) {
		return this.tasks.open(caseOf(college, login)).stream().anyMatch((task) -> task.box().equals(box));
	}

	void answer(PracticeCollege college, String login, String box, String by, Map<String, Object> answers) {
		CaseId caseId = caseOf(college, login);
		Task task = this.tasks.open(caseId)
			.stream()
			.filter((open) -> open.box().equals(box))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The application of " + login + " does not stand at " + box));
		this.inbox.submit(task.id(), college.actor(by), answers, key());
	}

	/** The branch committee meets on this application and agrees. */
	private Map<String, Object> committee(PracticeCollege college, String login, String opinion) {
		long meeting = this.meetings.hold(MeetingKind.BRANCH_COMMITTEE, college.unit("class1"),
				college.actor("secretary1"), PracticeCollege.BRANCH_COMMITTEE.stream().map(college::actor).toList(),
				Map.of(caseOf(college, login), PracticeCollege.BRANCH_COMMITTEE.size()));
		return Map.of("heldMeeting", Long.toString(meeting), "opinion", opinion);
	}

	private String today() {
		return this.clock.today().toString();
	}

	private static String id(PracticeCollege college, String login) {
		return Long.toString(college.person(login));
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
