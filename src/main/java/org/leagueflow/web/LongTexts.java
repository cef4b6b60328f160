package org.leagueflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody took the trouble to write into a form that was refused. */
final class LongTexts {

	private static final int LONG = 20;

	private static final Set<String> SECRET = Set.of("password", "current", "chosen", "repeated", "token", "_csrf",
			"once", "key");

	private LongTexts() {
	}

	/** The longer texts of the form, none of them secret, in their order. */
	static List<String> of(HttpServletRequest request) {
		return request.getMethod().equals("POST") ? request.getParameterMap()
			.entrySet()
			.stream()
			.filter((field) -> !SECRET.contains(field.getKey()))
			.map(Map.Entry::getValue)
			.flatMap(Arrays::stream)
			.filter((text) -> text.length() >= LONG)
			.toList() : List.of();
	}

}
