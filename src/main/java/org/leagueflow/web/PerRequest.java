package org.leagueflow.web;

import java.util.function.Supplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Keeps an answer for as long as one request lasts, where several parts of a page ask for
 * the same; outside of requests it is found each time. For what pages show, never for
 * what decides whether something is done.
 */
public final class PerRequest {

	private PerRequest() {
	}

	/** The answer that this request got first under the key; never null. */
	@SuppressWarnings("unchecked")
	public static <T> T get(String key, Supplier<T> answer) {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request == null) {
			return answer.get();
		}
		String name = PerRequest.class.getName() + "." + key;
		Object known = request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
		if (known == null) {
			known = answer.get();
			request.setAttribute(name, known, RequestAttributes.SCOPE_REQUEST);
		}
		return (T) known;
	}

}
