package org.leagueflow.cases;

import org.leagueflow.kernel.Actor;

/** Records who opens a case file, so that the person concerned can see it. */
public interface CaseOpenings {

	/**
	 * Records the reading of a file that this reader may see: once a reader, case and
	 * day, and never the subject's own.
	 * @return false when the reader is an auditor or administrator who has to say why
	 * first
	 */
	boolean open(CaseCard card, Actor by);

}
