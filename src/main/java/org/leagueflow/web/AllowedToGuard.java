package org.leagueflow.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request through to a page method only when {@link AllowedTo} there, or else on
 * its class, names the reader; what carries none is refused to everybody. Whoever
 * oversees changes only what names that very role, or the own account.
 */
@Component
class AllowedToGuard implements HandlerInterceptor {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<String> OVERSIGHT = Set.of(Roles.AUDITOR, Roles.ADMIN);

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
		Optional<Actor> reader = Reader.current();
		boolean changes = changes(request);
		if (roles.contains(AllowedTo.EVERYBODY)) {
			reader.filter((somebody) -> changes).ifPresent(AllowedToGuard::takesPart);
			return true;
		}
		if (reader.isEmpty()) {
			this.entryPoint.commence(request, response, new InsufficientAuthenticationException("not signed in"));
			return false;
		}
		check(roles, reader.get(), changes);
		return true;
	}

	/** Showing an error changes nothing, whatever the request that went wrong. */
	private static boolean changes(HttpServletRequest request) {
		return !SAFE.contains(request.getMethod()) && request.getDispatcherType() != DispatcherType.ERROR;
	}

	private static void check(List<String> roles, Actor reader, boolean changes) {
		if (roles.contains(AllowedTo.ANY_ACCOUNT)) {
			return;
		}
		boolean named = roles.stream().anyMatch(reader::holds);
		if (!named && !roles.contains(AllowedTo.SIGNED_IN)) {
			throw new Refusal.NotAllowed("refusal.web.role");
		}
		boolean ownOffice = OVERSIGHT.stream().anyMatch((role) -> roles.contains(role) && reader.holds(role));
		if (changes && !ownOffice) {
			takesPart(reader);
		}
	}

	private static void takesPart(Actor reader) {
		if (reader.oversees()) {
			throw new Refusal.NotAllowed("refusal.web.oversees");
		}
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
