package org.leagueflow.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The sessions in the database, read with one statement and written only when something
 * changed: a mere visit once a minute, so that most requests write nothing.
 */
final class CalmSessions<S extends Session> implements FindByIndexNameSessionRepository<CalmSession<S>> {

	private final FindByIndexNameSessionRepository<S> sessions;

	private final TransactionOperations writing;

	CalmSessions(FindByIndexNameSessionRepository<S> sessions, TransactionOperations writing) {
		this.sessions = sessions;
		this.writing = writing;
	}

	@Override
	public CalmSession<S> createSession() {
		return new CalmSession<>(this.sessions.createSession(), true);
	}

	@Override
	public void save(CalmSession<S> session) {
		if (session.changed()) {
			this.writing.executeWithoutResult((status) -> this.sessions.save(session.session()));
			session.written();
		}
	}

	@Override
	public CalmSession<S> findById(String id) {
		S found = this.sessions.findById(id);
		return (found != null) ? new CalmSession<>(found, false) : null;
	}

	@Override
	public void deleteById(String id) {
		this.sessions.deleteById(id);
	}

	@Override
	public Map<String, CalmSession<S>> findByIndexNameAndIndexValue(String index, String value) {
		return this.sessions.findByIndexNameAndIndexValue(index, value)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> new CalmSession<>(one.getValue(), false)));
	}

}
