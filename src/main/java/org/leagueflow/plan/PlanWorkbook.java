package org.leagueflow.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.SpreadsheetText;
import org.leagueflow.web.Words;
import org.springframework.stereotype.Component;

/**
 * A plan as a workbook in the layout of plans on paper: main tasks; then month, work and
 * remark with one cell for all items of a month; then what goes on all year.
 */
@Component
class PlanWorkbook {

	private static final List<Integer> WIDTHS = List.of(8, 7, 50, 24, 28, 16, 24);

	private static final int CHARACTER_WIDTH = 256;

	private final Words words;

	PlanWorkbook(Words words) {
		this.words = words;
	}

	byte[] write(PlanStanding standing) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Styles styles = new Styles(workbook);
			sheet(workbook, styles, standing, PlanItemKind.MAIN_TASK, Map.of("", standing.of(PlanItemKind.MAIN_TASK)));
			sheet(workbook, styles, standing, PlanItemKind.MONTHLY, byMonths(standing));
			sheet(workbook, styles, standing, PlanItemKind.ALL_YEAR, Map.of("", standing.of(PlanItemKind.ALL_YEAR)));
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, List<PlanStanding.Line>> byMonths(PlanStanding standing) {
		Map<Long, PlanStanding.Line> lines = standing.lines()
			.stream()
			.collect(Collectors.toMap((line) -> line.line().itemId(), (line) -> line));
		Map<String, List<PlanStanding.Line>> byMonths = new java.util.LinkedHashMap<>();
		standing.content()
			.byMonths()
			.forEach(
					(months, of) -> byMonths.put(months, of.stream().map((line) -> lines.get(line.itemId())).toList()));
		return byMonths;
	}

	private void sheet(XSSFWorkbook workbook, Styles styles, PlanStanding standing, PlanItemKind kind,
			Map<String, List<PlanStanding.Line>> groups) {
		if (groups.values().stream().allMatch(List::isEmpty)) {
			return;
		}
		boolean months = kind == PlanItemKind.MONTHLY;
		Sheet sheet = workbook.createSheet(say("plan.kind." + kind));
		List<Integer> widths = months ? WIDTHS : WIDTHS.subList(1, WIDTHS.size());
		for (int i = 0; i < widths.size(); i++) {
			sheet.setColumnWidth(i, widths.get(i) * CHARACTER_WIDTH);
		}
		fill(sheet.createRow(0), List.of(standing.plan().title()), styles.title);
		sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, widths.size() - 1));
		List<String> heading = new ArrayList<>();
		if (months) {
			heading.add(say("planview.excel.month"));
		}
		List.of("number", "content", "owners", "indicators", "remark", "status")
			.forEach((key) -> heading.add(say("planview.excel." + key)));
		fill(sheet.createRow(1), heading, styles.heading);
		sheet.createFreezePane(0, 2);
		sheet.setRepeatingRows(new CellRangeAddress(1, 1, -1, -1));
		sheet.getPrintSetup().setLandscape(true);
		sheet.setFitToPage(true);
		sheet.getPrintSetup().setFitHeight((short) 0);
		int next = 2;
		for (Map.Entry<String, List<PlanStanding.Line>> group : groups.entrySet()) {
			int first = next;
			for (PlanStanding.Line line : group.getValue()) {
				List<String> cells = new ArrayList<>();
				if (months) {
					cells.add((next > first) ? "" : month(group.getKey()));
				}
				cells.addAll(cells(line, standing));
				fill(sheet.createRow(next++), cells, styles.body);
			}
			if (months && next - first > 1) {
				sheet.addMergedRegion(new CellRangeAddress(first, next - 1, 0, 0));
			}
		}
	}

	private String month(String months) {
		return months.isEmpty() ? say("plan.noTime") : say("plan.month", months);
	}

	private List<String> cells(PlanStanding.Line line, PlanStanding standing) {
		PlanLine says = line.line();
		String status = line.spans()
			.stream()
			.map((span) -> (line.spans().size() > 1)
					? say("plan.month", span.span().monthNumbers()) + say("plan.lamp." + span.lamp())
					: say("plan.lamp." + span.lamp()))
			.collect(Collectors.joining("；"));
		return List.of((says.paperNumber() != null) ? says.paperNumber() : Integer.toString(says.number()),
				(says.measure() != null) ? says.content() + "\n" + says.measure() : says.content(),
				says.owners().stream().map(PlanOwner::name).collect(Collectors.joining("、")),
				line.indicators().stream().map((one) -> indicator(one, standing)).collect(Collectors.joining("\n")),
				(says.remark() != null) ? says.remark() : "", status);
	}

	private static String indicator(PlanIndicator one, PlanStanding standing) {
		return one.name() + " " + one.shown()
				+ standing.indicators()
					.stream()
					.filter((other) -> other.indicator().id() == one.id() && other.total().reported())
					.map((other) -> "（" + other.value() + "）")
					.findFirst()
					.orElse("");
	}

	private static void fill(Row row, List<String> cells, CellStyle style) {
		for (int i = 0; i < cells.size(); i++) {
			Cell cell = row.createCell(i);
			cell.setCellStyle(style);
			String text = SpreadsheetText.harmless(cells.get(i));
			cell.setCellValue(PlanText.first(text, SpreadsheetVersion.EXCEL2007.getMaxTextLength() / 2));
		}
	}

	private String say(String key, Object... args) {
		return this.words.in(Locale.SIMPLIFIED_CHINESE, Message.of(key, args));
	}

	private static final class Styles {

		private final CellStyle title;

		private final CellStyle heading;

		private final CellStyle body;

		Styles(XSSFWorkbook workbook) {
			XSSFFont large = workbook.createFont();
			large.setBold(true);
			large.setFontHeightInPoints((short) 16);
			XSSFFont bold = workbook.createFont();
			bold.setBold(true);
			this.title = workbook.createCellStyle();
			this.title.setFont(large);
			this.title.setAlignment(HorizontalAlignment.CENTER);
			this.heading = framed(workbook);
			this.heading.setFont(bold);
			this.heading.setAlignment(HorizontalAlignment.CENTER);
			this.body = framed(workbook);
		}

		private static CellStyle framed(XSSFWorkbook workbook) {
			CellStyle style = workbook.createCellStyle();
			style.setWrapText(true);
			style.setVerticalAlignment(VerticalAlignment.CENTER);
			style.setBorderTop(BorderStyle.THIN);
			style.setBorderBottom(BorderStyle.THIN);
			style.setBorderLeft(BorderStyle.THIN);
			style.setBorderRight(BorderStyle.THIN);
			return style;
		}

	}

}
