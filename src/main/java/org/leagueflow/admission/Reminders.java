package org.leagueflow.admission;

import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/** Tells those concerned, and writes into the case's timeline that they were told. */
@Component
class Reminders {

	private final Cases cases;

	private final Notifications notifications;

	private final People people;

	private final Offices offices;

	Reminders(Cases cases, Notifications notifications, People people, Offices offices) {
		this.cases = cases;
		this.notifications = notifications;
		this.people = people;
		this.offices = offices;
	}

	/** Tells the person whom the case is about. */
	void applicant(CaseId caseId, String key, Object... args) {
		CaseCard card = this.cases.card(caseId);
		this.notifications.tell(card.subjectPersonId(), words(card, key, args), "/cases/" + caseId);
		this.cases.note(caseId, Actor.SYSTEM, words(card, key, args), Readers.of(Readers.SUBJECT));
	}

	void mentors(CaseId caseId, String key, Object... args) {
		CaseCard card = this.cases.card(caseId);
		for (long mentor : this.cases.holders(caseId, AdmissionRoles.MENTOR)) {
			this.notifications.tell(mentor, words(card, key, args), "/cases/" + caseId);
		}
		this.cases.note(caseId, Actor.SYSTEM, words(card, key, args), Readers.of(AdmissionRoles.MENTOR));
	}

	/** Tells the holders of a role at or above the case's branch. */
	void role(CaseId caseId, String role, String key, Object... args) {
		CaseCard card = this.cases.card(caseId);
		Route route = this.people.route(role, card.unitId());
		this.notifications.tellRole(route.role(), route.unitId(), words(card, key, args), "/cases/" + caseId);
		this.cases.note(caseId, Actor.SYSTEM, words(card, key, args));
	}

	/** Tells the committee of this unit. */
	void committee(CaseId caseId, UnitCard unit, String key, Object... args) {
		CaseCard card = this.cases.card(caseId);
		this.notifications.tellRole(this.offices.committee(unit), unit.id(), words(card, key, args),
				"/cases/" + caseId);
		this.cases.note(caseId, Actor.SYSTEM, words(card, key, args));
	}

	private static Message words(CaseCard card, String key, Object... args) {
		Object[] all = new Object[args.length + 2];
		all[0] = card.subjectName();
		all[1] = card.number();
		System.arraycopy(args, 0, all, 2, args.length);
		return Message.of("admission.told." + key, all);
	}

}
