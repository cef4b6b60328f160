package org.leagueflow.life;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.leagueflow.document.ExcelFile;
import org.leagueflow.document.SheetTable;
import org.leagueflow.kernel.Message;
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

	private static final List<Integer> WIDTHS = List.of(24, 24, 14, 18, 44, 10, 8, 8, 12, 12, 12, 10, 12);

	private final MessageSource messages;

	OverviewExport(MessageSource messages) {
		this.messages = messages;
	}

	void write(List<Overview.Row> rows, OverviewFilter filter, Locale locale, OutputStream out) throws IOException {
		ExcelFile.write(List.of(new SheetTable(say("life.overview", locale),
				HEADING.stream().map((key) -> say(key, locale)).toList(), WIDTHS,
				rows.stream()
					.flatMap((row) -> row.statuses()
						.stream()
						.filter(filter::keeps)
						.map((status) -> cells(row, status, locale))))),
				out);
	}

	private List<Object> cells(Overview.Row row, DutyStatus one, Locale locale) {
		Rule rule = one.effective().rule();
		String source = rule.source() + say(Message.of("policy.grade." + rule.grade().charAt(0)), locale);
		return Arrays.asList(row.above(), row.branch().name(), say("life.duty." + one.duty(), locale),
				say(one.often(), locale), source, say("life.state." + one.state(), locale), one.held(), one.required(),
				one.until(), one.overdueSince(), one.lastHeld(), one.missed(), row.urgedOn());
	}

	private String say(String key, Locale locale) {
		return this.messages.getMessage(key, null, key, locale);
	}

	private String say(Message message, Locale locale) {
		return this.messages.getMessage(message.key(), message.args().toArray(), message.key(), locale);
	}

}
