package org.leagueflow.audit;

import java.util.List;

/** Records what happened, in the transaction in which it happened. */
public interface AuditLog {

	void record(Deed deed);

	/** Records many at once, in their order. */
	void recordAll(List<Deed> deeds);

}
