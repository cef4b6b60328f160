package org.leagueflow.award;

import java.math.BigDecimal;
import java.util.Map;
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

	private final OfficeEntries entries;

	private final PanelMarks panel;

	private final BatchRights rights;

	private final BatchTrail trail;

	private final Processes processes;

	private final People people;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	RecountService(Batches batches, BatchPlans plans, Nominations nominations, NominationService nominating,
			Recounts recounts, Corrections corrections, OfficeEntries entries, PanelMarks panel, BatchRights rights,
			BatchTrail trail, Processes processes, People people, Notifications notifications, AuditLog auditLog,
			BusinessClock clock) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.nominating = nominating;
		this.recounts = recounts;
		this.corrections = corrections;
		this.entries = entries;
		this.panel = panel;
		this.rights = rights;
		this.trail = trail;
		this.processes = processes;
		this.people = people;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** A recount found that the score stands. */
	long stands(long recountId, String reason, Actor by) {
		Recount recount = asked(recountId);
		Batch batch = running(recount.batch(), by);
		if (recount.nomination() != null) {
			requireOther(this.nominations.of(recount.nomination()), null, by);
		}
		settle(recount, "STANDS", null, BatchService.reason(reason), by);
		this.trail.add(batch.id(), recount.nomination(), this.people.unit(batch.unitId()), "recounted", reason.strip(),
				by);
		return batch.id();
	}

	/** A recount found that the person does not belong on the list. */
	long strike(long recountId, long nominationId, String reason, Actor by) {
		Recount recount = asked(recountId);
		Batch batch = running(recount.batch(), by);
		Nomination one = of(batch, nominationId);
		requireOther(one, null, by);
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
		requireOther(one, component, by);
		String why = BatchService.reason(reason);
		BigDecimal value = points(batch, component, points);
		Recount recount = (recountId != null) ? asked(recountId) : null;
		if (recount != null) {
			if (recount.batch() != batchId) {
				throw new Refusal.NotFound("refusal.award.recount");
			}
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
		batch.corrects();
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

	/** Neither who scored or nominated, nor the subject, nor who recounted it before. */
	private void requireOther(Nomination one, String component, Actor by) {
		boolean scored = this.entries.ofNomination(one.id())
			.stream()
			.anyMatch((entry) -> entry.by() == by.personId()
					&& (component == null || component.equals(entry.component())))
				|| this.panel.ofNomination(one.id()).stream().anyMatch((mark) -> mark.judge() == by.personId())
				|| this.corrections.ofNomination(one.id())
					.stream()
					.anyMatch((done) -> done.by() == by.personId() && done.component().equals(component));
		if (scored || one.by() == by.personId() || one.subject().is(by.personId())) {
			throw new Refusal.NotAllowed("refusal.award.ownScore", one.subject().name());
		}
	}

}
