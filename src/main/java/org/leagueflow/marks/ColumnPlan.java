package org.leagueflow.marks;

import java.math.BigDecimal;
import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * What one column of a sheet means.
 *
 * @param place counted from 0
 * @param table which of the tables that stand side by side it belongs to, from 0
 * @param path its titles from above
 * @param item the key of the item that its marks are in, or null
 * @param name the item's name, or null
 * @param low the least points, or null
 * @param high the most points, or null
 * @param credit of a course, or null
 * @param term the term or month that it is for, or empty
 * @param why how this was found out
 * @param samples what its first cells say
 */
record ColumnPlan(int place, int table, List<String> path, ColumnRole role, String item, String name,
		MarkItemCard.Category category, BigDecimal low, BigDecimal high, BigDecimal credit, String term, Message why,
		List<String> samples) {

	public String letter() {
		return MarkOrigin.letter(this.place);
	}

	/** Its titles in one line. */
	public String title() {
		return String.join(" / ", this.path);
	}

	MarkItemCard card() {
		BigDecimal pass = (this.category == MarkItemCard.Category.COURSE) ? BigDecimal.valueOf(60) : null;
		return new MarkItemCard(0, this.item, this.name, this.category, this.low, this.high, pass);
	}

	boolean covers(BigDecimal points) {
		return card().covers(points);
	}

	/** The same column without what stands in cells, which is remembered for no sheet. */
	ColumnPlan withoutSamples() {
		return new ColumnPlan(this.place, this.table, this.path, this.role, this.item, this.name, this.category,
				this.low, this.high, this.credit, this.term, this.why, List.of());
	}

	/**
	 * A title that is nothing but a code may be no course: somebody says so by naming it.
	 */
	private MarkItemCard.Category category(String newName) {
		boolean codeOnly = this.item != null && this.item.equals(this.name) && MarkItem.isCode(this.item);
		boolean named = newName != null && !MarkItem.isCode(newName);
		return (this.category == null || (codeOnly && named)) ? MarkItemCard.Category.SCORE : this.category;
	}

	/** The same column with what somebody said about it. */
	ColumnPlan said(ColumnRole newRole, String newName, BigDecimal newLow, BigDecimal newHigh, BigDecimal newCredit,
			String newTerm, Message newWhy) {
		boolean marks = newRole == ColumnRole.SCORE || newRole == ColumnRole.NOTE;
		String key = (newName != null && newName.equals(this.name)) ? this.item : newName;
		return new ColumnPlan(this.place, this.table, this.path, newRole, marks ? key : null, marks ? newName : null,
				category(newName), newLow, newHigh, newCredit, newTerm, newWhy, this.samples);
	}

}
