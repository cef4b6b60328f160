package org.leagueflow.award;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Requirement;
import org.leagueflow.requirement.Requirements;
import org.leagueflow.scoring.Fault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offices define awards: a draft may be incomplete, a released edition is whole and never
 * changes again.
 */
@Service
@Transactional
class AwardService implements AwardCatalogue {

	static final int MAX_DEFINITION_LENGTH = 200_000;

	private final Awards awards;

	private final AwardEditions editions;

	private final ShippedAwards shipped;

	private final Requirements requirements;

	private final People people;

	private final Offices offices;

	private final IdempotencyKeys keys;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	AwardService(Awards awards, AwardEditions editions, ShippedAwards shipped, Requirements requirements, People people,
			Offices offices, IdempotencyKeys keys, AuditLog auditLog, BusinessClock clock) {
		this.awards = awards;
		this.editions = editions;
		this.shipped = shipped;
		this.requirements = requirements;
		this.people = people;
		this.offices = offices;
		this.keys = keys;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** The units for which the person may define awards. */
	@Transactional(readOnly = true)
	public List<UnitCard> units(Actor by) {
		return this.people.units()
			.stream()
			.filter((unit) -> unit.kind().leadsBranches() && this.offices.leads(by, unit.path()))
			.toList();
	}

	/** The names of the shipped definitions, by key. */
	public Map<String, String> templates() {
		return this.shipped.names();
	}

	/**
	 * Every edition of the person's units, and the released ones of the units above and
	 * below.
	 */
	@Transactional(readOnly = true)
	public List<AwardLine> lines(Actor by) {
		Set<Long> led = units(by).stream().map(UnitCard::id).collect(Collectors.toSet());
		Set<Long> above = above(by);
		Map<Long, UnitCard> seen = this.people.units()
			.stream()
			.filter((unit) -> unit.kind().leadsBranches() && (led.contains(unit.id()) || above.contains(unit.id())))
			.collect(Collectors.toMap(UnitCard::id, Function.identity()));
		Map<Long, Award> owned = this.awards.findByUnitIdIn(seen.keySet())
			.stream()
			.collect(Collectors.toMap(Award::id, Function.identity()));
		return this.editions.findByAwardIdInOrderByIdDesc(owned.keySet()).stream().map((edition) -> {
			UnitCard unit = seen.get(owned.get(edition.awardId()).unitId());
			return line(edition, unit, led.contains(unit.id()));
		}).filter((line) -> line.mine() || line.released()).toList();
	}

	/** The units of the person's posts and those above them. */
	private Set<Long> above(Actor by) {
		return by.posts()
			.stream()
			.flatMap((post) -> this.people.lineage(post.unitId()).stream())
			.map(UnitCard::id)
			.collect(Collectors.toSet());
	}

	private static AwardLine line(AwardEdition edition, UnitCard unit, boolean mine) {
		return new AwardLine(edition.id(), edition.awardId(), edition.number(), edition.name(), unit.name(),
				edition.released(), edition.changedByName(), edition.changedAt(), mine);
	}

	/**
	 * Begins an award from a shipped definition ({@code shipped:<key>}), from any edition
	 * that the person may read ({@code edition:<id>}), or from nothing.
	 * @return the id of the draft, or nothing where the form was sent before
	 */
	public Optional<Long> create(long unitId, String from, String once, Actor by) {
		UnitCard unit = leading(unitId, by);
		String json = source(from, by);
		if (!this.keys.first(once)) {
			return Optional.empty();
		}
		Award award = this.awards.saveAndFlush(new Award(unitId, this.clock.instant()));
		return Optional.of(draft(award, 1, json, unit, by).id());
	}

	private String source(String from, Actor by) {
		if (from.startsWith("shipped:")) {
			return this.shipped.json(from.substring("shipped:".length()))
				.orElseThrow(() -> new Refusal.NotFound("refusal.award.unknown"));
		}
		if (from.startsWith("edition:")) {
			return readable(id(from.substring("edition:".length())), by).definition();
		}
		return "{}";
	}

	private static long id(String text) {
		if (!text.matches("[0-9]{1,18}")) {
			throw new Refusal.NotFound("refusal.award.unknown");
		}
		return Long.parseLong(text);
	}

	private AwardEdition draft(Award award, int number, String json, UnitCard unit, Actor by) {
		AwardEdition draft = this.editions.saveAndFlush(new AwardEdition(award.id(), number,
				shortened(AwardForm.of(json).name()), json, by, this.clock.instant()));
		this.auditLog
			.record(AuditEvent.of(by, "award.drafted", "award:" + award.id()).in(unit.id()).with(draft.name()));
		return draft;
	}

	/**
	 * A new draft of the same award that begins as a copy of this edition (last year's);
	 * the open draft where there is one.
	 */
	public long copy(long editionId, Actor by) {
		AwardEdition edition = this.editions.of(editionId);
		Award award = this.awards.of(edition.awardId());
		UnitCard unit = leading(award.unitId(), by);
		AwardEdition latest = this.editions.findFirstByAwardIdOrderByEditionNoDesc(award.id()).orElseThrow();
		if (!latest.released()) {
			return latest.id();
		}
		return draft(award, latest.number() + 1, edition.definition(), unit, by).id();
	}

	@Transactional(readOnly = true)
	public AwardPage page(long editionId, Actor by) {
		AwardEdition edition = readable(editionId, by);
		return page(edition, AwardForm.of(edition.definition()), by);
	}

	/** The page with what is typed, nothing saved. */
	@Transactional(readOnly = true)
	public AwardPage typed(long editionId, AwardForm form, Actor by) {
		AwardEdition edition = this.editions.of(editionId);
		leading(this.awards.of(edition.awardId()).unitId(), by);
		return page(edition, form, by);
	}

	private AwardPage page(AwardEdition edition, AwardForm form, Actor by) {
		UnitCard unit = this.people.unit(this.awards.of(edition.awardId()).unitId());
		AwardForm.Reading reading = form.read();
		Map<String, String> components = new LinkedHashMap<>();
		if (reading.definition() != null && reading.definition().scheme() != null) {
			reading.definition()
				.scheme()
				.components()
				.stream()
				.filter((component) -> component.key() != null)
				.forEach((component) -> components.put(component.key(),
						(component.name() != null) ? component.name() : component.key()));
		}
		return new AwardPage(line(edition, unit, this.offices.leads(by, unit.path())), form, reading.faults(facts()),
				edition.version(), List.copyOf(facts()), components);
	}

	private Set<String> facts() {
		return this.requirements.facts()
			.stream()
			.filter(AwardCondition::mayAsk)
			.collect(Collectors.toCollection(java.util.TreeSet::new));
	}

	private AwardEdition readable(long editionId, Actor by) {
		AwardEdition edition = this.editions.of(editionId);
		UnitCard unit = this.people.unit(this.awards.of(edition.awardId()).unitId());
		boolean reads = this.offices.leads(by, unit.path()) || edition.released() && above(by).contains(unit.id());
		if (!reads) {
			throw new Refusal.NotFound("refusal.award.unknown");
		}
		return edition;
	}

	private UnitCard leading(long unitId, Actor by) {
		UnitCard unit = this.people.unit(unitId);
		if (!unit.kind().leadsBranches() || !this.offices.leads(by, unit.path())) {
			throw new Refusal.NotAllowed("refusal.award.office", unit.name());
		}
		return unit;
	}

	/**
	 * Keeps the draft as it is, complete or not.
	 * @param version what the page was read with
	 * @return what somebody else saved meanwhile; nothing is saved then
	 */
	public Optional<AwardConflict> save(long editionId, AwardForm form, long version, Actor by) {
		AwardEdition edition = this.editions.of(editionId);
		UnitCard unit = leading(this.awards.of(edition.awardId()).unitId(), by);
		if (edition.version() != version && !edition.released()) {
			return Optional.of(new AwardConflict(edition.changedByName(), edition.changedAt(),
					form.differences(AwardForm.of(edition.definition())), page(edition, form, by)));
		}
		String json = form.json();
		if (json.length() > MAX_DEFINITION_LENGTH) {
			throw new Refusal.Invalid("refusal.award.long");
		}
		edition.write(shortened(form.name()), json, by, this.clock.instant());
		this.editions.saveAndFlush(edition);
		this.auditLog
			.record(AuditEvent.of(by, "award.saved", "award:" + edition.awardId()).in(unit.id()).with(edition.name()));
		return Optional.empty();
	}

	private static String shortened(String name) {
		return name.substring(0,
				name.offsetByCodePoints(0, Math.min(AwardCheck.MAX_NAME, name.codePointCount(0, name.length()))));
	}

	/**
	 * Closes the edition, so that batches can be announced with it.
	 * @throws Refusal.Invalid naming everything that is wrong with it
	 * @throws Refusal.Conflict when it was changed since the page was read
	 */
	public void release(long editionId, long version, Actor by) {
		AwardEdition edition = this.editions.of(editionId);
		UnitCard unit = leading(this.awards.of(edition.awardId()).unitId(), by);
		if (edition.version() != version) {
			throw new Refusal.Conflict("refusal.award.changed", edition.changedByName());
		}
		List<Fault> faults = AwardForm.of(edition.definition()).read().faults(facts());
		if (!faults.isEmpty()) {
			Map<String, Message> fields = new LinkedHashMap<>();
			faults.forEach((fault) -> fields.putIfAbsent(fault.path(), fault.words()));
			throw new Refusal.Invalid(fields);
		}
		edition.release(by, this.clock.instant());
		this.editions.saveAndFlush(edition);
		this.auditLog.record(
				AuditEvent.of(by, "award.released", "award:" + edition.awardId()).in(unit.id()).with(edition.name()));
	}

	@Override
	@Transactional(readOnly = true)
	public AwardEditionCard edition(long editionId) {
		AwardEdition edition = this.editions.of(editionId);
		if (!edition.released()) {
			throw new Refusal.NotFound("refusal.award.unknown");
		}
		return card(edition, this.awards.of(edition.awardId()).unitId());
	}

	private static AwardEditionCard card(AwardEdition edition, long unitId) {
		return new AwardEditionCard(edition.id(), edition.awardId(), unitId, edition.number(), edition.name(),
				AwardDefinition.read(edition.definition()));
	}

	@Override
	@Transactional(readOnly = true)
	public List<AwardEditionCard> announceable(long unitId) {
		List<Long> lineage = this.people.lineage(unitId).stream().map(UnitCard::id).toList();
		Map<Long, Award> owned = this.awards.findByUnitIdIn(lineage)
			.stream()
			.collect(Collectors.toMap(Award::id, Function.identity()));
		Map<Long, AwardEdition> latest = new LinkedHashMap<>();
		this.editions.findByAwardIdInOrderByIdDesc(owned.keySet())
			.stream()
			.filter(AwardEdition::released)
			.forEach((edition) -> latest.putIfAbsent(edition.awardId(), edition));
		return latest.values()
			.stream()
			.map((edition) -> card(edition, owned.get(edition.awardId()).unitId()))
			.sorted(Comparator.comparing(AwardEditionCard::name))
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, List<Requirement>> conditions(long editionId, Collection<Asked> persons, LocalDate day) {
		return this.requirements.ofAll(edition(editionId).definition().requirements(), persons, day);
	}

}
