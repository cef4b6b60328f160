package org.leagueflow.cases;

import java.util.List;
import java.util.function.Supplier;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.ReadTarget;
import org.leagueflow.people.Readings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Records who opens a case file, and asks readers from outside why. */
@Service
class CaseOpeningService implements CaseOpenings {

	private final Cases cases;

	private final CaseRoles roles;

	/** Known from the first question on. */
	private final Supplier<List<CaseReaders>> others;

	private final Readings readings;

	CaseOpeningService(Cases cases, CaseRoles roles, ObjectProvider<CaseReaders> others, Readings readings) {
		this.cases = cases;
		this.roles = roles;
		this.others = SingletonSupplier.of(() -> others.orderedStream().toList());
		this.readings = readings;
	}

	@Override
	@Transactional
	public boolean open(CaseCard card, Actor by) {
		if (fromOutside(card, by)) {
			return this.readings.explained(thing(card), by);
		}
		this.readings.work(thing(card), by);
		return true;
	}

	/** Whether the reader has to say first why he opens the file. */
	@Transactional(readOnly = true)
	boolean asks(CaseCard card, Actor by) {
		return fromOutside(card, by) && !this.readings.explained(thing(card), by);
	}

	/** Lets the person concerned see that somebody opened an attached file. */
	@Transactional
	void note(CaseCard card, AttachmentCard file, Actor by) {
		ReadTarget part = ReadTarget.attachment(file.id(), file.name(), card.subjectPersonId(), card.unitId());
		this.readings.part(part, thing(card), by);
	}

	/** The case of which somebody from outside wants to see something. */
	@Transactional(readOnly = true)
	CaseCard asked(CaseId caseId, Actor by) {
		if (!this.cases.maySee(caseId, by)) {
			throw new Refusal.NotAllowed("refusal.cases.not-yours");
		}
		return this.cases.card(caseId);
	}

	/** Records why somebody from outside opens the file. */
	@Transactional
	void explain(CaseId caseId, String reason, Actor by) {
		this.readings.explain(thing(asked(caseId, by)), reason, by);
	}

	/** Neither concerned nor at work on it: an auditor or an administrator. */
	private boolean fromOutside(CaseCard card, Actor by) {
		return !by.isSystem() && !card.isAbout(by.personId()) && card.openedBy() != by.personId()
				&& this.readings.fromOutside(card.unitPath(), by)
				&& !this.roles.existsByCaseIdAndPersonId(card.id().value(), by.personId())
				&& this.others.get().stream().noneMatch((other) -> other.maySee(card, by));
	}

	private static ReadTarget thing(CaseCard card) {
		return ReadTarget.caseFile(card.id(), card.number(), card.subjectPersonId(), card.unitId());
	}

}
