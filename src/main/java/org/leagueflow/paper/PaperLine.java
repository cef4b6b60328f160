package org.leagueflow.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a plan on paper with what it seems to say.
 *
 * @param number its place among the lines of the document, from 1
 * @param passages every character that belongs to it
 * @param label its own number as written, misprints too; empty when it has none
 * @param title what a list shows of it
 * @param text what is to be done, without number and without owners in brackets
 * @param measure 具体举措 where the paper parts it from the task, or empty
 * @param section the headings above it
 * @param due words of the time as written
 * @param spans empty when no time is said
 * @param dueDay the day of the month by which it recurs (每月25日前), or null
 * @param recurrence null when it is done once
 * @param owners the lead first
 * @param status 完成情况 as written
 * @param progress in percent, or null
 * @param mainTask the number of the line of the main task that it serves, or null
 */
public record PaperLine(int number, LineKind kind, PaperPlace place, List<PaperPassage> passages, String label,
		String title, String text, String measure, String section, String due, List<MonthSpan> spans, Integer dueDay,
		PaperRecurrence recurrence, List<PaperIndicator> indicators, List<PaperOwner> owners, String remark,
		String status, BigDecimal progress, Integer mainTask, List<PaperGuess> guesses) {

	/** The document's own words of it. */
	public String original() {
		return this.passages.stream().map((passage) -> passage.text().strip()).collect(Collectors.joining("\n"));
	}

	/** How sure the least sure guess is, in percent. */
	public int confidence() {
		return this.guesses.stream().mapToInt(PaperGuess::confidence).min().orElse(100);
	}

}
