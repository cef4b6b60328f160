package org.leagueflow.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Subject;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.marks.Marks;
import org.leagueflow.people.People;
import org.springframework.stereotype.Component;

/**
 * 连坐: what the people of a collective did within the batch's period bars the collective.
 * Sanctions and failed courses are counted for all collectives of a batch at once.
 */
@Component
class CollectiveBars {

	private final BatchPlans plans;

	private final People people;

	private final Ledger ledger;

	private final Marks marks;

	private final BusinessClock clock;

	CollectiveBars(BatchPlans plans, People people, Ledger ledger, Marks marks, BusinessClock clock) {
		this.plans = plans;
		this.people = people;
		this.ledger = ledger;
		this.marks = marks;
		this.clock = clock;
	}

	/** Why each of the units is barred, by the unit's id. */
	Map<Long, List<Message>> of(Batch batch, Collection<Nomination> rows) {
		List<AwardExclusion> bars = this.plans.definition(batch.editionId())
			.exclusions()
			.stream()
			.filter((exclusion) -> exclusion.kind().collective())
			.toList();
		Map<Long, String> units = new HashMap<>();
		rows.stream()
			.map(Nomination::subject)
			.filter((subject) -> subject.kind() == Subject.Kind.UNIT)
			.forEach((subject) -> units.put(subject.id(), subject.name()));
		if (bars.isEmpty() || units.isEmpty()) {
			return Map.of();
		}
		Marks.Days window = window(batch);
		Map<Long, List<Long>> members = this.people.youth(units.keySet());
		List<Long> everybody = members.values().stream().flatMap(List::stream).toList();
		Map<Long, List<Message>> barred = new HashMap<>();
		for (AwardExclusion bar : bars) {
			Map<Long, Integer> counted = counted(bar, everybody, window);
			members.forEach((unit, persons) -> {
				int count = persons.stream().mapToInt((person) -> counted.getOrDefault(person, 0)).sum();
				if (bar.bars(count)) {
					barred.computeIfAbsent(unit, (key) -> new ArrayList<>())
						.add(Message.of("refusal.award.barred." + bar.kind(), units.get(unit), window.from().toString(),
								window.to().toString(), count, (bar.most() != null) ? bar.most() : 0));
				}
			});
		}
		return barred;
	}

	private Map<Long, Integer> counted(AwardExclusion bar, List<Long> persons, Marks.Days window) {
		return (bar.kind() == AwardExclusion.Kind.COLLECTIVE_FAILED)
				? this.marks.failed(window.from(), window.to(), persons)
				: this.ledger.totals(persons, EntryKind.SANCTION, window.from(), window.to());
	}

	/** The batch's period; where its text names none, the year up to today. */
	private Marks.Days window(Batch batch) {
		LocalDate today = this.clock.today();
		return this.marks.days(batch.period()).orElseGet(() -> new Marks.Days(today.minusYears(1).plusDays(1), today));
	}

}
