package org.leagueflow.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All vacations that were entered. */
@Repository
class Vacations {

	private final JdbcClient jdbc;

	Vacations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those that touch the days, of whatever unit. */
	List<Vacation> touching(LocalDate from, LocalDate until) {
		return this.jdbc
			.sql("SELECT * FROM life_vacation WHERE last_day >= ? AND first_day <= ? ORDER BY first_day, id")
			.params(from, until)
			.query(Vacations::row)
			.list();
	}

	/** Those of these units, the latest first. */
	List<Vacation> of(Collection<Long> units) {
		return units.isEmpty() ? List.of()
				: this.jdbc
					.sql("SELECT * FROM life_vacation WHERE unit_id IN (:units) ORDER BY first_day DESC, id DESC")
					.param("units", units)
					.query(Vacations::row)
					.list();
	}

	Optional<Vacation> find(long id) {
		return this.jdbc.sql("SELECT * FROM life_vacation WHERE id = ?").param(id).query(Vacations::row).optional();
	}

	void add(long unitId, String name, LocalDate first, LocalDate last, Actor by) {
		this.jdbc
			.sql("INSERT INTO life_vacation (unit_id, name, first_day, last_day, entered_by, entered_by_name)"
					+ " VALUES (?, ?, ?, ?, ?, ?)")
			.params(unitId, name, first, last, by.personId(), by.name())
			.update();
	}

	void remove(long id) {
		this.jdbc.sql("DELETE FROM life_vacation WHERE id = ?").param(id).update();
	}

	private static Vacation row(ResultSet row, int number) throws SQLException {
		return new Vacation(row.getLong("id"), row.getLong("unit_id"), row.getString("name"),
				row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
				row.getString("entered_by_name"));
	}

}
