package org.leagueflow.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.paper.Grid.Slot;
import org.leagueflow.paper.ItemSplitter.Part;
import org.leagueflow.paper.SourceBlock.Table;
import org.leagueflow.paper.TableHead.Column;
import org.leagueflow.paper.TimeReading.Time;

/**
 * Reads a table: what its columns say, by their headings or else by what stands in them,
 * then its rows, each of which is a heading, an item or several.
 */
final class TableReading {

	private static final int MAX_SECTION = 40;

	/** Rows of a table whose headings stand in its first column. */
	private static final int MAX_TURNED = 40;

	private static final Pattern PERCENT = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*%?");

	private static final Pattern SAME = Pattern.compile("[\"〃″＂]{1,6}|''|同上|同前|同左|-{2,}");

	private static final Pattern NOTHING = Pattern.compile("[-/\\\\无]");

	private static final Pattern MARKED = Pattern.compile("[√✓✔☑●○◎■★☆▲△※*✅Vv是]|[→>-]+|[━═─]+");

	private static final Pattern TOTAL = Pattern.compile("合\\s*计.{0,6}|总\\s*计.{0,6}|小\\s*计.{0,6}");

	private static final Pattern GROUP_NUMBER = Pattern
		.compile("\\(?[一二三四五六七八九十]{1,3}\\)?[、.]?|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|第[一二三四五六七八九十]+[章部].{0,2}");

	private static final Pattern SUB_NUMBER = Pattern.compile("(\\d{1,3})[.-](\\d{1,3})");

	private static final Set<TableColumn> PAIRED = Set.of(TableColumn.LEAD, TableColumn.OWNER, TableColumn.CO,
			TableColumn.DUE, TableColumn.DATE, TableColumn.INDICATOR, TableColumn.STRETCH, TableColumn.STATUS,
			TableColumn.PROGRESS, TableColumn.REMARK, TableColumn.PLACE, TableColumn.PARTICIPANTS);

	/** A row that holds nothing but these lacks no work. */
	private static final Set<TableColumn> UNTOLD = EnumSet.of(TableColumn.REMARK, TableColumn.NUMBER, TableColumn.WEEK,
			TableColumn.DATE, TableColumn.MONTH);

	private final PaperAnalysis paper;

	private final Table table;

	private final String section;

	private Grid grid;

	private TableHead head;

	private String category = "";

	private String group = "";

	/**
	 * The main task that the rows below it serve, by a merged cell or by their numbers.
	 */
	private LineDraft task;

	private String taskWords = "";

	private boolean grouped;

	private boolean numberedGroups;

	private final Map<String, LineDraft> byNumber = new HashMap<>();

	private final Set<String> withSubNumbers = new HashSet<>();

	private Time time;

	/** The last value of each column, for what says "as above". */
	private final Map<Integer, String> above = new HashMap<>();

	private boolean guessed;

	private int firstMonth;

	private int lastMonth;

	private boolean wraps;

	TableReading(PaperAnalysis paper, Table table, String section, Time time) {
		this.paper = paper;
		this.table = table;
		this.section = section;
		this.time = time;
	}

	void read() {
		this.grid = Grid.of(this.table);
		if (TableHead.foreign(this.grid) || !headed()) {
			this.paper.notice(this.table.place(), "no-heading", this.table.number());
			for (int at = 0; at < this.grid.rows(); at++) {
				this.grid.filled(at).forEach((slot) -> slot.texts.forEach((one) -> none(one, "table")));
				beside(at);
			}
			return;
		}
		List<Integer> halves = this.head.repeats();
		if (halves.size() > 1) {
			preamble(this.head.first());
			Grid whole = this.grid;
			int first = this.head.first();
			for (int at = 0; at < halves.size(); at++) {
				int last = (at + 1 < halves.size()) ? halves.get(at + 1) - 1 : whole.lastColumn();
				this.grid = whole.part(first, halves.get(at), last);
				this.head = TableHead.find(this.grid, 0, this.paper.calendar());
				if (this.head != null) {
					body();
				}
			}
			return;
		}
		body();
	}

	private boolean headed() {
		this.head = TableHead.find(this.grid, 0, this.paper.calendar());
		if (this.head != null && this.head.work()) {
			return true;
		}
		this.head = guess();
		if (this.head != null && this.head.has(TableColumn.MONTH)) {
			return true;
		}
		Grid turned = this.grid.transposed();
		if (turned.rows() <= MAX_TURNED && this.grid.rows() > 2) {
			TableHead beside = TableHead.find(turned, 0, this.paper.calendar());
			if (beside != null && beside.first() == 0 && beside.work() && !beside.months()
					&& beside.columns().size() > 2) {
				this.grid = turned;
				this.head = beside;
				this.guessed = false;
				return true;
			}
		}
		return this.head != null;
	}

	/**
	 * Without headings: a column of months, of numbers, of names, and the one with the
	 * most words.
	 */
	private TableHead guess() {
		Map<Integer, int[]> counts = new TreeMap<>();
		for (int at = 0; at < this.grid.rows(); at++) {
			for (Slot slot : this.grid.filled(at)) {
				int[] count = counts.computeIfAbsent(slot.column, (none) -> new int[5]);
				count[0]++;
				count[1] += TimeReading.heading(slot.words) || SAME.matcher(PaperText.half(slot.words)).matches() ? 1
						: 0;
				count[2] += slot.words.strip().matches("\\d{1,3}[.、]?") ? 1 : 0;
				List<PaperOwner> owners = OwnerReading.cell(slot.words, true, false);
				count[3] += !owners.isEmpty() && slot.words.length() < 40
						&& owners.stream()
							.allMatch((one) -> OwnerReading.person(one.name()) || OwnerReading.unit(one.name())) ? 1
									: 0;
				count[4] += Math.min(200, slot.words.length());
			}
		}
		Map<Integer, Column> columns = new TreeMap<>();
		counts.forEach((column, count) -> {
			TableColumn kind = (count[1] * 5 >= count[0] * 3)
					? columns.isEmpty() || columns.values().stream().noneMatch((one) -> one.kind() == TableColumn.MONTH)
							? TableColumn.MONTH : TableColumn.DUE
					: (count[2] * 5 >= count[0] * 4) ? TableColumn.NUMBER
							: (count[3] * 5 >= count[0] * 4) ? TableColumn.OWNER : null;
			if (kind != null && count[0] > 1) {
				columns.put(column, new Column(kind, "", null, false));
			}
		});
		boolean time = columns.values()
			.stream()
			.anyMatch((one) -> one.kind().time() || one.kind() == TableColumn.NUMBER);
		Optional<Integer> most = counts.keySet()
			.stream()
			.filter((column) -> !columns.containsKey(column))
			.max((a, b) -> Integer.compare(counts.get(a)[4], counts.get(b)[4]));
		if (!time || most.isEmpty() || columns.size() + 1 < 2) {
			return null;
		}
		columns.put(most.get(), new Column(TableColumn.TASK, "", null, false));
		this.guessed = true;
		return new TableHead(0, -1, columns);
	}

	/** Rows above the headings: a title, or nothing that is an item. */
	private void preamble(int until) {
		for (int at = 0; at < until; at++) {
			for (Slot slot : this.grid.filled(at)) {
				boolean title = this.paper.title(slot.texts.get(0));
				for (Excerpt one : slot.texts) {
					if (title) {
						heading(one, 90, "title");
					}
					else {
						none(one, "table");
					}
				}
			}
			beside(at);
		}
	}

	private void body() {
		preamble(this.head.first());
		for (int at = this.head.first(); at <= this.head.last(); at++) {
			this.grid.filled(at).forEach((slot) -> slot.texts.forEach((one) -> heading(one, 95, "column")));
			beside(at);
		}
		scan();
		for (int at = this.head.last() + 1; at < this.grid.rows(); at++) {
			at = row(at);
		}
	}

	/** How the rows of the table are grouped. */
	private void scan() {
		this.grouped = false;
		String before = "";
		boolean arabic = false;
		boolean chinese = false;
		for (int at = this.head.last() + 1; at < this.grid.rows(); at++) {
			Values values = new Values(at);
			String number = PaperText.tight(PaperText.half(values.of(TableColumn.NUMBER)));
			arabic |= number.matches("\\d{1,4}[.、]?") || SUB_NUMBER.matcher(number).matches();
			chinese |= GROUP_NUMBER.matcher(number).matches();
			Matcher sub = SUB_NUMBER.matcher(number);
			if (sub.matches()) {
				this.withSubNumbers.add(sub.group(1));
			}
			if (this.head.has(TableColumn.TASK) && this.head.has(TableColumn.MEASURE)) {
				String task = values.of(TableColumn.TASK);
				boolean measure = !values.own(TableColumn.MEASURE).isEmpty();
				boolean merged = values.slots(TableColumn.TASK).stream().anyMatch((slot) -> slot.row < values.row);
				this.grouped |= measure
						&& (merged || task.isEmpty() && !before.isEmpty() || !task.isEmpty() && task.equals(before));
				before = task.isEmpty() ? before : task;
			}
		}
		this.numberedGroups = arabic && chinese;
	}

	/** Reads a row; the last one that was read. */
	private int row(int at) {
		List<Slot> filled = this.grid.filled(at);
		if (filled.isEmpty()) {
			beside(at);
			return at;
		}
		if (!this.guessed && this.head.repeatedBy(filled)) {
			filled.forEach((slot) -> slot.texts.forEach((one) -> heading(one, 90, "column-again")));
			beside(at);
			return at;
		}
		if (!this.guessed && anotherHead(at, filled)) {
			this.head = TableHead.find(this.grid, at, this.paper.calendar());
			for (int row = at; row <= this.head.last(); row++) {
				this.grid.filled(row).forEach((slot) -> slot.texts.forEach((one) -> heading(one, 90, "column")));
				beside(row);
			}
			return this.head.last();
		}
		int before = this.paper.lines().size();
		read(at, filled);
		finish(before, filled);
		beside(at);
		return at;
	}

	private void read(int at, List<Slot> filled) {
		Slot only = filled.get(0);
		if (filled.size() == 1 && acrossTable(only, at)) {
			across(only);
		}
		else if (filled.stream().anyMatch((slot) -> TOTAL.matcher(slot.words).matches())) {
			filled.forEach((slot) -> slot.texts.forEach((one) -> none(one, "total")));
		}
		else if (groupRow(at, filled)) {
			this.group = PaperText.spaced(filled.get(filled.size() - 1).words);
			this.task = null;
			this.taskWords = "";
			filled.forEach((slot) -> slot.texts.forEach((one) -> heading(one, 85, "section")));
		}
		else if (this.head.months() || this.head.areas()) {
			calendar(at, filled);
		}
		else {
			new RowReading(new Values(at), filled).read();
		}
	}

	/**
	 * Gives what no line of a row holds yet to its first item; where it has none, the row
	 * says when or who, and not what.
	 */
	private void finish(int before, List<Slot> filled) {
		List<LineDraft> lines = this.paper.lines().subList(before, this.paper.lines().size());
		Set<Integer> taken = new HashSet<>();
		lines.forEach((line) -> line.passages.forEach((one) -> taken.add(one.source().index())));
		List<Excerpt> left = new ArrayList<>();
		boolean told = false;
		for (Slot slot : filled) {
			List<Excerpt> some = slot.texts.stream().filter((one) -> !taken.contains(one.source().index())).toList();
			Column column = this.head.columns().get(slot.column);
			told |= !some.isEmpty() && (column == null || !UNTOLD.contains(column.kind()));
			left.addAll(some);
		}
		if (left.isEmpty()) {
			return;
		}
		Optional<LineDraft> item = lines.stream()
			.filter((line) -> line.kind.item() && line != this.task)
			.findFirst()
			.or(() -> lines.stream().filter((line) -> line.kind.item()).findFirst());
		if (item.isPresent()) {
			item.get().passages.addAll(left);
			return;
		}
		if (told) {
			this.paper.notice(left.get(0).place(), "no-text");
		}
		LineDraft line = new LineDraft(LineKind.NOT_AN_ITEM, left.get(0));
		line.passages.addAll(left.subList(1, left.size()));
		line.text = String.join(" ", left.stream().map((one) -> one.text().strip()).toList());
		line.guess("kind", 80, "no-text");
		this.paper.add(line);
	}

	/** Other headings in the midst of the table. */
	private boolean anotherHead(int at, List<Slot> filled) {
		return filled.size() > 2 && at + 1 < this.grid.rows()
				&& filled.stream().allMatch((slot) -> TableColumn.exactly(slot.words)) && TableHead.heads(this.grid, at)
				&& filled.stream().anyMatch((slot) -> TableColumn.of(slot.words).filter(TableColumn::work).isPresent());
	}

	private boolean acrossTable(Slot only, int at) {
		int columns = this.grid.columns();
		if (columns > 1 && only.columnSpan > 1 && only.columnSpan * 2 > columns) {
			return true;
		}
		Column column = this.head.columns().get(only.column);
		if (columns < 3 || column == null || column.month() != null || only.reachesDown()) {
			return false;
		}
		ListMark mark = ListMark.at(PaperText.half(only.words));
		boolean first = only.column == this.grid.own(at).get(0).column || this.grid.own(at).size() == 1;
		boolean marked = mark != null && mark.kind().high() && only.words.length() <= MAX_SECTION;
		boolean month = TimeReading.heading(only.words) && column.kind() != TableColumn.MONTH;
		boolean number = column.kind() == TableColumn.NUMBER && only.words.length() > 3;
		return marked || first && (month || number) || first && FlowReading.note(only.words);
	}

	/** A row of one cell: a month, a section, or a remark. */
	private void across(Slot slot) {
		String words = slot.words;
		if (TimeReading.heading(words)) {
			this.time = this.paper.calendar().time(words, true);
			this.group = "";
			slot.texts.forEach((one) -> heading(one, 90, "month"));
			return;
		}
		TimeReading.Lead lead = TimeReading.lead(words);
		if (lead != null && lead.end() > 0 && words.length() <= 20
				&& ListMark.at(PaperText.half(words.substring(lead.end()))) == null) {
			this.time = this.paper.calendar().time(words.substring(0, lead.end()), true);
			slot.texts.forEach((one) -> heading(one, 80, "month"));
			return;
		}
		boolean said = FlowReading.note(words);
		if (words.length() <= MAX_SECTION && !words.matches("(?s).*[。；;]\\s*$") && !said) {
			this.group = PaperText.spaced(words);
			this.task = null;
			this.taskWords = "";
			slot.texts.forEach((one) -> heading(one, 80, "section"));
			return;
		}
		slot.texts.forEach((one) -> none(one, "across"));
	}

	/** 一 | 思想引领 above rows that are numbered 1, 2. */
	private boolean groupRow(int at, List<Slot> filled) {
		if (!this.numberedGroups || filled.size() > 2 || !this.head.has(TableColumn.NUMBER)) {
			return false;
		}
		Column first = this.head.columns().get(filled.get(0).column);
		String number = PaperText.tight(PaperText.half(filled.get(0).words));
		return first != null && first.kind() == TableColumn.NUMBER && GROUP_NUMBER.matcher(number).matches();
	}

	/** A calendar with months, areas or weekdays beside each other. */
	private void calendar(int at, List<Slot> filled) {
		Values values = new Values(at);
		Set<Slot> cells = new LinkedHashSet<>();
		List<Time> marked = new ArrayList<>();
		for (Map.Entry<Integer, Column> one : this.head.columns().entrySet()) {
			Slot slot = this.grid.at(at, one.getKey());
			if (slot == null || slot.words.isEmpty() || one.getValue().month() == null && !one.getValue().area()) {
				continue;
			}
			boolean mark = one.getValue().month() != null
					&& MARKED.matcher(PaperText.tight(PaperText.half(slot.words))).matches();
			if (mark) {
				marked.add(one.getValue().month());
			}
			else if (slot.row == at && !PaperText.half(slot.words).strip().matches("[-/×xX□☐]{1,3}|无")) {
				cells.add(slot);
			}
		}
		RowReading row = new RowReading(values, filled);
		if (this.head.areas()) {
			areas(row, values, filled, cells);
			return;
		}
		List<Excerpt> name = values.own(TableColumn.TASK).isEmpty() ? values.own(TableColumn.MEASURE)
				: values.own(TableColumn.TASK);
		if (!marked.isEmpty() && !name.isEmpty()) {
			row.marked(joinedMonths(marked));
			cells.forEach((slot) -> eachOf(slot, row, PaperText.spaced(name.get(0).text())));
			return;
		}
		if (cells.isEmpty() && !name.isEmpty()) {
			row.read();
			return;
		}
		String above = "";
		for (Slot slot : filled) {
			Column column = this.head.columns().get(slot.column);
			if (cells.contains(slot) || column != null && column.kind() != null && PAIRED.contains(column.kind())) {
				continue;
			}
			boolean number = column != null && column.kind() == TableColumn.NUMBER;
			above = number ? above : joined(above, PaperText.spaced(slot.words));
			slot.texts.forEach((one) -> heading(one, 80, "section"));
		}
		for (Slot slot : cells) {
			eachOf(slot, row, above);
		}
	}

	/** The items of a month's cell. */
	private void eachOf(Slot slot, RowReading row, String above) {
		List<Time> months = new ArrayList<>();
		for (int column = slot.column; column < slot.column + slot.columnSpan; column++) {
			Column of = this.head.columns().get(column);
			if (of != null && of.month() != null) {
				months.add(of.month());
			}
		}
		Time when = joinedMonths(months);
		for (Part part : parts(slot.texts, true)) {
			LineDraft line = item(part, when, above);
			line.guess("spans", 90, "column-month", when.words());
			row.attributes(line);
		}
	}

	private static Time joinedMonths(List<Time> months) {
		List<MonthSpan> spans = new ArrayList<>();
		for (Time month : months) {
			for (MonthSpan span : month.spans()) {
				MonthSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
				if (last != null && span.from() <= last.to() + 1 && span.from() >= last.from()) {
					spans.set(spans.size() - 1, MonthSpan.months(last.from(), Math.max(last.to(), span.to())));
				}
				else {
					spans.add(span);
				}
			}
		}
		String words = months.stream().map(Time::words).distinct().reduce((a, b) -> a + "、" + b).orElse("");
		boolean year = spans.size() == 1 && spans.get(0).wholeYear();
		return new Time(words, spans, null, null, year, false, "", spans.isEmpty() ? 0 : 90);
	}

	/** Months down, areas or offices across. */
	private void areas(RowReading row, Values values, List<Slot> filled, Set<Slot> cells) {
		Time when = row.when();
		for (Slot slot : cells) {
			List<Column> columns = new ArrayList<>();
			for (int at = slot.column; at < slot.column + slot.columnSpan; at++) {
				Column column = this.head.columns().get(at);
				if (column != null && column.area() && !columns.contains(column)) {
					columns.add(column);
				}
			}
			String area = (columns.size() > 1) ? "" : PaperText.spaced(columns.get(0).words());
			int weekday = (columns.size() > 1) ? 0 : TableHead.weekday(area);
			Time day = (weekday > 0) ? this.paper.calendar().weekday(when, weekday) : when;
			for (Part part : parts(slot.texts, true)) {
				LineDraft line = item(part, day, (weekday > 0) ? "" : area);
				row.attributes(line);
				if (line.owners.isEmpty()
						&& columns.stream().allMatch((one) -> OwnerReading.unit(PaperText.tight(one.words())))) {
					columns.forEach((one) -> line.owners
						.add(new PaperOwner(PaperText.tight(one.words()), true, line.owners.isEmpty())));
					line.guess("owners", 75, "owner-column", "");
				}
			}
		}
	}

	/** The items of a cell; a paragraph without a number goes on with a numbered one. */
	private static List<Part> parts(List<Excerpt> texts, boolean byLines) {
		List<Part> parts = new ArrayList<>();
		for (Excerpt text : texts) {
			List<Part> some = ItemSplitter.split(text, byLines);
			if (byLines) {
				some = some.stream()
					.flatMap(
							(part) -> (part.label().isEmpty() ? ItemSplitter.bySemicolons(part.whole()) : List.of(part))
								.stream())
					.toList();
			}
			parts.addAll(some);
		}
		return parts;
	}

	private LineDraft item(Part part, Time when, String above) {
		LineDraft line = new LineDraft(LineKind.MAIN_TASK, part.whole());
		line.label = part.label();
		line.time = when;
		line.section = joined(this.section, joined(this.category, joined(this.group, above)));
		ItemWords.into(line, part.words().text(), this.paper.calendar());
		line.kind = line.time.kind();
		int confidence = this.guessed ? 60 : part.confidence();
		line.guess("text", confidence, (confidence >= 80) ? "numbered" : "parted");
		this.paper.add(line);
		return line;
	}

	private static String joined(String above, String below) {
		return above.isEmpty() ? below : below.isEmpty() ? above : above + " / " + below;
	}

	private void heading(Excerpt text, int confidence, String reason) {
		LineDraft line = new LineDraft(LineKind.HEADING, text);
		line.text = text.text();
		line.guess("kind", confidence, reason);
		this.paper.add(line);
	}

	private void none(Excerpt text, String reason) {
		LineDraft line = new LineDraft(LineKind.NOT_AN_ITEM, text);
		line.text = text.text();
		line.guess("kind", 80, reason);
		this.paper.add(line);
	}

	/** What stands in the cells of a row beside their text, and the tables in them. */
	private void beside(int row) {
		for (Slot slot : this.grid.own(row)) {
			slot.beside.forEach(this.paper::aside);
			slot.tables.forEach((inner) -> this.paper.table(inner, this.section, Time.NONE));
		}
	}

	/** What the columns say in a row. */
	private final class Values {

		private final int row;

		private final Map<TableColumn, List<Slot>> slots = new LinkedHashMap<>();

		private Values(int row) {
			this.row = row;
			Slot left = null;
			for (Map.Entry<Integer, Column> one : TableReading.this.head.columns().entrySet()) {
				Slot slot = TableReading.this.grid.at(row, one.getKey());
				TableColumn kind = one.getValue().kind();
				if (slot == null || kind == null || slot == left
						|| slot.column < one.getKey() && !leads(slot, one.getKey(), kind)) {
					left = slot;
					continue;
				}
				left = slot;
				this.slots.computeIfAbsent(kind, (none) -> new ArrayList<>()).add(slot);
			}
		}

		/** Whether a cell that reaches here from the left is not another column's. */
		private boolean leads(Slot slot, int column, TableColumn kind) {
			for (int at = slot.column; at < column; at++) {
				Column other = TableReading.this.head.columns().get(at);
				if (other != null && other.kind() != null && other.kind() != TableColumn.NUMBER) {
					return false;
				}
			}
			return true;
		}

		private List<Slot> slots(TableColumn kind) {
			return this.slots.getOrDefault(kind, List.of());
		}

		/**
		 * The words, those of merged cells and those that mean the same as above, too.
		 */
		private String of(TableColumn kind) {
			List<String> words = new ArrayList<>();
			for (Slot slot : slots(kind)) {
				String tight = PaperText.tight(PaperText.half(slot.words));
				boolean same = SAME.matcher(tight).matches() && (kind.time() || !tight.matches("-+"));
				String said = same ? TableReading.this.above.getOrDefault(slot.column, "") : slot.words;
				if (!said.isEmpty() && !NOTHING.matcher(tight).matches()) {
					words.add(said);
				}
			}
			return String.join("\n", words);
		}

		/** The texts that stand in this row itself. */
		private List<Excerpt> own(TableColumn kind) {
			return slots(kind).stream()
				.filter((slot) -> slot.row == this.row)
				.flatMap((slot) -> slot.texts.stream())
				.toList();
		}

		private void remember() {
			this.slots.forEach((kind, all) -> all.forEach((slot) -> {
				String tight = PaperText.tight(PaperText.half(slot.words));
				if (!slot.words.isEmpty() && !SAME.matcher(tight).matches()) {
					TableReading.this.above.put(slot.column, slot.words);
				}
			}));
		}

	}

	/** One row of a table of tasks. */
	private final class RowReading {

		private final Values values;

		private final List<Slot> filled;

		private TableColumn main = TableColumn.TASK;

		private RowReading(Values values, List<Slot> filled) {
			this.values = values;
			this.filled = filled;
		}

		private void read() {
			Time when = when();
			group();
			List<Excerpt> texts = this.values.own(this.main);
			if (texts.isEmpty()) {
				this.values.remember();
				return;
			}
			List<Part> parts = split(texts);
			List<LineDraft> lines = new ArrayList<>();
			for (int at = 0; at < parts.size(); at++) {
				LineDraft line = item(parts.get(at), timeOf(when, at, parts.size()), "");
				said(line);
				fill(line, at, parts.size());
				line.mainTask = TableReading.this.task;
				lines.add(line);
			}
			first(lines.get(0));
			this.values.remember();
			numbered(lines.get(0));
		}

		/** The task of a row whose months are marked. */
		private void marked(Time when) {
			group();
			List<Excerpt> texts = this.values.own(this.main);
			if (texts.isEmpty()) {
				this.values.remember();
				return;
			}
			LineDraft line = item(new Part(texts.get(0), "", 0, 95), when, "");
			line.passages.addAll(texts.subList(1, texts.size()));
			line.guess("spans", 95, "column-month", when.words());
			fill(line, 0, 1);
			line.mainTask = TableReading.this.task;
			first(line);
			this.values.remember();
		}

		private void said(LineDraft line) {
			Time when = line.time;
			line.guess("spans", when.said() ? when.confidence() : when.wrong() ? 0 : 60,
					when.said() ? "time" : when.wrong() ? "time-wrong" : "no-time", when.words());
		}

		private void attributes(LineDraft line) {
			fill(line, 0, 1);
		}

		/** By numbers, unless the row has its own; by lines where the row is a month. */
		private List<Part> split(List<Excerpt> texts) {
			TableHead head = TableReading.this.head;
			boolean month = head.has(TableColumn.MONTH) || head.has(TableColumn.WEEK) || head.has(TableColumn.DATE);
			boolean own = !month && this.values.slots(TableColumn.NUMBER)
				.stream()
				.anyMatch((slot) -> slot.row == this.values.row && !slot.words.isEmpty()
						&& (!slot.reachesDown() || this.main == TableColumn.TASK));
			boolean attributes = head.has(TableColumn.INDICATOR) || head.has(TableColumn.STATUS);
			List<Part> numbered = parts(texts, false);
			long labels = numbered.stream().filter((part) -> !part.label().isEmpty()).count();
			if (labels > 1 && (!own || paired(numbered.size()))) {
				return numbered;
			}
			List<Part> lines = parts(texts, true);
			if (labels == 0 && lines.size() > 1 && (month && !attributes && !own || paired(lines.size()))) {
				return lines;
			}
			if (texts.size() == 1 && !own && labels == 1) {
				return numbered;
			}
			if (texts.size() == 1) {
				ListMark mark = own ? null : ListMark.at(texts.get(0).half());
				return (mark == null) ? List.of(new Part(texts.get(0), "", 0, 90)) : numbered;
			}
			return List.of(new Part(texts.get(0), "", 0, 85));
		}

		/**
		 * Whether other cells have as many lines as there are items, so that they go in
		 * pairs.
		 */
		private boolean paired(int items) {
			return PAIRED.stream()
				.filter((kind) -> kind != TableColumn.REMARK)
				.anyMatch((kind) -> pieces(kind).size() == items && items > 1);
		}

		private List<String> pieces(TableColumn kind) {
			List<Slot> slots = this.values.slots(kind);
			if (slots.size() != 1 || slots.get(0).row != this.values.row) {
				return List.of();
			}
			List<Part> numbered = parts(slots.get(0).texts, false);
			if (numbered.size() > 1 && numbered.stream().allMatch((part) -> !part.label().isEmpty())) {
				return numbered.stream().map((part) -> part.words().text().strip()).toList();
			}
			return slots.get(0).lines().stream().map((line) -> line.text().strip()).toList();
		}

		private String of(TableColumn kind, int at, int items) {
			List<String> pieces = (items > 1 && PAIRED.contains(kind)) ? pieces(kind) : List.of();
			return (pieces.size() == items) ? pieces.get(at) : this.values.of(kind);
		}

		/** 具体举措 is the item where the task stands above several of them. */
		private void group() {
			TableHead head = TableReading.this.head;
			for (Slot slot : this.values.slots(TableColumn.CATEGORY)) {
				if (slot.row == this.values.row && !slot.words.isEmpty()
						&& !SAME.matcher(PaperText.half(slot.words)).matches()) {
					slot.texts.forEach((one) -> heading(one, 85, "group"));
				}
			}
			String said = this.values.of(TableColumn.CATEGORY);
			TableReading.this.category = said.isEmpty() ? TableReading.this.category : PaperText.spaced(said);
			boolean measure = !this.values.own(TableColumn.MEASURE).isEmpty();
			this.main = (measure && (TableReading.this.grouped || !head.has(TableColumn.TASK)
					|| this.values.of(TableColumn.TASK).isEmpty())) ? TableColumn.MEASURE
							: head.has(TableColumn.TASK) ? TableColumn.TASK : TableColumn.MEASURE;
			if (this.main != TableColumn.MEASURE || !TableReading.this.grouped) {
				return;
			}
			String words = PaperText.spaced(this.values.of(TableColumn.TASK));
			List<Excerpt> own = this.values.own(TableColumn.TASK);
			if (own.isEmpty() || words.isEmpty()) {
				return;
			}
			if (words.equals(TableReading.this.taskWords)) {
				own.forEach((one) -> heading(one, 85, "group"));
				return;
			}
			LineDraft line = new LineDraft(LineKind.MAIN_TASK, own.get(0));
			ListMark mark = ListMark.at(own.get(0).half());
			line.label = (mark != null) ? own.get(0).text().substring(mark.start(), mark.end()).strip() : "";
			line.text = String.join("\n", own.stream().map(Excerpt::text).toList()).strip();
			line.text = (mark != null) ? own.get(0).text().substring(mark.end()).strip() : line.text;
			line.section = joined(TableReading.this.section,
					joined(TableReading.this.category, TableReading.this.group));
			line.passages.addAll(own.subList(1, own.size()));
			line.guess("kind", 85, "group");
			for (Slot slot : this.values.slots(TableColumn.NUMBER)) {
				if (slot.row == this.values.row && slot.reachesDown() && !slot.words.isEmpty()) {
					line.label = slot.words;
					line.passages.addAll(0, slot.texts);
				}
			}
			TableReading.this.paper.add(line);
			TableReading.this.task = line;
			TableReading.this.taskWords = words;
		}

		/** 1, then 1.1 and 1.2: the rows below serve the one above. */
		private void numbered(LineDraft line) {
			String number = PaperText.tight(PaperText.half(this.values.of(TableColumn.NUMBER))).replaceAll("[.、]$", "");
			Matcher sub = SUB_NUMBER.matcher(number);
			if (TableReading.this.withSubNumbers.contains(number)) {
				line.kind = LineKind.MAIN_TASK;
				TableReading.this.byNumber.put(number, line);
			}
			else if (sub.matches() && TableReading.this.byNumber.containsKey(sub.group(1))) {
				line.mainTask = TableReading.this.byNumber.get(sub.group(1));
			}
		}

		private Time when() {
			TableHead head = TableReading.this.head;
			PaperCalendar calendar = TableReading.this.paper.calendar();
			boolean inherits = TableReading.this.time.said() || TableReading.this.time.wrong();
			Time due = Time.NONE;
			if (head.has(TableColumn.MONTH)) {
				inherits = true;
				String words = this.values.of(TableColumn.MONTH);
				Time read = words.isEmpty() ? Time.NONE : calendar.time(words, true);
				read = (words.isEmpty() || read.said() || read.wrong()) ? read
						: new Time(words, List.of(), null, null, false, false, "", 0);
				read = wrapped(read);
				Time base = TableReading.this.time;
				Time days = (base.said() && !read.said()) ? calendar.days(base, words) : Time.NONE;
				read = days.said() ? days : read;
				for (Excerpt one : this.values.own(TableColumn.MONTH)) {
					heading(one, read.said() ? 95 : 50, "month");
				}
				if (!words.isEmpty() && !days.said()) {
					TableReading.this.time = read;
				}
				due = read;
				wrong(read, TableColumn.MONTH);
			}
			Time month = TableReading.this.time;
			Time date = read(TableColumn.DATE, month);
			Time begun = read(TableColumn.START, month);
			Time ended = read(TableColumn.END, month);
			if (begun.said() || ended.said()) {
				return begun.until(ended);
			}
			Time until = read(TableColumn.DUE, Time.NONE).deadline();
			if (date.said() || date.wrong()) {
				return date;
			}
			if (due.said() || due.wrong()) {
				return due;
			}
			if (until.said() || until.wrong() || !until.words().isEmpty()) {
				return until;
			}
			if (inherits && (month.said() || month.wrong() || !month.words().isEmpty())) {
				return month;
			}
			String week = this.values.of(TableColumn.WEEK);
			return week.isEmpty() ? Time.NONE : new Time(week(), List.of(), null, null, false, false, "", 0);
		}

		/**
		 * Where a table begins in autumn, the months that follow on December are next
		 * year's.
		 */
		private Time wrapped(Time read) {
			if (!read.said() || read.spans().get(0).wholeYear()) {
				return read;
			}
			int from = read.spans().get(0).from();
			TableReading.this.firstMonth = (TableReading.this.firstMonth == 0) ? from : TableReading.this.firstMonth;
			TableReading.this.wraps |= TableReading.this.firstMonth >= 8 && TableReading.this.lastMonth >= 11
					&& from <= 7;
			TableReading.this.lastMonth = from;
			return TableReading.this.wraps ? read.schoolYear() : read;
		}

		private Time timeOf(Time when, int at, int items) {
			for (TableColumn kind : List.of(TableColumn.DATE, TableColumn.DUE)) {
				List<String> pieces = (items > 1) ? pieces(kind) : List.of();
				if (pieces.size() == items) {
					Time days = TableReading.this.paper.calendar().days(TableReading.this.time, pieces.get(at));
					Time own = days.said() ? days : TableReading.this.paper.calendar().time(pieces.get(at), true);
					own = (kind == TableColumn.DUE) ? own.deadline() : own;
					return own.said() ? own : when;
				}
			}
			return when;
		}

		private Time read(TableColumn kind, Time month) {
			String words = this.values.of(kind);
			if (words.isEmpty()) {
				return Time.NONE;
			}
			Time days = TableReading.this.paper.calendar().days(month, words);
			Time read = (days.said() || days.wrong()) ? days : TableReading.this.paper.calendar().time(words, true);
			wrong(read, kind);
			return read;
		}

		private void wrong(Time read, TableColumn kind) {
			if (read.wrong()) {
				TableReading.this.paper.notice(this.values.slots(kind).get(0).place(), "time", read.words());
			}
		}

		private String week() {
			String words = PaperText.tight(this.values.of(TableColumn.WEEK));
			return (words.isEmpty() || !PaperText.half(words).matches("[\\d、,-]+")) ? words : "第" + words + "周";
		}

		private void fill(LineDraft line, int at, int items) {
			List<PaperOwner> owners = new ArrayList<>();
			for (TableColumn kind : List.of(TableColumn.LEAD, TableColumn.OWNER, TableColumn.CO)) {
				owners
					.addAll(OwnerReading.cell(of(kind, at, items), kind != TableColumn.CO, kind != TableColumn.OWNER));
			}
			if (!owners.isEmpty()) {
				List<PaperOwner> all = new ArrayList<>(owners);
				all.addAll(line.owners);
				line.owners.clear();
				List<String> twice = new ArrayList<>();
				line.owners.addAll(OwnerReading.once(all, twice));
				line.twice.addAll(twice);
				line.guess("owners", twice.isEmpty() ? 90 : 60, twice.isEmpty() ? "owner-column" : "owner-twice",
						String.join("、", twice));
			}
			indicators(line, of(TableColumn.INDICATOR, at, items), of(TableColumn.STRETCH, at, items));
			if (this.main != TableColumn.MEASURE) {
				line.measure = this.values.of(TableColumn.MEASURE);
			}
			remarks(line, at, items);
			line.status = of(TableColumn.STATUS, at, items);
			progress(line, of(TableColumn.PROGRESS, at, items));
		}

		private void indicators(LineDraft line, String target, String stretch) {
			for (PaperIndicator one : IndicatorReading.cell(target)) {
				String title = line.title();
				line.indicators.add((one.subject().isEmpty() && title.length() <= 60) ? one.about(title) : one);
				Time by = TableReading.this.paper.calendar().time(one.words(), false);
				if (one.number() == null && by.pure() && line.time.words().isEmpty()) {
					line.time = by;
					line.kind = by.kind();
				}
				else if (one.number() == null) {
					TableReading.this.paper.notice(line.passages.get(0).place(), "no-number", one.words());
				}
			}
			if (!stretch.isEmpty()) {
				IndicatorReading.stretch(line.indicators, stretch);
			}
		}

		private void remarks(LineDraft line, int at, int items) {
			List<String> remarks = new ArrayList<>();
			String week = week();
			if (!week.isEmpty()) {
				remarks.add(week);
			}
			for (TableColumn kind : List.of(TableColumn.PLACE, TableColumn.PARTICIPANTS)) {
				String said = PaperText.spaced(of(kind, at, items));
				if (!said.isEmpty()) {
					remarks.add(TableReading.this.head.columns()
						.values()
						.stream()
						.filter((column) -> column.kind() == kind)
						.findFirst()
						.map((column) -> PaperText.tight(column.words()) + "：")
						.orElse("") + said);
				}
			}
			for (Slot slot : this.filled) {
				Column column = TableReading.this.head.columns().get(slot.column);
				if (column != null && column.kind() == null && !column.area() && column.month() == null
						&& !TableReading.this.guessed) {
					remarks.add(PaperText.tight(column.words()) + "：" + PaperText.spaced(slot.words));
				}
			}
			String remark = of(TableColumn.REMARK, at, items);
			if (!remark.isEmpty()) {
				remarks.add(remark);
			}
			if (!line.remark.isEmpty()) {
				remarks.add(line.remark);
			}
			line.remark = String.join("；", remarks);
		}

		private void progress(LineDraft line, String said) {
			String tight = PaperText.tight(PaperText.half(said));
			Matcher percent = PERCENT.matcher(tight);
			Matcher within = Pattern.compile("(-?\\d+(?:\\.\\d+)?)%").matcher(tight);
			if (!percent.matches() && within.find()) {
				line.progress = new BigDecimal(within.group(1));
				line.status = (within.group().length() + 1 < tight.length()) ? (line.status + " " + said).strip()
						: line.status;
				return;
			}
			if (percent.matches()) {
				BigDecimal number = new BigDecimal(percent.group(1));
				boolean share = !tight.contains("%") && number.abs().compareTo(BigDecimal.ONE) <= 0
						&& (number.scale() > 0 || number.compareTo(BigDecimal.ONE) == 0 && !percentColumn());
				line.progress = share ? number.movePointRight(2).stripTrailingZeros() : number;
				if (line.progress.signum() < 0 || line.progress.compareTo(BigDecimal.valueOf(100)) > 0) {
					TableReading.this.paper.notice(line.passages.get(0).place(), "progress", said.strip());
				}
			}
			else if (!tight.isEmpty()) {
				line.status = (line.status + " " + said).strip();
			}
		}

		private boolean percentColumn() {
			return TableReading.this.head.columns()
				.values()
				.stream()
				.anyMatch((column) -> column.kind() == TableColumn.PROGRESS
						&& PaperText.half(column.words()).contains("%"));
		}

		/** The first item of a row has its number. */
		private void first(LineDraft line) {
			if (line.label.isEmpty()) {
				for (Slot slot : this.values.slots(TableColumn.NUMBER)) {
					line.label = (slot.row == this.values.row && !claimed(slot)) ? slot.words : line.label;
				}
			}
		}

		private boolean claimed(Slot slot) {
			return TableReading.this.task != null
					&& slot.texts.stream().anyMatch(TableReading.this.task.passages::contains);
		}

	}

}
