package org.leagueflow.account;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.ServerKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lists the sessions of an account, and removes them once the change that asks for it has
 * committed.
 */
@Component
class SessionEnding {

	private final ObjectProvider<FindByIndexNameSessionRepository<?>> sessions;

	private final ServerKey key;

	private final BusinessClock clock;

	SessionEnding(ObjectProvider<FindByIndexNameSessionRepository<?>> sessions, ServerKey key, BusinessClock clock) {
		this.sessions = sessions;
		this.key = key;
		this.clock = clock;
	}

	/** The account's sessions, the one used last first. */
	List<OpenSession> of(String login, String currentId) {
		return open(login).entrySet()
			.stream()
			.filter((one) -> !one.getValue().isExpired())
			.sorted(Comparator
				.comparing((Map.Entry<String, ? extends Session> one) -> one.getValue().getLastAccessedTime())
				.reversed())
			.map((one) -> new OpenSession(key(one.getKey()), one.getValue().getAttribute(DeviceName.ATTRIBUTE),
					local(one.getValue().getCreationTime()), local(one.getValue().getLastAccessedTime()),
					one.getKey().equals(currentId)))
			.toList();
	}

	private LocalDateTime local(Instant moment) {
		return LocalDateTime.ofInstant(moment, this.clock.getZone());
	}

	/** Whether the account has such a session. */
	boolean has(String login, String key) {
		return open(login).keySet().stream().map(this::key).anyMatch(key::equals);
	}

	/** Ends the session of this account that the page names so. */
	void endAfterCommit(String login, String key) {
		afterCommit(login, (repository, id) -> {
			if (key(id).equals(key)) {
				repository.deleteById(id);
			}
		});
	}

	/** Ends all sessions of the account but the one to keep, which may be null. */
	void afterCommit(String login, String keep) {
		afterCommit(login, (repository, id) -> {
			if (!id.equals(keep)) {
				repository.deleteById(id);
			}
		});
	}

	private void afterCommit(String login, BiConsumer<FindByIndexNameSessionRepository<?>, String> each) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				SessionEnding.this.sessions
					.ifAvailable((repository) -> List.copyOf(repository.findByPrincipalName(login).keySet())
						.forEach((id) -> each.accept(repository, id)));
			}

		});
	}

	private Map<String, ? extends Session> open(String login) {
		FindByIndexNameSessionRepository<?> repository = this.sessions.getIfAvailable();
		return (repository != null) ? repository.findByPrincipalName(login) : Map.of();
	}

	private String key(String id) {
		return HexFormat.of().formatHex(this.key.mark("leagueflow/session", id), 0, 12);
	}

}
