package org.leagueflow.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts open items per holder in counter rows: each transaction adds its changes just
 * before its commit, sorted by holder, so that counters neither deadlock nor stay locked
 * for long.
 */
@Repository
class OpenItemCounts {

	private static final int SLOTS = 16;

	private final JdbcClient jdbc;

	OpenItemCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How many open items these holders have, as committed. */
	long count(Collection<String> holders) {
		return this.jdbc.sql("SELECT COALESCE(SUM(open_count), 0) FROM inbox_tally WHERE holder IN (:holders)")
			.param("holders", List.copyOf(holders))
			.query(Long.class)
			.single();
	}

	/** Adds to a holder's count when the current transaction commits. */
	void add(String holder, long change) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			pending().changes.merge(holder, change, Long::sum);
		}
		else {
			write(holder, change);
		}
	}

	private Pending pending() {
		return TransactionScoped.get(Pending.class, (pending) -> pending.counts() == this, Pending::new);
	}

	private void write(String holder, long change) {
		int slot = (holder.startsWith("r:") || holder.startsWith("m:")) ? ThreadLocalRandom.current().nextInt(SLOTS)
				: 0;
		if (change != 0 && update(holder, slot, change) == 0) {
			insert(holder, slot, change);
		}
	}

	private int update(String holder, int slot, long change) {
		return this.jdbc.sql("UPDATE inbox_tally SET open_count = open_count + ? WHERE holder = ? AND slot = ?")
			.params(change, holder, slot)
			.update();
	}

	private void insert(String holder, int slot, long change) {
		try {
			this.jdbc.sql("INSERT INTO inbox_tally (holder, slot, open_count) VALUES (?, ?, ?)")
				.params(holder, slot, change)
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Somebody opened the slot between; the failed insert left nothing behind.
			update(holder, slot, change);
		}
	}

	/** What one transaction has to add. */
	private final class Pending implements TransactionSynchronization {

		private final Map<String, Long> changes = new TreeMap<>();

		OpenItemCounts counts() {
			return OpenItemCounts.this;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.changes.forEach(OpenItemCounts.this::write);
			this.changes.clear();
		}

	}

}
