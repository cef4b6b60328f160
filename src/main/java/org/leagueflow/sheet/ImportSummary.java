package org.leagueflow.sheet;

import java.util.Map;

/** What the page of an import counts, the same for every importing module. */
public interface ImportSummary {

	ImportCard head();

	/** How many lines or marks are CLEAN, WARNED, DOUBTFUL or BLOCKED. */
	int verdict(String name);

	/** How many are NEW, CHANGED or UNCHANGED against the books. */
	int plan(String name);

	/** How many were CREATED, CHANGED, UNCHANGED or REFUSED. */
	int outcome(String name);

	/** What came of the lines that were imported, by outcome; empty before. */
	Map<String, Integer> outcomes();

	/** How many the filter leaves. */
	int count();

	/** How many pages these fill. */
	int pages();

	boolean hasNext();

}
