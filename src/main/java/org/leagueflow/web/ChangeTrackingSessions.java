package org.leagueflow.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The sessions in the database, read once per request with one statement and written only
 * when something changed: the time of the last visit at most once a minute, so that most
 * requests write nothing.
 */
final class ChangeTrackingSessions<S extends Session>
		implements FindByIndexNameSessionRepository<ChangeTrackingSession<S>> {

	private static final Logger LOG = LoggerFactory.getLogger(ChangeTrackingSessions.class);

	private static final String KNOWN = ChangeTrackingSessions.class.getName() + ".";

	private final FindByIndexNameSessionRepository<S> sessions;

	private final TransactionOperations writing;

	ChangeTrackingSessions(FindByIndexNameSessionRepository<S> sessions, TransactionOperations writing) {
		this.sessions = sessions;
		this.writing = writing;
	}

	@Override
	public ChangeTrackingSession<S> createSession() {
		return new ChangeTrackingSession<>(this.sessions.createSession(), true);
	}

	@Override
	public void save(ChangeTrackingSession<S> session) {
		if (session.changed()) {
			this.writing.executeWithoutResult((status) -> this.sessions.save(session.session()));
			session.written();
		}
		remember(session.getId(), session);
	}

	/** Asked before the page and twice after it; the request keeps the first answer. */
	@Override
	public ChangeTrackingSession<S> findById(String id) {
		ChangeTrackingSession<S> known = remembered(id);
		if (known != null) {
			return known;
		}
		S found = readable(this.sessions.findById(id));
		ChangeTrackingSession<S> session = (found != null) ? new ChangeTrackingSession<>(found, false) : null;
		remember(id, session);
		return session;
	}

	/**
	 * A session whose attributes cannot be read, such as one stored by a version in which
	 * a class had another name, counts as none: its owner signs in again.
	 */
	private S readable(S found) {
		try {
			if (found != null) {
				found.getAttributeNames().forEach(found::getAttribute);
			}
			return found;
		}
		catch (SerializationFailedException | ConversionException ex) {
			LOG.info("Dropped a session that cannot be read: {}", ex.getMessage());
			this.sessions.deleteById(found.getId());
			return null;
		}
	}

	@Override
	public void deleteById(String id) {
		this.sessions.deleteById(id);
		remember(id, null);
	}

	@SuppressWarnings("unchecked")
	private static <S extends Session> ChangeTrackingSession<S> remembered(String id) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return (request != null)
				? (ChangeTrackingSession<S>) request.getAttribute(KNOWN + id, RequestAttributes.SCOPE_REQUEST) : null;
	}

	private static void remember(String id, ChangeTrackingSession<?> session) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null && session != null) {
			request.setAttribute(KNOWN + id, session, RequestAttributes.SCOPE_REQUEST);
		}
		else if (request != null) {
			request.removeAttribute(KNOWN + id, RequestAttributes.SCOPE_REQUEST);
		}
	}

	@Override
	public Map<String, ChangeTrackingSession<S>> findByIndexNameAndIndexValue(String index, String value) {
		return this.sessions.findByIndexNameAndIndexValue(index, value)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (one) -> new ChangeTrackingSession<>(one.getValue(), false)));
	}

}
