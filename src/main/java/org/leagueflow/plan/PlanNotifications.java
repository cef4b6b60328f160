package org.leagueflow.plan;

import org.leagueflow.inbox.TaskRouting.Seat;
import org.leagueflow.kernel.Message;
import org.leagueflow.notification.Notifications;
import org.springframework.stereotype.Component;

/** Tells owners and seats; a unit is told through its head. */
@Component
class PlanNotifications {

	private final PlanSeats seats;

	private final Notifications notifications;

	PlanNotifications(PlanSeats seats, Notifications notifications) {
		this.seats = seats;
		this.notifications = notifications;
	}

	/** A person, or whoever heads the unit. */
	void tell(PlanOwner owner, Message words, String link) {
		if (owner.kind() == PlanOwnerKind.PERSON) {
			tell(owner.id(), words, link);
		}
		else {
			tell(this.seats.head(owner.id()), words, link);
		}
	}

	void tell(Seat seat, Message words, String link) {
		this.notifications.tellRole(seat.role(), seat.unitId(), words, link);
	}

	void tell(long personId, Message words, String link) {
		this.notifications.tell(personId, words, link);
	}

}
