package org.leagueflow.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.session.Session;

/** A session that knows whether it has unsaved changes. */
final class ChangeTrackingSession<S extends Session> implements Session {

	/** A visit within this time after the last one that was written down is not. */
	static final Duration WRITE_INTERVAL = Duration.ofMinutes(1);

	private final S session;

	private boolean changed;

	ChangeTrackingSession(S session, boolean changed) {
		this.session = session;
		this.changed = changed;
	}

	S session() {
		return this.session;
	}

	boolean changed() {
		return this.changed;
	}

	void written() {
		this.changed = false;
	}

	@Override
	public String getId() {
		return this.session.getId();
	}

	@Override
	public String changeSessionId() {
		this.changed = true;
		return this.session.changeSessionId();
	}

	@Override
	public <T> T getAttribute(String name) {
		return this.session.getAttribute(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.session.getAttributeNames();
	}

	@Override
	public void setAttribute(String name, Object value) {
		this.changed = true;
		this.session.setAttribute(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		this.changed = true;
		this.session.removeAttribute(name);
	}

	@Override
	public Instant getCreationTime() {
		return this.session.getCreationTime();
	}

	@Override
	public void setLastAccessedTime(Instant now) {
		if (this.session.getLastAccessedTime().plus(WRITE_INTERVAL).isBefore(now)) {
			this.changed = true;
			this.session.setLastAccessedTime(now);
		}
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.session.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.changed = true;
		this.session.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.session.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return this.session.isExpired();
	}

}
