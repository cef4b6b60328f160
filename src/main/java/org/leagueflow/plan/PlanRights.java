package org.leagueflow.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/** Who may do what with a plan. */
@Component
class PlanRights {

	/** Roles that act for a unit of some level. */
	static final Set<String> OFFICE = Set.of(Roles.GROUP_LEADER, Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE,
			Roles.GENERAL_BRANCH, Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY, Roles.COUNTY_COMMITTEE);

	private final People people;

	private final Offices offices;

	private final PlanContents contents;

	PlanRights(People people, Offices offices, PlanContents contents) {
		this.people = people;
		this.offices = offices;
		this.contents = contents;
	}

	/** Whether the person acts for the unit: a post at exactly this unit. */
	boolean actsFor(long unitId, Actor by) {
		return !by.oversees()
				&& by.posts().stream().anyMatch((post) -> post.unitId() == unitId && OFFICE.contains(post.role()));
	}

	/** Whether the person writes the plan: its unit's office. */
	boolean drafts(Plan plan, Actor by) {
		return actsFor(plan.unitId(), by);
	}

	/**
	 * @throws Refusal.NotFound to whom the plan is no business of
	 * @throws Refusal.NotAllowed to whoever sees it but does not write it
	 */
	void requireDrafting(Plan plan, Actor by) {
		requireSeeing(plan, by);
		if (!by.isSystem() && !drafts(plan, by)) {
			throw new Refusal.NotAllowed("refusal.plan.notYours", this.people.unit(plan.unitId()).name());
		}
	}

	/** Whether the person supervises the plan: its office, or a committee above. */
	boolean supervises(Plan plan, Actor by) {
		return !by.oversees() && (actsFor(plan.unitId(), by) || this.offices.leads(by, plan.unitPath()));
	}

	/** Whether the person reads editions that do not hold, too. */
	boolean readsDrafts(Plan plan, Actor by) {
		return supervises(plan, by) || this.offices.oversees(by, plan.unitPath());
	}

	/**
	 * Whoever belongs to the unit or below it reads what holds, and so do those above it
	 * and whoever is named in it.
	 */
	boolean sees(Plan plan, Actor by) {
		if (readsDrafts(plan, by)) {
			return true;
		}
		return plan.publishedId() != null && (below(plan, by) || this.contents.names(plan.publishedId(), owning(by)));
	}

	private boolean below(Plan plan, Actor by) {
		return by.posts()
			.stream()
			.filter((post) -> OFFICE.contains(post.role()))
			.map(Post::unitPath)
			.anyMatch((path) -> path.startsWith(plan.unitPath()))
				|| this.people.persons(List.of(by.personId()))
					.stream()
					.anyMatch((person) -> person.unitPath().startsWith(plan.unitPath()));
	}

	/**
	 * @throws Refusal.NotFound to whom the plan is no business of
	 */
	void requireSeeing(Plan plan, Actor by) {
		if (!by.isSystem() && !sees(plan, by)) {
			throw new Refusal.NotFound("refusal.plan.unknown");
		}
	}

	/** As whom the person is an owner: in person, and for the units acted for. */
	static List<PlanOwner> owning(Actor by) {
		return Stream.concat(Stream.of(new PlanOwner(PlanOwnerKind.PERSON, by.personId(), by.name(), false)),
				by.posts()
					.stream()
					.filter((post) -> OFFICE.contains(post.role()))
					.map(Post::unitId)
					.distinct()
					.map((unit) -> new PlanOwner(PlanOwnerKind.UNIT, unit, "", false)))
			.toList();
	}

	/** The units for which the person acts. */
	static List<Long> unitsOf(Actor by) {
		return owning(by).stream().filter((one) -> one.kind() == PlanOwnerKind.UNIT).map(PlanOwner::id).toList();
	}

	/** Whether the person is one of the owners, or acts for one. */
	static boolean owns(Collection<PlanOwner> owners, Actor by) {
		List<PlanOwner> owning = owning(by);
		return owners.stream().anyMatch((one) -> owning.stream().anyMatch(one::same));
	}

	/** Whether the person works on a unit's item: an owner, or the plan's office. */
	boolean works(long unitId, Collection<PlanOwner> owners, Actor by) {
		return !by.oversees() && (owns(owners, by) || actsFor(unitId, by));
	}

	/** The same for a span that has begun, whose lead may be another than the line's. */
	boolean works(Assignment assignment, Collection<PlanOwner> owners, Actor by) {
		return works(assignment.unitId(), Stream.concat(Stream.of(assignment.lead()), owners.stream()).toList(), by);
	}

	/** The units whose plans the person writes. */
	List<UnitCard> officesOf(Actor by) {
		return by.oversees() ? List.of()
				: by.posts()
					.stream()
					.filter((post) -> OFFICE.contains(post.role()))
					.map(Post::unitId)
					.distinct()
					.map(this.people::unit)
					.toList();
	}

	/** The paths at or below which the person reads every plan. */
	static List<String> reading(Actor by) {
		List<String> paths = new ArrayList<>();
		by.posts()
			.stream()
			.filter((post) -> Offices.OVERSEEING.contains(post.role()))
			.map(Post::unitPath)
			.distinct()
			.forEach(paths::add);
		return paths;
	}

}
