package org.leagueflow.engine.camunda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which names and which calls stand in a diagram's expressions. */
final class Expressions {

	private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");

	private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\.([A-Za-z_]\\w*)\\(([^()]*)\\)");

	private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

	private static final Set<String> WORDS = Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne",
			"lt", "gt", "le", "ge", "div", "mod", "instanceof", "if", "then", "else", "date", "number", "string");

	private Expressions() {
	}

	/** A call {@code bean.method(args)}. */
	record Call(String bean, String method, int arity) {
	}

	static List<Call> calls(String expression) {
		List<Call> calls = new ArrayList<>();
		Matcher matcher = CALL.matcher(TEXT.matcher(body(expression)).replaceAll("''"));
		while (matcher.find()) {
			String arguments = matcher.group(3).trim();
			calls.add(new Call(matcher.group(1), matcher.group(2),
					arguments.isEmpty() ? 0 : arguments.split(",").length));
		}
		return calls;
	}

	/**
	 * The variables that an expression needs, {@code caseId} and called beans left out.
	 */
	static Set<String> names(String expression) {
		String rest = TEXT.matcher(body(expression)).replaceAll("''");
		Set<String> names = new LinkedHashSet<>();
		Matcher calls = CALL.matcher(rest);
		while (calls.find()) {
			collect(calls.group(3), names);
		}
		collect(CALL.matcher(rest).replaceAll(" "), names);
		names.remove(BindingResolver.CASE_ID);
		return names;
	}

	private static void collect(String text, Set<String> names) {
		Matcher matcher = NAME.matcher(text.replaceAll("\\.\\s*[A-Za-z_]\\w*", ""));
		while (matcher.find()) {
			if (!WORDS.contains(matcher.group())) {
				names.add(matcher.group());
			}
		}
	}

	private static String body(String expression) {
		String text = expression.trim();
		return (text.startsWith("${") || text.startsWith("#{")) && text.endsWith("}")
				? text.substring(2, text.length() - 1) : text;
	}

}
