package org.leagueflow.plan;

/** Where the lines of a draft stand now. */
public record Adopted(long planId, long editionId, int items, int indicators) {
}
