package org.leagueflow.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The secret address of a calendar, as the hash of its token. */
@Entity
@Table(name = "plan_feed")
class PlanFeed {

	/** Instead of a unit: what the person leads or takes part in, in whichever plan. */
	static final long OWN = 0;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long personId;

	private long unitId;

	@Column(length = 64)
	private String tokenHash;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant madeAt;

	protected PlanFeed() {
	}

	PlanFeed(long personId, long unitId) {
		this.personId = personId;
		this.unitId = unitId;
	}

	/** From now on only the new address answers. */
	void renewed(String newHash, Instant now) {
		this.tokenHash = newHash;
		this.madeAt = now;
	}

	long personId() {
		return this.personId;
	}

	public long unitId() {
		return this.unitId;
	}

	public Instant madeAt() {
		return this.madeAt;
	}

}
