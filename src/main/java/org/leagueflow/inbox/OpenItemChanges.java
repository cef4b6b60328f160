package org.leagueflow.inbox;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the current transaction adds to the counts of open items when it commits. */
class OpenItemChanges implements TransactionSynchronization {

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
