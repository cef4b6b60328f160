package org.leagueflow.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.leagueflow.kernel.CaseId;

/** A part that a person plays in a case, or played until some moment. */
@Entity
class CaseRole {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long caseId;

	private String role;

	private long personId;

	private Instant sinceAt;

	private Instant untilAt;

	protected CaseRole() {
	}

	CaseRole(CaseId caseId, String role, long personId, Instant since) {
		this.caseId = caseId.value();
		this.role = role;
		this.personId = personId;
		this.sinceAt = since.truncatedTo(ChronoUnit.MILLIS);
	}

	Cases.Part part() {
		return new Cases.Part(this.role, new CaseId(this.caseId));
	}

}
