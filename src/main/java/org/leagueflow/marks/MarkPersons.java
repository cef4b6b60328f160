package org.leagueflow.marks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up the persons whom the lines of a sheet name, many lines at a time. */
@Component
class MarkPersons {

	private final JdbcClient jdbc;

	MarkPersons(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Persons of the school by number, and by name where a line has no number. */
	Found find(Collection<MarkLine> lines, String schoolPath) {
		Set<String> numbers = lines.stream()
			.map(MarkLine::number)
			.filter((number) -> !number.isEmpty())
			.collect(Collectors.toSet());
		Set<String> names = lines.stream()
			.filter((line) -> line.number().isEmpty() && !line.name().isEmpty())
			.map(MarkLine::name)
			.collect(Collectors.toSet());
		Map<String, List<Known>> byNumber = new HashMap<>();
		Map<String, List<Known>> byName = new HashMap<>();
		known("p.student_number", numbers, schoolPath)
			.forEach((one) -> byNumber.computeIfAbsent(one.number(), (any) -> new ArrayList<>()).add(one));
		known("p.name", names, schoolPath)
			.forEach((one) -> byName.computeIfAbsent(one.name(), (any) -> new ArrayList<>()).add(one));
		return new Found(byNumber, byName);
	}

	private List<Known> known(String column, Set<String> texts, String schoolPath) {
		if (texts.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("SELECT p.id, p.name, p.student_number, u.path, u.name AS unit_name FROM person p"
					+ " JOIN unit u ON u.id = p.unit_id WHERE p.active = TRUE AND u.path LIKE :path AND " + column
					+ " IN (:texts)")
			.param("path", schoolPath + "%")
			.param("texts", texts)
			.query((rs, i) -> new Known(rs.getLong("id"), rs.getString("name"), rs.getString("student_number"),
					rs.getString("path"), rs.getString("unit_name")))
			.list();
	}

	/** Somebody in the books. */
	record Known(long id, String name, String number, String path, String unitName) {
	}

	/** Whom a piece of lines may mean. */
	record Found(Map<String, List<Known>> byNumber, Map<String, List<Known>> byName) {
	}

}
