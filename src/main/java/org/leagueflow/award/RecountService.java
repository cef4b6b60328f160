package org.leagueflow.award;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.award.Recounts.Recount;
import org.leagueflow.engine.Processes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.ScoreComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second door (异议): a recount by somebody other than the scorer. A correction changes
 * no list by itself; it has the batch ranked anew, announced and decided again.
 */
@Service
@Transactional
class RecountService {

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final NominationService nominating;

	private final Recounts recounts;

	private final Corrections corrections;

	private final BatchScores scores;

	private final BatchRights rights;

	private final BatchTrail trail;

	private final Processes processes;

	private final People people;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	private final ApplicationEventPublisher events;

	RecountService(Batches batches, BatchPlans plans, Nominations nominations, NominationService nominating,
			Recounts recounts, Corrections corrections, BatchScores scores, BatchRights rights, BatchTrail trail,
			Processes processes, People people, Notifications notifications, AuditLog auditLog, BusinessClock clock,
			ApplicationEventPublisher events) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.nominating = nominating;
		this.recounts = recounts;
		this.corrections = corrections;
		this.scores = scores;
		this.rights = rights;
		this.trail = trail;
		this.processes = processes;
		this.people = people;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
		this.events = events;
	}

	/** A recount found that the score stands. */
	long stands(long recountId, String reason, Actor by) {
		Recount recount = asked(recountId);
		Batch batch = running(recount.batch(), by);
		requireOther(batch, (recount.nomination() != null) ? List.of(this.nominations.of(recount.nomination()))
				: this.nominations.placed(batch.id()), null, by);
		settle(recount, "STANDS", null, BatchService.reason(reason), by);
		this.trail.add(batch.id(), recount.nomination(), this.people.unit(batch.unitId()), "recounted", reason.strip(),
				by);
		this.events.publishEvent(new BatchCorrected(batch.id()));
		return batch.id();
	}

	/** A recount found that the person does not belong on the list. */
	long strike(long recountId, long nominationId, String reason, Actor by) {
		Recount recount = asked(recountId);
		Batch batch = running(recount.batch(), by);
		Nomination one = of(batch, nominationId);
		requireAbout(recount, batch.id(), nominationId);
		requireOther(batch, List.of(one), null, by);
		String why = BatchService.reason(reason);
		settle(recount, "STRUCK", nominationId, why, by);
		this.nominating.takeOff(batch, one, NominationState.STRUCK, "struck", why, this.people.unit(batch.unitId()),
				by);
		tell(batch);
		return batch.id();
	}

	/**
	 * Enters what a component is worth.
	 * @param recountId the recount that found it, or null where the office found it
	 * itself
	 */
	void correct(long batchId, Long recountId, long nominationId, String component, String points, String reason,
			Actor by) {
		Batch batch = running(batchId, by);
		Nomination one = of(batch, nominationId);
		Recount recount = (recountId != null) ? asked(recountId) : null;
		if (recount != null) {
			requireAbout(recount, batchId, nominationId);
		}
		requireOther(batch, List.of(one), component, by);
		String why = BatchService.reason(reason);
		BigDecimal value = points(batch, component, points);
		if (recount != null) {
			settle(recount, "CORRECTED", nominationId, why, by);
		}
		this.corrections.add(one, (recount != null) ? recount.objection() : null, component, value, why, by,
				this.clock.instant());
		this.trail.add(batchId, nominationId, this.people.unit(batch.unitId()), "corrected",
				component + " = " + value.toPlainString() + "：" + why, by);
		this.auditLog.record(AuditEvent.of(by, "award.corrected", "nomination:" + nominationId)
			.on(batch.caseId())
			.in(one.unitId())
			.with(Map.of("component", component, "points", value, "reason", why)));
		tell(batch);
	}

	private BigDecimal points(Batch batch, String key, String typed) {
		BatchPlan plan = this.plans.of(batch.editionId());
		ScoreComponent component = (plan.scheme() != null && key != null) ? plan.component(key) : null;
		if (component == null) {
			throw Refusal.Invalid.field("component", "refusal.award.component");
		}
		BigDecimal value = Points.read(typed)
			.filter((number) -> component.holds(Rational.of(number)))
			.orElseThrow(() -> Refusal.Invalid.field("points", "refusal.award.points", component.range()));
		return value;
	}

	/** Wherever the batch waits behind its ranking, it goes back to it. */
	private void tell(Batch batch) {
		batch.corrects();
		this.batches.saveAndFlush(batch);
		this.processes.tellIfWaiting(batch.caseId(), "corrected", Map.of());
		this.events.publishEvent(new BatchCorrected(batch.id()));
	}

	/** An upheld objection asks for a recount. */
	void upheld(Batch batch, long objection, Long nomination) {
		this.recounts.open(batch.id(), objection, nomination, this.clock.instant());
		batch.corrects();
		this.trail.add(batch.id(), nomination, this.people.unit(batch.unitId()), "objected", null, Actor.SYSTEM);
		if (nomination != null) {
			Nomination one = this.nominations.of(nomination);
			this.notifications.tell(one.by(), Message.of("award.told.recount", batch.name(), one.subject().name()),
					"/awards/batches/" + batch.id());
		}
	}

	private Recount asked(long id) {
		Recount recount = this.recounts.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.award.recount"));
		if (recount.result() != null) {
			throw new Refusal.Conflict("refusal.award.recounted", recount.byName());
		}
		return recount;
	}

	private void settle(Recount recount, String result, Long nomination, String reason, Actor by) {
		if (!this.recounts.settle(recount.id(), result, nomination, reason, by, this.clock.instant())) {
			throw new Refusal.Conflict("refusal.award.recounted", "");
		}
	}

	private Batch running(long id, Actor by) {
		Batch batch = this.batches.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.award.batch"));
		this.rights.requireRunning(batch, by);
		if (batch.isOver()) {
			throw new Refusal.Conflict("refusal.award.over");
		}
		return batch;
	}

	private Nomination of(Batch batch, long id) {
		Nomination one = this.nominations.of(id);
		if (one.batchId() != batch.id()) {
			throw new Refusal.NotFound("refusal.award.nomination");
		}
		return one;
	}

	/** A recount settles whom the objection named, or anybody where it named nobody. */
	private static void requireAbout(Recount recount, long batch, long nomination) {
		if (recount.batch() != batch || recount.nomination() != null && recount.nomination() != nomination) {
			throw new Refusal.NotFound("refusal.award.recount");
		}
	}

	/**
	 * Neither who scored or nominated any of them, nor a subject, nor who corrected it
	 * before.
	 * @param component what is recounted, or null for the whole score
	 */
	private void requireOther(Batch batch, List<Nomination> rows, String component, Actor by) {
		Map<Long, Set<Long>> scorers = this.scores.scorers(batch, this.plans.of(batch.editionId()), rows, component);
		rows.stream()
			.filter((one) -> scorers.get(one.id()).contains(by.personId()) || one.by() == by.personId()
					|| one.subject().is(by.personId()))
			.findFirst()
			.ifPresent((one) -> {
				throw new Refusal.NotAllowed("refusal.award.ownScore", one.subject().name());
			});
	}

}
