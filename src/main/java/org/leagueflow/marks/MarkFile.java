package org.leagueflow.marks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.sheet.CellText;
import org.leagueflow.sheet.Heading;
import org.leagueflow.sheet.MergedCells;
import org.leagueflow.sheet.SheetFile;
import org.leagueflow.sheet.SheetMappings;
import org.leagueflow.sheet.SheetSample;
import org.leagueflow.sheet.Xlsx;
import org.leagueflow.sheet.XlsxSheet;

/**
 * Marks in an Excel workbook: what its sheets look like, and the lines that they hold.
 */
final class MarkFile {

	/** Marks in one workbook. */
	static final int MAX_MARKS = 500_000;

	private static final int MAX_SHEETS = 200;

	private static final int MAX_COLUMNS = 200;

	private static final int SAMPLES = 12;

	private static final Pattern YEAR = Pattern
		.compile("(20\\d{2})\\s*[-~～至/]\\s*(20\\d{2})(?:\\s*学年)?" + "(?:\\s*(第?[一二三123]学期|[上下]学期|[秋春夏]季?))?");

	/** What stands in the last rows instead of a person. */
	private static final Pattern FOOTER = Pattern
		.compile("(合计|总计|小计|平均|平均分|最高分|最低分|制表|填表|审核|说明|备注|注|班主任|辅导员|班长|团支书|负责人|签字|签名|盖章|日期|共\\d+人).*");

	private final SheetFile file;

	private MarkFile(SheetFile file) {
		this.file = file;
	}

	static MarkFile accept(Path path) {
		return new MarkFile(SheetFile.accept(path));
	}

	/** A workbook that was accepted when it was uploaded. */
	static MarkFile kept(Path path) {
		return new MarkFile(SheetFile.kept(path));
	}

	/**
	 * What the workbook looks like, with a guess for every column.
	 * @throws Refusal.Invalid when no sheet has a heading with number or name
	 */
	Survey survey(String fileName, LocalDate today) {
		return this.file.open((workbook) -> {
			List<Surveyed> surveys = new ArrayList<>();
			if (workbook.sheets().size() > MAX_SHEETS) {
				throw Refusal.Invalid.field("file", "refusal.marks.too-many-sheets", MAX_SHEETS,
						workbook.sheets().size());
			}
			for (int i = 0; i < workbook.sheets().size(); i++) {
				surveys.add(survey(workbook, i));
			}
			if (surveys.stream().allMatch((one) -> one.paths() == null)) {
				throw Refusal.Invalid.field("file", "refusal.marks.no-heading");
			}
			Map<Integer, List<String>> merged = new TreeMap<>();
			surveys.forEach((one) -> merged.put(one.place(), one.merged()));
			return new Survey(layout(surveys, fileName, today), merged);
		});
	}

	private static Surveyed survey(Xlsx workbook, int place) throws IOException, XMLStreamException {
		Xlsx.SheetPart part = workbook.sheets().get(place);
		XlsxSheet sheet = new XlsxSheet(workbook, part);
		SheetSample rows = new SheetSample();
		sheet.sample(rows);
		Optional<Heading<ColumnRole>> heading = Heading.candidates(rows.first(), sheet.merged(), ColumnRole::titled)
			.stream()
			.filter((one) -> one.columns().values().stream().anyMatch(ColumnRole.KEYS::contains))
			.max(Comparator.<Heading<ColumnRole>>comparingLong(MarkFile::keys)
				.thenComparing(Comparator.comparing(Heading<ColumnRole>::firstRow).reversed()));
		if (heading.isEmpty()) {
			return new Surveyed(place, part.name(), part.hidden(), 0, 0, null, Map.of(), new BitSet(), List.of());
		}
		HeadingPaths paths = HeadingPaths.of(heading.get(), rows.first(), sheet.merged());
		Map<Integer, List<String>> samples = new TreeMap<>();
		if (paths.paths().size() > MAX_COLUMNS) {
			throw Refusal.Invalid.field("file", "refusal.marks.too-many-columns", MAX_COLUMNS);
		}
		MergedCells merged = new MergedCells(sheet.merged(), Set.of());
		rows.first().forEach((row) -> {
			Map<Integer, String> cells = merged.over(row);
			if (row.number() > paths.lastRow() && !row.hidden()) {
				cells.forEach((column, text) -> {
					List<String> of = samples.computeIfAbsent(column, (any) -> new ArrayList<>());
					if (of.size() < SAMPLES) {
						of.add(CellText.clean(sample(row.numbers().get(column), text)));
					}
				});
			}
		});
		return new Surveyed(place, part.name(), part.hidden(), rows.below(paths.lastRow()),
				rows.hiddenBelow(paths.lastRow()), paths, samples, sheet.hiddenColumns(),
				sheet.merged()
					.stream()
					.filter((range) -> range.getLastRow() >= paths.lastRow())
					.map(CellRangeAddress::formatAsString)
					.toList());
	}

	/** A negative number as it is stored: some formats show (2.00), or no sign at all. */
	private static String sample(String number, String shown) {
		return (number != null && number.startsWith("-")) ? number : shown;
	}

	private static long keys(Heading<ColumnRole> heading) {
		return heading.columns().values().stream().distinct().count();
	}

	private static MarkLayout layout(List<Surveyed> surveys, String fileName, LocalDate today) {
		MarkPeriod period = null;
		Message why = null;
		for (Surveyed one : surveys) {
			String title = (one.paths() != null) ? one.paths().title() : "";
			for (String text : List.of(title, one.name())) {
				if (period == null && year(text).isPresent()) {
					period = year(text).get();
					why = Message.of("marks.why.year-title", text);
				}
			}
		}
		if (period == null && year(fileName).isPresent()) {
			period = year(fileName).get();
			why = Message.of("marks.why.year-file", fileName);
		}
		if (period == null) {
			period = MarkPeriod.schoolYear(today);
			why = Message.of("marks.why.year-today");
		}
		Map<String, MarkLayout.Shape> shapes = new LinkedHashMap<>();
		List<MarkLayout.Sheet> sheets = new ArrayList<>();
		for (Surveyed one : surveys) {
			int shape = -1;
			if (one.paths() != null) {
				String heading = heading(one);
				MarkPeriod of = period;
				shapes.computeIfAbsent(heading, (name) -> new MarkLayout.Shape(name, one.paths().lastRow(),
						ColumnGuess.columns(one.paths(), one.samples(), one.hiddenColumns(), of), null));
				shape = List.copyOf(shapes.keySet()).indexOf(heading);
			}
			sheets.add(new MarkLayout.Sheet(one.place(), one.name(), one.hidden(), one.lines(), one.hiddenLines(),
					shape, (one.paths() != null) ? one.paths().title() : "",
					shape >= 0 && !one.hidden() && one.lines() > 0));
		}
		return new MarkLayout(period.year(), why, period.term(), sheets, List.copyOf(shapes.values()));
	}

	private static Optional<MarkPeriod> year(String text) {
		Matcher matcher = YEAR.matcher(MarkText.plain(text));
		return matcher.find() ? MarkPeriod
			.parse(matcher.group(1) + "-" + matcher.group(2) + ((matcher.group(3) != null) ? matcher.group(3) : ""))
				: Optional.empty();
	}

	/** Titles by column; sheets of one office have the same ones. */
	private static String heading(Surveyed one) {
		Stream<String> titles = one.paths()
			.paths()
			.entrySet()
			.stream()
			.map((column) -> column.getKey() + ":" + String.join("/", column.getValue()));
		return SheetMappings.heading(Stream.concat(Stream.of("last:" + one.paths().lastRow()), titles).toList());
	}

	/**
	 * Hands over the lines of the chosen sheets; hidden rows are not read.
	 * @param merged the merged ranges of each sheet as the survey found them
	 */
	void read(MarkLayout layout, Map<Integer, List<String>> merged, Consumer<MarkLine> lines) {
		this.file.open((workbook) -> {
			int[] read = { 0 };
			for (MarkLayout.Sheet sheet : layout.chosen()) {
				List<CellRangeAddress> ranges = merged.getOrDefault(sheet.place(), List.of())
					.stream()
					.map(CellRangeAddress::valueOf)
					.toList();
				read(workbook, layout, sheet, ranges, (line) -> {
					read[0] += line.marks();
					if (read[0] > MAX_MARKS) {
						throw Refusal.Invalid.field("file", "refusal.marks.too-many", MAX_MARKS);
					}
					lines.accept(line);
				});
			}
			if (read[0] == 0) {
				throw Refusal.Invalid.field("file", "refusal.marks.no-lines");
			}
			return read[0];
		});
	}

	private static void read(Xlsx workbook, MarkLayout layout, MarkLayout.Sheet chosen, List<CellRangeAddress> ranges,
			Consumer<MarkLine> lines) throws IOException, XMLStreamException {
		MarkLayout.Shape shape = layout.shape(chosen).orElseThrow();
		Set<Integer> keys = shape.columns()
			.stream()
			.filter((column) -> ColumnRole.KEYS.contains(column.role()))
			.map(ColumnPlan::place)
			.collect(Collectors.toCollection(HashSet::new));
		MergedCells merged = new MergedCells(ranges, keys);
		MergedCells stored = new MergedCells(ranges, keys);
		List<MarkTable> tables = shape.columns()
			.stream()
			.filter((column) -> column.role() != ColumnRole.IGNORED && column.role() != ColumnRole.SERIAL)
			.collect(Collectors.groupingBy(ColumnPlan::table, TreeMap::new, Collectors.toList()))
			.values()
			.stream()
			.map(MarkTable::new)
			.toList();
		new XlsxSheet(workbook, workbook.sheets().get(chosen.place())).read((row) -> {
			Map<Integer, String> cells = merged.over(row);
			Map<Integer, String> numbers = stored
				.over(new XlsxSheet.Row(row.number(), row.hidden(), row.numbers(), row.numbers()));
			if (row.number() > shape.lastRow() && !row.hidden()) {
				tables.forEach((table) -> line(chosen, row, cells, numbers, table).ifPresent(lines));
			}
		});
	}

	private static Optional<MarkLine> line(MarkLayout.Sheet sheet, XlsxSheet.Row row, Map<Integer, String> cells,
			Map<Integer, String> numbers, MarkTable table) {
		Map<Integer, String> texts = new LinkedHashMap<>();
		boolean any = false;
		for (ColumnPlan column : table.columns()) {
			String shown = cells.getOrDefault(column.place(), "");
			String text = CellText.whole(column.role().number() ? numbers.getOrDefault(column.place(), shown) : shown);
			if (!text.isEmpty()) {
				texts.put(column.place(), text);
				any |= column.role() != ColumnRole.TOTAL;
			}
		}
		if (!any) {
			return Optional.empty();
		}
		MarkLine line = new MarkLine(sheet.name(), sheet.title(), row.number(), table, texts);
		boolean footer = FOOTER.matcher(line.text(ColumnRole.NAME) + line.text(ColumnRole.STUDENT_NUMBER)).matches()
				|| (line.nameless()
						&& cells.values().stream().map(CellText::clean).anyMatch(FOOTER.asMatchPredicate()));
		boolean repeated = ColumnRole.titled(line.text(ColumnRole.NAME)).filter(ColumnRole.KEYS::contains).isPresent();
		return (footer || repeated) ? Optional.empty() : Optional.of(line);
	}

	/** A sheet as it was found; without paths where no heading was. */
	private record Surveyed(int place, String name, boolean hidden, int lines, int hiddenLines, HeadingPaths paths,
			Map<Integer, List<String>> samples, BitSet hiddenColumns, List<String> merged) {
	}

	/**
	 * What a workbook looks like.
	 *
	 * @param merged the merged ranges that reach below the heading, by the sheet's place
	 */
	record Survey(MarkLayout layout, Map<Integer, List<String>> merged) {
	}

}
