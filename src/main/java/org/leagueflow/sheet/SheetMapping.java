package org.leagueflow.sheet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Characters;

/** What the columns under a heading mean to a unit. */
@Entity
@Table(name = "sheet_mapping")
class SheetMapping {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long unitId;

	@Column(length = 12)
	private String purpose;

	@Column(length = 64)
	private String heading;

	@Column(length = 1_000_000)
	private String mapping;

	private long saidBy;

	@Column(length = 100)
	private String saidByName;

	private Instant saidAt;

	@Version
	private int version;

	protected SheetMapping() {
	}

	SheetMapping(long unitId, String purpose, String heading) {
		this.unitId = unitId;
		this.purpose = purpose;
		this.heading = heading;
	}

	void says(String json, Actor by, Instant at) {
		this.mapping = json;
		this.saidBy = by.personId();
		this.saidByName = Characters.first(by.name(), 100);
		this.saidAt = at;
	}

	long unitId() {
		return this.unitId;
	}

	SheetMappings.Said said() {
		return new SheetMappings.Said(this.mapping, this.saidByName, this.saidAt);
	}

}
