package org.leagueflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a form that htmx posted end as any other: the browser goes to the page that the
 * redirect names, instead of htmx swallowing it (and the flash message with it).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class HtmxRedirects extends OncePerRequestFilter {

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !Htmx.asks(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new HttpServletResponseWrapper(response) {

			@Override
			public void sendRedirect(String location) {
				setStatus(HttpStatus.NO_CONTENT.value());
				setHeader("HX-Redirect", location);
			}

		});
	}

}
