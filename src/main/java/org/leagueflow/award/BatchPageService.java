package org.leagueflow.award;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Requirement;
import org.leagueflow.requirement.Requirements;
import org.leagueflow.scoring.Score;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the pages of batches show. */
@Service
@Transactional(readOnly = true)
class BatchPageService {

	private static final int MAX_SHOWN = 200;

	private static final int PAGE = 100;

	/** Past batches for which a member is told why not. */
	private static final int MAX_MISSED = 10;

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final NominationService nominating;

	private final BatchPlaces places;

	private final BatchScores scores;

	private final BatchRankingService ranking;

	private final BatchMoves moves;

	private final Recounts recounts;

	private final Corrections corrections;

	private final OfficeEntries entries;

	private final OfficeEntryService entering;

	private final QuestionService questions;

	private final HonourService honours;

	private final BatchReviewService reviews;

	private final BatchTrail trail;

	private final BatchRights rights;

	private final BatchActivities activities;

	private final Requirements requirements;

	private final People people;

	private final Offices offices;

	private final BusinessClock clock;

	BatchPageService(Batches batches, BatchPlans plans, Nominations nominations, NominationService nominating,
			BatchPlaces places, BatchScores scores, BatchRankingService ranking, BatchMoves moves, Recounts recounts,
			Corrections corrections, OfficeEntries entries, OfficeEntryService entering, QuestionService questions,
			HonourService honours, BatchReviewService reviews, BatchTrail trail, BatchRights rights,
			BatchActivities activities, Requirements requirements, People people, Offices offices,
			BusinessClock clock) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.nominating = nominating;
		this.places = places;
		this.scores = scores;
		this.ranking = ranking;
		this.moves = moves;
		this.recounts = recounts;
		this.corrections = corrections;
		this.entries = entries;
		this.entering = entering;
		this.questions = questions;
		this.honours = honours;
		this.reviews = reviews;
		this.trail = trail;
		this.rights = rights;
		this.activities = activities;
		this.requirements = requirements;
		this.people = people;
		this.offices = offices;
		this.clock = clock;
	}

	/**
	 * Batches of the own units and those above and below them: those that run first, the
	 * latest first.
	 */
	List<Batch> batches(Actor by) {
		Set<Batch> found = new LinkedHashSet<>();
		by.posts()
			.stream()
			.map(Post::unitPath)
			.distinct()
			.forEach((path) -> found.addAll(this.batches.below(path, Limit.of(MAX_SHOWN))));
		List<Long> units = new ArrayList<>();
		this.people.persons(List.of(by.personId()))
			.forEach((person) -> this.people.lineage(person.unitId()).forEach((unit) -> units.add(unit.id())));
		by.posts().forEach((post) -> this.people.lineage(post.unitId()).forEach((unit) -> units.add(unit.id())));
		found.addAll(this.batches.findByUnitIdInOrderByIdDesc(units.stream().distinct().toList(), Limit.of(MAX_SHOWN)));
		return found.stream()
			.sorted(Comparator.comparing(Batch::isOver).thenComparing(Batch::id, Comparator.reverseOrder()))
			.toList();
	}

	/** Those of the batches that still run. */
	List<Batch> running(Actor by) {
		return batches(by).stream().filter((batch) -> !batch.isOver()).toList();
	}

	/** Units in which the reader nominates for this batch. */
	List<UnitCard> nominatesFor(Batch batch, Actor by) {
		return by.posts()
			.stream()
			.map((post) -> this.people.unit(post.unitId()))
			.distinct()
			.filter((unit) -> unit.kind() == nominating(batch) && unit.id() != batch.unitId()
					&& unit.path().startsWith(batch.unitPath()) && this.rights.nominates(unit, by))
			.toList();
	}

	private UnitKind nominating(Batch batch) {
		return this.plans.definition(batch.editionId()).judged().nominating();
	}

	BatchPage overview(long id, Actor by) {
		Batch batch = seen(id, by);
		BatchPlan plan = this.plans.of(batch.editionId());
		boolean all = this.rights.readsAll(batch, by);
		boolean runs = this.rights.runs(batch, by);
		return new BatchPage(batch, plan, this.people.unit(batch.unitId()).name(), this.nominations.states(id),
				standings(batch, all, by), all ? this.moves.of(batch, MAX_SHOWN) : Map.of(),
				all ? this.recounts.of(id) : List.of(), all ? this.questions.of(id) : List.of(),
				all ? this.trail.of(id, MAX_SHOWN) : List.of(), all ? tied(batch) : List.of(),
				all ? this.ranking.tie(batch).map(BatchRankingService.Tie::digest).orElse(null) : null,
				(all || batch.publishedOn() != null) ? this.honours.of(id, MAX_SHOWN) : List.of(),
				this.honours.issued(id),
				Batch.REVIEW.equals(batch.stage()) && all ? this.reviews.unreviewed(batch) : List.of(),
				reviewedBy(batch, by), nominatesFor(batch, by), runs, all, this.rights.judges(batch, by),
				batch.takesNominations(this.clock.today()));
	}

	/**
	 * Those who read all see every unit's places, a general branch those of the units
	 * that it gives places to.
	 */
	private List<BatchPlaces.Standing> standings(Batch batch, boolean all, Actor by) {
		List<String> paths = all ? List.of(batch.unitPath()) : by.posts()
			.stream()
			.filter((post) -> Offices.LEADING.contains(post.role()) && post.unitPath().startsWith(batch.unitPath()))
			.map(Post::unitPath)
			.distinct()
			.toList();
		return paths.isEmpty() ? List.of()
				: this.places.standings(batch, paths, (path) -> this.offices.leads(by, path));
	}

	/** Their scores may still change, so nobody but those who read all sees them. */
	private List<Nomination> tied(Batch batch) {
		return this.ranking.tie(batch).map((tie) -> this.nominations.all(tie.subjects())).orElse(List.of());
	}

	/** The faculties for which the reader may review now. */
	private List<UnitCard> reviewedBy(Batch batch, Actor by) {
		return !Batch.REVIEW.equals(batch.stage()) ? List.of()
				: by.posts()
					.stream()
					.map((post) -> this.people.unit(post.unitId()))
					.distinct()
					.filter((unit) -> unit.kind() == UnitKind.GENERAL_BRANCH && unit.id() != batch.unitId()
							&& unit.path().startsWith(batch.unitPath()) && this.rights.reviews(unit, by))
					.toList();
	}

	private Batch seen(long id, Actor by) {
		Batch batch = this.batches.of(id);
		this.rights.requireSeeing(batch, by);
		return batch;
	}

	/**
	 * @throws Refusal.NotFound for whom the unit's nominations are no business
	 */
	void requireUnit(long id, long unitId, Actor by) {
		unitOf(seen(id, by), unitId, by);
	}

	private UnitCard unitOf(Batch batch, long unitId, Actor by) {
		UnitCard unit = this.people.unit(unitId);
		if (unit.kind() != nominating(batch) || unit.id() == batch.unitId() || !unit.path().startsWith(batch.unitPath())
				|| !this.rights.reads(batch, unit.path(), by)) {
			throw new Refusal.NotFound("refusal.award.branch");
		}
		return unit;
	}

	/** Whom a branch may nominate, who not and why. */
	UnitPage unit(long id, long unitId, Actor by) {
		Batch batch = seen(id, by);
		UnitCard unit = unitOf(batch, unitId, by);
		BatchPlan plan = this.plans.of(batch.editionId());
		Map<Long, Nomination> rows = this.nominations.ofUnit(id, unitId)
			.stream()
			.collect(Collectors.toMap((one) -> one.subject().id(), (one) -> one));
		return new UnitPage(batch, plan, unit, switch (plan.judged()) {
			case PERSON -> persons(batch, plan, unit, rows);
			case ACTIVITY -> activities(batch, plan, unit, rows);
			default -> itself(batch, plan, unit, rows);
		}, this.places.left(batch, unit), this.rights.nominates(unit, by), batch.takesNominations(this.clock.today()));
	}

	private List<UnitPage.Row> activities(Batch batch, BatchPlan plan, UnitCard unit, Map<Long, Nomination> rows) {
		return this.activities.of(batch, plan, unit).stream().map((one) -> {
			long id = one.caseId().value();
			Subject subject = new Subject(Subject.Kind.ACTIVITY, id, one.title());
			return new UnitPage.Row(id, one.title(), rows.get(id), List.of(),
					this.activities.whyNot(plan, one)
						.or(() -> this.nominating.whyNot(batch, plan, subject))
						.orElse(null),
					one);
		}).toList();
	}

	private List<UnitPage.Row> itself(Batch batch, BatchPlan plan, UnitCard unit, Map<Long, Nomination> rows) {
		Subject subject = Subject.unit(unit.id(), unit.name());
		return List.of(new UnitPage.Row(unit.id(), unit.name(), rows.get(unit.id()), List.of(),
				this.nominating.whyNot(batch, plan, subject).orElse(null)));
	}

	private List<UnitPage.Row> persons(Batch batch, BatchPlan plan, UnitCard unit, Map<Long, Nomination> rows) {
		List<PersonCard> persons = this.people
			.persons(this.people.electors(unit.id(), this.clock.today()).stream().map(Elector::personId).toList());
		List<Long> ids = persons.stream().map(PersonCard::id).toList();
		Map<Long, List<Requirement>> asked = conditions(plan, persons);
		Map<Long, String> excluded = this.nominating.excluded(batch, plan, Subject.Kind.PERSON, ids);
		Map<String, Long> namesakes = persons.stream()
			.collect(Collectors.groupingBy(PersonCard::name, Collectors.counting()));
		return persons.stream()
			.map((one) -> new UnitPage.Row(one.id(), told(one, namesakes.get(one.name())), rows.get(one.id()),
					asked.getOrDefault(one.id(), List.of()),
					Optional.ofNullable(excluded.get(one.id()))
						.map((other) -> Message.of("refusal.award.exclusive", one.name(), plan.award(), other))
						.orElse(null)))
			.sorted(Comparator.comparingInt(UnitPage.Row::order).thenComparing(UnitPage.Row::name, Pinyin.ORDER))
			.toList();
	}

	/** The name, with the student number where several in the class have it. */
	private static String told(PersonCard person, long namesakes) {
		return (namesakes > 1 && person.studentNumber() != null) ? person.name() + "（" + person.studentNumber() + "）"
				: person.name();
	}

	private Map<Long, List<Requirement>> conditions(BatchPlan plan, List<PersonCard> persons) {
		return persons.isEmpty() || plan.conditions().conditions().isEmpty() ? Map.of() : this.requirements
			.ofAll(plan.conditions(), persons.stream().map(Asked::of).toList(), this.clock.today());
	}

	/** The ranking of the whole batch, as far as the reader sees it. */
	RankingPage ranking(long id, Integer afterPlace, long afterId, Actor by) {
		Batch batch = seen(id, by);
		List<String> paths = this.rights.readsBelow(batch, by);
		if (paths.isEmpty()) {
			throw new Refusal.NotFound("refusal.award.batch");
		}
		List<Nomination> rows = this.nominations.ranking(id, paths, afterPlace, afterId, PAGE + 1);
		boolean more = rows.size() > PAGE;
		List<Nomination> shown = more ? rows.subList(0, PAGE) : rows;
		return new RankingPage(batch, this.plans.of(batch.editionId()), shown,
				(afterPlace == null) ? this.nominations.unranked(id, paths, MAX_SHOWN) : List.of(),
				more ? shown.get(PAGE - 1) : null, this.rights.runs(batch, by));
	}

	/** One nomination: how it got its score, who checked it, what was asked. */
	NominationPage nomination(long id, Actor by) {
		Nomination one = this.nominations.of(id);
		Batch batch = this.batches.of(one.batchId());
		boolean own = one.subject().is(by.personId());
		if (!own && !this.rights.reads(batch, one.unitPath(), by)) {
			throw new Refusal.NotFound("refusal.award.nomination");
		}
		boolean runs = this.rights.runs(batch, by) && !own;
		// A score that may still change is for those who work on it.
		boolean scored = one.rank() != null && (!batch.isBeforeNotice() || batch.isOver() || !own || runs);
		BatchPlan plan = this.plans.of(batch.editionId());
		Score score = (plan.scheme() != null && one.state() == NominationState.ELIGIBLE && scored)
				? this.scores.score(batch, plan, List.of(one)).get(id) : null;
		boolean stale = score != null && !equal(score.value(), one.score());
		return new NominationPage(batch, plan, one, scored, (score != null) ? score.explanation().lines() : List.of(),
				(scored && one.level() == null) ? this.nominations.cutoffs(batch.id()) : List.of(), stale,
				own ? List.of() : this.trail.ofNomination(id), this.questions.ofNomination(one),
				this.corrections.ofNomination(id), this.recounts.of(batch.id()),
				(!own || scored) ? this.entries.ofNomination(id) : List.of(), own, runs,
				runs && this.entering.open(batch, one),
				own || !one.own() && this.rights.nominates(this.people.unit(one.unitId()), by),
				!own && batch.isBeforeNotice() && !batch.isOver()
						&& by.posts()
							.stream()
							.anyMatch((post) -> Offices.LEADING.contains(post.role()) && post.reaches(one.unitPath())),
				this.activities.of(one).orElse(null));
	}

	private static boolean equal(java.math.BigDecimal one, java.math.BigDecimal other) {
		return (one == null || other == null) ? one == other : one.compareTo(other) == 0;
	}

	/** What a member sees of the own awards. */
	MyAwardsPage mine(Actor by) {
		PersonCard person = this.people.person(by.personId());
		List<Nomination> own = this.nominations.about(Subject.Kind.PERSON, by.personId());
		Map<Long, Batch> known = this.batches.findAllById(own.stream().map(Nomination::batchId).toList())
			.stream()
			.collect(Collectors.toMap(Batch::id, (one) -> one));
		Map<Long, BatchPlan> plans = new HashMap<>();
		List<MyAwardsPage.Row> rows = own.stream()
			.map((one) -> new MyAwardsPage.Row(known.get(one.batchId()), plan(known.get(one.batchId()), plans), one))
			.toList();
		Set<Long> taken = rows.stream()
			.filter((row) -> !row.nomination().state().mayReturn())
			.map((row) -> row.batch().id())
			.collect(Collectors.toSet());
		List<MyAwardsPage.Open> open = new ArrayList<>();
		List<MyAwardsPage.Open> missed = new ArrayList<>();
		for (Batch batch : batches(by)) {
			boolean takes = batch.takesNominations(this.clock.today());
			if (!taken.contains(batch.id()) && person.unitPath().startsWith(batch.unitPath())
					&& (takes || batch.concerns(this.clock.today()) && missed.size() < MAX_MISSED)
					&& plan(batch, plans).judged() == Subject.Kind.PERSON) {
				BatchPlan plan = plan(batch, plans);
				(takes ? open : missed).add(new MyAwardsPage.Open(batch, plan,
						conditions(plan, List.of(person)).getOrDefault(person.id(), List.of()),
						this.nominating.whyNot(batch, plan, Subject.person(person.id(), person.name())).orElse(null),
						this.people.inPosts(List.of(person.id())).isEmpty()));
			}
		}
		return new MyAwardsPage(rows, open, missed);
	}

	private BatchPlan plan(Batch batch, Map<Long, BatchPlan> plans) {
		return plans.computeIfAbsent(batch.editionId(), this.plans::of);
	}

}
