package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.ApprovalAuthority.Kind;
import org.leagueflow.people.Directory.Seats;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/**
 * Finds the unit that is responsible for a role over a unit, and the unit with the
 * authority to approve.
 */
@Component
class UnitRouting {

	private final Directory directory;

	private final ApprovalAuthorities authorities;

	UnitRouting(Directory directory, ApprovalAuthorities authorities) {
		this.directory = directory;
		this.authorities = authorities;
	}

	/**
	 * Asks once where the unit stands as the caller believes, and a second time where it
	 * has moved.
	 */
	Route route(String role, long unitId, String believedPath) {
		Set<String> roles = new TreeSet<>(Posts.committees());
		roles.add(role);
		roles.add(Roles.BRANCH_SECRETARY); // acts where a branch has no committee
		List<Seats> lineage = this.directory.seats(believedPath, roles);
		if (!stands(unitId, believedPath, lineage)) {
			lineage = this.directory.seats(this.directory.path(unitId), roles);
		}
		return route(role, unitId, lineage);
	}

	private static boolean stands(long unitId, String path, List<Seats> lineage) {
		return !lineage.isEmpty() && lineage.get(0).unitId() == unitId && lineage.get(0).path().equals(path);
	}

	private static Route route(String role, long unitId, List<Seats> lineage) {
		if (Posts.anywhere(role)) {
			return routeAnywhere(role, lineage);
		}
		return Posts.level(role)
			.map((level) -> routeFromLevel(role, level, lineage))
			.orElse(new Route(role, unitId, false));
	}

	private static Route routeAnywhere(String role, List<Seats> lineage) {
		return lineage.stream()
			.filter((unit) -> unit.held().contains(role))
			.findFirst()
			.map((unit) -> new Route(role, unit.unitId(), false))
			.orElse(new Route(role, lineage.get(0).unitId(), true));
	}

	private static Route routeFromLevel(String role, UnitKind level, List<Seats> lineage) {
		Optional<Seats> own = lineage.stream().filter((unit) -> unit.kind() == level).findFirst();
		if (own.isPresent() && own.get().held().contains(role)) {
			return new Route(role, own.get().unitId(), false);
		}
		Seats start = own.orElse(lineage.get(0));
		// A branch with too few members for a committee acts through its secretary.
		if (role.equals(Roles.BRANCH_COMMITTEE) && start.held().contains(Roles.BRANCH_SECRETARY)) {
			return new Route(Roles.BRANCH_SECRETARY, start.unitId(), false);
		}
		for (Seats unit : lineage) {
			boolean above = unit.kind().ordinal() < level.ordinal() || (unit.kind() == level && unit != start);
			Optional<String> committee = Posts.committee(unit.kind());
			if (above && committee.filter(unit.held()::contains).isPresent()) {
				return new Route(committee.get(), unit.unitId(), true);
			}
		}
		return new Route(role, start.unitId(), true);
	}

	UnitCard approvalAuthority(long branchId, LocalDate on) {
		List<UnitCard> lineage = this.directory.lineage(branchId);
		checkReceivesMembers(lineage);
		List<ApprovalAuthority> valid = this.authorities
			.findByUnitIdInAndRevokedAtIsNull(lineage.stream().map(UnitCard::id).toList())
			.stream()
			.filter((authority) -> authority.validOn(on))
			.toList();
		int committee = nearestCommittee(lineage);
		int approver = committee;
		while (has(valid, Kind.RECALL, lineage.get(approver)) && approver + 1 < lineage.size()) {
			approver++;
		}
		return (approver != committee) ? lineage.get(approver)
				: lineage.subList(0, committee)
					.stream()
					.filter((unit) -> unit.kind() == UnitKind.GENERAL_BRANCH)
					.filter((unit) -> has(valid, Kind.GRANT, unit) && !has(valid, Kind.RECALL, unit))
					.findFirst()
					.orElse(lineage.get(committee));
	}

	private static int nearestCommittee(List<UnitCard> lineage) {
		for (int at = 0; at < lineage.size(); at++) {
			UnitKind kind = lineage.get(at).kind();
			if (kind == UnitKind.COMMITTEE || kind == UnitKind.COUNTY_COMMITTEE) {
				return at;
			}
		}
		throw new Refusal.Invalid("refusal.people.no-committee", lineage.get(0).name());
	}

	private static void checkReceivesMembers(List<UnitCard> lineage) {
		for (UnitCard unit : lineage) {
			if (unit.branchKind() != null && !BranchKind.valueOf(unit.branchKind()).receivesMembers()) {
				throw new Refusal.Invalid("refusal.people.branch-never-receives", unit.name());
			}
		}
	}

	private static boolean has(List<ApprovalAuthority> valid, Kind kind, UnitCard unit) {
		return valid.stream().anyMatch((one) -> one.kind() == kind && one.unitId() == unit.id());
	}

}
