package org.leagueflow.roster;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * What a sheet of a workbook holds, found out before any line of it is read.
 *
 * @param place counted from 0
 * @param lines rows with anything in them below the heading
 * @param hiddenLines how many of them people do not see
 * @param filtered whether a filter hides them
 */
record SheetSurvey(int place, String name, boolean hidden, RosterHeading heading, int lines, int hiddenLines,
		boolean filtered, BitSet hiddenColumns, List<CellRangeAddress> merged) {

	/** Whether lines of a roster can be read from it. */
	boolean readable() {
		return this.heading.found() && this.heading.missing().isEmpty() && this.heading.twice() == null
				&& this.lines > 0;
	}

	/** Whether somebody sees all of it who opens the workbook. */
	boolean plain() {
		return !this.hidden && this.hiddenLines == 0 && this.heading.named(this.hiddenColumns).isEmpty();
	}

	Card card() {
		return new Card(this.place, this.name, this.hidden, this.lines, this.hiddenLines, this.filtered,
				String.join("、", this.heading.named(this.hiddenColumns)), readable(), missing());
	}

	private String missing() {
		return !this.heading.found() ? ""
				: this.heading.missing().stream().map(RosterColumn::title).collect(Collectors.joining("、"));
	}

	/** A sheet as the page offers it. */
	record Card(int place, String name, boolean hidden, int lines, int hiddenLines, boolean filtered,
			String hiddenColumns, boolean readable, String missing) {
	}

	/**
	 * What somebody wants to have read.
	 *
	 * @param place the sheet, counted from 0
	 */
	record Choice(int place, boolean hiddenLines, boolean hiddenColumns) {
	}

}
