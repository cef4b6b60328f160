package org.leagueflow.admission;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.leagueflow.cases.Cases;
import org.leagueflow.deadline.DeadlineRun;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.forms.Attachments;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.meeting.MeetingFixture;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.publicity.Notices;
import org.leagueflow.publicity.Objections;
import org.leagueflow.quota.NumberPool;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A college with everybody whose part admission is, and the words to tell stories with.
 */
@Component
class AdmissionStory {

	/** A file that may be attached. */
	static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

	final PeopleFixture people;

	final Inbox inbox;

	final UserTasks tasks;

	final Cases cases;

	final Ledger ledger;

	final NumberPool numbers;

	final Notices notices;

	final Objections objections;

	final MeetingFixture meetings;

	final OathService oath;

	final Admissions admissions;

	final Attachments attachments;

	final DeadlineRun deadlines;

	final BusinessClock clock;

	final ProcessEngine engine;

	AdmissionStory(PeopleFixture people, Inbox inbox, UserTasks tasks, Cases cases, Ledger ledger, NumberPool numbers,
			Notices notices, Objections objections, MeetingFixture meetings, OathService oath, Admissions admissions,
			Attachments attachments, DeadlineRun deadlines, BusinessClock clock, ProcessEngine engine) {
		this.people = people;
		this.inbox = inbox;
		this.tasks = tasks;
		this.cases = cases;
		this.ledger = ledger;
		this.numbers = numbers;
		this.notices = notices;
		this.objections = objections;
		this.meetings = meetings;
		this.oath = oath;
		this.admissions = admissions;
		this.attachments = attachments;
		this.deadlines = deadlines;
		this.clock = clock;
		this.engine = engine;
	}

	/** Stories begin on a working Monday in 2025, for which the calendar is certain. */
	void begin() {
		this.clock.moveTo(LocalDate.of(2025, 3, 3).atTime(10, 0).atZone(this.clock.getZone()).toInstant());
	}

	College college() {
		return college(11);
	}

	College college(int size) {
		PeopleFixture.College units = this.people.college();
		List<Long> members = IntStream.range(0, size).mapToObj((i) -> this.people.member(units.branch())).toList();
		this.people.appoint(members.get(0), Roles.BRANCH_SECRETARY, units.branch());
		members.subList(0, 3).forEach((id) -> this.people.appoint(id, Roles.BRANCH_COMMITTEE, units.branch()));
		List<Long> committee = IntStream.range(0, 5).mapToObj((i) -> committeeMember(units)).toList();
		Actor county = this.people.holder(Roles.COUNTY_COMMITTEE, units.county());
		int first = (int) (units.branch() % 9000) * 100 + 1;
		this.numbers.enter(units.county(), "202544", first, 20, county);
		this.numbers.allot(units.county(), units.committee(), 20, county);
		return new College(units, members, committee, county);
	}

	private long committeeMember(PeopleFixture.College units) {
		long person = this.people.staff(units.committee());
		this.people.appoint(person, Roles.LEAGUE_COMMITTEE, units.committee());
		return person;
	}

	/**
	 * A story's college: members, of whom three are the branch committee, and a committee
	 * of five.
	 */
	record College(PeopleFixture.College units, List<Long> members, List<Long> committee, Actor county) {
	}

	Told applies(College college) {
		return applies(college, LocalDate.of(2008, 1, 15));
	}

	Told applies(College college, LocalDate birthday) {
		long youth = this.people.youth(college.units().branch(), birthday);
		Actor applicant = this.people.actor(youth);
		CaseId caseId = this.inbox.start("admission", applicant, application(), key());
		return new Told(this, college, applicant, caseId);
	}

	static Map<String, Object> application() {
		return Map.of("reason", "我志愿加入中国共产主义青年团，愿意努力学习、积极工作、服务同学。", "phone", "13800000000", "truthful", true);
	}

	static String key() {
		return UUID.randomUUID().toString();
	}

	/**
	 * Runs every timer of the case that is due, and says what is due of its deadlines.
	 */
	void timersOf(CaseId caseId) {
		this.deadlines.of(caseId);
		timers(caseId).forEach((timers) -> run(timers.duedateLowerThan(java.util.Date.from(this.clock.instant()))));
	}

	/** Runs every timer of the case, due or not. */
	void timersBeforeTime(CaseId caseId) {
		timers(caseId).forEach(this::run);
	}

	/** Those of its own process and of the ones that it called. */
	private List<JobQuery> timers(CaseId caseId) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.key())
			.list()
			.stream()
			.map((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance.getId())
				.timers())
			.toList();
	}

	private void run(JobQuery jobs) {
		ManagementService management = this.engine.getManagementService();
		jobs.list().stream().map(Job::getId).forEach(management::executeJob);
	}

	/** One application as its story is told. */
	static final class Told {

		final AdmissionStory story;

		final College college;

		final Actor applicant;

		final CaseId caseId;

		Told(AdmissionStory story, College college, Actor applicant, CaseId caseId) {
			this.story = story;
			this.college = college;
			this.applicant = applicant;
			this.caseId = caseId;
		}

		LocalDate today() {
			return this.story.clock.today();
		}

		void days(int days) {
			this.story.clock.offset(this.story.clock.offset().plusDays(days));
		}

		void months(int months) {
			LocalDate then = today().plusMonths(months);
			days((int) (then.toEpochDay() - today().toEpochDay()));
		}

		Actor member(int index) {
			return this.story.people.actor(this.college.members().get(index));
		}

		Actor secretary() {
			return member(0);
		}

		Actor committee() {
			return this.story.people.actor(this.college.committee().get(0));
		}

		Actor mentor() {
			return member(3);
		}

		List<String> boxes() {
			return this.story.tasks.open(this.caseId).stream().map(Task::box).toList();
		}

		Task task(String box) {
			return this.story.tasks.open(this.caseId)
				.stream()
				.filter((task) -> task.box().equals(box))
				.findFirst()
				.orElseThrow(() -> new AssertionError("The case does not wait at " + box + " but at " + boxes()));
		}

		Told answers(String box, Actor by, Map<String, Object> answers) {
			this.story.inbox.submit(task(box).id(), by, answers, key());
			return this;
		}

		String outcome() {
			return this.story.cases.card(this.caseId).outcome();
		}

		String stage() {
			return this.story.cases.card(this.caseId).stage();
		}

		Admission record() {
			return this.story.admissions.of(this.caseId);
		}

		Told talked() {
			return answers("talk", secretary(),
					Map.of("talker", "王小明", "talkedOn", today().toString(), "record", "了解了基本情况"));
		}

		Told nominated() {
			return answers("nominate", member(1), nomination());
		}

		static Map<String, Object> nomination() {
			return Map.of("recommendedBy", "members", "membersHeard", 8, "opinion", "表现积极", "massesOpinion", "反映良好");
		}

		/** The branch committee meets on the application; so many of three agree. */
		long committeeMeets(int inFavour) {
			return this.story.meetings.decide(MeetingKind.BRANCH_COMMITTEE, this.college.units().branch(), secretary(),
					this.college.members().subList(0, 3), Map.of(this.caseId, inFavour));
		}

		/** What is reported of that meeting. */
		Map<String, Object> committeeMeeting(int inFavour) {
			return new HashMap<>(Map.of("heldMeeting", Long.toString(committeeMeets(inFavour)), "opinion", "研究意见"));
		}

		/** What is reported of a meeting outside the system, with its minutes. */
		Map<String, Object> outsideMeeting(int agreed) {
			long minutes = this.story.attachments.keep("支委会会议记录.pdf", AdmissionStory.PDF, null, member(1)).id();
			return new HashMap<>(Map.of("heldMeeting", "outside", "heldOn", today().toString(), "entitled", 3,
					"present", 3, "agreed", agreed, "minutes", List.of(minutes), "opinion", "研究意见"));
		}

		Told decided() {
			return answers("decide", member(1), committeeMeeting(3));
		}

		Told activist() {
			talked().nominated().decided();
			answers("approveActivist", committee(), Map.of("activistDecision", "approve", "opinion", "同意"));
			return answers("appointMentors", member(1), Map.of("mentors", List.of(id(3), id(4)), "plan", "每月谈心"));
		}

		String id(int member) {
			return Long.toString(this.college.members().get(member));
		}

		/** Books everything that observation asks for. */
		Told learned() {
			return learned(mentor());
		}

		Told learned(Actor mentor) {
			LocalDate day = today();
			book(mentor, Booking.one(EntryKind.TALK, day, "谈心一", "记录", this.caseId));
			book(mentor, Booking.one(EntryKind.TALK, day, "谈心二", "记录", this.caseId));
			book(secretary(), Booking.tenths(EntryKind.STUDY_HOURS, day, 80, "团课", "签到", this.caseId));
			book(secretary(), Booking.one(EntryKind.STUDY_CHECK, day, "团课考核", "成绩单", this.caseId));
			book(secretary(), Booking.one(EntryKind.VOLUNTEER_REGISTERED, day, "注册志愿者", "截图", this.caseId));
			book(secretary(), Booking.tenths(EntryKind.VOLUNTEER_HOURS, day, 200, "社区服务", "证明", this.caseId));
			book(secretary(), Booking.one(EntryKind.IDEOLOGY_EXAM, day, "思政考评", "合格", this.caseId));
			return this;
		}

		private void book(Actor by, Booking booking) {
			this.story.ledger.record(this.applicant.personId(), booking, by);
		}

		Told observed() {
			months(3);
			learned();
			return answers("cultivate", mentor(), cultivated());
		}

		static Map<String, Object> cultivated() {
			return Map.of("report", "培养情况良好", "growth", "进步明显", "mentorOpinion", "ready");
		}

		Told appraised(String result) {
			return answers("evaluate", member(1), appraisal(result));
		}

		Map<String, Object> appraisal(String result) {
			return Map.of("mentorsOpinion", "同意", "membersOpinion", "同意", "membersHeard", 8, "massesOpinion", "良好",
					"massesHeard", 5, "recommendedBy", "none", "conclusion", "综合表现良好", "appraisal", result);
		}

		Told consented(String consent) {
			Map<String, Object> answers = committeeMeeting("agree".equals(consent) ? 3 : 1);
			answers.put("consent", consent);
			return answers("consent", member(1), answers);
		}

		Told preReviewed(String answer) {
			return answers("preReview", committee(), Map.of("preReview", answer, "opinion", "材料已审阅"));
		}

		/** The committee looks into the objection that has waited longest. */
		Told investigated(String finding, String grounds) {
			String oldest = this.story.objections.objectionsOf(this.caseId)
				.stream()
				.filter((objection) -> !objection.settled())
				.map((objection) -> objection.id())
				.min(Long::compare)
				.orElseThrow()
				.toString();
			String box = boxes().stream().filter((one) -> one.startsWith("investigate")).findFirst().orElseThrow();
			return answers(box, committee(), Map.of("objection", oldest, "finding", finding, "grounds", grounds));
		}

		/** Through appraisal and pre-review to the notice. */
		Told published() {
			return appraised("propose").consented("agree").preReviewed("approve");
		}

		Told noticeOver() {
			LocalDate last = this.story.notices.noticeOf(this.caseId).orElseThrow().lastDay();
			days((int) (last.plusDays(1).toEpochDay() - today().toEpochDay()));
			this.story.timersOf(this.caseId);
			return this;
		}

		Told candidate() {
			noticeOver();
			answers("issueBook", committee(),
					Map.of("bookNumber", "ZY2025-" + this.caseId, "issuedOn", today().toString()));
			return answers("chooseIntroducers", member(1), Map.of("introducer1", id(3), "introducer2", id(4)));
		}

		Told bookFilled() {
			return answers("fillBook", this.applicant, Map.of("aspiration", "我志愿加入中国共产主义青年团，坚决拥护中国共产党的领导。", "family",
					"父母务农", "resume", "学生", "truthful", true));
		}

		/** The branch general meeting with so many in favour of eleven present. */
		Told branchVotes(int inFavour) {
			this.story.meetings.decide(MeetingKind.BRANCH_GENERAL_MEETING, this.college.units().branch(), secretary(),
					this.college.members(), Map.of(this.caseId, inFavour));
			return this;
		}

		Told submitted() {
			return answers("submit", secretary(),
					Map.of("submittedOn", today().toString(), "bookComplete", true, "resolutionAttached", true));
		}

		/** The committee's meeting with so many in favour of five present. */
		Told committeeVotes(int inFavour) {
			this.story.meetings.decide(MeetingKind.COMMITTEE_MEETING, this.college.units().committee(), committee(),
					this.college.committee(), Map.of(this.caseId, inFavour));
			return this;
		}

		Told announced() {
			return answers("announce", secretary(),
					Map.of("toldOn", today().toString(), "announcedOn", today().toString()));
		}

		Told sworn() {
			Ceremony ceremony = this.story.oath.plan(new CeremonyPlan(this.story.clock.localNow().plusDays(1), "大礼堂",
					"李书记", List.of(this.caseId.value()), true), committee());
			days(2);
			this.story.oath.held(ceremony.id(), List.of(this.caseId.value()), committee());
			return this;
		}

		Told archived() {
			return answers("archive", committee(),
					Map.of("bookFiled", true, "applicationFiled", true, "observationFiled", true, "cardIssued", true,
							"electronicFiled", true, "archivedOn", today().toString()));
		}

		/** Everything up to the notice. */
		Told onNotice() {
			return activist().observed().published();
		}

		/** Everything up to the branch general meeting. */
		Told awaitingVote() {
			return onNotice().candidate().bookFilled();
		}

		/** Everything up to the committee's meeting. */
		Told awaitingApproval() {
			return awaitingVote().branchVotes(9).submitted();
		}

		/** Everything up to the approval's announcement. */
		Told approved() {
			return awaitingApproval().committeeVotes(5);
		}

		void endsAs(String outcome) {
			assertThat(outcome()).isEqualTo(outcome);
			assertThat(this.story.tasks.open(this.caseId)).isEmpty();
		}

	}

}
