package org.leagueflow.ballot;

import java.util.List;

/**
 * What a ballot paper asks. A filled paper is a word of one letter a line, so that all
 * filled papers of a ballot have the same length.
 *
 * @param form how it is filled in
 * @param lines what is voted on: one line a matter for a decision, one a candidate for an
 * election, one a person for a grading
 * @param seats how many are elected, at most so many lines may be marked in favour; 1 for
 * the other forms
 */
public record Paper(Form form, List<Line> lines, int seats) {

	/** More lines than this fit on no paper. */
	public static final int MAX_LINES = 200;

	/**
	 * @throws IllegalArgumentException when such a paper makes no sense
	 */
	public Paper {
		lines = List.copyOf(lines);
		boolean seated = (form == Form.ELECTION) ? seats >= 1 && seats <= lines.size() : seats == 1;
		boolean distinct = lines.stream().map(Line::id).distinct().count() == lines.size();
		if (lines.isEmpty() || lines.size() > MAX_LINES || !seated || !distinct) {
			throw new IllegalArgumentException(
					"No paper of the form " + form + " has " + lines.size() + " lines and " + seats + " seats");
		}
	}

	/** A paper on one matter: 赞成, 反对 or 弃权. */
	public static Paper decision(long id, String title) {
		return new Paper(Form.DECISION, List.of(new Line(id, title)), 1);
	}

	/** A paper on several matters, each decided by itself: 赞成, 反对 or 弃权 a line. */
	public static Paper decisions(List<Line> matters) {
		return new Paper(Form.DECISION, matters, 1);
	}

	/** This line alone. */
	public Paper only(int line) {
		return new Paper(this.form, List.of(this.lines.get(line)), 1);
	}

	public static Paper election(List<Line> candidates, int seats) {
		return new Paper(Form.ELECTION, candidates, seats);
	}

	public static Paper grading(List<Line> persons) {
		return new Paper(Form.GRADING, persons, 1);
	}

	/** Whether a word is a filled paper of this ballot, spoilt ones included. */
	public boolean fits(String filled) {
		return filled != null && filled.length() == this.lines.size()
				&& filled.chars().allMatch((code) -> this.form.marks.stream().anyMatch((mark) -> mark.code() == code));
	}

	/** Whether a filled paper is spoilt (无效票): more in favour than seats. */
	public boolean spoilt(String filled) {
		return this.form == Form.ELECTION
				&& filled.chars().filter((code) -> code == Mark.FOR.code()).count() > this.seats;
	}

	/** The marks a line may carry. */
	public List<Mark> marks() {
		return this.form.marks;
	}

	/** How a paper is filled in. */
	public enum Form {

		/** One matter or several, each yes or no. */
		DECISION(Mark.VOTES),
		/** Several candidates for a number of seats. */
		ELECTION(Mark.VOTES),
		/** Each person gets a grade (评议等次). */
		GRADING(Mark.GRADES);

		private final List<Mark> marks;

		Form(List<Mark> marks) {
			this.marks = marks;
		}

	}

	/**
	 * One line of a paper.
	 *
	 * @param id the person or agenda item it is about
	 * @param name how it reads
	 */
	public record Line(long id, String name) {
	}

}
