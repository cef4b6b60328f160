package org.leagueflow.inbox;

import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The items that the current transaction has locked, so that it need not read them again
 * before it ends.
 */
final class LockedItems implements TransactionSynchronization {

	private final Map<String, InboxItem> items = new HashMap<>();

	private LockedItems() {
	}

	/** Those of the current transaction; without one, nothing is ever held. */
	static Map<String, InboxItem> now() {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			return new HashMap<>();
		}
		return TransactionScoped.get(LockedItems.class, (held) -> true, LockedItems::new).items;
	}

}
