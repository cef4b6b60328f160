package org.leagueflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Leads back to the log-in page, which says what went wrong; no session is opened for it.
 */
class LoginFailures implements AuthenticationFailureHandler {

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		String why = (failure instanceof TooManyAttempts attempts) ? "wait=" + attempts.seconds() : "error";
		response.sendRedirect(response.encodeRedirectURL(request.getContextPath() + "/login?" + why));
	}

}
