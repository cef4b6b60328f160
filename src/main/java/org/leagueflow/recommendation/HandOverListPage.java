package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.List;
import org.leagueflow.people.People.PersonCard;

/**
 * One list and what became of each person on it.
 *
 * @param receives whether the reader may sign for it
 * @param answers whether the reader may enter feedback
 * @param onPaper whether the reader does so for the Party branch, from its papers
 * @param decides whether the reader is of the Party branch
 */
record HandOverListPage(HandOverCard list, List<Row> rows, boolean receives, boolean answers, boolean onPaper,
		boolean decides, LocalDate today) {

	/** How many wait for the receipt; public because pages ask for it. */
	public long unreceived() {
		return this.rows.stream().filter((row) -> row.waitsFor() == Wait.RECEIPT).count();
	}

	/** What a person's recommendation waits for. */
	enum Wait {

		RECEIPT, FEEDBACK, NOTHING

	}

	/** One person of the list. */
	record Row(long caseId, PersonCard person, String branch, Standing standing, Wait waitsFor, LocalDate validUntil,
			LocalDate receivedOn, String receiver, boolean receiptOnPaper, LocalDate feedbackOn, String reason,
			boolean feedbackOnPaper) {

		static Row of(Recommendation one, PersonCard person, String branch) {
			return new Row(one.caseId().value(), person, branch, one.standing(), waitsFor(one), one.validUntil(),
					one.receivedOn(), one.receiver(), one.receiptOnPaper(), one.feedbackOn(), one.feedbackReason(),
					one.feedbackOnPaper());
		}

		private static Wait waitsFor(Recommendation one) {
			return switch (one.standing()) {
				case HANDED_OVER -> Wait.RECEIPT;
				case RECEIVED -> Wait.FEEDBACK;
				default -> Wait.NOTHING;
			};
		}

	}

}
