package org.leagueflow.forms;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/** Attached files, as other modules may know them. */
public interface Attachments {

	Optional<AttachmentCard> find(long id);

	/** Those of the ids that exist, by id. */
	List<AttachmentCard> all(Collection<Long> ids);

	/**
	 * Takes a file in for good.
	 * @param filedAs what it belongs to, when no case: {@code ledger:42}
	 * @throws org.leagueflow.kernel.Refusal.Invalid when it is nothing that may be
	 * attached
	 */
	AttachmentCard keep(String name, byte[] content, String filedAs, Actor by);

	/** What was filed under a case, oldest first. */
	List<AttachmentCard> of(CaseId caseId);

	/**
	 * Files uploads under a case, as when answers that name them are submitted.
	 * @throws org.leagueflow.kernel.Refusal.Invalid when one does not exist, was uploaded
	 * by somebody else or is filed under another case
	 */
	void file(CaseId caseId, Collection<Long> ids, Actor by);

}
