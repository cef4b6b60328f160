package org.leagueflow.audit;

import java.util.List;
import java.util.regex.Pattern;

/** A table as text that a spreadsheet opens without running anything in it. */
final class Csv {

	// What a spreadsheet would take for a formula at the start of a cell.
	private static final Pattern FORMULA = Pattern.compile("(?s)^[\\s]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\t\\r].*");

	private final StringBuilder text = new StringBuilder("\uFEFF");

	void row(List<?> cells) {
		for (int i = 0; i < cells.size(); i++) {
			this.text.append((i > 0) ? "," : "").append(cell(cells.get(i)));
		}
		this.text.append("\r\n");
	}

	static String cell(Object content) {
		if (content == null) {
			return "";
		}
		String words = content.toString();
		boolean formula = !(content instanceof Number) && FORMULA.matcher(words).matches();
		return '"' + (formula ? "'" : "") + words.replace("\"", "\"\"") + '"';
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
