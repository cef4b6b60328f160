package org.leagueflow.award;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.ScoreComponent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters what no other module knows: points that the office or a meeting gives. Until the
 * ranking is confirmed whoever entered a value may mend it; afterwards a recount by
 * somebody else corrects it.
 */
@Service
@Transactional
class OfficeEntryService {

	private static final int MAX_ORIGIN = 500;

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final OfficeEntries entries;

	private final BatchRankingService ranking;

	private final BatchRights rights;

	private final BatchTrail trail;

	private final People people;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	OfficeEntryService(Batches batches, BatchPlans plans, Nominations nominations, OfficeEntries entries,
			BatchRankingService ranking, BatchRights rights, BatchTrail trail, People people, AuditLog auditLog,
			BusinessClock clock) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.entries = entries;
		this.ranking = ranking;
		this.rights = rights;
		this.trail = trail;
		this.people = people;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** Whether the batch waits for something that the office enters for this row. */
	@Transactional(readOnly = true)
	boolean open(Batch batch, Nomination one) {
		return batch.takesEntries() && one.state().live() && !this.plans.of(batch.editionId()).entered().isEmpty();
	}

	/**
	 * Enters what a component is worth; a batch that is ranked already is ranked anew at
	 * once.
	 * @param origin where the value comes from
	 */
	void enter(long nominationId, String component, String points, String origin, Actor by) {
		Batch batch = this.batches.lock(this.nominations.of(nominationId).batchId()).orElseThrow();
		Nomination one = this.nominations.of(nominationId);
		if (!this.rights.runs(batch, by)) {
			if (one.subject().is(by.personId()) || this.rights.reads(batch, one.unitPath(), by)) {
				this.rights.requireRunning(batch, by);
			}
			throw new Refusal.NotFound("refusal.award.nomination");
		}
		if (one.subject().is(by.personId())) {
			throw new Refusal.NotAllowed("refusal.award.ownEntry");
		}
		ScoreComponent asked = this.plans.of(batch.editionId())
			.entered()
			.stream()
			.filter((each) -> each.key().equals(component))
			.findFirst()
			.orElseThrow(() -> Refusal.Invalid.field("component", "refusal.award.component"));
		if (origin == null || origin.isBlank() || Characters.count(origin.strip()) > MAX_ORIGIN) {
			throw Refusal.Invalid.field("origin", "refusal.award.origin", MAX_ORIGIN);
		}
		BigDecimal value = Points.read(points)
			.filter((number) -> asked.holds(Rational.of(number)))
			.orElseThrow(() -> Refusal.Invalid.field("points", "refusal.award.points", asked.range()));
		if (!open(batch, one) || confirmed(batch) && entered(one, component)) {
			throw new Refusal.Conflict("refusal.award.entriesClosed");
		}
		add(batch, one, Map.of(asked, value), origin.strip(), by);
		rankAnew(batch);
	}

	private void rankAnew(Batch batch) {
		if (Batch.RANK.equals(batch.stage())) {
			this.ranking.rank(batch.caseId());
		}
	}

	private void add(Batch batch, Nomination one, Map<ScoreComponent, BigDecimal> values, String origin, Actor by) {
		List<String> said = new ArrayList<>();
		values.forEach((component, value) -> {
			this.entries.add(one, component.key(), value, origin, by, this.clock.instant());
			said.add(component.name() + " = " + value.toPlainString());
			this.auditLog.record(AuditEvent.of(by, "award.entered", "nomination:" + one.id())
				.on(batch.caseId())
				.in(one.unitId())
				.with(Map.of("component", component.key(), "points", value, "origin", origin)));
		});
		this.trail.add(batch.id(), one.id(), this.people.unit(batch.unitId()), "entered",
				String.join("，", said) + "：" + origin, by);
	}

	/**
	 * Enters a table of points, all of it or nothing; what nobody changed is left alone.
	 * @param typed {@code points.<nomination>.<component>} and what the page had shown,
	 * {@code was.<nomination>.<component>}; {@code origin} is where all of it comes from
	 * @return how many were entered
	 * @throws Refusal.Invalid saying at each field what is wrong
	 */
	int enter(long batchId, Map<String, String> typed, Actor by) {
		Batch batch = this.batches.lock(batchId).orElseThrow(() -> new Refusal.NotFound("refusal.award.batch"));
		this.rights.requireSeeing(batch, by);
		this.rights.requireRunning(batch, by);
		Map<String, Message> wrong = new LinkedHashMap<>();
		Map<Nomination, Map<ScoreComponent, BigDecimal>> changed = changed(batch, typed, by, wrong);
		String origin = typed.getOrDefault("origin", "").strip();
		if (!changed.isEmpty() && (origin.isEmpty() || Characters.count(origin) > MAX_ORIGIN)) {
			wrong.put("origin", Message.of("refusal.award.origin", MAX_ORIGIN));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
		changed.forEach((one, values) -> add(batch, one, values, origin, by));
		if (!changed.isEmpty()) {
			rankAnew(batch);
		}
		return changed.values().stream().mapToInt(Map::size).sum();
	}

	private Map<Nomination, Map<ScoreComponent, BigDecimal>> changed(Batch batch, Map<String, String> typed, Actor by,
			Map<String, Message> wrong) {
		Map<Long, Map<String, OfficeEntries.Entry>> stands = this.entries.of(batch.id());
		List<ScoreComponent> components = this.plans.of(batch.editionId()).entered();
		boolean confirmed = confirmed(batch);
		Map<Nomination, Map<ScoreComponent, BigDecimal>> changed = new LinkedHashMap<>();
		for (Nomination one : this.nominations.all(nominations(typed))) {
			if (one.batchId() != batch.id()) {
				throw new Refusal.NotFound("refusal.award.nomination");
			}
			for (ScoreComponent component : components) {
				String field = EntrySheet.field(one.id(), component.key());
				String value = typed.getOrDefault(field, "").strip();
				String was = typed.getOrDefault(field.replaceFirst("points", "was"), "").strip();
				if (value.equals(was)) {
					continue;
				}
				OfficeEntries.Entry entry = stands.getOrDefault(one.id(), Map.of()).get(component.key());
				Optional<BigDecimal> points = Points.read(value)
					.filter((number) -> component.holds(Rational.of(number)));
				Message why = whyNot(batch, one, component, entry, was, points, confirmed, by);
				if (why != null) {
					wrong.put(field, why);
				}
				else {
					changed.computeIfAbsent(one, (key) -> new LinkedHashMap<>()).put(component, points.orElseThrow());
				}
			}
		}
		return changed;
	}

	private Message whyNot(Batch batch, Nomination one, ScoreComponent component, OfficeEntries.Entry entry, String was,
			Optional<BigDecimal> points, boolean confirmed, Actor by) {
		if (one.subject().is(by.personId())) {
			return Message.of("refusal.award.ownEntry");
		}
		if (!open(batch, one) || confirmed && entry != null) {
			return Message.of("refusal.award.entriesClosed");
		}
		if (points.isEmpty()) {
			return Message.of("refusal.award.componentPoints", component.name(), component.range());
		}
		boolean meanwhile = entry != null && !entry.shownPoints().equals(was)
				&& entry.points().compareTo(points.get()) != 0;
		return meanwhile ? Message.of("refusal.award.enteredMeanwhile", entry.byName(), entry.shownPoints()) : null;
	}

	private static List<Long> nominations(Map<String, String> typed) {
		return typed.keySet()
			.stream()
			.filter((name) -> name.matches("points\\.[0-9]{1,18}\\..+"))
			.map((name) -> Long.valueOf(name.split("\\.", 3)[1]))
			.distinct()
			.toList();
	}

	private boolean confirmed(Batch batch) {
		return !this.trail.unitsThat(batch.id(), "confirmed").isEmpty();
	}

	private boolean entered(Nomination one, String component) {
		return this.entries.ofNomination(one.id()).stream().anyMatch((entry) -> entry.component().equals(component));
	}

}
