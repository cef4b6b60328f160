package org.leagueflow.recommendation;

import java.time.LocalDate;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Months;
import org.leagueflow.kernel.Roles;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Route;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 移交: the papers go to the Party branch, which says what it decided. The League side
 * never decides for it.
 */
@Service
@Transactional
class HandOverService {

	private final Recommendations recommendations;

	private final Cases cases;

	private final Ledger ledger;

	private final Notifications notifications;

	private final People people;

	private final Policies policies;

	private final BusinessClock clock;

	HandOverService(Recommendations recommendations, Cases cases, Ledger ledger, Notifications notifications,
			People people, Policies policies, BusinessClock clock) {
		this.recommendations = recommendations;
		this.cases = cases;
		this.ledger = ledger;
		this.notifications = notifications;
		this.people = people;
		this.policies = policies;
		this.clock = clock;
	}

	void handOver(CaseId caseId, String party, LocalDate on) {
		this.recommendations.of(caseId).handedOver(party.strip(), on, this.clock.today());
	}

	void receive(CaseId caseId, LocalDate on) {
		this.recommendations.of(caseId).received(on, this.clock.today());
	}

	/** Being listed as an activist is what the second line asks for. */
	void feedback(CaseId caseId, boolean listed, LocalDate on, String reason) {
		Recommendation one = this.recommendations.of(caseId);
		one.feedback(listed, on, reason, this.clock.today());
		if (listed && one.line() == Line.PARTY_ACTIVIST) {
			this.ledger.record(one.personId(),
					Booking.one(EntryKind.PARTY_ACTIVIST, on, "党组织列为入党积极分子", one.handedTo(), caseId), Actor.SYSTEM);
		}
		tellPerson(caseId, listed ? "listed" : "notListed", on.toString());
	}

	@Transactional(readOnly = true)
	LocalDate feedbackDue(CaseId caseId) {
		Recommendation one = this.recommendations.of(caseId);
		return Months.after(one.handedOverOn(), number(one, RecommendationRules.FEEDBACK_DUE_MONTHS));
	}

	/** Overdue reminds and decides nothing. */
	void remindParty(CaseId caseId) {
		tellSecretary(caseId, "feedbackLate", feedbackDue(caseId).toString());
	}

	@Transactional(readOnly = true)
	LocalDate lapseReminder(CaseId caseId) {
		Recommendation one = this.recommendations.of(caseId);
		return one.validUntil().minusDays(number(one, RecommendationRules.VALIDITY_REMIND_DAYS));
	}

	void remindLapse(CaseId caseId) {
		String day = this.recommendations.of(caseId).validUntil().toString();
		tellSecretary(caseId, "lapsesSoon", day);
		tellPerson(caseId, "lapsesSoon", day);
	}

	void lapse(CaseId caseId) {
		String day = this.recommendations.of(caseId).validUntil().toString();
		tellSecretary(caseId, "lapsed", day);
		tellPerson(caseId, "lapsed", day);
	}

	void sendOpinion(CaseId caseId) {
		tellPerson(caseId, "opinionSent", this.clock.today().toString());
	}

	private void tellPerson(CaseId caseId, String key, String day) {
		CaseCard card = this.cases.card(caseId);
		this.notifications.tell(card.subjectPersonId(), words(card, key, day), "/cases/" + caseId);
		this.cases.note(caseId, Actor.SYSTEM, words(card, key, day), Readers.of(Readers.SUBJECT));
	}

	private void tellSecretary(CaseId caseId, String key, String day) {
		CaseCard card = this.cases.card(caseId);
		Route route = this.people.route(Roles.BRANCH_SECRETARY, card.unitId());
		this.notifications.tellRole(route.role(), route.unitId(), words(card, key, day), "/cases/" + caseId);
		this.cases.note(caseId, Actor.SYSTEM, words(card, key, day));
	}

	private static Message words(CaseCard card, String key, String day) {
		return Message.of("recommendation.told." + key, card.subjectName(), card.number(), day);
	}

	private int number(Recommendation one, String rule) {
		return this.policies.number(rule, this.people.unit(one.branchId()).path());
	}

}
