package org.leagueflow.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseState;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants more time, with a reason, by whoever the kind of deadline names. */
@Service
@Transactional
class ExtensionService {

	static final int MAX_REASON_LENGTH = 500;

	private final ObjectProvider<DeadlineKind> kinds;

	private final Extensions extensions;

	private final Cases cases;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	ExtensionService(ObjectProvider<DeadlineKind> kinds, Extensions extensions, Cases cases, AuditLog auditLog,
			BusinessClock clock) {
		this.kinds = kinds;
		this.extensions = extensions;
		this.cases = cases;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** The kinds of which the person may grant this case more time now. */
	@Transactional(readOnly = true)
	List<String> offered(CaseCard card, Actor by) {
		return (card.state() != CaseState.OPEN) ? List.of()
				: this.kinds.orderedStream()
					.filter((kind) -> kind.extension()
						.filter((rule) -> rule.process().equals(card.process()) && rule.grants(by, card.id())
								&& range(rule, card.id()).isPresent())
						.isPresent())
					.map(DeadlineKind::name)
					.toList();
	}

	/**
	 * What the page asks about.
	 * @throws Refusal.NotAllowed to whoever may not grant it
	 */
	@Transactional(readOnly = true)
	Asked asked(CaseId caseId, String kind, Actor by) {
		CaseCard card = this.cases.visible(caseId, by);
		ExtensionRule rule = rule(card, kind);
		rule.requireGranting(by, caseId);
		Extensible range = range(rule, caseId).orElse(null);
		return new Asked(card, kind, range, (range != null) ? range.from(this.clock.today()) : null);
	}

	/**
	 * Grants time until the day, which may be changed by granting another.
	 * @throws Refusal.Conflict while nothing waits for it
	 * @throws Refusal.Invalid without a reason, or for a day that extends nothing or too
	 * much
	 */
	void extend(CaseId caseId, String kind, LocalDate until, String reason, Actor by) {
		CaseCard card = this.cases.visible(caseId, by);
		ExtensionRule rule = rule(card, kind);
		rule.requireGranting(by, caseId);
		Extensible range = range(rule, caseId).orElseThrow(() -> new Refusal.Conflict("refusal.deadline.none"));
		LocalDate from = range.from(this.clock.today());
		if (until == null || until.isBefore(from) || until.isAfter(range.limit())) {
			throw Refusal.Invalid.field("to", "refusal.deadline.to", from.toString(), range.limit().toString());
		}
		if (reason == null || reason.isBlank() || Characters.count(reason) > MAX_REASON_LENGTH) {
			throw Refusal.Invalid.field("reason", "refusal.deadline.reason", MAX_REASON_LENGTH);
		}
		this.extensions
			.save(new DeadlineExtension(kind, caseId, range, until, reason.strip(), by, this.clock.instant()));
		this.cases.note(caseId, by, Message.of("deadline.note." + kind, until.toString(), reason.strip()));
		this.auditLog.record(AuditEvent.of(by, "deadline.extended", "case:" + caseId)
			.on(caseId)
			.in(card.unitId())
			.with(Map.of("deadline", kind, "to", until.toString())));
	}

	/** What may be granted from today on. */
	private Optional<Extensible> range(ExtensionRule rule, CaseId caseId) {
		return rule.extensible(caseId).filter((range) -> range.open(this.clock.today()));
	}

	private ExtensionRule rule(CaseCard card, String kind) {
		return this.kinds.orderedStream()
			.filter((one) -> one.name().equals(kind))
			.flatMap((one) -> one.extension().stream())
			.filter((rule) -> rule.process().equals(card.process()))
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.deadline.unknown"));
	}

	/**
	 * A deadline that somebody is about to extend.
	 *
	 * @param range how far, or null while nothing waits for it
	 * @param from the first day that may be chosen, or null
	 */
	record Asked(CaseCard card, String kind, Extensible range, LocalDate from) {
	}

}
