package org.leagueflow.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.document.PdfFile;
import org.leagueflow.document.WordReport;
import org.leagueflow.kernel.Message;
import org.leagueflow.web.Dates;
import org.leagueflow.web.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Bulletins and summaries as Word and PDF, in the language of plans. */
@Component
class PlanReportFiles {

	private static final List<Integer> ITEM_WIDTHS = List.of(750, 3900, 1300, 1200, 1200, 950);

	private static final List<Integer> INDICATOR_WIDTHS = List.of(2600, 1700, 1100, 950, 950, 1000, 1000);

	private static final List<Integer> UNIT_WIDTHS = List.of(3800, 1100, 1100, 1100, 1100, 1100);

	private static final String CSS = css();

	/** What stands for a character that the font of PDF files does not have. */
	private static final String STAND_IN = "〓";

	private final Words words;

	private final Dates dates;

	private final ITemplateEngine templates;

	PlanReportFiles(Words words, Dates dates, ITemplateEngine templates) {
		this.words = words;
		this.dates = dates;
		this.templates = templates;
	}

	private static String css() {
		try {
			return new ClassPathResource("plan/report.css").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String title(PlanReport report) {
		String year = Integer.toString(report.plan().year());
		return report.yearly() ? say("planview.report.titleYear", report.unitName(), year)
				: say("planview.report.titleMonth", report.unitName(), year, report.month());
	}

	byte[] word(PlanReport report) {
		List<String> texts = Stream.of(asOf(report), summary(report), paces(report), before(report))
			.filter((text) -> !text.isEmpty())
			.toList();
		List<WordReport.Section> sections = new ArrayList<>();
		lists(report).forEach((list) -> sections.add(section(say(list.heading()), list.rows(), ITEM_WIDTHS,
				List.of("planview.excel.number", "planview.task", "planview.leads", "planview.report.due",
						"planview.report.doneOn", "planview.pace"),
				List.of("number", "content", "lead", "due", "done", "pace"))));
		sections.add(section(say("planview.indicators"), indicators(report), INDICATOR_WIDTHS,
				List.of("planview.indicator", "planview.target", "planview.reachedValue", "planview.percent",
						"planview.elapsedTime", "planview.pace", "planview.report.lastYear"),
				List.of("name", "target", "value", "percent", "elapsed", "pace", "before")));
		sections.add(section(say("planview.units"), units(report), UNIT_WIDTHS,
				List.of("planview.unit", "planview.report.begun", "planview.done", "planview.underWay",
						"planview.overdue", "planview.report.rate"),
				List.of("unit", "all", "done", "underWay", "overdue", "percent")));
		return WordReport.write(title(report), texts, sections);
	}

	private WordReport.Section section(String heading, List<Map<String, String>> rows, List<Integer> widths,
			List<String> columns, List<String> keys) {
		return new WordReport.Section(heading + "（" + rows.size() + "）", say("planview.report.none"),
				columns.stream().map(this::say).toList(), widths,
				rows.stream().map((row) -> keys.stream().map(row::get).toList()).toList());
	}

	private List<Listed> lists(PlanReport report) {
		return List.of(
				new Listed(report.yearly() ? "planview.report.doneYear" : "planview.report.doneMonth",
						items(report.done())),
				new Listed("planview.report.underWay", items(report.underWay())),
				new Listed("planview.report.overdue", items(report.overdue())));
	}

	byte[] pdf(PlanReport report) {
		Context model = new Context(Locale.SIMPLIFIED_CHINESE);
		model.setVariable("title", title(report));
		model.setVariable("asOf", asOf(report));
		model.setVariable("summary", summary(report));
		model.setVariable("paces", paces(report));
		model.setVariable("before", before(report));
		model.setVariable("lists", lists(report));
		model.setVariable("css", CSS);
		model.setVariable("indicators", indicators(report));
		model.setVariable("units", units(report));
		String page = this.templates.process("plan/report-print", model);
		for (String lacking : PdfFile.lacks(page).split("、")) {
			page = lacking.isEmpty() ? page : page.replace(lacking, STAND_IN);
		}
		return PdfFile.write(page);
	}

	/**
	 * @param heading a message key
	 */
	record Listed(String heading, List<Map<String, String>> rows) {
	}

	String asOf(PlanReport report) {
		return say("planview.report.asOf", this.dates.full(report.day()), report.elapsed().percent(),
				report.elapsed().passed());
	}

	String summary(PlanReport report) {
		PlanReport.Counts counts = report.counts();
		if (counts.all() == 0) {
			return say("planview.report.nothing");
		}
		return report.yearly()
				? say("planview.report.summaryYear", counts.all(), counts.done(), counts.percentDone(),
						counts.underWay(), counts.overdue(), counts.stopped())
				: say("planview.report.summary", counts.all(), counts.done(), counts.percentDone(),
						report.doneInMonth(), counts.underWay(), counts.overdue(), counts.stopped());
	}

	String paces(PlanReport report) {
		return report.paces()
			.entrySet()
			.stream()
			.map((one) -> say("planview.report.pace", say("planview.pace." + one.getKey()), one.getValue()))
			.collect(Collectors.joining("，"));
	}

	String before(PlanReport report) {
		PlanReport.Counts before = report.before();
		return (before == null || before.all() == 0) ? say("planview.report.noBefore")
				: say("planview.report.before", before.all(), before.done(), before.percentDone(), before.overdue());
	}

	private List<Map<String, String>> items(List<PlanReport.Item> items) {
		return items.stream()
			.map((one) -> Map.of("number", one.number(), "content", one.line().content(), "lead",
					one.assignment().lead().name(), "due", one.assignment().dueOn().toString(), "done",
					(one.assignment().completedOn() != null && one.pace() != PlanPace.OTHER
							&& (one.pace() == PlanPace.DONE || one.pace() == PlanPace.DONE_EARLY))
									? one.assignment().completedOn().toString() : "",
					"pace", say("planview.pace." + one.pace())))
			.toList();
	}

	private List<Map<String, String>> indicators(PlanReport report) {
		return report.indicators()
			.stream()
			.map((one) -> Map.of("name", one.now().indicator().name(), "target", one.now().indicator().shown(), "value",
					one.now().value(), "percent", (one.now().percent() != null) ? one.now().percent() + "%" : "–",
					"elapsed", one.now().elapsed().percent() + "%", "pace", say("planview.pace." + one.now().pace()),
					"before", (one.before() != null) ? one.before() : "–"))
			.toList();
	}

	private List<Map<String, String>> units(PlanReport report) {
		List<Map<String, String>> rows = new ArrayList<>();
		report.units()
			.forEach((one) -> rows.add(Map.of("unit", one.name(), "all", Integer.toString(one.counts().all()), "done",
					Integer.toString(one.counts().done()), "underWay", Integer.toString(one.counts().underWay()),
					"overdue", Integer.toString(one.counts().overdue()), "percent",
					(one.counts().percentDone() != null) ? one.counts().percentDone() + "%" : "–")));
		return rows;
	}

	private String say(String key, Object... args) {
		return this.words.in(Locale.SIMPLIFIED_CHINESE, Message.of(key, args));
	}

}
