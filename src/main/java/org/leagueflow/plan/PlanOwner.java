package org.leagueflow.plan;

import java.util.Objects;

/**
 * Who answers for an item, or for a part of it.
 *
 * @param id the person or unit, null for a name
 * @param name what they were called when they were named
 */
public record PlanOwner(PlanOwnerKind kind, Long id, String name, boolean lead) {

	/** As forms write it: {@code PERSON:12}, {@code UNIT:4}, {@code NAMED:组织部}. */
	public String key() {
		return this.kind + ":" + ((this.kind == PlanOwnerKind.NAMED) ? this.name : this.id);
	}

	/** Whether both are the same person, unit or name. */
	boolean same(PlanOwner other) {
		return this.kind == other.kind && ((this.kind == PlanOwnerKind.NAMED) ? this.name.equals(other.name)
				: Objects.equals(this.id, other.id));
	}

}
