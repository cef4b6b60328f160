package org.leagueflow.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.leagueflow.kernel.FileType;
import org.leagueflow.kernel.Refusal;

/**
 * A roster as an Excel workbook, read as a stream: whatever is in the file, neither its
 * size nor its formulas get anywhere.
 */
final class RosterFile {

	static final long MAX_BYTES = 20L << 20;

	/** What a workbook may grow to when unpacked; 20,000 lines come to about 20 MB. */
	static final long MAX_UNPACKED = 200L << 20;

	static final int MAX_LINES = 50_000;

	private static final int MAX_SHEETS = 200;

	/** Unpacked to packed beyond this is no spreadsheet; ours come to about 12. */
	private static final int MAX_RATIO = 100;

	/** Types that are refused in words of their own. */
	private static final Set<FileType> SAID = EnumSet.of(FileType.EMPTY, FileType.HTML, FileType.ENCRYPTED,
			FileType.OLD_EXCEL, FileType.MACROS, FileType.TEMPLATE, FileType.XLSB, FileType.ODS, FileType.XML_TABLE,
			FileType.CSV, FileType.APPLE, FileType.ARCHIVE);

	static {
		ZipSecureFile.setMinInflateRatio(1.0 / MAX_RATIO);
		ZipSecureFile.setMaxEntrySize(MAX_UNPACKED);
		ZipSecureFile.setMaxFileCount(1_000);
	}

	private final Path path;

	private RosterFile(Path path) {
		this.path = path;
	}

	/**
	 * Looks at what the file is by its content, not by its name.
	 * @throws Refusal.Invalid saying what it is instead of a workbook
	 */
	static RosterFile accept(Path path) {
		try {
			if (Files.size(path) > MAX_BYTES) {
				throw refused("too-large", MAX_BYTES >> 20);
			}
			FileType type = FileType.of(path);
			if (type == FileType.DAMAGED) {
				throw refused("corrupt");
			}
			if (type != FileType.XLSX) {
				throw refused(SAID.contains(type) ? type.key() : "not-excel");
			}
			unpackable(path);
			return new RosterFile(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What every sheet holds.
	 * @throws Refusal.Invalid when the workbook is damaged or none of its sheets is a
	 * roster
	 */
	List<SheetSurvey> survey() {
		List<SheetSurvey> surveys = opened((workbook) -> {
			List<SheetSurvey> all = new ArrayList<>();
			for (int i = 0; i < Math.min(MAX_SHEETS, workbook.sheets().size()); i++) {
				all.add(survey(workbook, i));
			}
			return all;
		});
		if (surveys.stream().noneMatch(SheetSurvey::readable)) {
			throw unreadable(surveys);
		}
		return surveys;
	}

	/**
	 * The one sheet to be read when there is nothing to choose: no other that could be a
	 * roster, nothing hidden in it.
	 */
	static Optional<SheetSurvey> only(List<SheetSurvey> surveys) {
		List<SheetSurvey> headed = surveys.stream()
			.filter((survey) -> survey.heading().found() && survey.lines() > 0)
			.toList();
		return (headed.size() == 1) ? headed.stream().filter(SheetSurvey::plain).findFirst() : Optional.empty();
	}

	/**
	 * Hands over line after line of a sheet below its heading; lines without any text are
	 * left out.
	 * @throws Refusal.Invalid when the workbook is damaged or the sheet cannot be read
	 */
	void read(SheetSurvey.Choice choice, Consumer<RosterLine> lines) {
		read(choice, null, lines);
	}

	/** Reads a sheet that was surveyed just now, without what is hidden. */
	void read(SheetSurvey survey, Consumer<RosterLine> lines) {
		read(new SheetSurvey.Choice(survey.place(), false, false), survey, lines);
	}

	private void read(SheetSurvey.Choice choice, SheetSurvey known, Consumer<RosterLine> lines) {
		opened((workbook) -> {
			if (choice.place() < 0 || choice.place() >= workbook.sheets().size()) {
				throw refused("no-heading");
			}
			SheetSurvey survey = (known != null) ? known : survey(workbook, choice.place());
			RosterHeading heading = choice.hiddenColumns() ? survey.heading()
					: survey.heading().without(survey.hiddenColumns());
			if (!survey.readable()) {
				throw unreadable(List.of(survey));
			}
			complete(heading);
			return read(workbook, survey, heading, choice.hiddenLines(), lines);
		});
	}

	/** Reads the only sheet there is to read. */
	void read(Consumer<RosterLine> lines) {
		read(only(survey()).orElseThrow(() -> refused("choose-sheet")), lines);
	}

	private static int read(Xlsx workbook, SheetSurvey survey, RosterHeading heading, boolean hiddenLines,
			Consumer<RosterLine> lines) throws IOException, XMLStreamException {
		MergedCells merged = new MergedCells(survey.merged(), heading.columns());
		int[] read = { 0 };
		new XlsxSheet(workbook, workbook.sheets().get(survey.place())).read((row) -> {
			Map<Integer, String> cells = merged.over(row);
			if (row.number() <= heading.lastRow() || (row.hidden() && !hiddenLines)
					|| row.cells().keySet().stream().noneMatch(heading.columns()::containsKey)) {
				return;
			}
			RosterLine line = line(row.number(), cells, heading.columns());
			if (!line.cells().isEmpty()) {
				if (++read[0] > MAX_LINES) {
					throw refused("too-many-lines", MAX_LINES);
				}
				lines.accept(line);
			}
		});
		if (read[0] == 0) {
			throw refused("no-lines");
		}
		return read[0];
	}

	private static RosterLine line(int number, Map<Integer, String> cells, Map<Integer, RosterColumn> columns) {
		Map<RosterColumn, String> line = new EnumMap<>(RosterColumn.class);
		columns.forEach((place, column) -> {
			String text = CellText.clean(column, cells.getOrDefault(place, ""));
			if (!text.isEmpty()) {
				line.put(column, text);
			}
		});
		return new RosterLine(number, line);
	}

	private static SheetSurvey survey(Xlsx workbook, int place) throws IOException, XMLStreamException {
		Xlsx.SheetPart part = workbook.sheets().get(place);
		XlsxSheet sheet = new XlsxSheet(workbook, part);
		SheetSample rows = new SheetSample();
		sheet.read(rows);
		RosterHeading heading = RosterHeading.of(rows.first(), sheet.merged());
		return new SheetSurvey(place, part.name(), part.hidden(), heading, rows.below(heading.lastRow()),
				rows.hiddenBelow(heading.lastRow()), sheet.filtered(), sheet.hiddenColumns(), sheet.merged());
	}

	private static void complete(RosterHeading heading) {
		if (heading.twice() != null) {
			throw refused("column-twice", heading.twice());
		}
		if (!heading.missing().isEmpty()) {
			throw refused("missing-columns",
					heading.missing().stream().map(RosterColumn::title).collect(Collectors.joining("、")));
		}
	}

	/** Says what keeps the sheet that comes closest to a roster from being one. */
	private static Refusal unreadable(List<SheetSurvey> surveys) {
		Optional<SheetSurvey> headed = surveys.stream().filter((survey) -> survey.heading().found()).findFirst();
		if (headed.isEmpty()) {
			return refused("no-heading");
		}
		complete(headed.get().heading());
		return refused("no-lines");
	}

	/** Says "damaged" or "bomb" for whatever a reader throws on bad bytes. */
	private <T> T opened(Reading<T> reading) {
		try (Xlsx workbook = Xlsx.open(this.path)) {
			return reading.read(workbook);
		}
		catch (Refusal ex) {
			throw ex;
		}
		catch (IOException | XMLStreamException | RuntimeException ex) {
			throw refused(isBomb(ex) ? "bomb" : "corrupt");
		}
	}

	private static boolean isBomb(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause.getMessage() != null && cause.getMessage().toLowerCase(Locale.ROOT).contains("zip bomb")) {
				return true;
			}
		}
		return false;
	}

	private static void unpackable(Path path) throws IOException {
		try (ZipFile zip = new ZipFile(path.toFile())) {
			long unpacked = 0;
			for (ZipEntry entry : (Iterable<ZipEntry>) () -> zip.stream().map(ZipEntry.class::cast).iterator()) {
				unpacked += unpacked(zip, entry, MAX_UNPACKED - unpacked);
			}
		}
		catch (ZipException ex) {
			throw refused("corrupt");
		}
	}

	/** Counts what really comes out: the sizes that a zip declares can lie. */
	private static long unpacked(ZipFile zip, ZipEntry entry, long limit) throws IOException {
		long allowed = Math.min(limit, Math.max(1L << 20, entry.getCompressedSize() * MAX_RATIO));
		long size = 0;
		byte[] buffer = new byte[1 << 16];
		try (InputStream content = zip.getInputStream(entry)) {
			for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
				size += n;
				if (size > allowed) {
					throw refused("bomb");
				}
			}
		}
		return size;
	}

	private static Refusal.Invalid refused(String what, Object... args) {
		return Refusal.Invalid.field("file", "refusal.roster." + what, args);
	}

	/** What is done with an open workbook. */
	private interface Reading<T> {

		T read(Xlsx workbook) throws IOException, XMLStreamException;

	}

}
