package org.leagueflow.life;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.SpreadsheetText;
import org.leagueflow.policy.Rule;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes how branches stand into a workbook, one line per branch and duty. */
@Component
class OverviewExport {

	private static final List<String> HEADING = Stream
		.of("above", "branch", "duty", "often", "source", "state", "held", "required", "until", "since", "last",
				"missed", "urged")
		.map("life.column."::concat)
		.toList();

	private final MessageSource messages;

	OverviewExport(MessageSource messages) {
		this.messages = messages;
	}

	void write(List<Overview.Row> rows, OverviewFilter filter, Locale locale, OutputStream out) throws IOException {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(200)) {
			Sheet sheet = workbook.createSheet(say("life.overview", locale));
			fill(sheet.createRow(0), HEADING.stream().map((key) -> (Object) say(key, locale)).toList());
			sheet.createFreezePane(0, 1);
			widths(sheet);
			int next = 1;
			for (Overview.Row row : rows) {
				for (DutyStatus status : row.statuses().stream().filter(filter::keeps).toList()) {
					fill(sheet.createRow(next++), cells(row, status, locale));
				}
			}
			workbook.write(out);
		}
	}

	private static void widths(Sheet sheet) {
		int[] widths = { 24, 24, 14, 18, 44, 10, 8, 8, 12, 12, 12, 10, 12 };
		for (int i = 0; i < widths.length; i++) {
			sheet.setColumnWidth(i, widths[i] * 256);
		}
	}

	private List<Object> cells(Overview.Row row, DutyStatus one, Locale locale) {
		Rule rule = one.effective().rule();
		String source = rule.source() + say(Message.of("policy.grade." + rule.grade().charAt(0)), locale);
		return Arrays.asList(row.above(), row.branch().name(), say("life.duty." + one.duty(), locale),
				say(one.often(), locale), source, say("life.state." + one.state(), locale), one.held(), one.required(),
				one.until(), one.overdueSince(), one.lastHeld(), one.missed(), row.urgedOn());
	}

	private static void fill(Row row, List<Object> cells) {
		for (int i = 0; i < cells.size(); i++) {
			Object cell = cells.get(i);
			if (cell instanceof Integer number) {
				row.createCell(i).setCellValue(number);
			}
			else if (cell != null) {
				row.createCell(i)
					.setCellValue(
							(cell instanceof LocalDate) ? cell.toString() : SpreadsheetText.harmless((String) cell));
			}
		}
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, key, locale);
	}

	private String say(Message message, Locale locale) {
		return this.messages.getMessage(message.key(), message.args().toArray(), message.key(), locale);
	}

}
