package org.leagueflow.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Answers a form whose CSRF token is missing or old. The header lets session.js fetch a
 * fresh token and send the form once more.
 */
@Component
class StaleCsrfToken implements AccessDeniedHandler {

	static final String HEADER = "X-Stale-Token";

	private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
			throws IOException, ServletException {
		if (response.isCommitted()) { // the body with the token in it was broken off
			return;
		}
		if (!(reason instanceof CsrfException)) {
			this.others.handle(request, response, reason);
			return;
		}
		String path = request.getRequestURI().substring(request.getContextPath().length());
		boolean nobody = Reader.current().isEmpty();
		if (nobody && path.equals("/login")) {
			response.sendRedirect(request.getContextPath() + "/login?stale");
		}
		else if (nobody && path.equals("/logout")) {
			response.sendRedirect(request.getContextPath() + "/login?out");
		}
		else {
			response.setHeader(HEADER, "true");
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

}
