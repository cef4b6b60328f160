package org.leagueflow.marks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up the persons whom the lines of a sheet name, many lines at a time. */
@Component
class MarkPersons {

	/** Texts that one statement asks for. */
	private static final int ASKED = 200;

	/** Texts that are remembered at a time. */
	private static final int MAX_KEPT = 50_000;

	private final JdbcClient jdbc;

	MarkPersons(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds the persons of the school whom the lines name and who were not looked up yet:
	 * by number, and by name where a line has no number.
	 */
	void find(Collection<MarkLine> lines, String schoolPath, Found found) {
		if (found.size() > MAX_KEPT) {
			found.forget();
		}
		add("p.student_number", Known::number,
				lines.stream().map(MarkLine::number).filter((number) -> !number.isEmpty()), schoolPath,
				found.byNumber());
		add("p.name", Known::name,
				lines.stream().filter((line) -> line.number().isEmpty() && !line.name().isEmpty()).map(MarkLine::name),
				schoolPath, found.byName());
	}

	private void add(String column, Function<Known, String> key, Stream<String> texts, String schoolPath,
			Map<String, List<Known>> known) {
		List<String> asked = texts.distinct().filter((text) -> !known.containsKey(text)).toList();
		asked.forEach((text) -> known.put(text, new ArrayList<>()));
		for (int from = 0; from < asked.size(); from += ASKED) {
			Set<String> some = Set.copyOf(asked.subList(from, Math.min(asked.size(), from + ASKED)));
			this.jdbc
				.sql("SELECT p.id, p.name, p.student_number, u.path, u.name AS unit_name FROM person p"
						+ " JOIN unit u ON u.id = p.unit_id WHERE p.active = TRUE AND u.path LIKE :path AND " + column
						+ " IN (:texts)")
				.param("path", schoolPath + "%")
				.param("texts", filled(some))
				.query((rs, i) -> new Known(rs.getLong("id"), rs.getString("name"), rs.getString("student_number"),
						rs.getString("path"), rs.getString("unit_name")))
				.list()
				.stream()
				.filter((one) -> some.contains(key.apply(one)))
				.forEach((one) -> known.get(key.apply(one)).add(one));
		}
	}

	/** One text again and again at the end, so that every statement is the same. */
	private static List<String> filled(Set<String> texts) {
		List<String> filled = new ArrayList<>(texts);
		filled.addAll(Collections.nCopies(ASKED - filled.size(), filled.get(0)));
		return filled;
	}

	/** Somebody in the books. */
	record Known(long id, String name, String number, String path, String unitName) {
	}

	/** Whom lines may mean, as far as it was looked up. */
	record Found(Map<String, List<Known>> byNumber, Map<String, List<Known>> byName) {

		Found() {
			this(new HashMap<>(), new HashMap<>());
		}

		private int size() {
			return this.byNumber.size() + this.byName.size();
		}

		private void forget() {
			this.byNumber.clear();
			this.byName.clear();
		}

	}

}
