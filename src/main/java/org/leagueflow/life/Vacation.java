package org.leagueflow.life;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.leagueflow.kernel.Actor;

/**
 * Days on which a school does not meet, for the unit that entered them and those below;
 * what is public, pages ask for.
 */
@Entity
@Table(name = "life_vacation")
class Vacation {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long unitId;

	private String name;

	private LocalDate firstDay;

	private LocalDate lastDay;

	private long enteredBy;

	private String enteredByName;

	protected Vacation() {
	}

	Vacation(long unitId, String name, LocalDate first, LocalDate last, Actor by) {
		this.unitId = unitId;
		this.name = name;
		this.firstDay = first;
		this.lastDay = last;
		this.enteredBy = by.personId();
		this.enteredByName = by.name();
	}

	boolean frees(LocalDate day, String unitPath) {
		return concerns(unitPath) && !day.isBefore(this.firstDay) && !day.isAfter(this.lastDay);
	}

	boolean concerns(String unitPath) {
		return unitPath.contains("/" + this.unitId + "/");
	}

	public Long id() {
		return this.id;
	}

	long unitId() {
		return this.unitId;
	}

	public String name() {
		return this.name;
	}

	public LocalDate first() {
		return this.firstDay;
	}

	public LocalDate last() {
		return this.lastDay;
	}

	public String enteredBy() {
		return this.enteredByName;
	}

}
