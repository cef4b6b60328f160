package org.leagueflow.award;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.scoring.ScoreComponent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the table in which the office enters points of many at once. */
@Service
@Transactional(readOnly = true)
class EntrySheetService {

	/** Rows that are shown together; of a larger unit its classes are offered. */
	private static final int MAX_ROWS = 200;

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final OfficeEntries entries;

	private final BatchRights rights;

	private final People people;

	EntrySheetService(Batches batches, BatchPlans plans, Nominations nominations, OfficeEntries entries,
			BatchRights rights, People people) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.entries = entries;
		this.rights = rights;
		this.people = people;
	}

	/**
	 * @param unitId whose rows, or null for the whole batch
	 * @param typed points and where they come from, as they were typed
	 */
	EntrySheet sheet(long batchId, Long unitId, Map<String, String> typed, Actor by) {
		Batch batch = this.batches.of(batchId);
		this.rights.requireSeeing(batch, by);
		this.rights.requireRunning(batch, by);
		List<ScoreComponent> components = this.plans.of(batch.editionId()).entered();
		if (components.isEmpty()) {
			throw new Refusal.NotFound("refusal.award.nothingEntered");
		}
		UnitCard unit = this.people.unit((unitId != null) ? unitId : batch.unitId());
		if (!unit.path().startsWith(batch.unitPath())) {
			throw new Refusal.NotFound("refusal.award.branch");
		}
		List<Nomination> found = this.nominations.live(batchId, unit.path(), MAX_ROWS + 1);
		List<Nomination> shown = (found.size() > MAX_ROWS) ? List.of() : found;
		List<EntrySheet.Row> rows = rows(batch, shown, components, typed);
		PastedPoints pasted = PastedPoints.read(typed.get("pasted"), components, keys(rows));
		rows.forEach((row) -> row.typed().putAll(pasted.values().getOrDefault(row.nomination().id(), Map.of())));
		return new EntrySheet(batch, unit, classes(batch, components.size()), components, rows, pasted.problems(),
				typed.get("origin"), batch.takesEntries());
	}

	private List<EntrySheet.Row> rows(Batch batch, List<Nomination> shown, List<ScoreComponent> components,
			Map<String, String> typed) {
		Map<Long, String> numbers = this.people
			.persons(shown.stream()
				.filter((one) -> one.subject().kind() == Subject.Kind.PERSON)
				.map((one) -> one.subject().id())
				.toList())
			.stream()
			.filter((person) -> person.studentNumber() != null)
			.collect(Collectors.toMap(PersonCard::id, PersonCard::studentNumber));
		Map<Long, Map<String, OfficeEntries.Entry>> entered = shown.isEmpty() ? Map.of() : this.entries.of(batch.id());
		return shown.stream()
			.sorted(Comparator.comparing(Nomination::unitName, Pinyin.ORDER)
				.thenComparing((one) -> one.subject().name(), Pinyin.ORDER)
				.thenComparing(Nomination::id))
			.map((one) -> {
				Map<String, String> stands = new HashMap<>();
				Map<String, String> here = new HashMap<>();
				for (ScoreComponent component : components) {
					OfficeEntries.Entry entry = entered.getOrDefault(one.id(), Map.of()).get(component.key());
					if (entry != null) {
						stands.put(component.key(), entry.shownPoints());
					}
					String field = typed.get(EntrySheet.field(one.id(), component.key()));
					if (field != null) {
						here.put(component.key(), field);
					}
				}
				return new EntrySheet.Row(one, numbers.get(one.subject().id()), stands, here);
			})
			.toList();
	}

	private static Map<String, List<Long>> keys(List<EntrySheet.Row> rows) {
		Map<String, List<Long>> keys = new HashMap<>();
		rows.forEach((row) -> {
			keys.computeIfAbsent(row.nomination().subject().name(), (key) -> new ArrayList<>())
				.add(row.nomination().id());
			if (row.number() != null) {
				keys.put(row.number(), List.of(row.nomination().id()));
			}
		});
		return keys;
	}

	/** The classes with somebody to enter points for, by name. */
	private List<EntrySheet.ClassCount> classes(Batch batch, int components) {
		Map<Long, Integer> counts = this.nominations.counts(batch.id());
		Map<Long, Integer> entered = this.entries.counts(batch.id());
		Map<Long, UnitCard> units = this.people.within(batch.unitId())
			.stream()
			.collect(Collectors.toMap(UnitCard::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
		return counts.entrySet()
			.stream()
			.filter((one) -> units.containsKey(one.getKey()))
			.map((one) -> new EntrySheet.ClassCount(one.getKey(), units.get(one.getKey()).name(), one.getValue(),
					one.getValue() * components - entered.getOrDefault(one.getKey(), 0)))
			.sorted(Comparator.comparing(EntrySheet.ClassCount::name, Pinyin.ORDER))
			.toList();
	}

}
