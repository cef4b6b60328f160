package org.leagueflow.recommendation;

import org.leagueflow.cases.Cases;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.PersonLeft;
import org.leagueflow.people.PersonMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets recommendations follow what becomes of people and of their cases. */
@Service
@Transactional
class RecommendationEventService {

	private static final String PROCESS = "recommendation";

	private final Recommendations recommendations;

	private final RecommendationPlaces places;

	private final MarkService marks;

	private final Cases cases;

	private final Notifications notifications;

	private final People people;

	RecommendationEventService(Recommendations recommendations, RecommendationPlaces places, MarkService marks,
			Cases cases, Notifications notifications, People people) {
		this.recommendations = recommendations;
		this.places = places;
		this.marks = marks;
		this.cases = cases;
		this.notifications = notifications;
		this.people = people;
	}

	/** A place that led to nothing is free again. */
	@EventListener
	public void on(TaskEvent.CaseEnded event) {
		if (!PROCESS.equals(event.process())) {
			return;
		}
		this.recommendations.findByCaseId(event.caseId().value()).ifPresent((one) -> {
			one.over("opinionSent".equals(event.outcome()));
			if (!one.placed()) {
				this.places.release(event.caseId(), one.line());
			}
		});
	}

	/** Whoever leaves no longer rates. */
	@EventListener
	public void on(PersonLeft event) {
		this.cases.parts(event.personId())
			.stream()
			.filter((part) -> part.role().equals(RecommendationRoles.RATER))
			.filter((part) -> this.marks.left(part.caseId(), event.personId()))
			.forEach((part) -> tellCommittee(part.caseId(), "raterLeft", this.people.person(event.personId()).name()));
	}

	/**
	 * The recommendation stays with the branch whose meeting made it; both branches are
	 * told.
	 */
	@EventListener
	public void on(PersonMoved event) {
		for (CaseId caseId : this.cases.openOf(event.personId(), PROCESS)) {
			long branch = this.recommendations.of(caseId).branchId();
			boolean still = this.people.lineage(event.toUnitId()).stream().anyMatch((unit) -> unit.id() == branch);
			if (!still) {
				String to = this.people.unit(event.toUnitId()).name();
				this.cases.note(caseId, Actor.SYSTEM, Message.of("recommendation.note.moved", to));
				tellCommittee(caseId, "moved", to);
			}
		}
	}

	private void tellCommittee(CaseId caseId, String key, String what) {
		var card = this.cases.card(caseId);
		Route route = this.people.route(Roles.BRANCH_COMMITTEE, card.unitId());
		this.notifications.tellRole(route.role(), route.unitId(),
				Message.of("recommendation.told." + key, card.subjectName(), card.number(), what), "/cases/" + caseId);
	}

}
