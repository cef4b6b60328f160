package org.leagueflow.inbox;

import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The items that one transaction has locked. Nobody else can change them before it ends,
 * so that it need not ask for them again.
 */
final class Held implements TransactionSynchronization {

	private final Map<String, InboxItem> items = new HashMap<>();

	private Held() {
	}

	/** Those of the current transaction; without one, nothing is ever held. */
	static Map<String, InboxItem> now() {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			return new HashMap<>();
		}
		return OfTransaction.get(Held.class, (held) -> true, Held::new).items;
	}

}
