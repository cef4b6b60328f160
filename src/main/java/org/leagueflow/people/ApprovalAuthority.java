package org.leagueflow.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Refusal;

/**
 * A unit may approve new members for a while, or may not and the level above does
 * (细则§23).
 */
@Entity
@Table(name = "approval_authority")
class ApprovalAuthority {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long unitId;

	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 8)
	private Kind kind;

	private Long grantedBy;

	private LocalDate validFrom;

	private LocalDate validTo;

	@Column(length = 500)
	private String reason;

	private Instant revokedAt;

	@Version
	private int version;

	protected ApprovalAuthority() {
	}

	ApprovalAuthority(long unitId, Kind kind, long grantedBy, LocalDate from, LocalDate to, String reason) {
		if (to != null && to.isBefore(from)) {
			throw Refusal.Invalid.field("validTo", "refusal.people.term-order");
		}
		this.unitId = unitId;
		this.kind = kind;
		this.grantedBy = grantedBy;
		this.validFrom = from;
		this.validTo = to;
		this.reason = reason;
	}

	void revoke(Instant at) {
		if (this.revokedAt != null) {
			throw new Refusal.Conflict("refusal.people.authority-revoked");
		}
		this.revokedAt = at;
	}

	boolean validOn(LocalDate day) {
		return this.revokedAt == null && !day.isBefore(this.validFrom)
				&& (this.validTo == null || !day.isAfter(this.validTo));
	}

	boolean overlaps(LocalDate from, LocalDate to) {
		return (this.validTo == null || !this.validTo.isBefore(from)) && (to == null || !this.validFrom.isAfter(to));
	}

	Long id() {
		return this.id;
	}

	Long unitId() {
		return this.unitId;
	}

	Kind kind() {
		return this.kind;
	}

	Long grantedBy() {
		return this.grantedBy;
	}

	LocalDate validFrom() {
		return this.validFrom;
	}

	LocalDate validTo() {
		return this.validTo;
	}

	String reason() {
		return this.reason;
	}

	/** Which way the authority goes. */
	enum Kind {

		/** 授权: the unit may approve. */
		GRANT,
		/** 提级审批: the level above approves instead. */
		RECALL

	}

}
