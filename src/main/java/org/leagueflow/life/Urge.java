package org.leagueflow.life;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.leagueflow.kernel.Actor;

/** A branch was urged (催办); the table takes one per branch and day. */
@Entity
@Immutable
@Table(name = "life_urge")
class Urge {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long branchId;

	private LocalDate urgedOn;

	private String duties;

	private long urgedBy;

	private String urgedByName;

	private Instant urgedAt;

	protected Urge() {
	}

	/**
	 * An urge.
	 * @param duties names of the duties that the branch is behind with, comma-separated
	 */
	Urge(long branchId, String duties, Actor by, LocalDate on, Instant at) {
		this.branchId = branchId;
		this.duties = duties;
		this.urgedBy = by.personId();
		this.urgedByName = by.name();
		this.urgedOn = on;
		this.urgedAt = at;
	}

}
