package org.leagueflow.cases;

import java.util.List;

/** One page of cases, newest first; next is the token of the page after, or null. */
public record CaseListing(List<CaseCard> rows, Long next) {
}
