package org.leagueflow.notification;

import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores notifications and publishes {@link NotificationCreated}, in the caller's
 * transaction: nothing is sent when it rolls back.
 */
@Component
class NotificationPublisher implements Notifications {

	private final NotificationRepository list;

	private final People people;

	private final ApplicationEventPublisher events;

	private final BusinessClock clock;

	NotificationPublisher(NotificationRepository list, People people, ApplicationEventPublisher events,
			BusinessClock clock) {
		this.list = list;
		this.people = people;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public void tell(long personId, Message words, String link) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Tell " + words.key()
					+ " inside the transaction that is the reason: call Notifications from a @Transactional use case");
		}
		if (link != null && !link.matches("/[^/\\\\].*|/")) {
			throw new IllegalArgumentException(
					"Link to a path of this application, such as /cases/17, and not to " + link);
		}
		this.events.publishEvent(new NotificationCreated(
				this.list.save(new Notification(personId, words, link, this.clock.instant())).id()));
	}

	@Override
	public void tellRole(String role, long unitId, Message words, String link) {
		this.people.holders(role, unitId).forEach((person) -> tell(person, words, link));
	}

}
