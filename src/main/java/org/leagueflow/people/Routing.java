package org.leagueflow.people;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.ApprovalAuthority.Kind;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/** Finds the unit that answers for a unit: by role, and by authority to approve. */
@Component
class Routing {

	private final Directory directory;

	private final ApprovalAuthorities authorities;

	Routing(Directory directory, ApprovalAuthorities authorities) {
		this.directory = directory;
		this.authorities = authorities;
	}

	Route route(String role, long unitId) {
		List<UnitCard> lineage = this.directory.lineage(unitId);
		if (lineage.isEmpty()) {
			throw new Refusal.NotFound("refusal.people.unit-unknown");
		}
		Set<String> held = new HashSet<>(this.directory.held(lineage.stream().map(UnitCard::id).toList()));
		if (Roles.anywhere(role)) {
			return routeAnywhere(role, lineage, held);
		}
		return Roles.level(role)
			.map((level) -> routeFromLevel(role, level, lineage, held))
			.orElse(new Route(role, unitId, false));
	}

	private static Route routeAnywhere(String role, List<UnitCard> lineage, Set<String> held) {
		return lineage.stream()
			.filter((unit) -> held.contains(unit.id() + " " + role))
			.findFirst()
			.map((unit) -> new Route(role, unit.id(), false))
			.orElse(new Route(role, lineage.get(0).id(), true));
	}

	private static Route routeFromLevel(String role, UnitKind level, List<UnitCard> lineage, Set<String> held) {
		Optional<UnitCard> own = lineage.stream().filter((unit) -> unit.kind() == level).findFirst();
		if (own.isPresent() && held.contains(own.get().id() + " " + role)) {
			return new Route(role, own.get().id(), false);
		}
		UnitCard start = own.orElse(lineage.get(0));
		for (UnitCard unit : lineage) {
			boolean above = unit.kind().ordinal() < level.ordinal() || (unit.kind() == level && !unit.equals(start));
			Optional<String> committee = Roles.committee(unit.kind());
			if (above && committee.isPresent() && held.contains(unit.id() + " " + committee.get())) {
				return new Route(committee.get(), unit.id(), true);
			}
		}
		return new Route(role, start.id(), true);
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
