package org.leagueflow.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.SpreadsheetText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes what was found about a roster into a workbook, line by line, for whoever typed
 * it.
 */
@Component
class RosterExport {

	private static final List<String> HEADING = List.of("roster.line", "roster.column.student-number",
			"roster.column.name", "roster.column.branch", "roster.where", "roster.severity", "roster.what");

	private final RosterRowRepository rows;

	private final MessageSource messages;

	RosterExport(RosterRowRepository rows, MessageSource messages) {
		this.rows = rows;
		this.messages = messages;
	}

	void write(long importId, Locale locale, OutputStream out) throws IOException {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(200)) {
			Sheet sheet = workbook.createSheet(say("roster.findings", locale));
			fill(sheet.createRow(0), HEADING.stream().map((key) -> say(key, locale)).toList());
			sheet.createFreezePane(0, 1);
			int next = 1;
			for (List<RosterRowRepository.Finding> piece = this.rows.findingsAfter(importId, 0, 0); !piece
				.isEmpty(); piece = this.rows.findingsAfter(importId, last(piece).line(), last(piece).id())) {
				for (RosterRowRepository.Finding one : piece) {
					fill(sheet.createRow(next++), texts(one, locale));
				}
			}
			workbook.write(out);
		}
	}

	private static RosterRowRepository.Finding last(List<RosterRowRepository.Finding> piece) {
		return piece.get(piece.size() - 1);
	}

	private List<String> texts(RosterRowRepository.Finding one, Locale locale) {
		RosterFinding finding = one.finding();
		return List.of(Integer.toString(one.cells().number()), one.cells().text(RosterColumn.STUDENT_NUMBER),
				one.cells().text(RosterColumn.NAME), one.cells().text(RosterColumn.BRANCH),
				say(finding.column().key(), locale), say(finding.error() ? "roster.error" : "roster.warning", locale),
				say(finding.words(), locale));
	}

	private static void fill(Row row, List<String> texts) {
		for (int i = 0; i < texts.size(); i++) {
			row.createCell(i).setCellValue(SpreadsheetText.harmless(texts.get(i)));
		}
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, key, locale);
	}

	private String say(Message message, Locale locale) {
		return this.messages.getMessage(message.key(), message.args().toArray(), message.key(), locale);
	}

}
