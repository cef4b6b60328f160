package org.leagueflow.people;

import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People.PersonCard;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Asks auditors and administrators why they read somebody's personal data. */
@Component
class PersonReading {

	private final Readings readings;

	PersonReading(Readings readings) {
		this.readings = readings;
	}

	/** Whether a reason is asked first; otherwise the reading is recorded. */
	boolean asks(PersonCard card, Actor by) {
		if (card.id() == by.personId()) {
			return false;
		}
		if (this.readings.fromOutside(card.unitPath(), by)) {
			return !this.readings.explained(ReadTarget.person(card), by);
		}
		this.readings.work(ReadTarget.person(card), by);
		return false;
	}

	void explain(PersonCard card, String reason, Actor by) {
		this.readings.explain(ReadTarget.person(card), reason, by);
	}

	/** The page that asks. */
	String ask(PersonCard card, String action, Model model) {
		model.addAttribute("what", card.name());
		model.addAttribute("action", action);
		return "people/reading";
	}

}
