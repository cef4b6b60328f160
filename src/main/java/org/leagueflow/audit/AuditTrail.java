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
 * Writes deeds as rows on the caller's own connection, so that a deed and its record
 * commit or vanish together.
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
	public void record(Deed deed) {
		recordAll(List.of(deed));
	}

	@Override
	public void recordAll(List<Deed> deeds) {
		if (deeds.isEmpty()) {
			return;
		}
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Record " + deeds.get(0).what()
					+ " inside the transaction that does it: call AuditLog from a @Transactional use case");
		}
		this.entries.add(deeds.stream().map((deed) -> entry(deed).marked(this.key.bytes())).toList());
		TransactionSynchronizationManager.registerSynchronization(this.sealer);
	}

	private Entry entry(Deed deed) {
		return new Entry(0, this.clock.instant().truncatedTo(ChronoUnit.MILLIS), deed.by().personId(),
				Characters.first(deed.by().name(), 200), deed.actingFor(), Characters.first(deed.post(), 64),
				deed.unitId(), (deed.caseId() != null) ? deed.caseId().value() : null, deed.what(),
				Characters.first(deed.subject(), 200), Digests.ofState(deed.before()), Digests.ofState(deed.after()),
				(deed.detail() != null) ? Json.write(deed.detail()) : null, this.node.toString(),
				UUID.randomUUID().toString().replace("-", ""), null);
	}

}
