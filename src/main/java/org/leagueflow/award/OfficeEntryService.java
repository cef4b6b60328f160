package org.leagueflow.award;

import java.math.BigDecimal;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
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
		this.entries.add(one, component, value, origin.strip(), by, this.clock.instant());
		this.trail.add(batch.id(), nominationId, this.people.unit(batch.unitId()), "entered",
				asked.name() + " = " + value.toPlainString() + "：" + origin.strip(), by);
		this.auditLog.record(AuditEvent.of(by, "award.entered", "nomination:" + nominationId)
			.on(batch.caseId())
			.in(one.unitId())
			.with(Map.of("component", component, "points", value, "origin", origin.strip())));
		if (Batch.RANK.equals(batch.stage())) {
			this.ranking.rank(batch.caseId());
		}
	}

	private boolean confirmed(Batch batch) {
		return !this.trail.unitsThat(batch.id(), "confirmed").isEmpty();
	}

	private boolean entered(Nomination one, String component) {
		return this.entries.ofNomination(one.id()).stream().anyMatch((entry) -> entry.component().equals(component));
	}

}
