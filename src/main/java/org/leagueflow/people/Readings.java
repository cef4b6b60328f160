package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.kernel.Actor;

/**
 * Keeps who read whose case file or personal data, so that the person concerned can see
 * it: once a reader, thing and day.
 */
public interface Readings {

	/**
	 * Whether somebody reads as an auditor or administrator only: no post of the League
	 * reaches the unit.
	 */
	boolean fromOutside(String unitPath, Actor by);

	/** Records that somebody reads it whose work it is. */
	void work(ReadTarget thing, Actor by);

	/** Whether the reader has said today why he reads it. */
	boolean explained(ReadTarget thing, Actor by);

	/**
	 * Lets the person concerned see that a part was opened, for the reason for which the
	 * whole is read today; the audit record has it by a name of its own.
	 */
	void part(ReadTarget part, ReadTarget whole, Actor by);

	/**
	 * Records why somebody from outside reads it.
	 * @throws org.leagueflow.kernel.Refusal.Invalid when the reason is not one of 4 to
	 * 200 characters
	 */
	void explain(ReadTarget thing, String reason, Actor by);

	/** Who read something about this person, the latest first. */
	List<Read> about(long personId);

	/**
	 * A reading as the person concerned sees it.
	 *
	 * @param reason null when it was the reader's work
	 */
	record Read(String kind, String label, String reader, String post, String reason, LocalDate on) {
	}

}
