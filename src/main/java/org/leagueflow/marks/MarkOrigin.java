package org.leagueflow.marks;

import java.time.Instant;
import org.apache.poi.ss.util.CellReference;

/**
 * Where a mark comes from.
 *
 * @param file the workbook, or null when it was entered by hand
 * @param row as the spreadsheet counts, 0 when entered by hand
 * @param column its letter, or null
 * @param byId who entered it
 * @param reason why it was entered by hand, or null
 */
public record MarkOrigin(String file, String sheet, int row, String column, long byId, String by, Instant at,
		String reason) {

	static String letter(int place) {
		return CellReference.convertNumToColString(place);
	}

	/** The cell as people name it, or who entered it by hand and why. */
	public String place() {
		return (this.file != null) ? this.file + " / " + this.sheet + " / " + this.column + this.row
				: this.by + ": " + this.reason;
	}

}
