package org.leagueflow.web;

import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.ActsAs;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Whoever reads the page: gives page methods their {@code Actor by}; null only on pages
 * that are for everybody.
 */
@Component
class Reader implements HandlerMethodArgumentResolver {

	/** The signed-in person of this request. */
	static Optional<Actor> current() {
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		return (login != null && login.isAuthenticated() && login.getPrincipal() instanceof ActsAs principal)
				? Optional.of(principal.actor()) : Optional.empty();
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return Actor.class.equals(parameter.getParameterType());
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
			WebDataBinderFactory binders) {
		return current().orElse(null);
	}

}
