package org.leagueflow.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Subject;

/**
 * A line of the ledger as it is stored; never changed and never removed. Not
 * {@code @Immutable}, because Hibernate locks no row of an immutable entity.
 */
@Entity
@Table(name = "ledger_entry")
class LedgerLine {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Subject.Kind subjectKind;

	private long subjectId;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private EntryKind kind;

	private LocalDate onDate;

	private int amount;

	private String title;

	private String evidence;

	private Long attachmentId;

	private Long caseId;

	private Long correctsId;

	private String reason;

	private long recordedBy;

	private String recorderName;

	private Instant recordedAt;

	protected LedgerLine() {
	}

	LedgerLine(Subject.Kind subjectKind, long subjectId, Booking booking, Actor by, Instant at) {
		this.subjectKind = subjectKind;
		this.subjectId = subjectId;
		this.kind = booking.kind();
		this.onDate = booking.on();
		this.amount = booking.amount();
		this.title = booking.title();
		this.evidence = booking.evidence();
		this.attachmentId = booking.attachmentId();
		this.caseId = (booking.caseId() != null) ? booking.caseId().value() : null;
		this.recordedBy = by.personId();
		this.recorderName = by.name();
		this.recordedAt = at;
	}

	/** The line that takes an amount of an earlier one back. */
	static LedgerLine counter(LedgerEntry original, int amount, String reason, Actor by, Instant at) {
		Booking back = new Booking(original.kind(), original.on(), -amount, original.title(), null, null,
				original.caseId());
		LedgerLine counter = new LedgerLine(original.subjectKind(), original.subjectId(), back, by, at);
		counter.correctsId = original.id();
		counter.reason = reason;
		return counter;
	}

	long id() {
		return this.id;
	}

	LedgerEntry entry() {
		return new LedgerEntry(this.id, this.subjectKind, this.subjectId, this.kind, this.onDate, this.amount,
				this.title, this.evidence, this.attachmentId, (this.caseId != null) ? new CaseId(this.caseId) : null,
				this.correctsId, this.reason, this.recordedBy, this.recorderName, this.recordedAt);
	}

}
