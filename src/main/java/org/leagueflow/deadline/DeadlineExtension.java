package org.leagueflow.deadline;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/** More time that was granted to one case; the latest of a deadline holds. */
@Entity
@Immutable
class DeadlineExtension {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String kind;

	private long caseId;

	private LocalDate dueDay;

	private LocalDate untilDay;

	private String reason;

	private long grantedBy;

	private String grantedByName;

	private Instant grantedAt;

	protected DeadlineExtension() {
	}

	/**
	 * More time.
	 * @param due the last day without any extension
	 */
	DeadlineExtension(String kind, CaseId caseId, LocalDate due, LocalDate until, String reason, Actor by, Instant at) {
		this.kind = kind;
		this.caseId = caseId.value();
		this.dueDay = due;
		this.untilDay = until;
		this.reason = reason;
		this.grantedBy = by.personId();
		this.grantedByName = by.name();
		this.grantedAt = at;
	}

	/**
	 * Whether it was granted for the deadline that ends on this day without any; rows of
	 * earlier versions name no day.
	 */
	boolean extend(LocalDate due) {
		return (this.dueDay == null || this.dueDay.equals(due)) && this.untilDay.isAfter(due);
	}

	CaseId caseId() {
		return new CaseId(this.caseId);
	}

	LocalDate until() {
		return this.untilDay;
	}

}
