package org.leagueflow.audit;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.KeyCheck;
import org.leagueflow.kernel.NodeName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes audit events as rows on the caller's own connection, so that a change and its
 * audit entry commit or roll back together.
 */
@Component
class AuditTrail implements AuditLog {

	private final Entries entries;

	private final AuditKey key;

	private final Sealer sealer;

	private final BusinessClock clock;

	private final NodeName node;

	/**
	 * @param checked the key is this database's: nothing is recorded with another one
	 */
	AuditTrail(Entries entries, AuditKey key, KeyCheck checked, Sealer sealer, BusinessClock clock, NodeName node) {
		this.entries = entries;
		this.key = key;
		this.sealer = sealer;
		this.clock = clock;
		this.node = node;
	}

	@Override
	public void record(AuditEvent event) {
		recordAll(List.of(event));
	}

	@Override
	public void recordAll(List<AuditEvent> events) {
		if (events.isEmpty()) {
			return;
		}
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Record " + events.get(0).what()
					+ " inside the transaction that does it: call AuditLog from a @Transactional use case");
		}
		this.entries.add(events.stream().map((event) -> entry(event).marked(this.key.bytes())).toList());
		TransactionSynchronizationManager.registerSynchronization(this.sealer);
	}

	private Entry entry(AuditEvent event) {
		return new Entry(0, this.clock.instant().truncatedTo(ChronoUnit.MILLIS), event.by().personId(),
				Characters.first(event.by().name(), 200), event.actingFor(), Characters.first(event.post(), 64),
				event.unitId(), (event.caseId() != null) ? event.caseId().value() : null, event.what(),
				Characters.first(event.subject(), 200), Digests.ofState(event.before()), Digests.ofState(event.after()),
				(event.detail() != null) ? Json.write(event.detail()) : null, this.node.toString(),
				UUID.randomUUID().toString().replace("-", ""), null);
	}

}
