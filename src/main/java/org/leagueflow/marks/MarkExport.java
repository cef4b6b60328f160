package org.leagueflow.marks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.leagueflow.document.ExcelFile;
import org.leagueflow.document.SheetTable;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.SpreadsheetText;
import org.leagueflow.sheet.SheetFile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes what was found about a workbook, and the workbook itself with the marks that
 * stand: headings, formats and every cell that is as it was stay untouched.
 */
@Component
class MarkExport {

	/** A workbook that is changed stands in memory: about 1 kB a cell. */
	private static final int MAX_CELLS = 20_000;

	private static final int MAX_BYTES = 2 << 20;

	/** POI needs about ten times as much memory. */
	private static final int MAX_UNPACKED = 10 << 20;

	private static final List<String> HEADING = List.of("marks.sheet", "marks.cell", "marks.number", "marks.person",
			"marks.item", "marks.typed", "marks.severity", "marks.what");

	private final MarkCellRepository cells;

	private final MarkRepository marks;

	private final MessageSource messages;

	MarkExport(MarkCellRepository cells, MarkRepository marks, MessageSource messages) {
		this.cells = cells;
		this.marks = marks;
		this.messages = messages;
	}

	void findings(long importId, Locale locale, OutputStream out) throws IOException {
		Stream<List<String>> found = Stream
			.iterate(this.cells.findingsAfter(importId, 0), (piece) -> !piece.isEmpty(),
					(piece) -> this.cells.findingsAfter(importId, piece.get(piece.size() - 1).id))
			.flatMap(List::stream)
			.map((mark) -> texts(mark, locale));
		ExcelFile.write(List.of(new SheetTable(say(Message.of("marks.findings"), locale),
				HEADING.stream().map((key) -> say(Message.of(key), locale)).toList(), List.of(), found)), out);
	}

	private List<String> texts(StagedMark mark, Locale locale) {
		return List.of(mark.sheet, mark.cell(), mark.number, mark.who, (mark.itemName != null) ? mark.itemName : "",
				mark.raw, say(Message.of("marks.verdict." + mark.verdict.name().toLowerCase(Locale.ROOT)), locale),
				say(mark.finding(), locale));
	}

	private String say(Message message, Locale locale) {
		return this.messages.getMessage(message.key(), message.args().toArray(), message.key(), locale);
	}

	/** The workbook with the marks that stand today. */
	byte[] filled(long importId, byte[] file) throws IOException {
		List<StagedMark> placed = this.cells.placed(importId, MAX_CELLS + 1);
		if (placed.size() > MAX_CELLS || file.length > MAX_BYTES) {
			throw new Refusal.Invalid("refusal.marks.export-large", MAX_CELLS);
		}
		Map<String, MarkValue> standing = standing(placed);
		SheetFile.requireChangeable(file, MAX_UNPACKED);
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			for (StagedMark mark : placed) {
				MarkValue stands = standing.get(key(mark.personId, mark.item, mark.period, mark.term, mark.attempt));
				if (stands != null
						&& !MarkText.typed(stands.value(), stands.word(), stands.credit()).equals(mark.typed())) {
					Sheet sheet = workbook.getSheet(mark.sheet);
					if (sheet != null) {
						write(sheet, mark, stands);
					}
				}
			}
			workbook.setForceFormulaRecalculation(true);
			workbook.write(out);
			return out.toByteArray();
		}
		catch (POIXMLException ex) {
			throw new Refusal.Invalid("refusal.sheet.unchangeable");
		}
	}

	private Map<String, MarkValue> standing(List<StagedMark> placed) {
		Set<Long> persons = placed.stream().map((mark) -> mark.personId).collect(Collectors.toSet());
		Set<String> items = placed.stream().map((mark) -> mark.item).collect(Collectors.toSet());
		return placed.stream()
			.map((mark) -> mark.period)
			.distinct()
			.filter((period) -> !period.isEmpty())
			.flatMap((period) -> this.marks.ofItems(new MarkPeriod(period, ""), items, persons).values().stream())
			.flatMap(List::stream)
			.collect(Collectors.toMap(
					(value) -> key(value.personId(), value.item(), value.period(), value.term(), value.attempt()),
					(value) -> value));
	}

	private static String key(long person, String item, String period, String term, MarkAttempt attempt) {
		return person + "|" + item + "|" + period + "|" + term + "|" + attempt;
	}

	private static void write(Sheet sheet, StagedMark mark, MarkValue stands) {
		Row row = (sheet.getRow(mark.row - 1) != null) ? sheet.getRow(mark.row - 1) : sheet.createRow(mark.row - 1);
		Cell cell = row.getCell(mark.column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
		if (cell.getCellType() == CellType.FORMULA) {
			cell.removeFormula();
		}
		if (stands.value() != null && MarkText.of(mark.raw).value() == null && !mark.raw.isEmpty()
				&& mark.points != null) {
			cell.setCellValue(SpreadsheetText.harmless(signed(stands)));
		}
		else if (stands.value() != null) {
			cell.setCellValue(stands.value().doubleValue());
		}
		else {
			cell.setCellValue(stands.word());
		}
	}

	/** A note comes back as its signed number alone. */
	private static String signed(MarkValue stands) {
		return (stands.value().signum() < 0) ? stands.shown() : "+" + stands.shown();
	}

}
