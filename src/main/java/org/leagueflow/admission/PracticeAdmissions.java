package org.leagueflow.admission;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.practice.PracticeCollege;
import org.leagueflow.practice.PracticeStory;
import org.leagueflow.quota.NumberPool;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Applications of the practice college that are under way when a visitor first looks,
 * told through the same use cases.
 */
@Component
@Profile("practice")
@Order(10)
class PracticeAdmissions implements PracticeStory {

	private final Inbox inbox;

	private final UserTasks tasks;

	private final Ledger ledger;

	private final NumberPool numbers;

	private final BusinessClock clock;

	PracticeAdmissions(Inbox inbox, UserTasks tasks, Ledger ledger, NumberPool numbers, BusinessClock clock) {
		this.inbox = inbox;
		this.tasks = tasks;
		this.ledger = ledger;
		this.numbers = numbers;
		this.clock = clock;
	}

	@Override
	public void tell(PracticeCollege college) {
		Duration now = this.clock.offset();
		try {
			numbers(college);
			this.clock.offset(now.minusDays(110));
			CaseId first = activist(college, "applicant3");
			CaseId second = activist(college, "applicant2");
			this.clock.offset(now.minusDays(12));
			learned(college, "applicant3", first);
			talk(college, "applicant2", second);
			appraised(college, first);
		}
		finally {
			this.clock.offset(now);
		}
	}

	/** The county enters this year's numbers and gives twenty to the college. */
	private void numbers(PracticeCollege college) {
		Actor county = college.actor("county");
		this.numbers.enter(college.unit("county"), this.clock.today().getYear() + "44", 1001, 50, county);
		this.numbers.allot(college.unit("county"), college.unit("committee"), 20, county);
	}

	private CaseId activist(PracticeCollege college, String login) {
		CaseId caseId = this.inbox.start("admission", college.actor(login),
				Map.of("reason", "我志愿加入中国共产主义青年团，愿意在学习、工作和服务同学中经受锻炼。", "phone", "13800000000", "truthful", true),
				key());
		answer(caseId, "talk", college.actor("secretary1"),
				Map.of("talker", college.actor("branch1").name(), "talkedOn", today(), "record", "态度端正，对团的认识比较清楚。"));
		answer(caseId, "nominate", college.actor("branch1"), Map.of("recommendedBy", "members", "membersHeard", 12,
				"opinion", "学习努力，乐于助人。", "massesOpinion", "同学反映良好。"));
		answer(caseId, "decide", college.actor("branch2"),
				Map.of("heldOn", today(), "entitled", 4, "present", 4, "agreed", 4, "opinion", "一致同意推荐。"));
		answer(caseId, "approveActivist", college.actor("committee1"),
				Map.of("activistDecision", "approve", "opinion", "同意。"));
		answer(caseId, "appointMentors", college.actor("branch1"),
				Map.of("mentors", List.of(person(college, "member1"), person(college, "member2")), "plan", "每月谈心一次。"));
		return caseId;
	}

	private void talk(PracticeCollege college, String login, CaseId caseId) {
		book(college, login, "member1", Booking.one(EntryKind.TALK, this.clock.today(), "谈心谈话", "谈话记录", caseId));
	}

	private void learned(PracticeCollege college, String login, CaseId caseId) {
		LocalDate day = this.clock.today();
		talk(college, login, caseId);
		talk(college, login, caseId);
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
	private void appraised(PracticeCollege college, CaseId caseId) {
		answer(caseId, "cultivate", college.actor("member1"),
				Map.of("report", "按计划完成培养。", "growth", "思想上积极要求进步。", "mentorOpinion", "ready"));
		answer(caseId, "evaluate", college.actor("branch1"),
				Map.of("mentorsOpinion", "同意列为发展对象。", "membersOpinion", "同意。", "membersHeard", 10, "massesOpinion",
						"反映良好。", "massesHeard", 6, "recommendedBy", "none", "conclusion", "综合表现良好。", "appraisal",
						"propose"));
		answer(caseId, "consent", college.actor("branch2"), Map.of("heldOn", today(), "entitled", 4, "present", 4,
				"agreed", 4, "consent", "agree", "opinion", "同意报预审。"));
	}

	private void answer(CaseId caseId, String box, Actor by, Map<String, Object> answers) {
		Task task = this.tasks.open(caseId)
			.stream()
			.filter((open) -> open.box().equals(box))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The practice story does not stand at " + box));
		this.inbox.submit(task.id(), by, answers, key());
	}

	private String today() {
		return this.clock.today().toString();
	}

	private static String person(PracticeCollege college, String login) {
		return Long.toString(college.person(login));
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
