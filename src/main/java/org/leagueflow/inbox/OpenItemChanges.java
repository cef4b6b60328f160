package org.leagueflow.inbox;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the current transaction adds to the counts of open items when it commits. */
@Component(OpenItemChanges.NAME)
@Scope(TransactionScopeConfiguration.TRANSACTION)
class OpenItemChanges implements TransactionSynchronization {

	static final String NAME = "openItemChanges";

	private final Map<OpenItemGroup, Long> changes = new TreeMap<>();

	private final OpenItemCounts counts;

	OpenItemChanges(OpenItemCounts counts) {
		this.counts = counts;
		TransactionSynchronizationManager.registerSynchronization(this);
	}

	void add(OpenItemGroup group, long change) {
		this.changes.merge(group, change, Long::sum);
	}

	@Override
	public void beforeCommit(boolean readOnly) {
		this.counts.write(this.changes);
		this.changes.clear();
	}

}
