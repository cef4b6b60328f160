package org.leagueflow.meeting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The meetings of one month as one reader sees them.
 *
 * @param weeks whole weeks from Monday to Sunday that cover the month
 * @param day the day whose meetings are listed in full, or null
 * @param listed those meetings: of the day, or from today on when no day is chosen
 * @param waiting cases that wait for a meeting that the reader may call
 * @param missed meetings not held that the reader can put off or call off
 * @param convenes whether the reader calls meetings at all
 */
record MeetingsPage(YearMonth month, List<List<Day>> weeks, LocalDate day, List<MeetingRow> listed,
		List<WaitingRow> waiting, boolean convenes, List<MeetingRow> missed) {

	public LocalDate first() {
		return this.month.atDay(1);
	}

	public YearMonth before() {
		return this.month.minusMonths(1);
	}

	public YearMonth after() {
		return this.month.plusMonths(1);
	}

	/** Days of the month on which something is. */
	public List<Day> busy() {
		return this.weeks.stream()
			.flatMap(List::stream)
			.filter((one) -> one.within() && !one.rows().isEmpty())
			.toList();
	}

	/**
	 * A day in the month.
	 *
	 * @param within whether it belongs to the month shown
	 * @param rows its meetings, in the order of their times
	 */
	record Day(LocalDate date, boolean within, boolean today, List<MeetingRow> rows) {

		private static final int MAX_SHOWN = 3;

		public List<MeetingRow> shown() {
			return this.rows.subList(0, Math.min(MAX_SHOWN, this.rows.size()));
		}

		public int more() {
			return Math.max(0, this.rows.size() - MAX_SHOWN);
		}

	}

	/** A waiting case with the unit whose meeting it waits for. */
	record WaitingRow(WaitingItem item, String unit) {
	}

}
