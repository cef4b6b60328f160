package org.leagueflow.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.leagueflow.kernel.Json;

/**
 * A posted form that was refused and is given back to be sent again: what somebody wrote
 * is shown, the rest goes along unseen.
 *
 * @param action the path it was posted to
 * @param written what somebody wrote, to be corrected and sent again
 * @param unseen fields that tell a reader nothing
 * @param texts what was written inside a field that is no text itself (JSON of a form)
 * @param complete whether nothing was withheld, so that it can be sent again
 */
record ReturnedForm(String action, List<Field> written, List<Field> unseen, List<String> texts, boolean complete) {

	private static final int MIN_TEXT_LENGTH = 20;

	/** Fields never given back. */
	private static final Set<String> SECRET = Set.of("password", "current", "chosen", "repeated", "token", "code",
			"key");

	/** Fields that the application filled in itself. */
	private static final Set<String> TECHNICAL = Set.of("once", "idempotencyKey", "answers");

	private static final String CSRF = "_csrf";

	/** One field of the form. */
	record Field(String name, String value) {

		/** Whether one line is enough to correct it in. */
		public boolean isLine() {
			return this.value.length() < MIN_TEXT_LENGTH && this.value.indexOf('\n') < 0;
		}

	}

	/**
	 * The form of this request, or null where none was posted or nothing was written.
	 * @param refused the fields that were refused: they are shown however short they are
	 */
	static ReturnedForm of(HttpServletRequest request, Set<String> refused) {
		if (!request.getMethod().equals("POST")) {
			return null;
		}
		List<Field> written = new ArrayList<>();
		List<Field> unseen = new ArrayList<>();
		fields(request).filter((field) -> !SECRET.contains(field.name()))
			.forEach((field) -> (readable(field) || refused.contains(field.name()) && single(request, field) ? written
					: unseen)
				.add(field));
		List<String> texts = texts(request.getParameter("answers"));
		boolean complete = request.getParameterMap().keySet().stream().noneMatch(SECRET::contains);
		return (written.isEmpty() && texts.isEmpty() && unseen.stream().allMatch(ReturnedForm::isTechnical)) ? null
				: new ReturnedForm(path(request), written, unseen, texts, complete);
	}

	/** A field that came several times is a choice of several. */
	private static boolean single(HttpServletRequest request, Field field) {
		return !isTechnical(field) && request.getParameterValues(field.name()).length == 1;
	}

	private static boolean isTechnical(Field field) {
		return TECHNICAL.contains(field.name());
	}

	private static Stream<Field> fields(HttpServletRequest request) {
		return request.getParameterMap()
			.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().equals(CSRF))
			.flatMap((entry) -> Arrays.stream(entry.getValue()).map((value) -> new Field(entry.getKey(), value)));
	}

	/** Words rather than a number, a date or one choice of several. */
	private static boolean readable(Field field) {
		return !isTechnical(field)
				&& (field.value().length() >= MIN_TEXT_LENGTH || field.value().chars().anyMatch((sign) -> sign > 0x7f));
	}

	private static List<String> texts(String answers) {
		if (answers == null) {
			return List.of();
		}
		try {
			return leaves(Json.read(answers, Object.class)).filter((text) -> !text.isBlank()).toList();
		}
		catch (RuntimeException ex) {
			return List.of();
		}
	}

	private static Stream<String> leaves(Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.values().stream().flatMap(ReturnedForm::leaves);
		}
		if (value instanceof Collection<?> list) {
			return list.stream().flatMap(ReturnedForm::leaves);
		}
		return (value instanceof String text) ? Stream.of(text) : Stream.empty();
	}

	private static String path(HttpServletRequest request) {
		Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String uri = (asked != null) ? asked.toString() : request.getRequestURI();
		return uri.substring(request.getContextPath().length());
	}

}
