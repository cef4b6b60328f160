package org.leagueflow.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.springframework.stereotype.Service;

/** What other modules may ask of people, answered by those who know. */
@Service
class PeopleService implements People {

	private static final int MAX_GUIDES = 500;

	private static final Set<String> ROOT = Set.of("/");

	private final Directory directory;

	private final UnitRouting routing;

	private final MembershipService memberships;

	PeopleService(Directory directory, UnitRouting routing, MembershipService memberships) {
		this.directory = directory;
		this.routing = routing;
		this.memberships = memberships;
	}

	@Override
	public PersonCard person(long personId) {
		return this.directory.person(personId).orElseThrow(() -> new Refusal.NotFound("refusal.people.person-unknown"));
	}

	@Override
	public List<PersonCard> persons(Collection<Long> ids) {
		return this.directory.persons(ids);
	}

	@Override
	public Optional<String> email(long personId) {
		return this.directory.email(personId);
	}

	@Override
	public Optional<String> phone(long personId) {
		return this.directory.phone(personId);
	}

	@Override
	public List<UnitCard> roots() {
		return this.directory.roots();
	}

	@Override
	public String schoolPath(long unitId) {
		return this.directory.schoolPath(unitId);
	}

	@Override
	public List<PersonCard> search(String text, Actor by, int limit) {
		Collection<String> reach = reach(by);
		return reach.isEmpty() ? List.of() : this.directory.search((text != null) ? text : "", reach, limit);
	}

	/** The paths below which the actor may see persons, each only once. */
	static Collection<String> reach(Actor by) {
		if (by.isSystem()) {
			return ROOT;
		}
		List<String> paths = by.posts().stream().map(Post::unitPath).distinct().toList();
		return paths.stream()
			.filter((path) -> paths.stream().noneMatch((other) -> !other.equals(path) && path.startsWith(other)))
			.toList();
	}

	@Override
	public UnitCard unit(long unitId) {
		return this.directory.unit(unitId);
	}

	@Override
	public List<UnitCard> lineage(long unitId) {
		return this.directory.lineage(unitId);
	}

	@Override
	public Optional<UnitCard> nearest(long unitId, UnitKind kind) {
		return lineage(unitId).stream().filter((unit) -> unit.kind() == kind).findFirst();
	}

	@Override
	public Optional<String> contact(long unitId) {
		return this.directory.contact(unitId);
	}

	@Override
	public List<UnitCard> within(long unitId) {
		return this.directory.within(this.directory.path(unitId));
	}

	@Override
	public List<UnitCard> everWithin(long unitId) {
		return this.directory.everWithin(this.directory.path(unitId));
	}

	@Override
	public void hold(Collection<Long> personIds) {
		this.directory.hold(personIds);
	}

	@Override
	public List<UnitCard> units() {
		return this.directory.within("/");
	}

	@Override
	public List<Post> posts(long personId) {
		return this.directory.posts(personId);
	}

	@Override
	public List<Long> holders(String role, long unitId) {
		return this.directory.holders(role, unitId);
	}

	@Override
	public int holderCount(Collection<String> roles, long unitId) {
		return this.directory.holderCount(roles, this.directory.path(unitId));
	}

	@Override
	public Set<Long> inPosts(Collection<Long> personIds) {
		return personIds.isEmpty() ? Set.of() : this.directory.inPosts(personIds);
	}

	@Override
	public Route route(String role, long unitId) {
		return this.routing.route(role, unitId, this.directory.path(unitId));
	}

	@Override
	public Route route(String role, long unitId, String unitPath) {
		return this.routing.route(role, unitId, unitPath);
	}

	@Override
	public List<Elector> electors(long branchId, LocalDate on) {
		return this.directory.electors(branchId, on);
	}

	@Override
	public List<PersonCard> guides(long branchId) {
		List<UnitCard> lineage = this.directory.lineage(branchId);
		UnitCard school = lineage.stream()
			.filter((unit) -> unit.kind() == UnitKind.COMMITTEE)
			.findFirst()
			.orElse(lineage.get(lineage.size() - 1));
		return this.directory.guides(school.path(), lineage.get(0).path(), MAX_GUIDES);
	}

	@Override
	public Map<Long, Integer> memberCounts(Collection<Long> branchIds, LocalDate on) {
		return branchIds.isEmpty() ? Map.of() : this.directory.memberCounts(branchIds, on);
	}

	@Override
	public int memberCount(long unitId, LocalDate on) {
		return this.directory.memberCount(this.directory.path(unitId), on);
	}

	@Override
	public int youngMemberCount(long unitId, LocalDate on) {
		return this.directory.youngMemberCount(this.directory.path(unitId), on);
	}

	@Override
	public int youthCount(long unitId) {
		return this.directory.youthCount(this.directory.path(unitId));
	}

	@Override
	public Map<Long, List<Long>> youth(Collection<Long> branchIds) {
		return branchIds.isEmpty() ? Map.of() : this.directory.youth(branchIds);
	}

	@Override
	public boolean hasBranchCommittee(long branchId) {
		return !holders(Roles.BRANCH_COMMITTEE, branchId).isEmpty();
	}

	@Override
	public List<Long> withBranchCommittee(Collection<Long> branchIds) {
		return branchIds.isEmpty() ? List.of() : this.directory.unitsWith(Roles.BRANCH_COMMITTEE, branchIds);
	}

	@Override
	public UnitCard approvalAuthority(long branchId, LocalDate on) {
		return this.routing.approvalAuthority(branchId, on);
	}

	@Override
	public void admit(long personId, long branchId, LocalDate since, String memberNumber, Actor by) {
		this.memberships.admit(personId, branchId, since, memberNumber, by);
	}

	@Override
	public void move(long personId, long toUnitId, LocalDate on, Actor by) {
		this.memberships.move(personId, toUnitId, on, by);
	}

}
