package org.leagueflow.audit;

import java.util.List;

/** Records what happened, in the transaction in which it happened. */
public interface AuditLog {

	void record(AuditEvent event);

	/** Records many at once, in their order. */
	void recordAll(List<AuditEvent> events);

}
