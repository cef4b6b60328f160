package org.leagueflow.publicity;

import java.util.List;
import org.leagueflow.inbox.TaskRouting.Seat;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;

/**
 * Something that a process announces in public: one bean for each box that calls the
 * process {@code notice}. Its name on pages are the messages
 * {@code publicity.matter.<matter>} and {@code publicity.paper.matter.<matter>}.
 */
public interface NoticeMatter {

	/** {@code <calling process>-<its box>}. */
	String name();

	/**
	 * The keys of the texts that {@link #announcement} may choose; a unit may put its own
	 * words in their place.
	 */
	default List<String> texts() {
		return List.of();
	}

	/** What is announced for the case; asked when the notice opens. */
	Announcement announcement(CaseId caseId);

	/** The seat that decides on objections; asked whenever a task is handed out. */
	Seat decides(CaseId caseId);

	/**
	 * Asks once more when somebody decides: the task may have waited in a list while
	 * authority went elsewhere.
	 * @throws Refusal.NotAllowed naming who decides
	 */
	void require(CaseId caseId, Actor by);

	/** Whether the person reads what was objected, because it is theirs to decide. */
	boolean decidedBy(CaseId caseId, Actor by);

	/** The notice has opened. */
	default void opened(CaseId caseId, NoticeCard notice) {
	}

	/**
	 * An objection was decided. Where it was upheld the process takes what it says about
	 * its subject, or about all where it has none: a place, a count, a rank.
	 */
	default void settled(CaseId caseId, NoticeCard notice, ObjectionCard objection) {
	}

}
