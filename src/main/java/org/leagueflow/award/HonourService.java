package org.leagueflow.award;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Subject;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes what was decided, and issues and books the honours. After a new decision only
 * what it changed is issued anew or revoked.
 */
@Service
@Transactional
class HonourService {

	/** Without letters and digits that are taken for one another. */
	private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int CODE_LENGTH = 12;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final Certificates certificates;

	private final BatchTrail trail;

	private final Cases cases;

	private final Ledger ledger;

	private final People people;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	HonourService(Batches batches, BatchPlans plans, Nominations nominations, Certificates certificates,
			BatchTrail trail, Cases cases, Ledger ledger, People people, Notifications notifications, AuditLog auditLog,
			BusinessClock clock) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.certificates = certificates;
		this.trail = trail;
		this.cases = cases;
		this.ledger = ledger;
		this.people = people;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Nothing is published without a decision; an earlier one stands without a new one.
	 */
	void publish(CaseId caseId) {
		Batch batch = this.batches.of(caseId);
		if (!batch.inFavour()) {
			return;
		}
		this.nominations.publish(batch.id());
		batch.published(this.clock.today());
		this.trail.add(batch.id(), null, this.people.unit(batch.unitId()), "published", null, Actor.SYSTEM);
		this.cases.note(caseId, Actor.SYSTEM,
				Message.of("award.note.published", this.nominations.awarded(batch.id()).size()),
				Readers.of(Readers.EVERYONE));
		this.auditLog.record(
				AuditEvent.of(Actor.SYSTEM, "award.published", "batch:" + batch.id()).on(caseId).in(batch.unitId()));
	}

	void certify(CaseId caseId) {
		Batch batch = this.batches.of(caseId);
		BatchPlan plan = this.plans.of(batch.editionId());
		LocalDate today = this.clock.today();
		Map<Long, Certificate> valid = new HashMap<>();
		this.certificates.findByBatchIdOrderById(batch.id())
			.stream()
			.filter(Certificate::valid)
			.forEach((one) -> valid.put(one.card().nomination(), one));
		UnitCard issuer = this.people.unit(batch.unitId());
		int number = this.certificates.countByBatchId(batch.id());
		for (Nomination one : this.nominations.awarded(batch.id())) {
			String honour = honour(plan, one);
			Certificate before = valid.remove(one.id());
			if (before != null && before.card().honour().equals(honour)) {
				continue;
			}
			if (before != null) {
				revoke(batch, before, today);
			}
			number++;
			issue(batch, one, honour, issuer, number, today);
		}
		valid.values().forEach((one) -> revoke(batch, one, today));
	}

	private void issue(Batch batch, Nomination one, String honour, UnitCard issuer, int number, LocalDate today) {
		Certificate certificate = new Certificate(batch, one,
				"LF-%d-%04d-%05d".formatted(today.getYear(), batch.id(), number), code(), honour, issuer.name(), today);
		this.certificates.save(certificate);
		certificate.booked(this.ledger.record(bearer(one), Booking.one(EntryKind.HONOUR, today,
				Characters.first(batch.period() + " " + honour, 200), certificate.card().number(), batch.caseId()),
				Actor.SYSTEM));
		if (one.subject().kind() == Subject.Kind.PERSON) {
			this.notifications.tell(one.subject().id(), Message.of("award.told.awarded", batch.name(), honour),
					"/awards/mine");
		}
		this.auditLog
			.record(AuditEvent.of(Actor.SYSTEM, "award.certified", "certificate:" + certificate.card().number())
				.on(batch.caseId())
				.in(one.unitId()));
	}

	/** Whose honour it is: of an activity that of the branch which held it. */
	private static Subject bearer(Nomination one) {
		return (one.subject().kind() == Subject.Kind.ACTIVITY) ? Subject.unit(one.unitId(), one.unitName())
				: one.subject();
	}

	/** What was booked with it is taken back by a counter-entry. */
	private void revoke(Batch batch, Certificate one, LocalDate today) {
		one.revoke(batch.name(), today);
		if (one.ledgerEntry() != null) {
			this.ledger.correct(one.ledgerEntry(), 1, "评优重新决定：" + Characters.first(batch.name(), 100), Actor.SYSTEM);
		}
		this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "award.revoked", "certificate:" + one.card().number())
			.on(batch.caseId())
			.in(batch.unitId()));
	}

	/** The award, and the level where there are several. */
	private static String honour(BatchPlan plan, Nomination one) {
		return (plan.levels().size() > 1) ? plan.award() + " " + plan.level(one.awarded()) : plan.award();
	}

	private static String code() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < CODE_LENGTH; i++) {
			code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return code.toString();
	}

	/** The first certificates of a batch, in the order in which they were issued. */
	@Transactional(readOnly = true)
	List<Certificate.Card> of(long batch, int limit) {
		return this.certificates.findByBatchIdOrderById(batch, Limit.of(limit))
			.stream()
			.map(Certificate::card)
			.toList();
	}

	/** How many certificates a batch has issued. */
	@Transactional(readOnly = true)
	int issued(long batch) {
		return this.certificates.countByBatchId(batch);
	}

}
