package org.leagueflow.marks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * What somebody said on the page about the columns of a workbook: fields such as
 * {@code role-0-4} for the fifth column under the first heading.
 */
final class MarkMapping {

	private static final int MAX_NAME = 150;

	private final Map<String, String> typed;

	private final Map<String, Message> faults = new LinkedHashMap<>();

	MarkMapping(Map<String, String> typed) {
		this.typed = typed;
	}

	/**
	 * The layout with what was said about it.
	 * @param places the sheets that were ticked
	 * @throws Refusal.Invalid with a message at each field
	 */
	MarkLayout over(MarkLayout guessed, Set<Integer> places) {
		MarkPeriod year = MarkPeriod.parse(this.typed.getOrDefault("year", ""))
			.filter((period) -> period.term().isEmpty())
			.orElseGet(() -> {
				this.faults.put("year", Message.of("refusal.marks.year", this.typed.getOrDefault("year", "")));
				return new MarkPeriod(guessed.year(), "");
			});
		String term = this.typed.getOrDefault("term", "");
		if (MarkPeriod.term(term).isEmpty()) {
			this.faults.put("term", Message.of("refusal.marks.period", term));
		}
		List<MarkLayout.Sheet> sheets = guessed.sheets()
			.stream()
			.map((sheet) -> new MarkLayout.Sheet(sheet.place(), sheet.name(), sheet.hidden(), sheet.lines(),
					sheet.hiddenLines(), sheet.shape(), sheet.title(), places.contains(sheet.place())))
			.toList();
		List<MarkLayout.Shape> shapes = new ArrayList<>();
		for (int i = 0; i < guessed.shapes().size(); i++) {
			MarkLayout.Shape shape = guessed.shapes().get(i);
			List<ColumnPlan> columns = new ArrayList<>();
			for (ColumnPlan column : shape.columns()) {
				columns.add(column(column, i + "-" + column.place(), guessed, year));
			}
			shapes.add(new MarkLayout.Shape(shape.heading(), shape.lastRow(), columns, shape.remembered()));
		}
		boolean same = year.year().equals(guessed.year());
		MarkLayout said = new MarkLayout(year.year(), same ? guessed.yearWhy() : Message.of("marks.why.said"), term,
				sheets, shapes);
		check(said);
		return said;
	}

	private void check(MarkLayout said) {
		if (said.chosen().isEmpty()) {
			this.faults.put("sheet", Message.of("refusal.marks.no-sheet"));
		}
		said.chosen()
			.stream()
			.map(MarkLayout.Sheet::shape)
			.distinct()
			.forEach((shape) -> said.shapes()
				.get(shape)
				.fault()
				.ifPresent((fault) -> this.faults.put("shape-" + shape, fault)));
		if (!this.faults.isEmpty()) {
			throw new Refusal.Invalid(this.faults);
		}
	}

	private ColumnPlan column(ColumnPlan guessed, String field, MarkLayout layout, MarkPeriod year) {
		ColumnRole role = Optional.ofNullable(this.typed.get("role-" + field))
			.map((word) -> role(word, field, guessed))
			.orElse(guessed.role());
		String name = text("name-" + field, guessed.name());
		if (Characters.count(name) > MAX_NAME) {
			this.faults.put("name-" + field, Message.of("refusal.marks.name-long", MAX_NAME));
			name = guessed.name();
		}
		BigDecimal low = number("low-" + field, guessed.low());
		BigDecimal high = number("high-" + field, guessed.high());
		if (low != null && high != null && low.compareTo(high) > 0) {
			this.faults.put("high-" + field,
					Message.of("refusal.marks.bounds", low.toPlainString(), high.toPlainString()));
		}
		BigDecimal credit = number("credit-" + field, guessed.credit());
		if (credit != null && !MarkText.isCredit(MarkItem.plain(credit))) {
			this.faults.put("credit-" + field, Message.of("marks.finding.credit", credit.toPlainString()));
			credit = null;
		}
		String term = term("term-" + field, guessed, layout, year);
		boolean same = role == guessed.role() && Objects.equals(name, guessed.name()) && equal(low, guessed.low())
				&& equal(high, guessed.high()) && equal(credit, guessed.credit()) && term.equals(guessed.term());
		ColumnPlan said = guessed.said(role, name, low, high, credit, term,
				same ? guessed.why() : Message.of("marks.why.said"));
		if (said.item() != null && said.category() == MarkItemCard.Category.SCORE && MarkItem.isCode(said.item())) {
			this.faults.put("name-" + field, Message.of("refusal.marks.code-name", said.item()));
		}
		return (role == ColumnRole.IGNORED) ? said.withoutSamples() : said;
	}

	private ColumnRole role(String word, String field, ColumnPlan guessed) {
		try {
			return ColumnRole.valueOf(word);
		}
		catch (IllegalArgumentException ex) {
			this.faults.put("role-" + field, Message.of("refusal.marks.role", word));
			return guessed.role();
		}
	}

	/** A month stands for the same month of the year that was said. */
	private String term(String field, ColumnPlan guessed, MarkLayout layout, MarkPeriod year) {
		String typed = text(field, guessed.term());
		if (typed == null || typed.isEmpty()) {
			return "";
		}
		Optional<MarkPeriod> month = MarkPeriod.parse(typed).filter((period) -> period.term().length() == 7);
		if (month.isPresent()) {
			boolean moved = typed.equals(guessed.term()) && !layout.year().equals(year.year());
			return moved ? year.month(Integer.parseInt(typed.substring(5))).map(MarkPeriod::term).orElse("")
					: month.get().term();
		}
		Optional<String> term = MarkPeriod.term(typed);
		if (term.isEmpty()) {
			this.faults.put(field, Message.of("refusal.marks.period", typed));
		}
		return term.orElse("");
	}

	private String text(String field, String guessed) {
		String said = this.typed.get(field);
		return (said == null) ? guessed : said.isBlank() ? null : said.strip();
	}

	private BigDecimal number(String field, BigDecimal guessed) {
		String said = this.typed.get(field);
		if (said == null) {
			return guessed;
		}
		if (said.isBlank()) {
			return null;
		}
		MarkText text = MarkText.of(said);
		if (text.value() == null) {
			this.faults.put(field, Message.of("refusal.marks.number", said));
			return guessed;
		}
		return text.value();
	}

	private static boolean equal(BigDecimal one, BigDecimal other) {
		return (one == null) ? other == null : other != null && one.compareTo(other) == 0;
	}

}
