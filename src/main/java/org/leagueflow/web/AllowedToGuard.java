package org.leagueflow.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Refusal;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request through to a page method only when {@link AllowedTo} there, or else on
 * its class, names the reader; what carries none is refused to everybody.
 */
@Component
class AllowedToGuard implements HandlerInterceptor {

	private final LoginEntryPoint entryPoint;

	AllowedToGuard(LoginEntryPoint entryPoint) {
		this.entryPoint = entryPoint;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException, ServletException {
		if (handler instanceof ResourceHttpRequestHandler) {
			return true;
		}
		List<String> roles = (handler instanceof HandlerMethod method) ? allowed(method) : List.of();
		if (roles.contains(AllowedTo.EVERYBODY)) {
			return true;
		}
		Optional<Actor> reader = Reader.current();
		if (reader.isEmpty()) {
			this.entryPoint.commence(request, response, new InsufficientAuthenticationException("not signed in"));
			return false;
		}
		if (roles.contains(AllowedTo.SIGNED_IN) || roles.stream().anyMatch(reader.get()::holds)) {
			return true;
		}
		throw new Refusal.NotAllowed("refusal.web.role");
	}

	/** The roles that may call it; none when nothing is said. */
	static List<String> allowed(HandlerMethod method) {
		AllowedTo said = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AllowedTo.class);
		if (said == null) {
			said = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedTo.class);
		}
		return (said != null) ? List.of(said.value()) : List.of();
	}

}
