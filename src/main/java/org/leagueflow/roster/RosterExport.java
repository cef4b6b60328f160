package org.leagueflow.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.leagueflow.document.ExcelFile;
import org.leagueflow.document.SheetTable;
import org.leagueflow.kernel.Message;
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
		Stream<List<String>> found = Stream
			.iterate(this.rows.findingsAfter(importId, 0, 0), (piece) -> !piece.isEmpty(),
					(piece) -> this.rows.findingsAfter(importId, last(piece).line(), last(piece).id()))
			.flatMap(List::stream)
			.map((one) -> texts(one, locale));
		ExcelFile.write(List.of(new SheetTable(say("roster.findings", locale),
				HEADING.stream().map((key) -> say(key, locale)).toList(), List.of(), found)), out);
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

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, key, locale);
	}

	private String say(Message message, Locale locale) {
		return this.messages.getMessage(message.key(), message.args().toArray(), message.key(), locale);
	}

}
