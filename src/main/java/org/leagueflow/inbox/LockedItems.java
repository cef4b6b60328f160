package org.leagueflow.inbox;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * The items that the current transaction has locked, so that it need not read them again
 * before it ends.
 */
@Component(LockedItems.NAME)
@Scope(TransactionScopeConfiguration.TRANSACTION)
class LockedItems {

	static final String NAME = "lockedItems";

	private final Map<String, InboxItem> items = new HashMap<>();

	Map<String, InboxItem> byTask() {
		return this.items;
	}

}
