package org.leagueflow.cases;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.ReadThing;
import org.leagueflow.people.Readings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records who opens a case file, and asks readers from outside why. */
@Service
class CaseOpeningService implements CaseOpenings {

	private final Cases cases;

	private final CaseRoles roles;

	private final ObjectProvider<CaseReaders> others;

	private final Readings readings;

	CaseOpeningService(Cases cases, CaseRoles roles, ObjectProvider<CaseReaders> others, Readings readings) {
		this.cases = cases;
		this.roles = roles;
		this.others = others;
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

	/** Records why somebody from outside opens the file. */
	@Transactional
	void explain(CaseId caseId, String reason, Actor by) {
		if (!this.cases.maySee(caseId, by)) {
			throw new Refusal.NotAllowed("refusal.cases.not-yours");
		}
		this.readings.explain(thing(this.cases.card(caseId)), reason, by);
	}

	/** Neither concerned nor at work on it: an auditor or an administrator. */
	private boolean fromOutside(CaseCard card, Actor by) {
		return !by.isSystem() && card.subjectPersonId() != by.personId() && card.openedBy() != by.personId()
				&& this.readings.fromOutside(card.unitPath(), by) && !this.roles.everHeld(card.id(), by.personId())
				&& this.others.orderedStream().noneMatch((other) -> other.maySee(card, by));
	}

	private static ReadThing thing(CaseCard card) {
		return ReadThing.caseFile(card.id(), card.number(), card.subjectPersonId(), card.unitId());
	}

}
