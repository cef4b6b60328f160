package org.leagueflow.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.paper.LineKind;
import org.leagueflow.paper.PaperLine;
import org.leagueflow.paper.PaperPlan;

/**
 * A paper as it was read, to be looked through before it becomes a draft.
 *
 * @param unit whose plan it becomes
 * @param faults what is wrong with a line, by its number
 */
record PlanPaperPage(long id, String unit, int year, String source, PaperPlan plan, List<Row> rows,
		Map<Integer, Message> faults, Long editionId) {

	private static final int MAX_TASK = 40;

	private static final int MAX_FOLDED = 60;

	/**
	 * How a main task is named in the list of suggestions: by its line and first words.
	 */
	static String task(PaperLine line) {
		return line.number() + " " + Characters.first(line.title(), MAX_TASK);
	}

	/** What other lines may serve. */
	public List<String> tasks() {
		return this.plan.items(LineKind.MAIN_TASK).stream().map(PlanPaperPage::task).toList();
	}

	/** Each item for itself, lines that are none between them together. */
	public List<Block> blocks() {
		List<Block> blocks = new ArrayList<>();
		List<Row> none = new ArrayList<>();
		for (Row row : this.rows) {
			if (row.kind() == null && !this.faults.containsKey(row.number())) {
				none.add(row);
				continue;
			}
			if (!none.isEmpty()) {
				blocks.add(new Block(null, List.copyOf(none)));
				none.clear();
			}
			blocks.add(new Block(row, List.of()));
		}
		if (!none.isEmpty()) {
			blocks.add(new Block(null, List.copyOf(none)));
		}
		return blocks;
	}

	/** How many items somebody should look at. */
	public int unsure() {
		return (int) this.rows.stream().filter((row) -> row.kind() != null && !row.sure()).count();
	}

	public int items() {
		return (int) this.rows.stream().filter((row) -> row.kind() != null).count();
	}

	/**
	 * A line, as it was read or as somebody corrected it.
	 *
	 * @param kind null for what is no item
	 * @param read the fields as they were read, where somebody typed others
	 * @param months as they are typed: {@code 3}, {@code 7-8}, {@code 3、9}
	 */
	record Row(int number, PlanItemKind kind, boolean heading, String label, String place, String original, String text,
			String months, String lead, String owners, String indicators, String task, int confidence,
			List<Guess> guesses, Map<String, String> read) {

		/** Whether somebody typed this field before; null where not. */
		public String typed(String field) {
			String before = this.read.get(field);
			String now = switch (field) {
				case "kind" -> (this.kind != null) ? this.kind.name() : "NONE";
				case "months" -> this.months;
				case "text" -> this.text;
				case "lead" -> this.lead;
				case "owners" -> this.owners;
				case "indicators" -> this.indicators;
				default -> this.task;
			};
			return (before == null || before.equals(now)) ? null : "1";
		}

		public boolean sure() {
			return this.confidence >= org.leagueflow.paper.PaperGuess.SURE;
		}

	}

	/**
	 * An item, or lines between items.
	 *
	 * @param item null where the lines are none
	 */
	record Block(Row item, List<Row> none) {

		/** The first words of lines that are no items. */
		public String words() {
			return Characters.first(String.join(" · ", this.none.stream().map(Row::original).toList()), MAX_FOLDED);
		}

	}

	/** Why something was read so. */
	record Guess(Message reason, int confidence, boolean sure) {
	}

}
