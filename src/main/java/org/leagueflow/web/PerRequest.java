package org.leagueflow.web;

import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps an answer for as long as one request lasts that only reads (GET), where several
 * parts of a page ask for the same. In a request that changes something, and outside of
 * requests, it is found each time.
 */
public final class PerRequest {

	private PerRequest() {
	}

	/** The answer that a request got first under the key; never null. */
	@SuppressWarnings("unchecked")
	public static <T> T get(String key, Supplier<T> answer) {
		if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				|| !HttpMethod.GET.matches(request.getRequest().getMethod())) {
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
