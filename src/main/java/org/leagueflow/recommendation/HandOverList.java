package org.leagueflow.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/**
 * 汇总表: what a League committee handed over to one Party branch at a time, on one line.
 * What became of each person stands in the {@link Recommendation}.
 */
@Entity
@Table(name = "recommendation_list")
class HandOverList {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long unitId;

	private long partyId;

	@Enumerated(EnumType.STRING)
	@Column(length = 20)
	private Line line;

	private LocalDate handedOverOn;

	private int no;

	private long handedOverBy;

	private String handedOverByName;

	protected HandOverList() {
	}

	/**
	 * Begins a list.
	 * @param unitId the League committee
	 * @param no which of the day's lists it is
	 */
	HandOverList(long unitId, long partyId, Line line, LocalDate on, int no, long by, String byName) {
		this.unitId = unitId;
		this.partyId = partyId;
		this.line = line;
		this.handedOverOn = on;
		this.no = no;
		this.handedOverBy = by;
		this.handedOverByName = byName;
	}

	long id() {
		return this.id;
	}

	long unitId() {
		return this.unitId;
	}

	long partyId() {
		return this.partyId;
	}

	Line line() {
		return this.line;
	}

	LocalDate handedOverOn() {
		return this.handedOverOn;
	}

	int no() {
		return this.no;
	}

	long handedOverBy() {
		return this.handedOverBy;
	}

	String handedOverByName() {
		return this.handedOverByName;
	}

}
