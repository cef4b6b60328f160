package org.leagueflow.kernel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.WorkingDays.Sureness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the holiday calendar, table by table as it stands now. */
@Repository
class CalendarYears {

	private final JdbcClient jdbc;

	CalendarYears(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<CalendarYear> find(int year) {
		return this.jdbc.sql("SELECT status FROM calendar_year WHERE year_no = ?")
			.param(year)
			.query(String.class)
			.optional()
			.map((status) -> new CalendarYear(sureness(status), exceptions(year)));
	}

	private static Sureness sureness(String status) {
		return "COMPLETE".equals(status) ? Sureness.CERTAIN : Sureness.PROVISIONAL;
	}

	private Map<LocalDate, Boolean> exceptions(int year) {
		Map<LocalDate, Boolean> exceptions = new HashMap<>();
		this.jdbc.sql("SELECT day_date, kind FROM calendar_day WHERE day_date BETWEEN ? AND ?")
			.params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
			.query((row) -> {
				exceptions.put(row.getObject("day_date", LocalDate.class), "WORKDAY".equals(row.getString("kind")));
			});
		return exceptions;
	}

}
