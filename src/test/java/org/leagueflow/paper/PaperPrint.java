package org.leagueflow.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A parse as text, a line for each line of the paper: kind, number, months, words, then
 * what else was read. Owners that are units carry {@code #}, the lead {@code *}.
 */
final class PaperPrint {

	private PaperPrint() {
	}

	static String of(PaperPlan plan) {
		StringBuilder print = new StringBuilder();
		print.append(plan.title()).append(" | ").append(plan.year()).append('\n');
		for (PaperLine line : plan.lines()) {
			print.append(line.kind().item() ? item(plan, line) : line.kind() + " | " + joined(line.text()))
				.append('\n');
		}
		for (PaperNotice notice : plan.notices()) {
			print.append("! ").append(notice.words().key().substring("paper.notice.".length()));
			print.append(notice.words().args().stream().map(String::valueOf).toList()).append('\n');
		}
		return print.toString();
	}

	private static String joined(String text) {
		return text.lines().map(String::strip).collect(Collectors.joining(" / "));
	}

	private static String item(PaperPlan plan, PaperLine line) {
		StringBuilder print = new StringBuilder();
		print.append(line.kind()).append(" | ").append(line.label()).append(" | ").append(spans(line.spans()));
		print.append(" | ").append(joined(line.text()));
		if (!line.measure().isEmpty()) {
			print.append(" | how ").append(joined(line.measure()));
		}
		if (!line.owners().isEmpty()) {
			print.append(" | who ");
			print.append(line.owners()
				.stream()
				.map((one) -> (one.lead() ? "*" : "") + one.name() + (one.unit() ? "#" : ""))
				.collect(Collectors.joining("、")));
		}
		line.indicators().forEach((one) -> print.append(" | wants ").append(indicator(one)));
		append(print, "remark", line.remark());
		append(print, "status", line.status());
		append(print, "done", (line.progress() != null) ? line.progress().toPlainString() : "");
		append(print, "often", (line.recurrence() != null) ? line.recurrence().toString() : "");
		append(print, "by", (line.dueDay() != null) ? line.dueDay().toString() : "");
		if (line.mainTask() != null) {
			print.append(" | for ").append(plan.lines().get(line.mainTask() - 1).title());
		}
		append(print, "in", line.section());
		return print.toString();
	}

	private static void append(StringBuilder print, String name, String value) {
		if (!value.isEmpty()) {
			print.append(" | ").append(name).append(' ').append(joined(value));
		}
	}

	private static String spans(List<MonthSpan> spans) {
		return spans.stream().map((span) -> {
			String from = span.from() + ((span.fromDay() != null) ? "." + span.fromDay() : "");
			String to = span.to() + ((span.toDay() != null) ? "." + span.toDay() : "");
			return from.equals(to) && span.fromDay() == null ? from : from + "-" + to;
		}).collect(Collectors.joining(","));
	}

	private static String indicator(PaperIndicator one) {
		if (one.number() == null && one.stretch() == null) {
			return one.words() + " ?";
		}
		String base = one.subject() + " " + one.bound().sign() + number(one.number()) + one.unit()
				+ (one.period().isEmpty() ? "" : "/" + one.period());
		return base + ((one.stretch() == null) ? "" : " then " + one.stretchBound().sign() + number(one.stretch()));
	}

	private static String number(BigDecimal number) {
		return (number == null) ? "?" : number.stripTrailingZeros().toPlainString();
	}

}
