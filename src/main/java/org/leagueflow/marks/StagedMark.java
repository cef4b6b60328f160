package org.leagueflow.marks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;

/** A mark of a sheet on its way: what its cell says, whom it is of, what was found. */
final class StagedMark {

	/** Characters of a cell that are repeated in what was found about it. */
	private static final int MAX_ARG = 200;

	final String sheet;

	final int row;

	final int column;

	final String who;

	final String number;

	final String raw;

	long id;

	Long personId;

	String item;

	String itemName;

	MarkItemCard.Category category = MarkItemCard.Category.SCORE;

	BigDecimal low;

	BigDecimal high;

	String period = "";

	String term = "";

	MarkAttempt attempt = MarkAttempt.FIRST;

	BigDecimal points;

	String word;

	BigDecimal credit;

	Verdict verdict = Verdict.CLEAN;

	String rule;

	List<Object> args = new ArrayList<>();

	Plan plan = Plan.NONE;

	String before;

	Integer beforeVersion;

	String outcome;

	StagedMark(String sheet, int row, int column, String who, String number, String raw) {
		this.sheet = sheet;
		this.row = row;
		this.column = column;
		this.who = who;
		this.number = number;
		this.raw = raw;
	}

	/** The worst that was found stays. */
	StagedMark found(Verdict found, String broken, Object... words) {
		if (this.rule == null || found.ordinal() > this.verdict.ordinal()) {
			this.verdict = found;
			this.rule = broken;
			this.args = new ArrayList<>(Arrays.stream(words)
				.map((one) -> (one instanceof String text) ? Characters.first(text, MAX_ARG) : one)
				.toList());
		}
		return this;
	}

	String typed() {
		return MarkText.typed(this.points, this.word, this.credit);
	}

	boolean says() {
		return this.points != null || this.word != null;
	}

	public long id() {
		return this.id;
	}

	public Long personId() {
		return this.personId;
	}

	/** The cell as the spreadsheet names it. */
	public String cell() {
		return MarkOrigin.letter(this.column) + this.row;
	}

	public String sheet() {
		return this.sheet;
	}

	public String who() {
		return this.who;
	}

	public String number() {
		return this.number;
	}

	public String raw() {
		return this.raw;
	}

	public String itemName() {
		return this.itemName;
	}

	public String period() {
		return this.period.isEmpty() ? "" : new MarkPeriod(this.period, this.term).text();
	}

	public MarkAttempt attempt() {
		return this.attempt;
	}

	public String shown() {
		return (this.points != null) ? this.points.toPlainString() : (this.word != null) ? this.word : "";
	}

	public String before() {
		return this.before;
	}

	public Verdict verdict() {
		return this.verdict;
	}

	public Plan plan() {
		return this.plan;
	}

	public String outcome() {
		return this.outcome;
	}

	public Message finding() {
		return (this.rule == null) ? null
				: this.rule.startsWith("refusal.") ? Message.of(this.rule, this.args.toArray())
						: Message.of("marks.finding." + this.rule, this.args.toArray());
	}

	public boolean choosable() {
		return this.outcome == null && this.verdict != Verdict.BLOCKED
				&& (this.plan == Plan.NEW || this.plan == Plan.CHANGED);
	}

	/** From nothing found to what keeps the mark out. */
	enum Verdict {

		CLEAN, WARNED, DOUBTFUL, BLOCKED

	}

	/** What importing the mark would do. */
	enum Plan {

		NONE, NEW, CHANGED, UNCHANGED

	}

}
