package org.leagueflow.admission;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.leagueflow.kernel.Actor;

/** A review of admissions (发展团员情况核查, 细则§37) that was held; written once. */
@Entity
@Table(name = "admission_review")
class Review {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long unitId;

	private LocalDate heldOn;

	private int admissions;

	private int doubts;

	private String findings;

	private long recordedBy;

	private String recordedName;

	private Instant recordedAt;

	protected Review() {
	}

	/**
	 * @param admissions how many admissions of the year there were to look at
	 * @param doubts how many of them showed something to look into
	 */
	Review(long unitId, LocalDate heldOn, int admissions, int doubts, String findings, Actor by, Instant now) {
		this.unitId = unitId;
		this.heldOn = heldOn;
		this.admissions = admissions;
		this.doubts = doubts;
		this.findings = findings;
		this.recordedBy = by.personId();
		this.recordedName = by.name();
		this.recordedAt = now;
	}

	Long id() {
		return this.id;
	}

	public LocalDate heldOn() {
		return this.heldOn;
	}

	public int admissions() {
		return this.admissions;
	}

	public int doubts() {
		return this.doubts;
	}

	public String findings() {
		return this.findings;
	}

	public String recordedName() {
		return this.recordedName;
	}

}
