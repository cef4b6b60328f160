package org.leagueflow.marks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the marks of persons, and answers who was marked with what. */
@Service
class MarkBookService implements Marks {

	private static final int MAX_REASON = 500;

	private final MarkRepository marks;

	private final MarkItems items;

	private final People people;

	private final Offices offices;

	private final AuditLog audit;

	MarkBookService(MarkRepository marks, MarkItems items, People people, Offices offices, AuditLog audit) {
		this.marks = marks;
		this.items = items;
		this.people = people;
		this.offices = offices;
		this.audit = audit;
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, List<MarkValue>> of(String period, String item, Collection<Long> personIds) {
		return ofAll(period, Set.of(item), personIds);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, List<MarkValue>> ofAll(String period, Collection<String> keys, Collection<Long> personIds) {
		return this.marks.ofItems(period(period), keys, personIds);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, List<MarkValue>> courses(String period, Collection<Long> personIds) {
		return this.marks.ofCategory(period(period), MarkItemCard.Category.COURSE, personIds);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, List<MarkValue>> figures(String period, Set<String> keys, boolean courses,
			Collection<Long> personIds) {
		return this.marks.figures(period(period),
				(item) -> keys.contains(item.key()) || keys.contains(item.name()) || (courses && item.course()),
				personIds);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, Integer> failed(LocalDate from, LocalDate to, Collection<Long> personIds) {
		Map<Long, Integer> failed = new HashMap<>();
		this.marks.figures(null, MarkItemCard::course, personIds)
			.forEach((person, courses) -> courses.stream()
				.filter((mark) -> mark.attempt() == MarkAttempt.FIRST && MarkFacts.failed(mark))
				.map((mark) -> new MarkPeriod(mark.period(), mark.term()).end())
				.filter((end) -> !end.isBefore(from) && !end.isAfter(to))
				.forEach((end) -> failed.merge(person, 1, Integer::sum)));
		return failed;
	}

	@Override
	public Optional<Days> days(String period) {
		return MarkPeriod.parse(period).map((one) -> new Days(one.begin(), one.end()));
	}

	@Override
	@Transactional(readOnly = true)
	public List<MarkValue> person(long personId) {
		return this.marks.person(personId);
	}

	@Override
	@Transactional(readOnly = true)
	public List<MarkItemCard> items(long unitId) {
		return this.items.findByUnitIdOrderByCategoryAscNameAsc(school(unitId)).stream().map(MarkItem::card).toList();
	}

	@Override
	@Transactional
	public MarkItemCard item(long unitId, MarkItemCard wanted, Actor by) {
		if (wanted.category() == MarkItemCard.Category.SCORE && MarkItem.isCode(wanted.key())) {
			throw Refusal.Invalid.field("item", "refusal.marks.code-name", wanted.key());
		}
		long school = school(unitId);
		return this.items.findByUnitIdAndItemKey(school, wanted.key())
			.orElseGet(() -> this.items.save(new MarkItem(school, wanted)))
			.card();
	}

	@Override
	@Transactional
	public long enter(MarkEntry entry, String reason, Actor by) {
		People.PersonCard person = this.people.person(entry.personId());
		requireKeeping(person, MarkItemCard.Category.SCORE, by);
		MarkItemCard item = this.items.findByUnitIdAndItemKey(school(person.unitId()), entry.item())
			.orElseThrow(() -> Refusal.Invalid.field("item", "refusal.marks.item", entry.item()))
			.card();
		requireKeeping(person, item.category(), by);
		MarkText text = checked(entry.typed(), item);
		if (reason == null || reason.isBlank() || Characters.count(reason) > MAX_REASON) {
			throw Refusal.Invalid.field("reason", "refusal.marks.reason", MAX_REASON);
		}
		MarkPeriod said = period(entry.period());
		MarkPeriod period = entry.term().isEmpty() ? said : new MarkPeriod(said.year(), entry.term());
		MarkRepository.Key key = new MarkRepository.Key(entry.personId(), item.id(), period.year(), period.term(),
				entry.attempt().ordinal());
		MarkRepository.Standing before = this.marks.standing(List.of(entry.personId()), List.of(item.id()), true)
			.get(key);
		BigDecimal credit = (entry.credit() == null && before != null) ? before.credit()
				: MarkItem.plain(entry.credit());
		MarkRepository.Row row = new MarkRepository.Row(key, text.value(), text.word(), credit, entry.typed().strip(),
				(before != null) ? before.typed() : null, null, reason.strip());
		write(before, row, by);
		this.audit.record(AuditEvent.of(by, "mark.entered", "person:" + person.id())
			.in(person.unitId())
			.changed((before != null) ? before.content() : "", MarkText.typed(row.points(), row.word(), row.credit()))
			.with(Map.of("item", item.key(), "period", period.text(), "reason", reason.strip())));
		return this.marks.standing(List.of(entry.personId()), List.of(item.id()), false).get(key).id();
	}

	private void write(MarkRepository.Standing before, MarkRepository.Row row, Actor by) {
		try {
			if (before == null) {
				this.marks.insert(List.of(row), by);
			}
			else {
				this.marks.change(List.of(new MarkRepository.Changed(before.id(), row)), by);
			}
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("refusal.marks.changed-meanwhile");
		}
	}

	private static MarkText checked(String typed, MarkItemCard item) {
		MarkText text = MarkText.of((typed != null) ? typed : "");
		if (!text.holds()) {
			throw Refusal.Invalid.field("typed", "marks.finding." + text.rule(), (typed != null) ? typed : "");
		}
		if (text.value() != null && !item.covers(text.value())) {
			throw Refusal.Invalid.field("typed", "marks.finding.range", text.value().toPlainString(), bound(item.low()),
					bound(item.high()));
		}
		return text;
	}

	static String bound(BigDecimal bound) {
		return (bound != null) ? bound.toPlainString() : "…";
	}

	/**
	 * A person's marks for the person, for who keeps or leads the class, and for
	 * oversight.
	 * @throws Refusal.NotFound to everybody else
	 */
	@Transactional(readOnly = true)
	MarkPersonPage page(long personId, Actor by) {
		People.PersonCard person = this.people.person(personId);
		boolean keeps = may(MarkItemCard.Category.SCORE, person.unitPath(), by) && personId != by.personId();
		if (!keeps && personId != by.personId() && !this.offices.oversees(by, person.unitPath())) {
			throw new Refusal.NotFound("refusal.marks.unknown");
		}
		List<MarkItemCard> entered = !keeps ? List.of()
				: items(person.unitId()).stream()
					.filter((item) -> may(item.category(), person.unitPath(), by))
					.toList();
		return new MarkPersonPage(personId, person.name(), person.unitName(), this.marks.person(personId),
				this.marks.histories(personId), entered);
	}

	/** Nobody enters an own mark, and nobody one of a class that is not theirs. */
	private void requireKeeping(People.PersonCard person, MarkItemCard.Category category, Actor by) {
		if (person.id() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.marks.own");
		}
		if (!may(category, person.unitPath(), by)) {
			throw new Refusal.NotAllowed(
					(category == MarkItemCard.Category.COURSE) ? "refusal.marks.registry" : "refusal.marks.not-yours",
					person.unitName());
		}
	}

	/**
	 * Whether the actor may enter marks of people in the unit with this path: of an
	 * assessment whoever keeps the unit's files or leads it, of the registry only who
	 * leads it.
	 */
	boolean may(MarkItemCard.Category category, String unitPath, Actor by) {
		return this.offices.leads(by, unitPath)
				|| (category == MarkItemCard.Category.SCORE && this.offices.keeps(by, unitPath));
	}

	private static MarkPeriod period(String text) {
		return MarkPeriod.parse(text).orElseThrow(() -> Refusal.Invalid.field("period", "refusal.marks.period", text));
	}

	/** The unit within which items are told apart. */
	long school(long unitId) {
		String path = this.people.schoolPath(unitId);
		return this.people.lineage(unitId)
			.stream()
			.filter((unit) -> unit.path().equals(path))
			.findFirst()
			.map(People.UnitCard::id)
			.orElse(unitId);
	}

}
