package org.leagueflow.recommendation;

import java.util.List;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Component;

/**
 * To which Party branches a League branch's recommendations can go: those of its school.
 */
@Component
class PartyBranches {

	private final People people;

	PartyBranches(People people) {
		this.people = people;
	}

	/** The Party branches of the school. */
	List<UnitCard> of(long branchId) {
		return below(committee(branchId).id());
	}

	/** The Party branches of the unit and of all below it. */
	List<UnitCard> below(long unitId) {
		return this.people.within(unitId).stream().filter((unit) -> unit.kind() == UnitKind.PARTY_BRANCH).toList();
	}

	/**
	 * One of them.
	 * @throws Refusal.Invalid when it is none
	 */
	UnitCard of(long branchId, long partyId) {
		return of(branchId).stream()
			.filter((unit) -> unit.id() == partyId)
			.findFirst()
			.orElseThrow(
					() -> Refusal.Invalid.field("party", "refusal.recommendation.party", committee(branchId).name()));
	}

	/** The school's committee, or the topmost unit where there is none. */
	UnitCard committee(long branchId) {
		return this.people.nearest(branchId, UnitKind.COMMITTEE).orElseGet(() -> {
			List<UnitCard> lineage = this.people.lineage(branchId);
			return lineage.get(lineage.size() - 1);
		});
	}

}
