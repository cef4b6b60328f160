package org.leagueflow.plan;

/**
 * An owner as a draft names one.
 *
 * @param id the person or unit; null for a name nobody is known by
 * @param name as the paper says it
 * @param lead whether this is the one who answers for the item
 */
public record DraftOwner(PlanOwnerKind kind, Long id, String name, boolean lead) {
}
