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

	private LocalDate startedDay;

	private LocalDate untilDay;

	private String reason;

	private long grantedBy;

	private String grantedByName;

	private Instant grantedAt;

	protected DeadlineExtension() {
	}

	DeadlineExtension(String kind, CaseId caseId, Extensible range, LocalDate until, String reason, Actor by,
			Instant at) {
		this.kind = kind;
		this.caseId = caseId.value();
		this.dueDay = range.due();
		this.startedDay = range.started();
		this.untilDay = until;
		this.reason = reason;
		this.grantedBy = by.personId();
		this.grantedByName = by.name();
		this.grantedAt = at;
	}

	/**
	 * Whether it was granted for the period that started on that day, however long the
	 * period is now. Rows of earlier versions name the last day instead, or no day.
	 * @param due the last day without any extension
	 */
	boolean extend(LocalDate started, LocalDate due) {
		boolean same = (this.startedDay != null) ? this.startedDay.equals(started)
				: this.dueDay == null || this.dueDay.equals(due);
		return same && this.untilDay.isAfter(due);
	}

	CaseId caseId() {
		return new CaseId(this.caseId);
	}

	LocalDate until() {
		return this.untilDay;
	}

}
