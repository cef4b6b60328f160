package org.leagueflow.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.engine.Catalogue.Progress;
import org.leagueflow.forms.AnswerLine;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.kernel.Message;

/**
 * Everything that pages show about a case.
 *
 * @param card the case
 * @param processName the process's name
 * @param unitName the unit's name
 * @param outcomeName what the diagram calls the outcome, or null
 * @param stages the stages in order
 * @param timeline what happened so far, oldest first
 * @param panels what process modules add
 * @param actions links that modules add
 * @param attachments files of the case
 * @param progress where the case stands on its diagram
 */
public record CasePage(CaseCard card, String processName, String unitName, String outcomeName, List<StageState> stages,
		List<Step> timeline, List<CasePanel.Panel> panels, List<CaseAction.Link> actions,
		List<AttachmentCard> attachments, Progress progress) {

	/** The names of the case's files by number. */
	public Map<Long, String> fileNames() {
		return this.attachments.stream().collect(Collectors.toMap(AttachmentCard::id, AttachmentCard::name));
	}

	/**
	 * A stage and how it stands: {@code passed}, {@code current}, {@code ahead} or
	 * {@code stopped}.
	 */
	public record StageState(String name, String state) {
	}

	/**
	 * One line of the timeline, with the answers given where there were any; what nobody
	 * did by hand has no name, nor has what the reader learns of without knowing who did
	 * it. The form is null where nothing was answered.
	 */
	public record Step(Instant at, String byName, String actingAs, Message words, String formId,
			List<AnswerLine> answers) {
	}

}
