package org.leagueflow.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * The page to open after log-in, kept in a cookie so that visitors who never sign in
 * leave no session behind. Only a page that a person opened is one to return to: no
 * fetch, part of a page, picture, download or service endpoint.
 */
@Component
class ReturnPath implements RequestCache {

	static final String COOKIE = "return";

	private static final Duration COOKIE_AGE = Duration.ofHours(12);

	/** Longer than this it might not fit into the browser's limit for cookies. */
	private static final int MAX_LENGTH = 1500;

	/** A path of this server, nothing that browsers take for another one. */
	private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		String path = path(request);
		if (opensPage(request) && valid(path)) {
			String value = Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(path.getBytes(StandardCharsets.US_ASCII));
			Cookies.set(COOKIE, value, COOKIE_AGE, request, response);
		}
	}

	@Override
	public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return read(request).map(SimpleSavedRequest::new).orElse(null);
	}

	/** Once the page is asked for again, it is no longer one to return to. */
	@Override
	public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		if (read(request).filter(path(request)::equals).isPresent()) {
			removeRequest(request, response);
		}
		return null;
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		Cookies.remove(COOKIE, request, response);
	}

	private static Optional<String> read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie == null) {
			return Optional.empty();
		}
		try {
			byte[] path = Base64.getUrlDecoder().decode(cookie.getValue());
			return Optional.of(new String(path, StandardCharsets.ISO_8859_1)).filter(ReturnPath::valid);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static boolean valid(String path) {
		return path.length() <= MAX_LENGTH && PATH.matcher(path).matches();
	}

	private static String path(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return (request.getQueryString() != null) ? path + "?" + request.getQueryString() : path;
	}

	private static boolean opensPage(HttpServletRequest request) {
		return request.getMethod().equals("GET") && !Htmx.asks(request) && request.getHeader("X-Requested-With") == null
				&& navigates(request)
				&& request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
				&& drawsPage(method);
	}

	/** Browsers older than Sec-Fetch are known by asking for HTML by name. */
	private static boolean navigates(HttpServletRequest request) {
		String mode = request.getHeader("Sec-Fetch-Mode");
		String destination = request.getHeader("Sec-Fetch-Dest");
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return (mode == null || mode.equals("navigate")) && (destination == null || destination.equals("document"))
				&& request.getHeader("Sec-Purpose") == null && accept != null
				&& accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	private static boolean drawsPage(HandlerMethod method) {
		Class<?> returned = method.getReturnType().getParameterType();
		return (returned == String.class || returned == ModelAndView.class)
				&& !AnnotatedElementUtils.hasAnnotation(method.getMethod(), ResponseBody.class)
				&& !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
	}

}
