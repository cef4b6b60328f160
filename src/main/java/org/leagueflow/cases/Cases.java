package org.leagueflow.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;

/**
 * Keeps the case files. Changes join the caller's transaction and open one where there is
 * none.
 */
public interface Cases {

	/**
	 * Opens a case for a person in a unit and gives it its number.
	 * @throws org.leagueflow.kernel.Refusal.NotFound when there is no such person or unit
	 */
	CaseId open(String process, String title, long subjectPersonId, long unitId, Actor by);

	/**
	 * Opens a case about something else than one person, such as a batch; its lists show
	 * the subject's name.
	 * @throws org.leagueflow.kernel.Refusal.NotFound when there is no such unit
	 */
	CaseId open(String process, String title, Subject subject, long unitId, Actor by);

	/**
	 * @throws org.leagueflow.kernel.Refusal.NotFound when there is no such case
	 */
	CaseCard card(CaseId caseId);

	/** Hands the case to another unit; everything written so far stays. */
	void move(CaseId caseId, long unitId);

	/** Gives a role of this case to these persons and ends it for earlier holders. */
	void giveRole(CaseId caseId, String role, List<Long> persons);

	/**
	 * Who holds the role of this case now; the {@code applicant} is always the person of
	 * the case; where it is not about one person there is none.
	 */
	List<Long> holders(CaseId caseId, String role);

	/**
	 * The cases that still run in which the person holds a role, as {@code role} to case.
	 */
	List<Part> parts(long personId);

	/**
	 * Whether the person may read the case: its subject, whoever holds or held a role in
	 * it, whoever opened it, whoever holds a post at its unit or above (auditors and
	 * administrators among them), and those named by a {@link CaseReaders}.
	 */
	boolean maySee(CaseId caseId, Actor by);

	/**
	 * The case that somebody asks for.
	 * @throws org.leagueflow.kernel.Refusal.NotFound when the person may see none with
	 * this number
	 */
	default CaseCard visible(CaseId caseId, Actor by) {
		if (!maySee(caseId, by)) {
			throw new Refusal.NotFound("refusal.cases.unknown", caseId.key());
		}
		return card(caseId);
	}

	/** The same, of this process only. */
	default CaseCard visible(CaseId caseId, String process, Actor by) {
		CaseCard card = visible(caseId, by);
		if (!card.process().equals(process)) {
			throw new Refusal.NotFound("refusal.cases.unknown", caseId.key());
		}
		return card;
	}

	/**
	 * Whether the person has the case to work on and so reads all of it: posts at its
	 * unit or above, administrators left out, and whoever holds an open task of it. The
	 * subject never does.
	 */
	boolean worksOn(CaseId caseId, Actor by);

	/** Whether the person may open a file that an answer in the case named. */
	boolean mayOpen(CaseId caseId, long attachmentId, Actor by);

	/** Writes a line into the timeline for those who have the case to work on. */
	default void note(CaseId caseId, Actor by, Message words) {
		note(caseId, by, words, Readers.NONE);
	}

	/** Writes a line into the timeline that others may read, too. */
	void note(CaseId caseId, Actor by, Message words, Readers readers);

	/**
	 * Adds a submission for good.
	 * @return the submission with its number and moment
	 * @throws org.springframework.dao.DuplicateKeyException when one with this
	 * idempotency key exists
	 */
	Submission record(Submission submission);

	/** Everything answered in the case so far, oldest first. */
	List<Submission> submissions(CaseId caseId);

	/** Submissions and noted events in the order in which they happened. */
	List<TimelineEntry> timeline(CaseId caseId);

	/** The submission that was recorded under this idempotency key. */
	Optional<Submission> submission(String idempotencyKey);

	/** The submission that answered this task. */
	Optional<Submission> answerOf(String taskId);

	/** Cases of this process about this person that still run. */
	List<CaseId> openOf(long subjectPersonId, String process);

	/**
	 * Cases of this process that the unit has and that were opened since then, by age.
	 */
	List<CaseCard> ofUnit(String process, long unitId, Instant since);

	/** Cases that the actor may see, newest first. */
	CaseListing list(CaseFilter filter, Actor by, int limit);

	/** A role held in one case. */
	record Part(String role, CaseId caseId) {
	}

}
