package org.leagueflow.award;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.leagueflow.award.BranchBallots.Vote;
import org.leagueflow.award.Corrections.Correction;
import org.leagueflow.award.PanelMarks.Mark;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Subject;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.marks.MarkValue;
import org.leagueflow.marks.Marks;
import org.leagueflow.scoring.Input;
import org.leagueflow.scoring.Inputs;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.Score;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoreComponent.Source;
import org.springframework.stereotype.Component;

/**
 * Gathers what was entered for nominations, from marks, ledger and panel, by a number of
 * statements that does not depend on how many there are, and scores them. What a recount
 * found stands in the place of what was entered.
 */
@Component
class BatchScores {

	private final Marks marks;

	private final Ledger ledger;

	private final PanelMarks panel;

	private final Corrections corrections;

	private final OfficeEntries entries;

	private final BranchBallots ballots;

	private final Cases cases;

	private final BusinessClock clock;

	BatchScores(Marks marks, Ledger ledger, PanelMarks panel, Corrections corrections, OfficeEntries entries,
			BranchBallots ballots, Cases cases, BusinessClock clock) {
		this.marks = marks;
		this.ledger = ledger;
		this.panel = panel;
		this.corrections = corrections;
		this.entries = entries;
		this.ballots = ballots;
		this.cases = cases;
		this.clock = clock;
	}

	/** The score of each nomination, by its id. */
	Map<Long, Score> score(Batch batch, BatchPlan plan, Collection<Nomination> rows) {
		Map<Long, Score> scores = new LinkedHashMap<>();
		inputs(batch, plan, rows, (id, inputs) -> scores.put(id, plan.scheme().score(inputs)));
		return scores;
	}

	/** What was entered for the nominations, with its origin. */
	void inputs(Batch batch, BatchPlan plan, Collection<Nomination> rows, BiConsumer<Long, Inputs> scored) {
		inputs(batch, plan, rows, marked(batch, plan.scheme().components(), persons(rows)), scored);
	}

	/**
	 * Hands over the figures of one nomination after the other, of marks without their
	 * origin: those of twenty thousand would not fit into memory together.
	 */
	void figures(Batch batch, BatchPlan plan, Collection<Nomination> rows, BiConsumer<Long, Inputs> scored) {
		List<ScoreComponent> asked = plan.scheme()
			.components()
			.stream()
			.filter((one) -> one.source() == Source.MARKS)
			.toList();
		Set<String> items = asked.stream()
			.map(ScoreComponent::item)
			.filter((item) -> item != null)
			.collect(Collectors.toSet());
		boolean courses = asked.stream().anyMatch((one) -> one.item() == null);
		inputs(batch, plan, rows,
				asked.isEmpty() ? Map.of() : this.marks.figures(batch.period(), items, courses, persons(rows)), scored);
	}

	private void inputs(Batch batch, BatchPlan plan, Collection<Nomination> rows, Map<Long, List<MarkValue>> marked,
			BiConsumer<Long, Inputs> scored) {
		List<ScoreComponent> components = plan.scheme().components();
		List<Long> persons = persons(rows);
		Map<Long, Map<EntryKind, BigDecimal>> booked = booked(batch, plan, components, persons);
		Map<Long, List<Mark>> judged = components.stream().anyMatch((one) -> one.source() == Source.PANEL)
				? this.panel.of(batch.id(), this.cases.holders(batch.caseId(), BatchRights.PANEL)) : Map.of();
		Map<Long, Map<String, Correction>> corrected = this.corrections.of(batch.id());
		Map<Long, Map<String, OfficeEntries.Entry>> typed = plan.entered().isEmpty() ? Map.of()
				: this.entries.of(batch.id());
		Map<Long, Vote> voted = plan.voted().isEmpty() ? Map.of() : this.ballots.votes(batch.id());
		for (Nomination row : rows) {
			List<Input> entered = new ArrayList<>();
			for (ScoreComponent component : components) {
				Correction correction = corrected.getOrDefault(row.id(), Map.of()).get(component.key());
				if (correction != null) {
					entered.add(Input.of(component.key(), correction.points(),
							"复核更正（" + correction.byName() + "：" + correction.reason() + "）"));
					continue;
				}
				switch (component.source()) {
					case MARKS -> marked.getOrDefault(row.subject().id(), List.of())
						.stream()
						.filter((mark) -> of(component, mark))
						.forEach((mark) -> entered.add(input(component, mark)));
					case LEDGER -> entered.add(Input.of(component.key(),
							booked.getOrDefault(row.subject().id(), Map.of())
								.getOrDefault(EntryKind.valueOf(component.item()), BigDecimal.ZERO),
							"台账 " + component.name() + "（" + plan.period().named(batch.period()) + "）"));
					case PANEL -> judged.getOrDefault(row.id(), List.of())
						.stream()
						.filter((mark) -> mark.item().equals(component.key()))
						.forEach((mark) -> entered
							.add(Input.of(component.key(), mark.points(), "评委 " + mark.judgeName())));
					case ENTERED, MEETING -> {
						if (plan.voted().contains(component)) {
							voted(component, voted.get(row.id())).ifPresent(entered::add);
							continue;
						}
						// Nothing entered is not zero.
						OfficeEntries.Entry entry = typed.getOrDefault(row.id(), Map.of()).get(component.key());
						if (entry != null) {
							entered.add(Input.of(component.key(), entry.points(),
									entry.origin() + "（" + entry.byName() + "录入）"));
						}
					}
				}
			}
			scored.accept(row.id(), Inputs.of(entered));
		}
	}

	/** The share of votes, of the most that the component gives; exact. */
	private static Optional<Input> voted(ScoreComponent component, Vote vote) {
		if (vote == null || vote.votes() == null || vote.base() == 0) {
			return Optional.empty();
		}
		Rational share = Rational.of(vote.votes(), vote.base()).times(component.max());
		return Optional.of(Input.of(component.key(), share, "%s支部大会 %s：%d ÷ %d × %s".formatted(vote.unitName(),
				vote.heldOn(), vote.votes(), vote.base(), component.max().text())));
	}

	private static List<Long> persons(Collection<Nomination> rows) {
		return rows.stream()
			.map(Nomination::subject)
			.filter((subject) -> subject.kind() == Subject.Kind.PERSON)
			.map(Subject::id)
			.toList();
	}

	/**
	 * Who scored each of the nominations, by its id: who judged it, a dismissed judge
	 * too, who imported or entered what counts, who booked, and who corrected.
	 * @param component which one only, or null for all
	 */
	Map<Long, Set<Long>> scorers(Batch batch, BatchPlan plan, Collection<Nomination> rows, String component) {
		List<ScoreComponent> components = (plan.scheme() == null) ? List.of()
				: plan.scheme()
					.components()
					.stream()
					.filter((one) -> component == null || one.key().equals(component))
					.toList();
		List<Long> persons = persons(rows);
		Map<Long, List<MarkValue>> marked = marked(batch, components, persons);
		Map<EntryKind, Map<Long, Set<Long>>> booked = new HashMap<>();
		components.stream()
			.filter((one) -> one.source() == Source.LEDGER)
			.map((one) -> EntryKind.valueOf(one.item()))
			.forEach((kind) -> booked.computeIfAbsent(kind, (key) -> this.ledger.recorders(persons, key)));
		Map<Long, List<Mark>> judged = this.panel.of(batch.id());
		Map<Long, List<Correction>> corrected = this.corrections.all(batch.id());
		Map<Long, List<OfficeEntries.Entry>> typed = this.entries.all(batch.id());
		Map<Long, Set<Long>> scorers = new HashMap<>();
		for (Nomination row : rows) {
			Set<Long> found = new HashSet<>();
			judged.getOrDefault(row.id(), List.of()).forEach((mark) -> found.add(mark.judge()));
			corrected.getOrDefault(row.id(), List.of())
				.stream()
				.filter((one) -> component == null || one.component().equals(component))
				.forEach((one) -> found.add(one.by()));
			typed.getOrDefault(row.id(), List.of())
				.stream()
				.filter((one) -> component == null || one.component().equals(component))
				.forEach((one) -> found.add(one.by()));
			if (row.subject().kind() == Subject.Kind.PERSON) {
				long person = row.subject().id();
				marked.getOrDefault(person, List.of())
					.stream()
					.filter((mark) -> components.stream()
						.anyMatch((one) -> one.source() == Source.MARKS && of(one, mark)))
					.forEach((mark) -> found.add(mark.origin().byId()));
				booked.values().forEach((recorders) -> found.addAll(recorders.getOrDefault(person, Set.of())));
			}
			scorers.put(row.id(), found);
		}
		return scorers;
	}

	/** A component without an item takes every course. */
	private static boolean of(ScoreComponent component, MarkValue mark) {
		return (component.item() != null)
				? component.item().equals(mark.item()) || component.item().equals(mark.itemName())
				: mark.credit() != null;
	}

	/**
	 * What is taken off is kept below zero in the marks, and entered above zero in a
	 * formula.
	 */
	private static BigDecimal points(ScoreComponent component, MarkValue mark) {
		boolean takenOff = mark.value() != null && mark.value().signum() < 0 && mark.max() != null
				&& mark.max().signum() == 0 && component.min() != null && component.min().signum() >= 0;
		return takenOff ? mark.value().negate() : mark.value();
	}

	private static Input input(ScoreComponent component, MarkValue mark) {
		String term = mark.period() + (mark.term().isEmpty() ? "" : "-" + mark.term());
		BigDecimal points = points(component, mark);
		return new Input(component.key(), component.many() ? mark.itemName() : null,
				(points != null) ? Rational.of(points) : null, mark.word(), mark.credit(),
				component.many() ? term : null, (mark.origin() != null) ? mark.origin().place() : null);
	}

	private Map<Long, List<MarkValue>> marked(Batch batch, List<ScoreComponent> components, List<Long> persons) {
		List<ScoreComponent> asked = components.stream().filter((one) -> one.source() == Source.MARKS).toList();
		if (asked.isEmpty() || persons.isEmpty()) {
			return Map.of();
		}
		Set<String> items = asked.stream()
			.map(ScoreComponent::item)
			.filter((item) -> item != null)
			.collect(Collectors.toSet());
		Map<Long, List<MarkValue>> all = new HashMap<>();
		if (!items.isEmpty()) {
			this.marks.ofAll(batch.period(), items, persons)
				.forEach((person, values) -> all.computeIfAbsent(person, (key) -> new ArrayList<>()).addAll(values));
		}
		if (asked.stream().anyMatch((one) -> one.item() == null)) {
			this.marks.courses(batch.period(), persons).forEach((person, values) -> {
				List<MarkValue> own = all.computeIfAbsent(person, (key) -> new ArrayList<>());
				values.stream()
					.filter((mark) -> !items.contains(mark.item()) && !items.contains(mark.itemName()))
					.forEach(own::add);
			});
		}
		return all;
	}

	private Map<Long, Map<EntryKind, BigDecimal>> booked(Batch batch, BatchPlan plan, List<ScoreComponent> components,
			List<Long> persons) {
		AwardPeriod.Days days = plan.period().days(batch.period());
		LocalDate today = this.clock.today();
		LocalDate until = days.to().isAfter(today) ? today : days.to();
		Map<Long, Map<EntryKind, BigDecimal>> booked = new HashMap<>();
		components.stream()
			.filter((one) -> one.source() == Source.LEDGER)
			.map((one) -> EntryKind.valueOf(one.item()))
			.distinct()
			.forEach((kind) -> this.ledger.totals(persons, kind, days.from(), until)
				.forEach((person, units) -> booked.computeIfAbsent(person, (key) -> new HashMap<>())
					.put(kind, BigDecimal.valueOf(units).divide(BigDecimal.valueOf(kind.scale())))));
		return booked;
	}

}
