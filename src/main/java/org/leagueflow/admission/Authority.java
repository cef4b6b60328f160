package org.leagueflow.admission;

import java.util.Optional;
import java.util.Set;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskRouting;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Offices;
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

	private final Admissions admissions;

	private final Offices offices;

	Authority(Admissions admissions, Offices offices) {
		this.admissions = admissions;
		this.offices = offices;
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
		UnitCard unit = this.offices.approving(card.unitId());
		return Optional.of(new Seat(this.offices.committee(unit), unit.id()));
	}

}
