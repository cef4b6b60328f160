package org.leagueflow.people;

/**
 * What is entered about a unit.
 *
 * @param parentId the unit above; null only for the first one
 * @param kind its level, below the parent's
 * @param branchKind for branches, null means CLASS; otherwise ignored
 * @param name 1 to 100 characters, unique below the parent
 * @param secondarySchool whether it is a secondary school (中学); units below inherit that
 */
public record NewUnit(Long parentId, UnitKind kind, BranchKind branchKind, String name, Boolean secondarySchool) {

	public NewUnit {
		name = (name != null) ? name.strip() : "";
		secondarySchool = Boolean.TRUE.equals(secondarySchool); // browsers send no
																// unticked box
	}

}
