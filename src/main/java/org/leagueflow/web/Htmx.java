package org.leagueflow.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** How a request wants to be answered: as a page, as a part of one, or as JSON. */
final class Htmx {

	private Htmx() {
	}

	static boolean asks(HttpServletRequest request) {
		return "true".equals(request.getHeader("HX-Request"));
	}

	/** Whether JSON is asked for and HTML is not. */
	static boolean wantsJson(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains("json") && !accept.contains(MediaType.TEXT_HTML_VALUE);
	}

}
