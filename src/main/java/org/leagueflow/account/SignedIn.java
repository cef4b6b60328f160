package org.leagueflow.account;

import java.util.Collection;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.ActsAs;
import org.leagueflow.kernel.Post;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who is signed in: the principal that sessions keep. */
public final class SignedIn implements ActsAs, UserDetails, CredentialsContainer {

	private static final long serialVersionUID = 1L;

	private final Actor actor;

	private final long stamp;

	private final boolean mustChange;

	private final boolean open;

	private final boolean enabled;

	private transient String passwordHash;

	/**
	 * Somebody who has signed in; without an account of that log-in and stamp the next
	 * request ends the session.
	 * @param actor who it is, with the posts held today
	 * @param stamp the account's security stamp; a session with another one ends
	 * @param mustChange whether the password must be changed before anything else
	 */
	public SignedIn(Actor actor, long stamp, boolean mustChange) {
		this(actor, stamp, mustChange, null, true, true);
	}

	SignedIn(Actor actor, long stamp, boolean mustChange, String passwordHash, boolean open, boolean enabled) {
		this.actor = actor;
		this.stamp = stamp;
		this.mustChange = mustChange;
		this.passwordHash = passwordHash;
		this.open = open;
		this.enabled = enabled;
	}

	/** Who it is, with the posts held at the time of this request. */
	@Override
	public Actor actor() {
		return this.actor;
	}

	/** The account's security stamp when this person signed in. */
	public long stamp() {
		return this.stamp;
	}

	/** Whether the password must be changed before anything else. */
	public boolean mustChange() {
		return this.mustChange;
	}

	/** The same person with what is true by now. */
	SignedIn with(AccountStatus now) {
		Actor current = new Actor(this.actor.personId(), this.actor.account(), this.actor.name(), now.posts());
		return new SignedIn(current, now.stamp(), now.mustChange());
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return this.actor.posts()
			.stream()
			.map(Post::role)
			.distinct()
			.map((role) -> new SimpleGrantedAuthority("ROLE_" + role))
			.toList();
	}

	@Override
	public String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.actor.account();
	}

	@Override
	public boolean isAccountNonLocked() {
		return this.open;
	}

	@Override
	public boolean isEnabled() {
		return this.enabled;
	}

	@Override
	public void eraseCredentials() {
		this.passwordHash = null;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof SignedIn that && that.getUsername().equals(getUsername());
	}

	@Override
	public int hashCode() {
		return getUsername().hashCode();
	}

	@Override
	public String toString() {
		return "SignedIn[" + getUsername() + "]";
	}

}
