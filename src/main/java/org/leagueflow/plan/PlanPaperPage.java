package org.leagueflow.plan;

import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.paper.PaperPlan;

/**
 * A paper as it was read, to be looked through before it becomes a draft.
 *
 * @param unit whose plan it becomes
 * @param faults what is wrong with a line, by its number
 */
record PlanPaperPage(long id, String unit, int year, String source, PaperPlan plan, List<Row> rows,
		Map<Integer, Message> faults, Long editionId) {

	public int items() {
		return (int) this.rows.stream().filter((row) -> row.kind() != null).count();
	}

	/**
	 * A line, as it was read or as somebody corrected it.
	 *
	 * @param kind null for what is no item
	 * @param months as they are typed: {@code 3}, {@code 7-8}, {@code 3、9}
	 */
	record Row(int number, PlanItemKind kind, boolean heading, String label, String place, String original, String text,
			String months, String owners, String indicators, int confidence, List<Guess> guesses) {

		public boolean sure() {
			return this.confidence >= org.leagueflow.paper.PaperGuess.SURE;
		}

	}

	/** Why something was read so. */
	record Guess(Message reason, int confidence, boolean sure) {
	}

}
