package org.leagueflow.award;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** 奖项: an award of a unit. What it is stands in its editions. */
@Entity
@Table(name = "award")
class Award {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long unitId;

	private Instant createdAt;

	protected Award() {
	}

	Award(long unitId, Instant now) {
		this.unitId = unitId;
		this.createdAt = now;
	}

	long id() {
		return this.id;
	}

	long unitId() {
		return this.unitId;
	}

}
