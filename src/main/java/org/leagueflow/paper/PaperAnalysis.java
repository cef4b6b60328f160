package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.paper.SourceBlock.Paragraph;
import org.leagueflow.paper.SourceBlock.Table;
import org.leagueflow.paper.TimeReading.Time;

/** Says of every text of a document what it seems to be. */
final class PaperAnalysis {

	private static final Pattern QUOTED = Pattern.compile("[“\"《「](.{2,24}?)[”\"》」]");

	/** Characters that two texts have to share to be about the same. */
	private static final int SHARED = 6;

	/**
	 * Lines that are compared with main tasks; longer papers link by quoted words only.
	 */
	private static final int MAX_COMPARED = 2_000_000;

	private final SourceDocument document;

	private final PaperCalendar calendar;

	private final List<LineDraft> lines = new ArrayList<>();

	private final List<PaperNotice> notices;

	private String title = "";

	PaperAnalysis(SourceDocument document) {
		this.document = document;
		this.notices = new ArrayList<>(document.notices());
		this.calendar = PaperCalendar.of(document.texts());
	}

	PaperPlan plan() {
		new FlowReading(this, this.calendar).read(this.document.blocks());
		if (this.title.isEmpty()) {
			this.lines.stream()
				.filter((line) -> !line.kind.item() && !line.column() && PaperTitle.is(PaperText.half(line.text)))
				.findFirst()
				.ifPresent((line) -> this.title = PaperText.spaced(line.text));
		}
		linked();
		if (this.lines.stream().noneMatch((line) -> line.kind.item())) {
			notice(null, "no-items");
		}
		else if (this.calendar.year() == null) {
			notice(null, "no-year");
		}
		Map<LineDraft, Integer> numbers = new IdentityHashMap<>();
		this.lines.forEach((line) -> numbers.put(line, numbers.size() + 1));
		List<PaperLine> read = new ArrayList<>();
		for (LineDraft line : this.lines) {
			if (!line.twice.isEmpty()) {
				notice(line.passages.get(0).place(), "owner-twice", String.join("、", new HashSet<>(line.twice)));
			}
			read.add(line.line(read.size() + 1, numbers.get(line.mainTask)));
		}
		return new PaperPlan(this.title, this.calendar.year(), read, List.copyOf(this.notices));
	}

	PaperCalendar calendar() {
		return this.calendar;
	}

	void add(LineDraft line) {
		this.lines.add(line);
	}

	List<LineDraft> lines() {
		return Collections.unmodifiableList(this.lines);
	}

	void notice(PaperPlace place, String key, Object... args) {
		this.notices.add(PaperNotice.of(place, key, args));
	}

	/** Takes a text for the title where none was found yet. */
	boolean title(Excerpt text) {
		boolean cover = this.title.matches(".*的通知$|^附件.*");
		if (!this.title.isEmpty() && !cover || !PaperTitle.is(text.half()) || ListMark.at(text.half()) != null
				|| this.lines.stream().anyMatch((line) -> line.kind.item())) {
			return false;
		}
		this.title = PaperText.spaced(text.text());
		return true;
	}

	/** The month of a plan for one or two months, by its title. */
	Time month() {
		Time said = this.calendar.time(this.title, false);
		boolean few = said.spans().size() == 1 && said.spans().get(0).to() - said.spans().get(0).from() < 2;
		return (few && !this.title.matches(".*(通报|月报|进展|情况|截至).*")
				&& this.title.matches(".*\\d月.*|.*[一二三四五六七八九十]月.*|.*[０-９]月.*")) ? said : Time.NONE;
	}

	/** Whether a title was found, so that lines below it may be work. */
	boolean titled() {
		return !this.title.isEmpty() || this.lines.stream().anyMatch((line) -> line.kind.item());
	}

	void table(Table table, String section, Time month) {
		new TableReading(this, table, section, month).read();
	}

	/** What stands beside the text of the paper. */
	void aside(Paragraph paragraph) {
		LineDraft line = new LineDraft(LineKind.NOT_AN_ITEM, paragraph.excerpt());
		line.text = paragraph.excerpt().text();
		line.guess("kind", 90, "aside-" + paragraph.aside().name().toLowerCase(Locale.ROOT));
		this.lines.add(line);
	}

	/** Links work of a month to the task of the year that names the same thing. */
	private void linked() {
		Map<LineDraft, Set<String>> tasks = new LinkedHashMap<>();
		this.lines.stream()
			.filter((line) -> line.kind == LineKind.MAIN_TASK)
			.forEach((task) -> tasks.put(task, quoted(task.text)));
		List<LineDraft> items = this.lines.stream()
			.filter((line) -> line.kind.item() && line.kind != LineKind.MAIN_TASK && line.mainTask == null)
			.toList();
		if (tasks.isEmpty() || items.isEmpty()) {
			return;
		}
		boolean all = (long) tasks.size() * items.size() < MAX_COMPARED / 10;
		for (LineDraft line : items) {
			Set<String> own = quoted(line.text);
			tasks.keySet()
				.stream()
				.filter((task) -> tasks.get(task).stream().anyMatch(own::contains))
				.findFirst()
				.ifPresentOrElse((task) -> link(line, task, 65), () -> {
					if (all) {
						tasks.keySet()
							.stream()
							.filter((task) -> shares(task.text, line.text))
							.findFirst()
							.ifPresent((task) -> link(line, task, 50));
					}
				});
		}
	}

	private static void link(LineDraft line, LineDraft task, int confidence) {
		line.mainTask = task;
		line.guess("mainTask", confidence, "same-words", task.label);
	}

	private static Set<String> quoted(String text) {
		Set<String> quoted = new HashSet<>();
		Matcher matcher = QUOTED.matcher(text);
		while (matcher.find()) {
			quoted.add(matcher.group(1));
		}
		return quoted;
	}

	private static boolean shares(String task, String words) {
		for (int at = 0; at + SHARED <= words.length(); at++) {
			if (task.contains(words.substring(at, at + SHARED))) {
				return true;
			}
		}
		return false;
	}

}
