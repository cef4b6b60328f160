package org.leagueflow.recommendation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.leagueflow.cases.Cases;
import org.leagueflow.deadline.DeadlineRun;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
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
import org.leagueflow.people.UnitKind;
import org.leagueflow.policy.PolicyFixture;
import org.leagueflow.publicity.NoticeCard;
import org.leagueflow.publicity.Notices;
import org.leagueflow.publicity.Objections.Objecting;
import org.leagueflow.publicity.Objections;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A college with everybody whose part a recommendation is, and the words to tell stories
 * with.
 */
@Component
class RecommendationStory {

	final PeopleFixture people;

	final PolicyFixture policies;

	final Inbox inbox;

	final UserTasks tasks;

	final Cases cases;

	final Ledger ledger;

	final Notices notices;

	final Objections objections;

	final MeetingFixture meetings;

	final MarkService marks;

	final Recommendations recommendations;

	final DeadlineRun deadlines;

	final BusinessClock clock;

	final ProcessEngine engine;

	RecommendationStory(PeopleFixture people, PolicyFixture policies, Inbox inbox, UserTasks tasks, Cases cases,
			Ledger ledger, Notices notices, Objections objections, MeetingFixture meetings, MarkService marks,
			Recommendations recommendations, DeadlineRun deadlines, BusinessClock clock, ProcessEngine engine) {
		this.people = people;
		this.policies = policies;
		this.inbox = inbox;
		this.tasks = tasks;
		this.cases = cases;
		this.ledger = ledger;
		this.notices = notices;
		this.objections = objections;
		this.meetings = meetings;
		this.marks = marks;
		this.recommendations = recommendations;
		this.deadlines = deadlines;
		this.clock = clock;
		this.engine = engine;
	}

	/** Stories begin on a working Monday in 2025, for which the calendar is certain. */
	void begin() {
		at(LocalDate.of(2025, 3, 3));
	}

	void at(LocalDate day) {
		this.clock.moveTo(day.atTime(10, 0).atZone(this.clock.getZone()).toInstant());
	}

	/** A branch of that many members, of whom the first three are its committee. */
	College college(int size) {
		PeopleFixture.College units = this.people.college();
		List<Long> members = IntStream.range(0, size).mapToObj((i) -> this.people.member(units.branch())).toList();
		this.people.appoint(members.get(0), Roles.BRANCH_SECRETARY, units.branch());
		members.subList(0, Math.min(3, size))
			.forEach((id) -> this.people.appoint(id, Roles.BRANCH_COMMITTEE, units.branch()));
		List<Long> committee = IntStream.range(0, 3).mapToObj((i) -> {
			long person = this.people.staff(units.committee());
			this.people.appoint(person, Roles.LEAGUE_COMMITTEE, units.committee());
			return person;
		}).toList();
		long party = this.people.unit(units.committee(), UnitKind.PARTY_BRANCH, null);
		Actor liaison = this.people.holder(Roles.PARTY_LIAISON, party);
		return new College(units, members, committee, party, liaison.personId());
	}

	/**
	 * A story's college: its units, the members of its branch and its League committee.
	 */
	record College(PeopleFixture.College units, List<Long> members, List<Long> committee, long party, long liaison) {

		long branch() {
			return this.units.branch();
		}

	}

	Actor member(College college, int index) {
		return this.people.actor(college.members().get(index));
	}

	void policy(College college, String key, String value) {
		this.policies.set(college.units().committee(), key, value,
				this.people.holder(Roles.LEAGUE_COMMITTEE, college.units().committee()));
	}

	/** Books everything that the first line asks for. */
	void ready(College college, long person) {
		Actor secretary = this.people
			.actor(college.members().get(0).equals(person) ? college.members().get(1) : college.members().get(0));
		LocalDate day = this.clock.today();
		book(secretary, person, Booking.one(EntryKind.PARTY_APPLICATION, day, "入党申请书", "原件", null));
		book(secretary, person, Booking.one(EntryKind.GUIDANCE, day, "推优前谈心", "记录", null));
		book(secretary, person, Booking.tenths(EntryKind.STUDY_HOURS, day, 80, "理论学习", "签到表", null));
		book(secretary, person, Booking.tenths(EntryKind.VOLUNTEER_HOURS, day, 50, "社区服务", "证明", null));
	}

	void book(Actor by, long person, Booking booking) {
		this.ledger.record(person, booking, by);
	}

	/** The secretary begins a recommendation of this member as Party activist. */
	Told proposes(College college, int member) {
		return proposes(college, college.members().get(member), Line.PARTY_ACTIVIST);
	}

	Told proposes(College college, long person, Line line) {
		Actor secretary = member(college, 0);
		CaseId caseId = this.inbox.start("recommendation", secretary,
				Map.of("line", line.code(), "person", Long.toString(person), "grounds", "思想上积极要求进步，表现突出。"), key());
		return new Told(this, college, person, caseId);
	}

	static String key() {
		return UUID.randomUUID().toString();
	}

	/**
	 * Runs every timer of the case that is due, and says what is due of its deadlines.
	 */
	void timersOf(CaseId caseId) {
		this.deadlines.of(caseId);
		ManagementService management = this.engine.getManagementService();
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(caseId.key())
			.list()
			.stream()
			.flatMap((instance) -> management.createJobQuery()
				.processInstanceId(instance.getId())
				.timers()
				.duedateLowerThan(java.util.Date.from(this.clock.instant()))
				.list()
				.stream())
			.map(Job::getId)
			.toList()
			.forEach((id) -> {
				// One timer may take another with it.
				if (management.createJobQuery().jobId(id).count() == 1) {
					management.executeJob(id);
				}
			});
	}

	/** One recommendation as its story is told. */
	static final class Told {

		final RecommendationStory story;

		final College college;

		final long person;

		final CaseId caseId;

		Told(RecommendationStory story, College college, long person, CaseId caseId) {
			this.story = story;
			this.college = college;
			this.person = person;
			this.caseId = caseId;
		}

		LocalDate today() {
			return this.story.clock.today();
		}

		Told days(int days) {
			this.story.clock.offset(this.story.clock.offset().plusDays(days));
			return this;
		}

		/** Goes on to the given day, and lets timers fire. */
		Told until(LocalDate day) {
			days((int) (day.toEpochDay() - today().toEpochDay()));
			this.story.timersOf(this.caseId);
			return this;
		}

		Actor member(int index) {
			return this.story.member(this.college, index);
		}

		Actor secretary() {
			return member(0);
		}

		/** Speaks for the Party branch. */
		Actor liaison() {
			return this.story.people.actor(this.college.liaison());
		}

		Actor committee() {
			return this.story.people.actor(this.college.committee().get(0));
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

		String stage() {
			return this.story.cases.card(this.caseId).stage();
		}

		Recommendation record() {
			return this.story.recommendations.of(this.caseId);
		}

		Told rated() {
			answers("appointRaters", member(1), Map.of("raters", List.of(id(2), id(3), id(4))));
			marks(2, "90").marks(3, "85.5").marks(4, "88");
			return this;
		}

		String id(int member) {
			return Long.toString(this.college.members().get(member));
		}

		Told marks(int rater, String mark) {
			this.story.marks.give(this.caseId, all(mark), "日常表现", null, member(rater));
			return this;
		}

		static Map<Dimension, String> all(String mark) {
			return Arrays.stream(Dimension.values()).collect(Collectors.toMap((one) -> one, (one) -> mark));
		}

		Told appraised() {
			return rated().answers("appraise", member(1), Map.of("conclusion", "表现优秀", "proposal", "propose"));
		}

		Told reviewed(String answer) {
			return answers("review", committee(), Map.of("review", answer, "opinion", "材料齐全"));
		}

		/** The branch general meeting, to which all come, with so many in favour. */
		Told voted(int inFavour) {
			this.story.meetings.decide(MeetingKind.BRANCH_GENERAL_MEETING, this.college.branch(), secretary(),
					this.college.members(), Map.of(this.caseId, inFavour));
			return this;
		}

		Told investigated(String opinion) {
			return answers("decideFinding", member(1), found(opinion, "support".equals(opinion) ? 3 : 1));
		}

		/**
		 * What is reported of the committee's meeting, where so many of three supported
		 * it.
		 */
		Map<String, Object> found(String opinion, int inFavour) {
			long meeting = this.story.meetings.decide(MeetingKind.BRANCH_COMMITTEE, this.college.branch(), secretary(),
					this.college.members().subList(0, 3), Map.of(this.caseId, inFavour));
			return new HashMap<>(Map.of("heldMeeting", Long.toString(meeting), "performance", "一贯表现突出", "opinion",
					opinion, "reasons", "符合条件，群众基础好"));
		}

		/** Everything up to the first day of the notice, by the order of this unit. */
		Told onNotice() {
			return appraised().voted(9).investigated("support").reviewed("agree");
		}

		NoticeCard notice() {
			return this.story.notices.noticeOf(this.caseId, RecommendationNotice.MATTER).orElseThrow();
		}

		Told noticeOver() {
			return until(notice().lastDay().plusDays(1));
		}

		long objects() {
			return this.story.objections.file(notice().id(), new Objecting("张同学", "13900000000", "情况不实"), null);
		}

		Told settled(long objection, String finding) {
			Map<String, Object> answers = new HashMap<>(
					Map.of("objection", Long.toString(objection), "finding", finding, "grounds", "经核查"));
			return answers("investigate", committee(), answers);
		}

		Told handedOver() {
			return answers("handOver", committee(),
					Map.of("party", Long.toString(this.college.party()), "handedOverOn", today().toString()));
		}

		Told received() {
			return answers("receive", liaison(), Map.of("receivedOn", today().toString(), "receiver", "党支部李老师"));
		}

		Told feedback(String listed) {
			return answers("feedback", liaison(),
					Map.of("listed", listed, "feedbackOn", today().toString(), "feedbackReason", "党支部研究决定"));
		}

		/** Everything up to the Party's feedback. */
		Told delivered() {
			return onNotice().noticeOver().handedOver().received();
		}

		void endsAs(String outcome) {
			assertThat(this.story.cases.card(this.caseId).outcome()).isEqualTo(outcome);
			assertThat(this.story.tasks.open(this.caseId)).isEmpty();
			assertThat(record().isRunning()).isFalse();
		}

	}

	static byte[] pdf() {
		return "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
	}

}
