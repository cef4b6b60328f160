package org.leagueflow.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Counts the rows of a sheet, and keeps the first ones. */
public final class SheetSample implements Consumer<XlsxSheet.Row> {

	/** Where a heading may begin, the rows that it may have, and examples below it. */
	private static final int KEPT_ROWS = 40;

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

	/** Whether the rows that come are only counted. */
	boolean full() {
		return this.first.size() == KEPT_ROWS;
	}

	/** The first rows with anything in them. */
	public List<XlsxSheet.Row> first() {
		return this.first;
	}

	/** How many rows stand below one. */
	public int below(int number) {
		return this.all.get(number + 1, MAX_ROWS + 1).cardinality();
	}

	/** How many of them people do not see. */
	public int hiddenBelow(int number) {
		return this.hidden.get(number + 1, MAX_ROWS + 1).cardinality();
	}

}
