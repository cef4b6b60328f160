package org.leagueflow.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Component;

/** What somebody has to do in a batch beside the tasks of its case, by posts. */
@Component
class BatchTasks {

	private final BatchPlans plans;

	private final BatchRights rights;

	private final People people;

	private final BusinessClock clock;

	BatchTasks(BatchPlans plans, BatchRights rights, People people, BusinessClock clock) {
		this.plans = plans;
		this.rights = rights;
		this.people = people;
		this.clock = clock;
	}

	List<Todo> of(Batch batch, Actor by) {
		List<Todo> todo = new ArrayList<>();
		List<UnitCard> units = by.posts().stream().map(Post::unitId).distinct().map(this.people::unit).toList();
		UnitKind nominating = this.plans.definition(batch.editionId()).judged().nominating();
		for (UnitCard unit : units) {
			boolean inside = unit.path().startsWith(batch.unitPath()) && unit.id() != batch.unitId();
			if (inside && unit.kind() == nominating && this.rights.nominates(unit, by)
					&& batch.takesNominations(this.clock.today())) {
				todo.add(new Todo("nominate", batch.name(), unit.name(),
						"/awards/batches/" + batch.id() + "/units/" + unit.id(), batch.closesOn()));
			}
			if (inside && unit.kind() == UnitKind.GENERAL_BRANCH && this.rights.reviews(unit, by)
					&& Batch.REVIEW.equals(batch.stage())) {
				todo.add(new Todo("review", batch.name(), unit.name(), "/awards/batches/" + batch.id(), null));
			}
		}
		if (Batch.ASSESS.equals(batch.stage()) && this.rights.judges(batch, by)) {
			todo.add(new Todo("mark", batch.name(), "", "/awards/batches/" + batch.id() + "/panel", null));
		}
		return todo;
	}

	/** One thing to do; {@code award.todo.<kind>} are its words. */
	record Todo(String kind, String batch, String unit, String link, LocalDate until) {
	}

}
