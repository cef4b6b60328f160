package org.leagueflow.cases;

import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.engine.Processes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.people.PersonLeft;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends cases whose subject withdraws, leaves or dies. */
@Service
@Transactional
class CaseEndingService implements CaseEndings {

	private static final String WITHDRAWN = "withdrawn";

	private static final String DEPARTED = "departed";

	private static final int MAX_REASON = 500;

	private final Cases cases;

	private final CaseFiles files;

	private final Offices offices;

	private final Processes processes;

	private final ObjectProvider<EndingRule> rules;

	private final AuditLog auditLog;

	CaseEndingService(Cases cases, CaseFiles files, Offices offices, Processes processes,
			ObjectProvider<EndingRule> rules, AuditLog auditLog) {
		this.cases = cases;
		this.files = files;
		this.offices = offices;
		this.processes = processes;
		this.rules = rules;
		this.auditLog = auditLog;
	}

	/** Whether the case page offers the reader to withdraw. */
	@Transactional(readOnly = true)
	boolean offersWithdrawal(CaseCard card, Actor by) {
		return card.state() == CaseState.OPEN && card.isAbout(by.personId()) && whyNotWithdraw(card).isEmpty()
				&& this.processes.waitsFor(card.id(), WITHDRAWN);
	}

	/** Whether the case page offers the reader to record a departure. */
	@Transactional(readOnly = true)
	boolean offersDeparture(CaseCard card, Actor by) {
		return card.state() == CaseState.OPEN && this.offices.keeps(by, card.unitPath())
				&& this.processes.waitsFor(card.id(), DEPARTED);
	}

	/** The case of which somebody asks for the form to withdraw. */
	@Transactional(readOnly = true)
	CaseCard askedToWithdraw(CaseId caseId, Actor by) {
		CaseCard card = this.cases.visible(caseId, by);
		requireSubject(card, by);
		requireWithdrawable(card);
		requireWaiting(card, WITHDRAWN);
		return card;
	}

	/** The case of which somebody asks for the form to record a departure. */
	@Transactional(readOnly = true)
	CaseCard askedToDepart(CaseId caseId, Actor by) {
		CaseCard card = this.cases.visible(caseId, by);
		this.offices.requireKeeping(by, card.unitPath());
		requireWaiting(card, DEPARTED);
		return card;
	}

	@Override
	public void withdraw(CaseId caseId, String reason, Actor by) {
		CaseCard card = this.cases.visible(caseId, by);
		requireSubject(card, by);
		requireOpen(card);
		requireWithdrawable(card);
		end(card, WITHDRAWN, reason, by);
	}

	private void requireWithdrawable(CaseCard card) {
		whyNotWithdraw(card).ifPresent((why) -> {
			throw new Refusal.Conflict(why.key(), why.args().toArray());
		});
	}

	@Override
	public void depart(CaseId caseId, String reason, Actor by) {
		CaseCard card = this.cases.visible(caseId, by);
		this.offices.requireKeeping(by, card.unitPath());
		requireOpen(card);
		end(card, DEPARTED, reason, by);
	}

	private static void requireSubject(CaseCard card, Actor by) {
		if (!card.isAbout(by.personId())) {
			throw new Refusal.NotAllowed("refusal.cases.withdrawNotYours");
		}
	}

	private static void requireOpen(CaseCard card) {
		if (card.state() != CaseState.OPEN) {
			throw new Refusal.Conflict("refusal.cases.over");
		}
	}

	/** A diagram that does not draw the ending does not come to it. */
	private void requireWaiting(CaseCard card, String message) {
		requireOpen(card);
		if (!this.processes.waitsFor(card.id(), message)) {
			throw new Refusal.Conflict("refusal.engine.notWaiting");
		}
	}

	private Optional<Message> whyNotWithdraw(CaseCard card) {
		return this.rules.stream()
			.filter((rule) -> rule.process().equals(card.process()))
			.findFirst()
			.flatMap((rule) -> rule.whyNotWithdraw(card));
	}

	private void end(CaseCard card, String message, String reason, Actor by) {
		if (reason == null || reason.isBlank() || Characters.count(reason) > MAX_REASON) {
			throw Refusal.Invalid.field("reason", "refusal.cases.reason", MAX_REASON);
		}
		this.cases.note(card.id(), by, Message.of("cases.note." + message, reason.strip()));
		this.auditLog.record(
				AuditEvent.of(by, message.equals(WITHDRAWN) ? "case.withdrawn" : "case.departed", "case:" + card.id())
					.on(card.id())
					.in(card.unitId()));
		this.processes.tell(card.id(), message, Map.of());
	}

	/**
	 * Whoever is no longer on the roll is nobody's case; a diagram that draws no
	 * departure goes on.
	 */
	@EventListener
	public void on(PersonLeft event) {
		for (long open : this.files.openAbout(event.personId())) {
			CaseId caseId = new CaseId(open);
			if (this.processes.waitsFor(caseId, DEPARTED)) {
				this.cases.note(caseId, Actor.SYSTEM, Message.of("cases.note.left." + event.reason()));
				this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "case.departed", "case:" + caseId)
					.on(caseId)
					.in(this.cases.card(caseId).unitId())
					.with(event.reason()));
				this.processes.tell(caseId, DEPARTED, Map.of());
			}
		}
	}

}
