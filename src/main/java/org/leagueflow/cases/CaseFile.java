package org.leagueflow.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Subject;
import org.leagueflow.people.People.UnitCard;

/** The case file: what one process instance is about and how far it came. */
@Entity
class CaseFile {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private String number;

	private String process;

	private String title;

	/** 0 where the case is not about one person, so that no person's list finds it. */
	private long subjectPersonId;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Subject.Kind subjectKind;

	/** What else than one person the case is about. */
	private Long subjectRef;

	private String subjectName;

	private long unitId;

	private String unitPath;

	private Long schoolId;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private CaseState state = CaseState.OPEN;

	private String stage;

	private String outcome;

	private long openedBy;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant openedAt;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant endedAt;

	protected CaseFile() {
	}

	CaseFile(String process, String title, Subject subject, long openedBy, Instant openedAt) {
		this.process = process;
		this.title = title;
		boolean person = subject.kind() == Subject.Kind.PERSON;
		this.subjectKind = subject.kind();
		this.subjectPersonId = person ? subject.id() : 0;
		this.subjectRef = person ? null : subject.id();
		this.subjectName = subject.name();
		this.openedBy = openedBy;
		this.openedAt = openedAt;
	}

	/**
	 * Takes its number from its own id. A counter per process and year would be one row
	 * that every opening locks until its whole transaction ends; the id is handed out
	 * without waiting, only rises, and leaves a gap only where an opening was rolled back
	 * or another process took the number between.
	 */
	void number(String series, int calendarYear) {
		this.number = "%s-%d-%06d".formatted(series, calendarYear, this.id);
	}

	void belongTo(UnitCard unit, Long school) {
		this.unitId = unit.id();
		this.unitPath = unit.path();
		this.schoolId = school;
	}

	void enter(String newStage) {
		this.stage = newStage;
	}

	void end(String newOutcome, Instant now) {
		this.state = (newOutcome != null) ? CaseState.ENDED : CaseState.CANCELLED;
		this.outcome = newOutcome;
		this.endedAt = now;
	}

	CaseId caseId() {
		return new CaseId(this.id);
	}

	/** The person it is about, or nobody where it is not about one. */
	List<Long> person() {
		return (this.subjectKind == Subject.Kind.PERSON) ? List.of(this.subjectPersonId) : List.of();
	}

	CaseCard card() {
		return new CaseCard(caseId(), this.number, this.process, this.title,
				new Subject(this.subjectKind, (this.subjectRef != null) ? this.subjectRef : this.subjectPersonId,
						this.subjectName),
				this.unitId, this.unitPath, this.schoolId, this.state, this.stage, this.outcome, this.openedBy,
				this.openedAt, this.endedAt);
	}

}
