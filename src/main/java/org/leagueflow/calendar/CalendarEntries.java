package org.leagueflow.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the two tables of the holiday calendar. */
@Repository
class CalendarEntries {

	private final JdbcClient jdbc;

	CalendarEntries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<YearEntry> years() {
		return this.jdbc.sql("SELECT year_no, status, source FROM calendar_year ORDER BY year_no DESC")
			.query((row, number) -> new YearEntry(row.getInt("year_no"), "COMPLETE".equals(row.getString("status")),
					row.getString("source")))
			.list();
	}

	Optional<YearEntry> year(int year) {
		return years().stream().filter((entry) -> entry.year() == year).findFirst();
	}

	List<CalendarEntry> days(int year) {
		return this.jdbc
			.sql("SELECT day_date, kind, name, source FROM calendar_day WHERE day_date BETWEEN ? AND ? "
					+ "ORDER BY day_date")
			.params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
			.query((row, number) -> new CalendarEntry(row.getObject("day_date", LocalDate.class), row.getString("kind"),
					row.getString("name"), row.getString("source")))
			.list();
	}

	void putYear(YearEntry entry) {
		this.jdbc.sql("DELETE FROM calendar_year WHERE year_no = ?").param(entry.year()).update();
		this.jdbc.sql("INSERT INTO calendar_year (year_no, status, source) VALUES (?, ?, ?)")
			.params(entry.year(), entry.complete() ? "COMPLETE" : "PROVISIONAL", entry.source())
			.update();
	}

	void putDay(CalendarEntry entry) {
		removeDay(entry.day());
		this.jdbc.sql("INSERT INTO calendar_day (day_date, kind, name, source) VALUES (?, ?, ?, ?)")
			.params(entry.day(), entry.kind(), entry.name(), entry.source())
			.update();
	}

	boolean removeDay(LocalDate day) {
		return this.jdbc.sql("DELETE FROM calendar_day WHERE day_date = ?").param(day).update() > 0;
	}

}
