package org.leagueflow.publicity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.WorkingDays.Span;
import org.leagueflow.kernel.WorkingDays.Sureness;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;

/**
 * A public notice about one person of one case: what was announced stays, the last day
 * may only move back.
 */
@Entity
class Notice {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long caseId;

	private String matter;

	private long unitId;

	private String unitPath;

	private String unitName;

	private long personId;

	private String personName;

	@Column(length = 10_000)
	private String content;

	private LocalDate openedOn;

	private LocalDate firstDay;

	private LocalDate lastDay;

	private int workdays;

	@Enumerated(EnumType.STRING)
	@Column(columnDefinition = "varchar(12)")
	private Sureness sureness;

	private long openedBy;

	private Instant withdrawnAt;

	private String withdrawnReason;

	@Version
	private int version;

	protected Notice() {
	}

	Notice(CaseId caseId, String matter, UnitCard unit, PersonCard person, String content, LocalDate on, Span span,
			Actor by) {
		this.caseId = caseId.value();
		this.matter = matter;
		this.unitId = unit.id();
		this.unitPath = unit.path();
		this.unitName = unit.name();
		this.personId = person.id();
		this.personName = person.name();
		this.content = content;
		this.openedOn = on;
		this.firstDay = span.first();
		this.lastDay = span.last();
		this.workdays = span.workdays();
		this.sureness = span.sureness();
		this.openedBy = by.personId();
	}

	/** Whether anybody may see it on that day and object. */
	boolean isPublic(LocalDate day) {
		return this.withdrawnAt == null && !day.isBefore(this.openedOn) && !isOver(day);
	}

	boolean isOver(LocalDate day) {
		return day.isAfter(this.lastDay);
	}

	NoticeState state(LocalDate today, int open, int upheld) {
		if (this.withdrawnAt != null) {
			return NoticeState.WITHDRAWN;
		}
		if (upheld > 0) {
			return NoticeState.UPHELD;
		}
		return (isOver(today) && open == 0) ? NoticeState.CLOSED : NoticeState.OPEN;
	}

	/**
	 * Takes a new count of the same working days; what was said to be public never
	 * becomes shorter.
	 * @return whether the last day moved back
	 */
	boolean recount(Span span) {
		this.sureness = span.sureness();
		if (!span.last().isAfter(this.lastDay)) {
			return false;
		}
		this.lastDay = span.last();
		return true;
	}

	void withdraw(String reason, Instant at) {
		this.withdrawnAt = at;
		this.withdrawnReason = reason;
	}

	NoticeCard card(LocalDate today, int open, int upheld) {
		return new NoticeCard(this.id, caseId(), this.matter, this.unitId, this.personId, this.content, this.firstDay,
				this.lastDay, this.workdays, this.sureness, state(today, open, upheld), open);
	}

	long id() {
		return this.id;
	}

	CaseId caseId() {
		return new CaseId(this.caseId);
	}

	String matter() {
		return this.matter;
	}

	long unitId() {
		return this.unitId;
	}

	String unitPath() {
		return this.unitPath;
	}

	String unitName() {
		return this.unitName;
	}

	long personId() {
		return this.personId;
	}

	String personName() {
		return this.personName;
	}

	String content() {
		return this.content;
	}

	LocalDate openedOn() {
		return this.openedOn;
	}

	LocalDate firstDay() {
		return this.firstDay;
	}

	LocalDate lastDay() {
		return this.lastDay;
	}

	int workdays() {
		return this.workdays;
	}

	Sureness sureness() {
		return this.sureness;
	}

}
