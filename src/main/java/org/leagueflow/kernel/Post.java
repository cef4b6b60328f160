package org.leagueflow.kernel;

import java.io.Serializable;

/**
 * A role held at a unit today, such as {@code branch-secretary} of unit 12.
 *
 * @param role the role's name, as diagrams write it in {@code candidateGroups}
 * @param unitId the org unit at which the role is held
 * @param unitPath the unit's materialised path, {@code /1/4/12/}
 */
public record Post(String role, long unitId, String unitPath) implements Serializable {

	/**
	 * Whether this post reaches over the unit with the given path: its own unit or one
	 * below.
	 */
	public boolean reaches(String path) {
		return path.startsWith(this.unitPath);
	}

}
