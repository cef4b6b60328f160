package org.leagueflow.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A day that differs from its weekday; what is public, pages ask for. */
@Entity
@Table(name = "calendar_day")
class CalendarEntry {

	private static final String WORKDAY = "WORKDAY";

	@Id
	private LocalDate dayDate;

	private String kind;

	private String name;

	private String source;

	protected CalendarEntry() {
	}

	CalendarEntry(LocalDate day, boolean working, String name, String source) {
		this.dayDate = day;
		this.kind = working ? WORKDAY : "HOLIDAY";
		this.name = name;
		this.source = source;
	}

	public LocalDate day() {
		return this.dayDate;
	}

	public boolean working() {
		return WORKDAY.equals(this.kind);
	}

	public String name() {
		return this.name;
	}

	public String source() {
		return this.source;
	}

}
