package org.leagueflow.publicity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.CaseId;

/**
 * Knows what was announced in public for a case and whether anybody objected. The process
 * {@code notice} opens notices; they are withdrawn by themselves when its call, or the
 * case, is cancelled.
 */
public interface Notices {

	/** The case's latest notice of that matter. */
	Optional<NoticeCard> noticeOf(CaseId caseId, String matter);

	/** The case's latest notice of any matter. */
	Optional<NoticeCard> noticeOf(CaseId caseId);

	/** All notices of the case, the oldest first. */
	List<NoticeCard> noticesOf(CaseId caseId);

	/**
	 * The day from which the case may rely on its latest notice of that matter: the day
	 * after it, or that on which its last objection was decided.
	 */
	LocalDate cleanFrom(CaseId caseId, String matter);

}
