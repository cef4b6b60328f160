package org.leagueflow.notification;

import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts what is to be told on the list of each person, in the caller's transaction: what
 * rolls back was never told.
 */
@Component
class NotificationDesk implements Notifications {

	private final NotificationList list;

	private final ObjectProvider<People> people;

	private final BusinessClock clock;

	NotificationDesk(NotificationList list, ObjectProvider<People> people, BusinessClock clock) {
		this.list = list;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public void tell(long personId, Message words, String link) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Tell " + words.key()
					+ " inside the transaction that is the reason: call Notifications from a @Transactional use case");
		}
		this.list.add(personId, words, link, this.clock.instant());
	}

	@Override
	public void tellRole(String role, long unitId, Message words, String link) {
		this.people.getObject().holders(role, unitId).forEach((person) -> tell(person, words, link));
	}

}
