package org.leagueflow.roster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Counts the rows of a sheet, and keeps the first ones. */
final class SheetSample implements Consumer<XlsxSheet.Row> {

	/** Where a heading may begin, and the rows that it may have. */
	private static final int KEPT_ROWS = RosterHeading.MAX_ROWS_BEFORE + 3;

	/** Excel has no more rows. */
	private static final int MAX_ROWS = 1 << 20;

	private final List<XlsxSheet.Row> first = new ArrayList<>();

	private final BitSet all = new BitSet();

	private final BitSet hidden = new BitSet();

	@Override
	public void accept(XlsxSheet.Row row) {
		if (this.first.size() < KEPT_ROWS) {
			this.first.add(row);
		}
		if (row.number() <= MAX_ROWS) {
			this.all.set(row.number());
			this.hidden.set(row.number(), row.hidden());
		}
	}

	List<XlsxSheet.Row> first() {
		return this.first;
	}

	int below(int number) {
		return this.all.get(number + 1, MAX_ROWS + 1).cardinality();
	}

	int hiddenBelow(int number) {
		return this.hidden.get(number + 1, MAX_ROWS + 1).cardinality();
	}

}
