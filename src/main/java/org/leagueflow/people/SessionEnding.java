package org.leagueflow.people;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Removes the sessions of an account once the change that asks for it has committed. */
@Component
class SessionEnding {

	private final ObjectProvider<FindByIndexNameSessionRepository<?>> sessions;

	SessionEnding(ObjectProvider<FindByIndexNameSessionRepository<?>> sessions) {
		this.sessions = sessions;
	}

	/** Ends all sessions of the account but the one to keep, which may be null. */
	void afterCommit(String login, String keep) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				SessionEnding.this.sessions.ifAvailable((repository) -> end(repository, login, keep));
			}

		});
	}

	private static void end(FindByIndexNameSessionRepository<?> repository, String login, String keep) {
		repository.findByPrincipalName(login)
			.keySet()
			.stream()
			.filter((id) -> !id.equals(keep))
			.forEach(repository::deleteById);
	}

}
