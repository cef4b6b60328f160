package org.leagueflow.award;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.award.PanelMarks.Mark;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.ScoreComponent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks of a scoring panel. Nobody judges the own class, the own person or what they
 * nominated; a judge who has to keep out is not missed.
 */
@Service
@Transactional
class PanelService {

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final PanelMarks marks;

	private final BatchRights rights;

	private final BatchTrail trail;

	private final Cases cases;

	private final People people;

	private final BusinessClock clock;

	PanelService(Batches batches, BatchPlans plans, Nominations nominations, PanelMarks marks, BatchRights rights,
			BatchTrail trail, Cases cases, People people, BusinessClock clock) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.marks = marks;
		this.rights = rights;
		this.trail = trail;
		this.cases = cases;
		this.people = people;
		this.clock = clock;
	}

	/** What a judge sees: whom to mark, what is marked already, where to keep out. */
	@Transactional(readOnly = true)
	Sheet sheet(long batchId, Actor judge) {
		Batch batch = judged(batchId, judge);
		PersonCard self = this.people.person(judge.personId());
		Map<Long, List<Mark>> given = this.marks.of(batchId);
		List<Row> rows = new ArrayList<>();
		for (Nomination one : this.nominations.eligible(batchId)) {
			Map<String, String> own = given.getOrDefault(one.id(), List.of())
				.stream()
				.filter((mark) -> mark.judge() == judge.personId())
				.collect(Collectors.toMap(Mark::item, (mark) -> mark.points().stripTrailingZeros().toPlainString()));
			rows.add(new Row(one, own, recuses(one, self)));
		}
		return new Sheet(batch, this.plans.of(batch.editionId()).panelled(), rows, Batch.ASSESS.equals(batch.stage()));
	}

	/** The batch of a nomination that the person judges. */
	@Transactional(readOnly = true)
	long batchOf(long nominationId, Actor judge) {
		return judged(this.nominations.of(nominationId).batchId(), judge).id();
	}

	private Batch judged(long batchId, Actor judge) {
		Batch batch = this.batches.of(batchId);
		if (!this.rights.judges(batch, judge)) {
			throw new Refusal.NotFound("refusal.award.batch");
		}
		return batch;
	}

	/** Enters a judge's points for one nomination: all components, or none. */
	void mark(long nominationId, Map<String, String> typed, String remark, Actor judge) {
		Nomination one = this.nominations.of(nominationId);
		Batch batch = judged(one.batchId(), judge);
		if (!Batch.ASSESS.equals(batch.stage())) {
			throw new Refusal.Conflict("refusal.award.notAssessing");
		}
		if (one.state() != NominationState.ELIGIBLE) {
			throw new Refusal.Conflict("refusal.award.notLive");
		}
		if (recuses(one, this.people.person(judge.personId()))) {
			throw new Refusal.NotAllowed("refusal.award.recused", one.unitName());
		}
		Map<String, Message> wrong = new LinkedHashMap<>();
		Map<ScoreComponent, BigDecimal> points = new LinkedHashMap<>();
		for (ScoreComponent component : this.plans.of(batch.editionId()).panelled()) {
			Points.read(typed.get(component.key()))
				.filter((number) -> component.holds(Rational.of(number)))
				.ifPresentOrElse((number) -> points.put(component, number), () -> wrong.put(component.key(),
						Message.of("refusal.award.componentPoints", component.name(), component.range())));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
		points.forEach((component, number) -> this.marks.put(one, component.key(), number, remark, judge,
				this.clock.instant()));
		this.trail.add(batch.id(), one.id(), this.people.unit(batch.unitId()), "marked", null, judge);
	}

	/** Whether the judge belongs to the class, is the subject, or nominated it. */
	private boolean recuses(Nomination one, PersonCard judge) {
		return one.subject().is(judge.id()) || one.by() == judge.id() || judge.unitPath().startsWith(one.unitPath())
				|| this.people.posts(judge.id()).stream().anyMatch((post) -> post.unitId() == one.unitId());
	}

	/**
	 * Nobody's marks are summed up while a judge is missing, or while fewer marked than
	 * the formula needs.
	 * @throws Refusal.Conflict naming who is missing
	 */
	void sumUp(CaseId caseId, Actor by) {
		Batch batch = this.batches.of(caseId);
		BatchPlan plan = this.plans.of(batch.editionId());
		List<Long> judges = this.cases.holders(caseId, BatchRights.PANEL);
		if (judges.isEmpty()) {
			throw new Refusal.Conflict("refusal.award.noPanel");
		}
		Map<Long, List<Mark>> given = this.marks.of(batch.id(), judges);
		List<Nomination> rows = this.nominations.eligible(batch.id());
		List<String> missing = missing(plan, judges, given, rows);
		if (!missing.isEmpty()) {
			throw new Refusal.Conflict("refusal.award.judgesMissing", String.join("、", missing));
		}
		requireEnough(plan, given, rows);
		this.trail.add(batch.id(), null, this.people.unit(batch.unitId()), "summedUp", null, by);
	}

	/**
	 * Whoever keeps out may leave too few marks for a formula that drops the highest and
	 * the lowest: nothing would be scored then, without a word.
	 */
	private static void requireEnough(BatchPlan plan, Map<Long, List<Mark>> given, List<Nomination> rows) {
		for (Nomination one : rows) {
			for (ScoreComponent component : plan.panelled()) {
				long marked = given.getOrDefault(one.id(), List.of())
					.stream()
					.filter((mark) -> mark.item().equals(component.key()))
					.count();
				int needed = plan.scheme().least(component.key());
				if (marked < needed) {
					throw new Refusal.Conflict("refusal.award.fewMarks", one.subject().name(), component.name(), needed,
							marked);
				}
			}
		}
	}

	/** The judges who have not marked everybody whom they are to mark. */
	private List<String> missing(BatchPlan plan, List<Long> judges, Map<Long, List<Mark>> given,
			List<Nomination> rows) {
		List<String> items = plan.panelled().stream().map(ScoreComponent::key).toList();
		List<String> missing = new ArrayList<>();
		for (PersonCard judge : this.people.persons(judges)) {
			boolean all = rows.stream()
				.filter((one) -> !recuses(one, judge))
				.allMatch((one) -> markedAll(given.getOrDefault(one.id(), List.of()), judge.id(), items));
			if (!all) {
				missing.add(judge.name());
			}
		}
		rows.stream()
			.filter((one) -> given.getOrDefault(one.id(), List.of()).isEmpty())
			.findFirst()
			.ifPresent((one) -> missing.add(one.subject().name()));
		return missing;
	}

	private static boolean markedAll(List<Mark> marks, long judge, List<String> items) {
		Set<String> own = marks.stream()
			.filter((mark) -> mark.judge() == judge)
			.map(Mark::item)
			.collect(Collectors.toSet());
		return own.containsAll(items);
	}

	/** Whom a committee may ask to judge: people of the school, staff first. */
	@Transactional(readOnly = true)
	List<PersonCard> choice(Batch batch) {
		List<PersonCard> choice = new ArrayList<>();
		this.people.within(batch.unitId())
			.stream()
			.filter((unit) -> unit.kind() == UnitKind.BRANCH)
			.limit(1)
			.forEach((branch) -> choice.addAll(this.people.guides(branch.id())));
		return choice;
	}

	/** A judge's page. */
	record Sheet(Batch batch, List<ScoreComponent> components, List<Row> rows, boolean open) {

		public String batchName() {
			return this.batch.name();
		}

		public long batchId() {
			return this.batch.id();
		}

	}

	/** One nomination on it. */
	record Row(Nomination nomination, Map<String, String> points, boolean recused) {
	}

}
