package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.leagueflow.award.BatchService.Announcing;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Subject;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.meeting.MeetingFixture;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.leagueflow.publicity.NoticeCard;
import org.leagueflow.publicity.Notices;
import org.leagueflow.publicity.Objections;
import org.leagueflow.publicity.Objections.Objecting;
import org.leagueflow.requirement.Comparison;
import org.leagueflow.requirement.Window;
import org.leagueflow.scoring.Component;
import org.leagueflow.scoring.DropExtremes;
import org.leagueflow.scoring.Formula;
import org.leagueflow.scoring.Mean;
import org.leagueflow.scoring.QuotaRule;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.RoundingRule;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoringScheme;
import org.leagueflow.scoring.TiePolicy;

/**
 * A college with two faculties of classes and everybody whose part a batch is, and the
 * words to tell stories with.
 */
@org.springframework.stereotype.Component
class AwardStory {

	static final String PANEL = "performance";

	final PeopleFixture people;

	final People directory;

	final Inbox inbox;

	final UserTasks tasks;

	final Cases cases;

	final Ledger ledger;

	final Notices notices;

	final Objections objections;

	final MeetingFixture meetings;

	final BatchService batches;

	final NominationService nominating;

	final PanelService panel;

	final RecountService recounts;

	final QuestionService questions;

	final BatchRankingService ranking;

	final BatchPageService pages;

	final Batches repository;

	final Nominations nominations;

	final Certificates certificates;

	final Recounts openRecounts;

	final BusinessClock clock;

	final ProcessEngine engine;

	final AwardFixture editions;

	AwardStory(PeopleFixture people, People directory, Inbox inbox, UserTasks tasks, Cases cases, Ledger ledger,
			Notices notices, Objections objections, MeetingFixture meetings, BatchService batches,
			NominationService nominating, PanelService panel, RecountService recounts, QuestionService questions,
			BatchRankingService ranking, BatchPageService pages, Batches repository, Nominations nominations,
			Certificates certificates, Recounts openRecounts, BusinessClock clock, ProcessEngine engine,
			AwardFixture editions) {
		this.people = people;
		this.directory = directory;
		this.inbox = inbox;
		this.tasks = tasks;
		this.cases = cases;
		this.ledger = ledger;
		this.notices = notices;
		this.objections = objections;
		this.meetings = meetings;
		this.batches = batches;
		this.nominating = nominating;
		this.panel = panel;
		this.recounts = recounts;
		this.questions = questions;
		this.ranking = ranking;
		this.pages = pages;
		this.repository = repository;
		this.nominations = nominations;
		this.certificates = certificates;
		this.openRecounts = openRecounts;
		this.clock = clock;
		this.engine = engine;
		this.editions = editions;
	}

	/** Stories begin on a working Monday in 2025, for which the calendar is certain. */
	void begin() {
		at(LocalDate.of(2025, 3, 3));
	}

	void at(LocalDate day) {
		this.clock.moveTo(day.atTime(10, 0).atZone(this.clock.getZone()).toInstant());
	}

	/** Two classes of a faculty, each with a secretary, and a committee of three. */
	College college() {
		PeopleFixture.College units = this.people.college();
		long second = this.people.unit(units.generalBranch(), UnitKind.BRANCH, "CLASS");
		List<Long> one = members(units.branch(), 6);
		List<Long> two = members(second, 6);
		this.people.appoint(one.get(0), Roles.BRANCH_SECRETARY, units.branch());
		this.people.appoint(two.get(0), Roles.BRANCH_SECRETARY, second);
		List<Long> committee = IntStream.range(0, 3).mapToObj((i) -> {
			long person = this.people.staff(units.committee());
			this.people.appoint(person, Roles.LEAGUE_COMMITTEE, units.committee());
			return person;
		}).toList();
		Actor faculty = this.people.holder(Roles.GENERAL_BRANCH, units.generalBranch());
		return new College(units, second, one, two, committee, faculty);
	}

	private List<Long> members(long branch, int number) {
		return IntStream.range(0, number).mapToObj((i) -> this.people.member(branch)).toList();
	}

	/** A story's college. */
	record College(PeopleFixture.College units, long second, List<Long> one, List<Long> two, List<Long> committee,
			Actor faculty) {
	}

	/** Volunteer hours decide, 20 of them are asked for, two levels of one place each. */
	static AwardDefinition byHours(TiePolicy ties) {
		return definition("优秀共青团员", hours(), List.of(level("一等奖", 1), level("二等奖", 1)), ties, List.of());
	}

	static ScoringScheme hours() {
		return new ScoringScheme(
				List.of(new ScoreComponent("hours", "志愿服务时长", ScoreComponent.Source.LEDGER,
						EntryKind.VOLUNTEER_HOURS.name(), false, Rational.ZERO, Rational.of(1000))),
				new Component("hours"), new RoundingRule(RoundingRule.Mode.HALF_UP, 2));
	}

	/** A panel marks from 0 to 100; the highest and the lowest are dropped. */
	static ScoringScheme panelled() {
		Formula mean = new Mean(new DropExtremes(new Component(PANEL), 1, 1, 1));
		return new ScoringScheme(List.of(new ScoreComponent(PANEL, "现场评分", ScoreComponent.Source.PANEL, null, true,
				Rational.ZERO, Rational.HUNDRED)), mean, new RoundingRule(RoundingRule.Mode.HALF_UP, 2));
	}

	static AwardLevel level(String name, int places) {
		return new AwardLevel(name, QuotaRule.count(places), null, null);
	}

	static AwardDefinition definition(String name, ScoringScheme scheme, List<AwardLevel> levels, TiePolicy ties,
			List<AwardExclusion> exclusions) {
		return new AwardDefinition(name, AwardJudged.PERSON, AwardPeriod.CALENDAR_YEAR, true, levels, true, true,
				List.of(new AwardCondition(
						"ledger.VOLUNTEER_HOURS", Comparison.AT_LEAST, Rational.of(20), Window.EVER, "校评优办法第3条")),
				scheme, List.of(), ties, List.of(), exclusions,
				List.of(new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.FACULTY, 2),
						new AwardStep(AwardStep.Kind.NOTICE, AwardStep.Tier.SCHOOL, 3)),
				new AwardCertificate("荣誉证书", "授予{name}{award}{level}"));
	}

	Told announces(College college, AwardDefinition definition) {
		long edition = this.editions.edition(college.units().committee(), definition);
		Actor committee = this.people.actor(college.committee().get(0));
		long batch = this.batches.announce(
				new Announcing(edition, "2024年度" + definition.name(), "2024", this.clock.today().plusDays(7), null),
				committee);
		return new Told(this, college, batch);
	}

	static String key() {
		return UUID.randomUUID().toString();
	}

	/** One batch as its story is told. */
	static final class Told {

		final AwardStory story;

		final College college;

		final long id;

		private final Map<Long, Map<Long, Integer>> booked = new HashMap<>();

		Told(AwardStory story, College college, long id) {
			this.story = story;
			this.college = college;
			this.id = id;
		}

		Batch batch() {
			return this.story.repository.of(this.id);
		}

		CaseId caseId() {
			return batch().caseId();
		}

		Actor committee(int index) {
			return this.story.people.actor(this.college.committee().get(index));
		}

		Actor secretary(List<Long> branch) {
			return this.story.people.actor(branch.get(0));
		}

		Actor person(long id) {
			return this.story.people.actor(id);
		}

		Told allots() {
			return answers("allot", Map.of());
		}

		Told hours(long person, int hours) {
			Actor by = committee(0);
			LocalDate over = this.story.pages.overview(this.id, by).plan().period().days(batch().period()).to();
			LocalDate day = over.isAfter(this.story.clock.today()) ? this.story.clock.today() : over;
			for (int left = hours; left > 0; left -= 24) {
				int tenths = Math.min(left, 24) * 10;
				this.booked.computeIfAbsent(person, (key) -> new HashMap<>())
					.put(this.story.ledger.record(person,
							Booking.tenths(EntryKind.VOLUNTEER_HOURS, day, tenths, "社区志愿服务", "证明", null), by), tenths);
			}
			return this;
		}

		/** What the person had is taken back, so that the conditions are met no more. */
		Told loses(long person) {
			this.booked.remove(person)
				.forEach((entry, tenths) -> this.story.ledger.correct(entry, tenths, "重复登记", Actor.SYSTEM));
			return this;
		}

		/** Nominates somebody who has the 20 hours where the story asks for them. */
		long nominates(List<Long> branch, int person) {
			BatchPlan plan = this.story.pages.overview(this.id, committee(0)).plan();
			int tenths = this.story.ledger.total(branch.get(person), EntryKind.VOLUNTEER_HOURS, null, null);
			if (tenths < 200 && !plan.conditions().conditions().isEmpty()) {
				hours(branch.get(person), 20 - tenths / 10);
			}
			return nominatesAsIs(branch, person);
		}

		long nominatesAsIs(List<Long> branch, int person) {
			return this.story.nominating.nominate(this.id, branchOf(branch), branch.get(person), "思想先进，表现突出。",
					secretary(branch));
		}

		private long branchOf(List<Long> branch) {
			return (branch == this.college.one()) ? this.college.units().branch() : this.college.second();
		}

		Told days(int days) {
			this.story.clock.offset(this.story.clock.offset().plusDays(days));
			return this;
		}

		Told until(LocalDate day) {
			days((int) (day.toEpochDay() - this.story.clock.today().toEpochDay()));
			return timers();
		}

		/** Runs every timer of the case that is due. */
		Told timers() {
			ManagementService management = this.story.engine.getManagementService();
			this.story.engine.getRuntimeService()
				.createProcessInstanceQuery()
				.processInstanceBusinessKey(caseId().key())
				.list()
				.stream()
				.flatMap((instance) -> management.createJobQuery()
					.processInstanceId(instance.getId())
					.timers()
					.duedateLowerThan(java.util.Date.from(this.story.clock.instant()))
					.list()
					.stream())
				.map(Job::getId)
				.toList()
				.forEach((id) -> {
					if (management.createJobQuery().jobId(id).count() == 1) {
						management.executeJob(id);
					}
				});
			return this;
		}

		/** The time for nominations is over. */
		Told closes() {
			return until(batch().closesOn().plusDays(1));
		}

		List<String> boxes() {
			return this.story.tasks.open(caseId()).stream().map(Task::box).toList();
		}

		Task task(String box) {
			return this.story.tasks.open(caseId())
				.stream()
				.filter((task) -> task.box().equals(box))
				.findFirst()
				.orElseThrow(() -> new AssertionError("The batch does not wait at " + box + " but at " + boxes()));
		}

		Told answers(String box, Map<String, Object> answers) {
			this.story.inbox.submit(task(box).id(), committee(0), answers, key());
			return this;
		}

		Told reviewed() {
			this.story.nominating.review(this.id, this.college.units().generalBranch(), "材料属实", this.college.faculty());
			return answers("verify", Map.of("verdict", "agree", "opinion", "同意"));
		}

		Told confirms() {
			return answers("confirm", Map.of());
		}

		NoticeCard notice() {
			return this.story.notices.noticeOf(caseId(), BatchNotice.MATTER).orElseThrow();
		}

		Told noticeOver() {
			return until(notice().lastDay().plusDays(1));
		}

		/** All notices, from the faculty's to the school's. */
		Told announced() {
			return noticeOver().noticeOver();
		}

		Told votes(int inFavour) {
			return decides(inFavour).behindTheScenes();
		}

		/** Runs the steps that the engine takes by itself, as it does within a second. */
		Told behindTheScenes() {
			jobs().forEach((id) -> this.story.engine.getManagementService().executeJob(id));
			return this;
		}

		/** Steps that the engine is to take by itself. */
		List<String> jobs() {
			return this.story.engine.getManagementService()
				.createJobQuery()
				.processDefinitionKey("award")
				.messages()
				.list()
				.stream()
				.filter((job) -> caseId().key()
					.equals(this.story.engine.getRuntimeService()
						.createProcessInstanceQuery()
						.processInstanceId(job.getProcessInstanceId())
						.singleResult()
						.getBusinessKey()))
				.map(Job::getId)
				.toList();
		}

		/** The committee votes; what the engine does by itself waits. */
		Told decides(int inFavour) {
			this.story.meetings.decide(MeetingKind.COMMITTEE_MEETING, this.college.units().committee(), committee(0),
					this.college.committee(), Map.of(caseId(), inFavour));
			return this;
		}

		long objects(long person, String ground) {
			List<Subject> subjects = notice().subjects();
			int at = IntStream.range(0, subjects.size())
				.filter((i) -> subjects.get(i).is(person))
				.findFirst()
				.orElseThrow();
			return this.story.objections.file(notice().id(), new Objecting("张同学", "13900000000", ground, at), null);
		}

		Told settles(long objection, String finding) {
			this.story.inbox.submit(task("investigate").id(), committee(1),
					new HashMap<>(Map.of("objection", Long.toString(objection), "finding", finding, "grounds", "经核查")),
					key());
			return this;
		}

		Nomination row(long nomination) {
			return this.story.nominations.of(nomination);
		}

		Told corrects(long nomination, String component, String points, Long recount) {
			this.story.recounts.correct(this.id, recount, nomination, component, points, "核对原始记录", committee(2));
			return this;
		}

		List<Certificate.Card> certificates() {
			return this.story.certificates.findByBatchIdOrderById(this.id).stream().map(Certificate::card).toList();
		}

		Told endsAs(String outcome) {
			assertThat(this.story.cases.card(caseId()).outcome()).isEqualTo(outcome);
			assertThat(batch().outcome()).isEqualTo(outcome);
			assertThat(this.story.tasks.open(caseId())).isEmpty();
			return this;
		}

	}

}
