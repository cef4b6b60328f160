package org.leagueflow.roster;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The branches below the unit that a roster is for, found by the names people type. */
final class RosterUnits {

	private final Map<String, List<Branch>> branches;

	RosterUnits(List<Branch> branches) {
		this.branches = branches.stream().collect(Collectors.groupingBy(Branch::name));
	}

	/** The one branch that is meant, or the finding that says why there is none. */
	Found find(String name, String generalBranch) {
		List<Branch> named = this.branches.getOrDefault(name, List.of());
		List<Branch> meant = generalBranch.isEmpty() ? named
				: named.stream().filter((branch) -> generalBranch.equals(branch.parentName())).toList();
		if (named.isEmpty()) {
			return Found.nothing(RosterFinding.error(RosterColumn.BRANCH, "unknown-branch", name, generalBranch));
		}
		if (meant.isEmpty()) {
			return Found.nothing(RosterFinding.error(RosterColumn.GENERAL_BRANCH, "branch-elsewhere", name,
					named.get(0).parentName()));
		}
		if (meant.size() > 1) {
			return Found.nothing(RosterFinding.error(RosterColumn.BRANCH, "branch-ambiguous", name));
		}
		if (!meant.get(0).receives()) {
			return Found.nothing(RosterFinding.error(RosterColumn.BRANCH, "branch-never-receives", name));
		}
		return new Found(meant.get(0), null);
	}

	/** A branch; receives is false for functional and temporary branches (细则§23). */
	record Branch(long id, String name, String parentName, boolean receives) {
	}

	/** A branch, or why there is none. */
	record Found(Branch branch, RosterFinding why) {

		static Found nothing(RosterFinding why) {
			return new Found(null, why);
		}

	}

}
