package org.leagueflow.people;

import java.util.List;
import java.util.Set;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;

/** Answers who acts for a unit. */
@Service
class OfficeService implements Offices {

	private static final Set<String> KEEPERS = Set.of(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE,
			Roles.LEAGUE_COMMITTEE);

	private final People people;

	private final BusinessClock clock;

	OfficeService(People people, BusinessClock clock) {
		this.people = people;
		this.clock = clock;
	}

	@Override
	public String committee(UnitCard unit) {
		return Posts.committee(unit.kind()).orElseGet(() -> heads(unit).get(0));
	}

	@Override
	public List<String> heads(UnitCard unit) {
		return switch (unit.kind()) {
			case COUNTY_COMMITTEE -> List.of(Roles.COUNTY_COMMITTEE);
			case COMMITTEE -> List.of(Roles.LEAGUE_SECRETARY, Roles.LEAGUE_COMMITTEE);
			case GENERAL_BRANCH -> List.of(Roles.GENERAL_BRANCH);
			case BRANCH -> List.of(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE);
			case GROUP -> List.of(Roles.GROUP_LEADER);
			case PARTY_BRANCH -> List.of(Roles.PARTY_LIAISON);
		};
	}

	@Override
	public List<Long> committeeMembers(long unitId) {
		return this.people.holders(committee(this.people.unit(unitId)), unitId);
	}

	@Override
	public UnitCard approving(long branchId) {
		return this.people.approvalAuthority(branchId, this.clock.today());
	}

	@Override
	public boolean approves(Actor by, long branchId) {
		UnitCard unit = approving(branchId);
		String role = committee(unit);
		Route route = this.people.holders(role, unit.id()).isEmpty() ? this.people.route(role, unit.id())
				: new Route(role, unit.id(), false);
		return by.holdsAt(route.role(), route.unitId());
	}

	@Override
	public void requireApproving(Actor by, long branchId) {
		if (!by.isSystem() && !approves(by, branchId)) {
			throw new Refusal.NotAllowed("refusal.people.approving", approving(branchId).name());
		}
	}

	@Override
	public boolean keeps(Actor by, String unitPath) {
		return holdsOver(by, KEEPERS, unitPath);
	}

	@Override
	public void requireKeeping(Actor by, String unitPath) {
		if (!keeps(by, unitPath)) {
			throw new Refusal.NotAllowed("refusal.people.keeping");
		}
	}

	@Override
	public boolean leads(Actor by, String unitPath) {
		return holdsOver(by, LEADING, unitPath);
	}

	@Override
	public boolean sitsOver(Actor by, String unitPath) {
		return holdsOver(by, COMMITTEES, unitPath);
	}

	@Override
	public List<Long> committeesOf(Actor by) {
		return by.posts()
			.stream()
			.filter((post) -> COMMITTEES.contains(post.role()))
			.map(Post::unitId)
			.distinct()
			.toList();
	}

	@Override
	public boolean oversees(Actor by, String unitPath) {
		return holdsOver(by, OVERSEEING, unitPath);
	}

	private static boolean holdsOver(Actor by, Set<String> roles, String unitPath) {
		return roles.stream().anyMatch((role) -> by.holdsOver(role, unitPath));
	}

}
