package org.leagueflow.meeting;

import java.util.Collection;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.ActsAs;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A signed-in principal with the posts of today, without an account. */
record TestPrincipal(Actor actor) implements UserDetails, ActsAs {

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

	@Override
	public String getPassword() {
		return "";
	}

	@Override
	public String getUsername() {
		return this.actor.account();
	}

}
