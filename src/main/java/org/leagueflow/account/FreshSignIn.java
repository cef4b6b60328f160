package org.leagueflow.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Compares whoever is signed in with what is true by now: a session whose stamp is old
 * ends, new and lost posts count at once, and a one-time password is changed before
 * anything else.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 10)
class FreshSignIn extends OncePerRequestFilter {

	private static final List<String> STATIC = List.of("/css/", "/js/", "/vendor/", "/webjars/", "/favicon");

	private static final List<String> BEFORE_CHANGE = List.of("/account/password", "/logout", "/login", "/locale",
			"/error");

	private final AccountStatuses statuses;

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	FreshSignIn(AccountStatuses statuses) {
		this.statuses = statuses;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return STATIC.stream().anyMatch(path(request)::startsWith);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		boolean redirected = login != null && login.getPrincipal() instanceof SignedIn was
				&& refresh(was, request, response);
		if (!redirected) {
			chain.doFilter(request, response);
		}
	}

	private boolean refresh(SignedIn was, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Optional<AccountStatus> now = this.statuses.of(was.getUsername())
			.filter((status) -> status.open() && status.stamp() == was.stamp());
		if (now.isEmpty()) {
			end(request);
			return false;
		}
		DeviceName.keep(request);
		if (!now.get().posts().equals(was.actor().posts()) || now.get().mustChange() != was.mustChange()) {
			renew(was.with(now.get()), request, response);
		}
		if (now.get().mustChange() && !BEFORE_CHANGE.contains(path(request))) {
			response.sendRedirect(request.getContextPath() + "/account/password");
			return true;
		}
		return false;
	}

	/** Goes on as this principal, in this request and in the session. */
	void renew(SignedIn somebody, HttpServletRequest request, HttpServletResponse response) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(
				UsernamePasswordAuthenticationToken.authenticated(somebody, null, somebody.getAuthorities()));
		SecurityContextHolder.setContext(context);
		if (request.getSession(false) != null) {
			this.contexts.saveContext(context, request, response);
		}
	}

	private static void end(HttpServletRequest request) {
		SecurityContextHolder.clearContext();
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

}
