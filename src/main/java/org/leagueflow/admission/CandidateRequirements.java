package org.leagueflow.admission;

import java.util.List;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Requirement;
import org.leagueflow.requirement.RequirementSet;
import org.leagueflow.requirement.Requirements;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What an activist has to meet on the way to becoming a candidate (细则§11–§18). */
@Component
class CandidateRequirements {

	private final RequirementSet conditions;

	private final Requirements requirements;

	private final People people;

	private final BusinessClock clock;

	CandidateRequirements(@Qualifier("candidateSet") RequirementSet conditions, Requirements requirements,
			People people, BusinessClock clock) {
		this.conditions = conditions;
		this.requirements = requirements;
		this.people = people;
		this.clock = clock;
	}

	/** Every condition that holds for the case's unit, met or not. */
	List<Requirement> of(Admission admission) {
		Asked asked = new Asked(admission.applicantId(), path(admission), admission.activistOn());
		return this.requirements.of(this.conditions, asked, this.clock.today());
	}

	/**
	 * Lets nobody through who lacks something.
	 * @throws Refusal.Invalid naming what is missing, with the rule's source
	 */
	void require(Admission admission) {
		Requirement.require(of(admission));
	}

	private String path(Admission admission) {
		return this.people.unit(admission.branchId()).path();
	}

}
