package org.leagueflow.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A line of the plan while it is read. */
final class LineDraft {

	private static final int MAX_TITLE = 200;

	LineKind kind;

	final List<Excerpt> passages = new ArrayList<>();

	final List<PaperGuess> guesses = new ArrayList<>();

	final List<PaperOwner> owners = new ArrayList<>();

	/** Owners that the paper names more than once. */
	final List<String> twice = new ArrayList<>();

	final List<PaperIndicator> indicators = new ArrayList<>();

	String label = "";

	String text = "";

	String measure = "";

	String section = "";

	TimeReading.Time time = TimeReading.Time.NONE;

	String remark = "";

	String status = "";

	BigDecimal progress;

	LineDraft mainTask;

	PaperRecurrence recurrence;

	Integer dueDay;

	LineDraft(LineKind kind, Excerpt first) {
		this.kind = kind;
		this.passages.add(first);
	}

	void guess(String field, int confidence, String reason, Object... args) {
		this.guesses.add(PaperGuess.of(field, confidence, reason, args));
	}

	/** Whether it stands above a column. */
	boolean column() {
		return this.guesses.stream().anyMatch((one) -> one.reason().key().startsWith("paper.guess.column"));
	}

	/** What a list shows of it. */
	String title() {
		String words = PaperText.spaced(this.text);
		return (words.length() <= MAX_TITLE) ? words : words.substring(0, MAX_TITLE - 1) + "…";
	}

	PaperLine line(int number, Integer main) {
		PaperRecurrence often = (this.recurrence != null) ? this.recurrence : this.time.recurrence();
		Integer day = (this.time.dueDay() != null) ? this.time.dueDay() : this.dueDay;
		return new PaperLine(number, this.kind, this.passages.get(0).place(),
				this.passages.stream().map(Excerpt::passage).toList(), this.label, title(), this.text.strip(),
				this.measure.strip(), this.section, this.time.words(), this.kind.item() ? this.time.spans() : List.of(),
				day, this.kind.item() ? often : null, List.copyOf(this.indicators), List.copyOf(this.owners),
				this.remark.strip(), this.status.strip(), this.progress, main, List.copyOf(this.guesses));
	}

}
