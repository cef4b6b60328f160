package org.leagueflow.award;

import java.util.List;
import java.util.Set;
import org.leagueflow.cases.Cases;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Component;

/** Who may do what in a batch. */
@Component
class BatchRights {

	/** Who nominates for a branch. */
	private static final Set<String> BRANCH = Set.of(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE);

	/** 评委: a role of the case. */
	static final String PANEL = "panel";

	private final People people;

	private final Offices offices;

	private final Cases cases;

	BatchRights(People people, Offices offices, Cases cases) {
		this.people = people;
		this.offices = offices;
		this.cases = cases;
	}

	/** Whether the person sits on the committee that runs the batch, or above it. */
	boolean runs(Batch batch, Actor by) {
		return this.offices.leads(by, batch.unitPath());
	}

	void requireRunning(Batch batch, Actor by) {
		if (!runs(batch, by)) {
			throw new Refusal.NotAllowed("refusal.award.notYours", this.people.unit(batch.unitId()).name());
		}
	}

	/** Whether the person nominates for the branch or general branch, by a post there. */
	boolean nominates(UnitCard branch, Actor by) {
		return (branch.kind() == UnitKind.BRANCH ? BRANCH : Offices.LEADING).stream()
			.anyMatch((role) -> by.holdsAt(role, branch.id()));
	}

	/** Whether the person reviews what this unit's classes nominated. */
	boolean reviews(UnitCard unit, Actor by) {
		return Offices.LEADING.stream().anyMatch((role) -> by.holdsAt(role, unit.id()));
	}

	boolean judges(Batch batch, Actor by) {
		return this.cases.holders(batch.caseId(), PANEL).contains(by.personId());
	}

	/**
	 * Whether the person reads all of the batch: who runs, audits or administers it.
	 */
	boolean readsAll(Batch batch, Actor by) {
		return this.offices.oversees(by, batch.unitPath());
	}

	/**
	 * The paths below which the person reads rows of the batch: all for those above it,
	 * those of every own post for those below, nothing for others.
	 */
	List<String> readsBelow(Batch batch, Actor by) {
		if (readsAll(batch, by)) {
			return List.of(batch.unitPath());
		}
		return by.posts()
			.stream()
			.filter((post) -> BRANCH.contains(post.role()) || Offices.LEADING.contains(post.role()))
			.map(Post::unitPath)
			.filter((path) -> path.startsWith(batch.unitPath()))
			.distinct()
			.toList();
	}

	/** Whether the person reads the rows of the unit with this path. */
	boolean reads(Batch batch, String path, Actor by) {
		return readsBelow(batch, by).stream().anyMatch(path::startsWith);
	}

	/**
	 * @throws Refusal.NotFound to whom the batch is no business of
	 */
	void requireSeeing(Batch batch, Actor by) {
		boolean within = this.people.person(by.personId()).unitPath().startsWith(batch.unitPath());
		if (!within && readsBelow(batch, by).isEmpty() && !judges(batch, by)) {
			throw new Refusal.NotFound("refusal.award.batch");
		}
	}

}
