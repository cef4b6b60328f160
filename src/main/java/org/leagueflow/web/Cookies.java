package org.leagueflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Cookies of ours: not for scripts, not for other sites, and over https only there. */
final class Cookies {

	private Cookies() {
	}

	static void set(String name, String value, Duration kept, HttpServletRequest request,
			HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(name, value)
			.path(request.getContextPath() + "/")
			.maxAge(kept)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	static void remove(String name, HttpServletRequest request, HttpServletResponse response) {
		set(name, "", Duration.ZERO, request, response);
	}

}
