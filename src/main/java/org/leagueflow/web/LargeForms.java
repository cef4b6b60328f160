package org.leagueflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.Globals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says so when a form was too long to be read: the server drops all of its fields, and
 * without its token it would look like a stranger's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class LargeForms extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(LargeForms.class);

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		request.getParameterMap();
		Object failure = request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR);
		if (failure == null) {
			chain.doFilter(request, response);
			return;
		}
		if (response.isCommitted()) { // Tomcat has given the connection up
			LOG.info("Broken off: {} {}", request.getMethod(), request.getRequestURI());
			return;
		}
		boolean tooLarge = failure.toString().equals("POST_TOO_LARGE");
		response.sendError((tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
	}

}
