package org.leagueflow.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * Sends somebody who is not signed in to the log-in page, and afterwards back to the page
 * asked for; programs and page parts get 401.
 */
@Component
class LoginEntryPoint implements AuthenticationEntryPoint {

	private final AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");

	/** In a cookie, so that visitors who never sign in leave no session behind. */
	private final RequestCache asked = new CookieRequestCache();

	RequestCache asked() {
		return this.asked;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException, ServletException {
		if (Htmx.asks(request)) {
			response.setHeader("HX-Redirect", request.getContextPath() + "/login");
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else if (Htmx.wantsJson(request)) {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else {
			if ("GET".equals(request.getMethod())) {
				this.asked.saveRequest(request, response);
			}
			this.page.commence(request, response, reason);
		}
	}

}
