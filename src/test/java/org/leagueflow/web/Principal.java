package org.leagueflow.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.ActsAs;
import org.leagueflow.kernel.Post;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody signed in who holds the given roles at no unit that exists. */
public record Principal(Actor actor) implements UserDetails, ActsAs {

	public static RequestPostProcessor holding(String... roles) {
		List<Post> posts = Stream.of(roles).map((role) -> new Post(role, -1, "/-1/")).toList();
		return signedIn(new Actor(-1, "nobody", "无名", posts));
	}

	public static RequestPostProcessor signedIn(Actor actor) {
		return SecurityMockMvcRequestPostProcessors.user(new Principal(actor));
	}

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
