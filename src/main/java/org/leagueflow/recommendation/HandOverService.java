package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.notification.CaseNotifications;
import org.leagueflow.notification.Recipient;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
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

	private final HandOverLists lists;

	private final PartyBranches parties;

	private final AuditLog audit;

	private final Ledger ledger;

	private final CaseNotifications notifications;

	private final People people;

	private final Policies policies;

	private final BusinessClock clock;

	HandOverService(Recommendations recommendations, HandOverLists lists, PartyBranches parties, AuditLog audit,
			Ledger ledger, CaseNotifications notifications, People people, Policies policies, BusinessClock clock) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.parties = parties;
		this.audit = audit;
		this.ledger = ledger;
		this.notifications = notifications;
		this.people = people;
		this.policies = policies;
		this.clock = clock;
	}

	/**
	 * Puts it on the day's list for that Party branch, so that what is handed over
	 * together is received and answered together.
	 * @throws Refusal.Invalid when the Party branch does not belong to the school
	 */
	void handOver(CaseId caseId, Actor by, long partyId, LocalDate on) {
		Recommendation one = this.recommendations.of(caseId);
		requireSomebodyElse(one, by);
		UnitCard party = this.parties.of(one.branchId(), partyId);
		one.handedOver(party.name(), on, this.clock.today());
		HandOverList list = list(one, party, on, by);
		one.listed(list, by.personId());
		this.audit.record(AuditEvent.of(by, "recommendation.handed-over", "recommendation-list:" + list.id())
			.on(caseId)
			.in(party.id())
			.with(party.name()));
	}

	/** A list that the Party branch signed for is closed; what follows begins another. */
	private HandOverList list(Recommendation one, UnitCard party, LocalDate on, Actor by) {
		long unit = this.parties.committee(one.branchId()).id();
		Optional<HandOverList> last = this.lists.findFirstByUnitIdAndPartyIdAndLineAndHandedOverOnOrderByNoDesc(unit,
				party.id(), one.line(), on);
		return last.filter((list) -> !this.recommendations.existsByListIdAndReceivedOnIsNotNull(list.id()))
			.orElseGet(() -> this.lists.saveAndFlush(new HandOverList(unit, party.id(), one.line(), on,
					last.map(HandOverList::no).orElse(0) + 1, by.personId(), by.name())));
	}

	void receive(CaseId caseId, Actor by, LocalDate on, String receiver) {
		Recommendation one = this.recommendations.of(caseId);
		boolean onPaper = one.handedOverOn() != null && forParty(one, by);
		one.received(on, this.clock.today());
		one.signedFor((receiver != null) ? receiver.strip() : by.name(), onPaper);
	}

	/**
	 * Whether somebody enters for the Party branch what it sent on paper.
	 * @throws Refusal.NotAllowed when that is not the person's to do: the League decides
	 * nothing for the Party, and whoever handed over does not answer
	 */
	private boolean forParty(Recommendation one, Actor by) {
		requireSomebodyElse(one, by);
		if (one.partyId() != null && by.holdsAt(Roles.PARTY_LIAISON, one.partyId())) {
			if (Long.valueOf(by.personId()).equals(one.handedOverBy())) {
				throw new Refusal.NotAllowed("refusal.recommendation.sameHand");
			}
			return false;
		}
		if (!this.policies.flag(RecommendationRules.FEEDBACK_ON_PAPER, this.people.unit(one.branchId()).path())) {
			throw new Refusal.NotAllowed("refusal.recommendation.partyOnly", one.handedTo());
		}
		return true;
	}

	private static void requireSomebodyElse(Recommendation one, Actor by) {
		if (one.personId() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.recommendation.ownCase");
		}
	}

	/** Being listed as an activist is what the second line asks for. */
	void feedback(CaseId caseId, Actor by, boolean listed, LocalDate on, String reason) {
		Recommendation one = this.recommendations.of(caseId);
		if (one.handedOverOn() != null && forParty(one, by)) {
			one.answeredOnPaper();
		}
		one.feedback(listed, on, reason, this.clock.today());
		if (listed && one.line() == Line.PARTY_ACTIVIST) {
			this.ledger.record(one.personId(),
					Booking.one(EntryKind.PARTY_ACTIVIST, on, "党组织列为入党积极分子", one.handedTo(), caseId), Actor.SYSTEM);
		}
		tellPerson(caseId, listed ? "listed" : "notListed", on);
	}

	void lapse(CaseId caseId) {
		this.notifications.tell(caseId, List.of(Recipient.post(Roles.BRANCH_SECRETARY), Recipient.subject()),
				"recommendation.told.lapsed", this.recommendations.of(caseId).validUntil().toString());
	}

	void sendOpinion(CaseId caseId) {
		tellPerson(caseId, "opinionSent", this.clock.today());
	}

	private void tellPerson(CaseId caseId, String key, LocalDate day) {
		this.notifications.tell(caseId, Recipient.subject(), "recommendation.told." + key, day.toString());
	}

}
