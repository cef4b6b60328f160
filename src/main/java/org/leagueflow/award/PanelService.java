package org.leagueflow.award;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.award.PanelMarks.Mark;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.UnitKind;
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

	private static final int PAGE = 50;

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

	/**
	 * What a judge sees: whom to mark, what is marked already, where to keep out.
	 * @param after the last nomination of the page before, or 0
	 */
	@Transactional(readOnly = true)
	Sheet sheet(long batchId, long after, Actor judge) {
		Batch batch = judged(batchId, judge);
		List<Nomination> found = this.nominations.eligible(batchId, after, PAGE + 1);
		List<Nomination> shown = found.subList(0, Math.min(PAGE, found.size()));
		Map<Long, List<Mark>> given = this.marks.ofJudge(batchId, judge.personId());
		Recusal recusal = recusal(this.people.person(judge.personId()));
		return new Sheet(batch, this.plans.of(batch.editionId()).panelled(),
				shown.stream()
					.map((one) -> new Row(one, given.getOrDefault(one.id(), List.of()), recusal.of(one)))
					.toList(),
				(found.size() > PAGE) ? shown.get(PAGE - 1).id() : null, Batch.ASSESS.equals(batch.stage()));
	}

	private Batch judged(long batchId, Actor judge) {
		Batch batch = this.batches.of(batchId);
		if (!this.rights.judges(batch, judge)) {
			throw new Refusal.NotFound("refusal.award.batch");
		}
		return batch;
	}

	/**
	 * Enters, changes or clears a judge's points of several nominations, each by itself:
	 * what is wrong with one leaves the others as they are saved.
	 * @param typed {@code <nomination>.<component>} and {@code <nomination>.remark}
	 * @return what is wrong, by field; what is not named there is saved
	 */
	Map<String, Message> mark(long batchId, Map<String, String> typed, Actor judge) {
		Batch batch = judged(batchId, judge);
		if (!Batch.ASSESS.equals(batch.stage())) {
			throw new Refusal.Conflict("refusal.award.notAssessing");
		}
		Recusal recusal = recusal(this.people.person(judge.personId()));
		List<ScoreComponent> components = this.plans.of(batch.editionId()).panelled();
		Map<Long, List<Mark>> given = this.marks.ofJudge(batchId, judge.personId());
		Map<String, Message> wrong = new LinkedHashMap<>();
		for (Nomination one : this.nominations.all(nominations(typed))) {
			if (one.batchId() != batchId) {
				throw new Refusal.NotFound("refusal.award.nomination");
			}
			if (recusal.of(one)) {
				throw new Refusal.NotAllowed("refusal.award.recused", one.unitName());
			}
			JudgeEntry entry = JudgeEntry.read(one, components, typed);
			if (entry.same(given.getOrDefault(one.id(), List.of()))) {
				continue;
			}
			if (one.state() != NominationState.ELIGIBLE) {
				wrong.put(one.id() + "." + components.get(0).key(), Message.of("refusal.award.notLive"));
			}
			else if (!entry.wrong().isEmpty()) {
				wrong.putAll(entry.wrong());
			}
			else {
				this.marks.put(one, entry.points(), entry.remark(), judge, this.clock.instant());
				this.trail.add(batchId, one.id(), this.people.unit(batch.unitId()),
						entry.points().isEmpty() ? "unmarked" : "marked", null, judge);
			}
		}
		return wrong;
	}

	private static List<Long> nominations(Map<String, String> typed) {
		return typed.keySet()
			.stream()
			.filter((name) -> name.matches("[0-9]{1,18}\\..+"))
			.map((name) -> Long.valueOf(name.substring(0, name.indexOf('.'))))
			.distinct()
			.toList();
	}

	private Recusal recusal(PersonCard judge) {
		return new Recusal(judge, this.people.posts(judge.id()).stream().map(Post::unitId).collect(Collectors.toSet()));
	}

	/**
	 * Where a judge keeps out: what is about the judge, was nominated by the judge, or
	 * belongs to a class of the judge.
	 */
	private record Recusal(PersonCard judge, Set<Long> units) {

		boolean of(Nomination one) {
			return one.subject().is(this.judge.id()) || one.by() == this.judge.id()
					|| this.judge.unitPath().startsWith(one.unitPath()) || this.units.contains(one.unitId());
		}

	}

	/**
	 * Nobody's marks are summed up while a judge is missing, or while fewer marked than
	 * the formula needs.
	 * @throws Refusal.Conflict naming who is missing
	 */
	void sumUp(CaseId caseId, Actor by) {
		Batch batch = this.batches.of(caseId);
		BatchPlan plan = this.plans.of(batch.editionId());
		if (!plan.panelled().isEmpty()) {
			requireMarked(caseId, batch, plan);
		}
		this.trail.add(batch.id(), null, this.people.unit(batch.unitId()), "summedUp", null, by);
	}

	private void requireMarked(CaseId caseId, Batch batch, BatchPlan plan) {
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
			Recusal recusal = recusal(judge);
			boolean all = rows.stream()
				.filter((one) -> !recusal.of(one))
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

	/**
	 * A judge's page.
	 *
	 * @param next after which nomination the next page begins, or null
	 */
	record Sheet(Batch batch, List<ScoreComponent> components, List<Row> rows, Long next, boolean open) {

		public String batchName() {
			return this.batch.name();
		}

		public long batchId() {
			return this.batch.id();
		}

		/** Whether the judge marks anybody on this page. */
		public boolean marks() {
			return this.open && this.rows.stream().anyMatch((row) -> !row.recused());
		}

	}

	/** One nomination on it, with the judge's own marks. */
	record Row(Nomination nomination, List<Mark> marks, boolean recused) {

		/** The points of a component, or null. */
		public String points(String component) {
			return this.marks.stream()
				.filter((mark) -> mark.item().equals(component))
				.map((mark) -> mark.points().stripTrailingZeros().toPlainString())
				.findFirst()
				.orElse(null);
		}

		public String remark() {
			return this.marks.stream().map(Mark::remark).filter(Objects::nonNull).findFirst().orElse(null);
		}

	}

}
