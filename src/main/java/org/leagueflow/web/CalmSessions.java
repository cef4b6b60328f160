package org.leagueflow.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The sessions in the database, read once per request with one statement and written only
 * when something changed: a mere visit once a minute, so that most requests write
 * nothing.
 */
final class CalmSessions<S extends Session> implements FindByIndexNameSessionRepository<CalmSession<S>> {

	private static final String KNOWN = CalmSessions.class.getName() + ".";

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
		remember(session.getId(), session);
	}

	/** Asked before the page and twice after it; the request keeps the first answer. */
	@Override
	public CalmSession<S> findById(String id) {
		CalmSession<S> known = remembered(id);
		if (known != null) {
			return known;
		}
		S found = this.sessions.findById(id);
		CalmSession<S> session = (found != null) ? new CalmSession<>(found, false) : null;
		remember(id, session);
		return session;
	}

	@Override
	public void deleteById(String id) {
		this.sessions.deleteById(id);
		remember(id, null);
	}

	@SuppressWarnings("unchecked")
	private static <S extends Session> CalmSession<S> remembered(String id) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return (request != null) ? (CalmSession<S>) request.getAttribute(KNOWN + id, RequestAttributes.SCOPE_REQUEST)
				: null;
	}

	private static void remember(String id, CalmSession<?> session) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null && session != null) {
			request.setAttribute(KNOWN + id, session, RequestAttributes.SCOPE_REQUEST);
		}
		else if (request != null) {
			request.removeAttribute(KNOWN + id, RequestAttributes.SCOPE_REQUEST);
		}
	}

	@Override
	public Map<String, CalmSession<S>> findByIndexNameAndIndexValue(String index, String value) {
		return this.sessions.findByIndexNameAndIndexValue(index, value)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> new CalmSession<>(one.getValue(), false)));
	}

}
