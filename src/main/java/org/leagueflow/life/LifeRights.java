package org.leagueflow.life;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Component;

/** Who may look at the organisational life of which branch, and who urges it. */
@Component
class LifeRights {

	/** Branches of these kinds have no members of their own to meet (细则§23). */
	private static final Set<String> WITHOUT_MEMBERS = Set.of("FUNCTIONAL", "TEMPORARY");

	private final People people;

	LifeRights(People people) {
		this.people = people;
	}

	/**
	 * The branch, for those who belong to it, hold a post there or stand above.
	 * @throws Refusal.NotFound for everybody else, and when it is no branch
	 */
	UnitCard branch(long unitId, Actor by) {
		UnitCard unit = this.people.unit(unitId);
		boolean near = by.posts().stream().anyMatch((post) -> post.unitId() == unitId)
				|| home(by).filter((card) -> card.unitPath().startsWith(unit.path())).isPresent();
		if (unit.kind() != UnitKind.BRANCH || !near && !oversees(by, unit.path())) {
			throw new Refusal.NotFound("refusal.life.branch");
		}
		return unit;
	}

	private boolean oversees(Actor by, String path) {
		return Offices.OVERSEEING.stream().anyMatch((role) -> by.holdsOver(role, path));
	}

	boolean leads(Actor by, String path) {
		return Offices.LEADING.stream().anyMatch((role) -> by.holdsOver(role, path));
	}

	boolean leadsAnything(Actor by) {
		return Offices.LEADING.stream().anyMatch(by::holds);
	}

	/** Whether the person looks over branches rather than at the own one. */
	boolean overseesAnything(Actor by) {
		return Offices.OVERSEEING.stream().anyMatch(by::holds);
	}

	/** The branch that the person belongs to or holds a post at, the own one first. */
	Optional<UnitCard> own(Actor by) {
		return home(by).flatMap((card) -> this.people.nearest(card.unitId(), UnitKind.BRANCH))
			.or(() -> by.posts()
				.stream()
				.map((post) -> this.people.unit(post.unitId()))
				.filter((unit) -> unit.kind() == UnitKind.BRANCH)
				.findFirst());
	}

	private Optional<PersonCard> home(Actor by) {
		return this.people.persons(List.of(by.personId())).stream().findFirst();
	}

	/** The units at and below the posts from which the person looks over others. */
	List<UnitCard> overseen(Actor by) {
		return below(by, Offices.OVERSEEING);
	}

	/** The units that the person leads, branches and groups left out. */
	List<UnitCard> led(Actor by) {
		return below(by, Offices.LEADING).stream().filter((unit) -> unit.kind().leadsBranches()).toList();
	}

	private List<UnitCard> below(Actor by, Set<String> roles) {
		return by.posts()
			.stream()
			.filter((post) -> roles.contains(post.role()))
			.map(Post::unitId)
			.distinct()
			.flatMap((unit) -> this.people.within(unit).stream())
			.distinct()
			.toList();
	}

	/** Whether the unit is a branch that has to meet. */
	static boolean watched(UnitCard unit) {
		return unit.kind() == UnitKind.BRANCH && !WITHOUT_MEMBERS.contains(String.valueOf(unit.branchKind()));
	}

}
