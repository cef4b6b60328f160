package org.leagueflow.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.paper.ItemSplitter.Part;
import org.leagueflow.paper.SourceBlock.Cell;
import org.leagueflow.paper.SourceBlock.Row;
import org.leagueflow.paper.SourceBlock.Table;
import org.leagueflow.paper.TimeReading.Time;

/**
 * Reads a table: what its columns say, by their headings or else by what stands in them,
 * then its rows, each of which is one item or several.
 */
final class TableReading {

	/** Heading rows stand among the first. */
	private static final int MAX_HEADING_ROW = 8;

	private static final int MAX_SECTION = 40;

	private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*[%％]?");

	private static final Pattern SAME = Pattern.compile("[-\"〃″＂]{1,6}|同上|同前|〃");

	private final PaperAnalysis analysis;

	private final Table table;

	private final Map<Integer, TableColumn> columns = new TreeMap<>();

	/** Columns that stand for a month each. */
	private final Map<Integer, Time> months = new TreeMap<>();

	private final Set<Integer> headingRows = new HashSet<>();

	private final String section;

	private String group = "";

	private Time time = Time.NONE;

	/** The last value of each column, for what says "as above". */
	private final Map<Integer, String> above = new HashMap<>();

	private boolean guessed;

	TableReading(PaperAnalysis analysis, Table table, String section) {
		this.analysis = analysis;
		this.table = table;
		this.section = section;
	}

	void read() {
		headings();
		if (this.columns.isEmpty() && this.months.isEmpty()) {
			guess();
		}
		boolean work = this.columns.values().stream().anyMatch(TableColumn::work) || !this.months.isEmpty();
		if (!work) {
			this.analysis.notice(this.table.place(), "no-heading", this.table.number());
		}
		Grid grid = new Grid(this.table);
		for (int at = 0; at < this.table.rows().size(); at++) {
			Row row = this.table.rows().get(at);
			if (this.headingRows.contains(at)) {
				row.cells().forEach((cell) -> text(cell).forEach((one) -> heading(one, 95, "column")));
			}
			else if (!work || !this.headingRows.isEmpty()
					&& at < this.headingRows.stream().mapToInt(Integer::intValue).min().orElse(0)) {
				row.cells().forEach((cell) -> text(cell).forEach((one) -> none(one, "table")));
			}
			else {
				row(row, at, grid);
			}
		}
	}

	private static List<Excerpt> text(Cell cell) {
		List<Excerpt> whole = new ArrayList<>();
		collect(cell.content(), whole);
		return whole;
	}

	private static void collect(List<SourceBlock> content, List<Excerpt> whole) {
		for (SourceBlock block : content) {
			if (block instanceof SourceBlock.Paragraph paragraph && paragraph.aside() == null
					&& !paragraph.excerpt().blank()) {
				whole.add(paragraph.excerpt());
			}
			else if (block instanceof Table inner) {
				inner.rows().forEach((row) -> row.cells().forEach((cell) -> collect(cell.content(), whole)));
			}
		}
	}

	private static String words(Cell cell) {
		return String.join("\n", text(cell).stream().map(Excerpt::text).toList()).strip();
	}

	private void headings() {
		int last = Math.min(MAX_HEADING_ROW, this.table.rows().size());
		for (int at = 0; at < last; at++) {
			Row row = this.table.rows().get(at);
			List<Cell> filled = row.cells().stream().filter((cell) -> !text(cell).isEmpty()).toList();
			long known = filled.stream().filter((cell) -> TableColumn.of(words(cell)).isPresent()).count();
			long month = filled.stream().filter((cell) -> TimeReading.heading(words(cell))).count();
			boolean more = !this.headingRows.isEmpty() && known > 0 && known * 2 >= filled.size();
			boolean times = month >= 3 && month * 2 >= filled.size();
			if (this.headingRows.isEmpty() ? (known >= 2 && known * 2 >= filled.size()) || times : more) {
				this.headingRows.add(at);
				name(filled, times);
			}
			else if (!this.headingRows.isEmpty()) {
				break;
			}
		}
	}

	private void name(List<Cell> cells, boolean times) {
		for (Cell cell : cells) {
			String words = words(cell);
			Optional<TableColumn> column = TableColumn.of(words);
			for (int at = cell.column(); at < cell.column() + cell.columnSpan(); at++) {
				if (times && TimeReading.heading(words)) {
					this.months.put(at, TimeReading.of(words, true));
				}
				else if (column.isPresent()) {
					this.columns.put(at, column.get());
				}
			}
		}
	}

	/** Without headings: a column of months, and the one with the most words. */
	private void guess() {
		Map<Integer, Integer> times = new HashMap<>();
		Map<Integer, Integer> lengths = new TreeMap<>();
		int rows = 0;
		for (Row row : this.table.rows()) {
			rows++;
			for (Cell cell : row.cells()) {
				String words = words(cell);
				if (!words.isEmpty()) {
					lengths.merge(cell.column(), words.length(), Integer::sum);
					times.merge(cell.column(), TimeReading.heading(words) ? 1 : 0, Integer::sum);
				}
			}
		}
		int all = rows;
		Optional<Integer> month = times.entrySet()
			.stream()
			.filter((one) -> one.getValue() >= 2 && one.getValue() * 2 >= all)
			.map(Map.Entry::getKey)
			.findFirst();
		month.ifPresent((column) -> {
			this.columns.put(column, TableColumn.MONTH);
			lengths.remove(column);
			lengths.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent((one) -> {
				this.columns.put(one.getKey(), TableColumn.TASK);
				this.guessed = true;
			});
		});
	}

	private boolean has(TableColumn column) {
		return this.columns.containsValue(column);
	}

	private void row(Row row, int at, Grid grid) {
		List<Cell> filled = row.cells().stream().filter((cell) -> !text(cell).isEmpty()).toList();
		if (filled.isEmpty()) {
			return;
		}
		if (repeats(filled)) {
			filled.forEach((cell) -> text(cell).forEach((one) -> heading(one, 90, "column-again")));
			return;
		}
		Cell only = filled.get(0);
		if (filled.size() == 1 && only.columnSpan() > 1 && only.columnSpan() * 2 > this.table.columns()
				&& this.months.isEmpty()) {
			across(only);
			return;
		}
		if (!this.months.isEmpty()) {
			byMonths(filled);
			return;
		}
		if (filled.stream().anyMatch((cell) -> words(cell).matches("合\\s*计|总\\s*计|小\\s*计"))) {
			filled.forEach((cell) -> text(cell).forEach((one) -> none(one, "total")));
			return;
		}
		new RowReading(at, grid, filled).read();
	}

	/** The heading stands again on the next page. */
	private boolean repeats(List<Cell> filled) {
		return !this.headingRows.isEmpty() && filled.size() >= 2
				&& filled.stream()
					.allMatch((cell) -> TableColumn.exactly(words(cell))
							&& TableColumn.of(words(cell)).orElseThrow() == this.columns.get(cell.column()));
	}

	/** A row of one cell: a month, a section, or a remark. */
	private void across(Cell cell) {
		String words = words(cell);
		if (TimeReading.heading(words)) {
			this.time = TimeReading.of(words, true);
			text(cell).forEach((one) -> heading(one, 90, "month"));
			return;
		}
		if (words.length() <= MAX_SECTION && !words.matches("(?s).*[。；;]\\s*$") && !words.matches("(?s)^(注|说明|备注).*")) {
			this.group = PaperText.spaced(words);
			text(cell).forEach((one) -> heading(one, 80, "section"));
			return;
		}
		text(cell).forEach((one) -> none(one, "across"));
	}

	/** A calendar with the months beside each other. */
	private void byMonths(List<Cell> filled) {
		String row = "";
		for (Cell cell : filled) {
			Time when = this.months.get(cell.column());
			if (when == null) {
				row = PaperText.spaced(words(cell));
				text(cell).forEach((one) -> heading(one, 80, "section"));
				continue;
			}
			Time last = this.months.get(cell.column() + cell.columnSpan() - 1);
			Time over = (last != null && cell.columnSpan() > 1 && last.said() && when.said())
					? new Time(when.words() + "-" + last.words(),
							List.of(new MonthSpan(when.spans().get(0).from(),
									Math.max(when.spans().get(0).from(),
											last.spans().get(last.spans().size() - 1).to()),
									null, null)),
							null, null, false, false, 85)
					: when;
			for (Excerpt one : text(cell)) {
				for (Part part : ItemSplitter.split(one, true)) {
					LineDraft line = item(part, over, row);
					line.guess("spans", over.confidence(), "column-month", over.words());
					this.analysis.add(line);
				}
			}
		}
	}

	private LineDraft item(Part part, Time when, String above) {
		PaperRecurrence often = when.recurrence();
		LineKind kind = !when.said() ? LineKind.MAIN_TASK
				: (often != null || when.spans().get(0).wholeYear()) ? LineKind.ALL_YEAR_ITEM : LineKind.MONTHLY_ITEM;
		LineDraft line = new LineDraft(kind, part.whole());
		line.label = part.label();
		line.time = when;
		line.section = joined(this.section, joined(this.group, above));
		this.analysis.words(line, part.words(), this.guessed ? 60 : part.confidence());
		return line;
	}

	private static String joined(String above, String below) {
		return above.isEmpty() ? below : below.isEmpty() ? above : above + " / " + below;
	}

	private void heading(Excerpt text, int confidence, String reason) {
		LineDraft line = new LineDraft(LineKind.HEADING, text);
		line.text = text.text();
		line.guess("kind", confidence, reason);
		this.analysis.add(line);
	}

	private void none(Excerpt text, String reason) {
		LineDraft line = new LineDraft(LineKind.NOT_AN_ITEM, text);
		line.text = text.text();
		line.guess("kind", 80, reason);
		this.analysis.add(line);
	}

	/** One row of a table of tasks. */
	private final class RowReading {

		private final Map<TableColumn, Value> values = new LinkedHashMap<>();

		private final List<Excerpt> rest = new ArrayList<>();

		private final List<PaperOwner> owners = new ArrayList<>();

		private final List<String> twice = new ArrayList<>();

		private RowReading(int at, Grid grid, List<Cell> filled) {
			for (Map.Entry<Integer, TableColumn> one : TableReading.this.columns.entrySet()) {
				Cell cell = grid.at(at, one.getKey());
				if (cell == null || this.values.containsKey(one.getValue()) && text(cell).isEmpty()) {
					continue;
				}
				boolean own = filled.contains(cell) && cell.column() == one.getKey();
				String words = words(cell);
				String tight = PaperText.tight(PaperText.half(words));
				if (SAME.matcher(tight).matches()) {
					words = TableReading.this.above.getOrDefault(one.getKey(), "");
				}
				else if (!words.isEmpty()) {
					TableReading.this.above.put(one.getKey(), words);
				}
				Value before = this.values.get(one.getValue());
				Value now = new Value(cell, words, own ? text(cell) : List.of(), cell.rowSpan() > 1);
				this.values.put(one.getValue(), (before == null) ? now : before.and(now));
			}
			for (Cell cell : filled) {
				if (!TableReading.this.columns.containsKey(cell.column())) {
					this.rest.addAll(text(cell));
				}
			}
		}

		private String of(TableColumn column) {
			Value value = this.values.get(column);
			return (value != null) ? value.words : "";
		}

		private List<Excerpt> own(TableColumn column) {
			Value value = this.values.get(column);
			return (value != null) ? value.own : List.of();
		}

		private void read() {
			Time when = when();
			TableColumn main = main();
			List<Excerpt> texts = own(main);
			String above = above(main);
			if (texts.isEmpty()) {
				without();
				return;
			}
			people();
			List<Part> parts = new ArrayList<>();
			boolean byLines = !has(TableColumn.OWNER) && !has(TableColumn.LEAD) && !has(TableColumn.INDICATOR)
					&& !has(TableColumn.MEASURE);
			if (texts.size() > 1 && !byLines) {
				boolean numbered = texts.stream().skip(1).anyMatch((one) -> !ItemSplitter.label(one).label().isEmpty());
				parts.addAll(ItemSplitter.split(texts.get(0), false));
				for (Excerpt more : texts.subList(1, texts.size())) {
					if (numbered) {
						parts.addAll(ItemSplitter.split(more, false));
					}
					else {
						this.rest.add(more);
					}
				}
			}
			else {
				texts.forEach((one) -> parts.addAll(ItemSplitter.split(one, byLines)));
			}
			for (int at = 0; at < parts.size(); at++) {
				LineDraft line = item(parts.get(at), when, above);
				line.guess("spans", when.said() ? when.confidence() : when.wrong() ? 0 : 60,
						when.said() ? "time" : when.wrong() ? "time-wrong" : "no-time", when.words());
				fill(line, at == 0, main);
				TableReading.this.analysis.add(line);
			}
		}

		/** 具体举措 is the item where the task stands above several of them. */
		private TableColumn main() {
			Value task = this.values.get(TableColumn.TASK);
			boolean measures = !own(TableColumn.MEASURE).isEmpty();
			if (measures && (task == null || task.merged || task.own.isEmpty())) {
				return TableColumn.MEASURE;
			}
			return has(TableColumn.TASK) ? TableColumn.TASK : TableColumn.MEASURE;
		}

		private String above(TableColumn main) {
			List<String> words = new ArrayList<>();
			for (TableColumn column : List.of(TableColumn.CATEGORY, TableColumn.TASK)) {
				if (column != main && has(column)) {
					own(column).forEach((one) -> heading(one, 85, "group"));
					String said = of(column).isEmpty() ? "" : PaperText.spaced(of(column));
					if (!said.isEmpty()) {
						words.add(said);
					}
				}
			}
			return String.join(" / ", words);
		}

		private Time when() {
			Time when = Time.NONE;
			for (TableColumn column : List.of(TableColumn.MONTH, TableColumn.DATE, TableColumn.DUE, TableColumn.WEEK)) {
				if (!has(column)) {
					continue;
				}
				String words = of(column);
				Time read = words.isEmpty() ? Time.NONE : TimeReading.of(words, true);
				if (column == TableColumn.MONTH) {
					own(column).forEach((one) -> heading(one, read.said() ? 95 : 50, "month"));
					if (read.said() || read.wrong()) {
						TableReading.this.time = read;
					}
					else if (!words.isEmpty()) {
						TableReading.this.time = new Time(words, List.of(), null, null, false, false, 0);
					}
				}
				if (read.wrong()) {
					TableReading.this.analysis.notice(this.values.get(column).place(), "time", words.strip());
				}
				when = (when.said() || !(read.said() || read.wrong())) ? when : read;
			}
			boolean inherits = has(TableColumn.MONTH) || TableReading.this.time.said();
			return (when.said() || when.wrong() || !inherits) ? when : TableReading.this.time;
		}

		private void people() {
			for (TableColumn column : List.of(TableColumn.LEAD, TableColumn.OWNER, TableColumn.CO)) {
				this.owners
					.addAll(OwnerReading.cell(of(column), column != TableColumn.CO, column != TableColumn.OWNER));
			}
		}

		private void fill(LineDraft line, boolean first, TableColumn main) {
			line.owners.addAll(this.owners);
			List<PaperOwner> once = OwnerReading.once(line.owners, this.twice);
			line.owners.clear();
			line.owners.addAll(once);
			if (!this.owners.isEmpty()) {
				line.guess("owners", this.twice.isEmpty() ? 90 : 60,
						this.twice.isEmpty() ? "owner-column" : "owner-twice", String.join("、", this.twice));
			}
			IndicatorReading.cell(of(TableColumn.INDICATOR)).forEach(line.indicators::add);
			stretch(line);
			if (main != TableColumn.MEASURE) {
				line.measure = of(TableColumn.MEASURE);
			}
			line.remark = of(TableColumn.REMARK);
			line.status = of(TableColumn.STATUS);
			Matcher percent = PERCENT.matcher(PaperText.tight(PaperText.half(of(TableColumn.PROGRESS))));
			if (percent.matches()) {
				BigDecimal number = new BigDecimal(percent.group(1));
				boolean share = !of(TableColumn.PROGRESS).matches("(?s).*[%％].*")
						&& number.compareTo(BigDecimal.ONE) <= 0 && number.scale() > 0;
				line.progress = share ? number.movePointRight(2).stripTrailingZeros() : number;
			}
			if (line.label.isEmpty() && !of(TableColumn.NUMBER).isEmpty() && first) {
				line.label = of(TableColumn.NUMBER);
			}
			if (first) {
				for (TableColumn column : TableColumn.values()) {
					if (column != main && column != TableColumn.MONTH && column != TableColumn.CATEGORY
							&& !(column == TableColumn.TASK && main == TableColumn.MEASURE)) {
						line.passages.addAll(own(column));
					}
				}
				line.passages.addAll(this.rest);
			}
		}

		private void stretch(LineDraft line) {
			String said = of(TableColumn.STRETCH);
			if (said.isEmpty()) {
				return;
			}
			Optional<PaperIndicator> more = IndicatorReading.stretch(said);
			int at = -1;
			for (int i = 0; i < line.indicators.size() && at < 0; i++) {
				at = more.isPresent() && (line.indicators.get(i).unit().equals(more.get().unit())) ? i : -1;
			}
			at = (at < 0 && more.isPresent() && !line.indicators.isEmpty()) ? 0 : at;
			if (at >= 0) {
				line.indicators.set(at,
						line.indicators.get(at).withStretch(more.get().bound(), more.get().number(), said.strip()));
			}
			else {
				line.indicators.add(new PaperIndicator("", "", IndicatorBound.AT_LEAST, null, "", "", null, null)
					.withStretch(more.map(PaperIndicator::bound).orElse(null),
							more.map(PaperIndicator::number).orElse(null), said.strip()));
			}
		}

		/** A row that says when or who, and not what. */
		private void without() {
			List<Excerpt> left = new ArrayList<>(this.rest);
			boolean told = false;
			for (TableColumn column : TableColumn.values()) {
				if (column != TableColumn.MONTH && column != TableColumn.CATEGORY
						&& !(column == TableColumn.TASK && main() == TableColumn.MEASURE)) {
					left.addAll(own(column));
					told |= !own(column).isEmpty() && column != TableColumn.REMARK;
				}
			}
			if (left.isEmpty()) {
				return;
			}
			if (told) {
				TableReading.this.analysis.notice(left.get(0).place(), "no-text");
			}
			left.forEach((one) -> none(one, "no-text"));
		}

	}

	/**
	 * What a column says in a row.
	 *
	 * @param own the texts that belong to this row, none where a cell of a row above
	 * reaches down
	 */
	private record Value(Cell from, String words, List<Excerpt> own, boolean merged) {

		private Value and(Value more) {
			List<Excerpt> both = new ArrayList<>(this.own);
			both.addAll(more.own);
			String words = this.words.isEmpty() ? more.words
					: more.words.isEmpty() || more.from == this.from ? this.words : this.words + "\n" + more.words;
			return new Value(this.from, words, both, this.merged || more.merged);
		}

		private PaperPlace place() {
			return text(this.from).stream().findFirst().map(Excerpt::place).orElse(null);
		}

	}

	/** Which cell covers a place. */
	private static final class Grid {

		private final Map<Long, Cell> cells = new HashMap<>();

		private Grid(Table table) {
			for (int row = 0; row < table.rows().size(); row++) {
				for (Cell cell : table.rows().get(row).cells()) {
					for (int down = 0; down < Math.min(cell.rowSpan(), table.rows().size() - row); down++) {
						for (int across = 0; across < Math.min(cell.columnSpan(), table.columns()); across++) {
							this.cells.putIfAbsent(key(row + down, cell.column() + across), cell);
						}
					}
				}
			}
		}

		private static long key(int row, int column) {
			return ((long) row << 20) + column;
		}

		private Cell at(int row, int column) {
			return this.cells.get(key(row, column));
		}

	}

}
