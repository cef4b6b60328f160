package org.leagueflow.award;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Subject;

/**
 * An honour of a person or a unit, numbered, with a code by which anybody can ask whether
 * it is real.
 */
@Entity
@Table(name = "award_certificate")
class Certificate {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long batchId;

	private long nominationId;

	private String number;

	private String code;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Subject.Kind subjectKind;

	private long subjectId;

	private String subjectName;

	private String unitName;

	private String unitPath;

	private String honour;

	private String period;

	private String issuer;

	private LocalDate issuedOn;

	private Long ledgerEntry;

	private LocalDate revokedOn;

	private String revokedWhy;

	protected Certificate() {
	}

	Certificate(Batch batch, Nomination to, String number, String code, String honour, String issuer, LocalDate on) {
		this.batchId = batch.id();
		this.nominationId = to.id();
		this.number = number;
		this.code = code;
		this.subjectKind = to.subject().kind();
		this.subjectId = to.subject().id();
		this.subjectName = to.subject().name();
		this.unitName = to.unitName();
		this.unitPath = to.unitPath();
		this.honour = honour;
		this.period = batch.period();
		this.issuer = issuer;
		this.issuedOn = on;
	}

	void booked(long entry) {
		this.ledgerEntry = entry;
	}

	/** A later decision took the honour back, or changed it. */
	void revoke(String why, LocalDate on) {
		this.revokedOn = on;
		this.revokedWhy = why;
	}

	boolean valid() {
		return this.revokedOn == null;
	}

	Long ledgerEntry() {
		return this.ledgerEntry;
	}

	Card card() {
		return new Card(this.id, this.batchId, this.nominationId, this.number, this.code,
				new Subject(this.subjectKind, this.subjectId, this.subjectName), this.unitName, this.unitPath,
				this.honour, this.period, this.issuer, this.issuedOn, this.revokedOn, this.revokedWhy);
	}

	/** A certificate as pages show it. */
	record Card(long id, long batch, long nomination, String number, String code, Subject subject, String unitName,
			String unitPath, String honour, String period, String issuer, LocalDate issuedOn, LocalDate revokedOn,
			String revokedWhy) {

		public boolean valid() {
			return this.revokedOn == null;
		}

		/** {@code K7QF-M2XD-9RTA}, easier to read out. */
		public String spaced() {
			return this.code.replaceAll("(.{4})(?=.)", "$1-");
		}

	}

}
