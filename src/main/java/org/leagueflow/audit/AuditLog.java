package org.leagueflow.audit;

/** Records what happened, in the transaction in which it happened. */
public interface AuditLog {

	void record(Deed deed);

}
