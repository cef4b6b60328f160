package org.leagueflow.admission;

import java.util.Optional;
import java.util.Set;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskRouting;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/**
 * Sends what only the approving committee may decide to the unit that holds authority
 * today (细则§23).
 */
@Component
class Authority implements TaskRouting {

	private static final Set<String> BOXES = Set.of("approveActivist", "preReview", "investigate",
			"investigateActivist", "issueBook");

	private static final Set<String> KEEPERS = Set.of(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE,
			Roles.LEAGUE_COMMITTEE);

	private final Admissions admissions;

	private final People people;

	private final BusinessClock clock;

	Authority(Admissions admissions, People people, BusinessClock clock) {
		this.admissions = admissions;
		this.people = people;
		this.clock = clock;
	}

	UnitCard over(long branchId) {
		return this.people.approvalAuthority(branchId, this.clock.today());
	}

	/**
	 * Asks once more when somebody decides: the task may have waited in a list while
	 * authority went elsewhere.
	 * @throws Refusal.NotAllowed naming the unit that holds authority
	 */
	void require(long branchId, Actor by) {
		if (!by.isSystem() && !approves(by, branchId)) {
			throw new Refusal.NotAllowed("refusal.admission.authority", over(branchId).name());
		}
	}

	/**
	 * Whether the person sits on the committee that approves what comes from this branch;
	 * where nobody does, on the one that answers for it.
	 */
	boolean approves(Actor by, long branchId) {
		UnitCard unit = over(branchId);
		String role = role(unit);
		Route route = this.people.holders(role, unit.id()).isEmpty() ? this.people.route(role, unit.id())
				: new Route(role, unit.id(), false);
		return by.holdsAt(route.role(), route.unitId());
	}

	/**
	 * Whether the person keeps the files of the branch with this path: its secretary or
	 * committee, or the committee above.
	 */
	boolean keeps(Actor by, String branchPath) {
		return KEEPERS.stream().anyMatch((role) -> by.holdsOver(role, branchPath));
	}

	/**
	 * @throws Refusal.NotAllowed to whoever does not keep the file
	 */
	void requireKeeping(Actor by, String branchPath) {
		if (!keeps(by, branchPath)) {
			throw new Refusal.NotAllowed("refusal.admission.notYours");
		}
	}

	/**
	 * @throws Refusal.NotAllowed naming the unit that may take more time
	 */
	void requireExtending(Actor by, long branchId) {
		if (!approves(by, branchId)) {
			throw new Refusal.NotAllowed("refusal.admission.extendNotYours", over(branchId).name());
		}
	}

	@Override
	public Optional<Seat> seat(Task task, CaseCard card) {
		if (!task.process().equals("admission")) {
			return Optional.empty();
		}
		if (task.box().equals("receiveTransfer")) {
			return this.admissions.findByCaseId(card.id().value())
				.filter(Admission::inTransfer)
				.map((admission) -> new Seat(Roles.BRANCH_SECRETARY, admission.transferTo()));
		}
		if (!BOXES.contains(task.box())) {
			return Optional.empty();
		}
		UnitCard unit = over(card.unitId());
		return Optional.of(new Seat(role(unit), unit.id()));
	}

	/** The role that sits on this unit's committee. */
	static String role(UnitCard unit) {
		return switch (unit.kind()) {
			case COUNTY_COMMITTEE -> Roles.COUNTY_COMMITTEE;
			case GENERAL_BRANCH -> Roles.GENERAL_BRANCH;
			default -> Roles.LEAGUE_COMMITTEE;
		};
	}

}
