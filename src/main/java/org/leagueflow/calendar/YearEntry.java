package org.leagueflow.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A year of the calendar; what is public, pages ask for. */
@Entity
@Table(name = "calendar_year")
class YearEntry {

	private static final String COMPLETE = "COMPLETE";

	@Id
	private Integer yearNo;

	private String status;

	private String source;

	protected YearEntry() {
	}

	/**
	 * A year.
	 * @param complete whether the State Council's notice has been entered
	 */
	YearEntry(int year, boolean complete, String source) {
		this.yearNo = year;
		this.status = complete ? COMPLETE : "PROVISIONAL";
		this.source = source;
	}

	public int year() {
		return this.yearNo;
	}

	public boolean complete() {
		return COMPLETE.equals(this.status);
	}

	public String source() {
		return this.source;
	}

}
