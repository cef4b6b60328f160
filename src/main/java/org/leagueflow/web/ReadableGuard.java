package org.leagueflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Readable;
import org.leagueflow.kernel.Refusal;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Takes no control characters and no halves of characters from any page: they break
 * documents and cannot be seen in lists.
 */
class ReadableGuard implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getMethod().equals("POST")) {
			check(request.getParameterMap());
		}
		return true;
	}

	private static void check(Map<String, String[]> entered) {
		Map<String, Message> wrong = entered.entrySet()
			.stream()
			.filter((field) -> !Arrays.stream(field.getValue()).allMatch(Readable::is))
			.collect(Collectors.toMap(Map.Entry::getKey, (field) -> Message.of("refusal.web.unreadable")));
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

}
