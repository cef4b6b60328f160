package org.leagueflow.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Sends somebody who is not signed in to the log-in page, and afterwards back to the page
 * asked for. Programs and page parts get 401, and the page around them says what to do
 * (session.js); a form that was posted is given back.
 */
@Component
class LoginEntryPoint implements AuthenticationEntryPoint {

	private final AuthenticationEntryPoint page = page("/login");

	private final AuthenticationEntryPoint expired = page("/login?expired");

	private final ReturnPath returnPath;

	LoginEntryPoint(ReturnPath returnPath) {
		this.returnPath = returnPath;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException, ServletException {
		boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
		if (Htmx.asks(request) || Htmx.wantsJson(request)) {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else if (reads) {
			this.returnPath.saveRequest(request, response);
			boolean hadSession = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
			(hadSession ? this.expired : this.page).commence(request, response, reason);
		}
		else if (!response.isCommitted()) {
			response.sendError(HttpStatus.UNAUTHORIZED.value());
		}
	}

	private static AuthenticationEntryPoint page(String path) {
		LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint(path);
		page.setFavorRelativeUris(true);
		return page;
	}

}
