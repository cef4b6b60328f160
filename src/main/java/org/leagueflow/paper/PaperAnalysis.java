package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.paper.ItemSplitter.Part;
import org.leagueflow.paper.SourceBlock.Paragraph;
import org.leagueflow.paper.SourceBlock.Table;
import org.leagueflow.paper.TimeReading.Time;

/** Says of every text of a document what it seems to be. */
final class PaperAnalysis {

	private static final int MAX_HEADING = 45;

	private static final Pattern TITLE = Pattern.compile("计划|方案|要点|安排|清单|分解表|任务表|一览表|日程|纲要|责任表|通报|台账|工作表|行事历|日历");

	private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\s*(?:[-—~至]\\s*20\\d\\d)?\\s*(?:学?年)");

	private static final Pattern SECTION = Pattern
		.compile("^\\s*(?:第[一二三四五六七八九十]+[章节部]分?|[一二三四五六七八九十]{1,3}[、.]|\\([一二三四五六七八九十]{1,3}\\))");

	private static final Pattern PLAIN_NUMBER = Pattern
		.compile("^\\s*(?:\\d{1,3}[.、)]|\\(\\d{1,3}\\)|[\\u2460-\\u2473])");

	private static final Pattern TASKS = Pattern.compile("任务|措施|举措|工作安排|工作内容|工作重点|重点工作|主要工作|工作计划|具体安排");

	private static final Pattern PREFACE = Pattern
		.compile("指导思想|工作目标|总体要求|总体目标|工作要求|组织领导|保障|基本原则|背景|意义|总体思路|有关要求|几点要求|注意事项");

	private static final Pattern QUOTED = Pattern.compile("[“\"《「](.{2,24}?)[”\"》」]");

	/** Characters that two texts have to share to be about the same. */
	private static final int SHARED = 6;

	private final SourceDocument document;

	private final List<LineDraft> lines = new ArrayList<>();

	private final List<PaperNotice> notices;

	private final List<String> sections = new ArrayList<>();

	private String title = "";

	private Integer year;

	private Time month = Time.NONE;

	private LineDraft open;

	PaperAnalysis(SourceDocument document) {
		this.document = document;
		this.notices = new ArrayList<>(document.notices());
	}

	PaperPlan plan() {
		for (SourceBlock block : this.document.blocks()) {
			if (block instanceof Paragraph paragraph) {
				paragraph(paragraph);
			}
			else if (block instanceof Table table) {
				this.open = null;
				new TableReading(this, table, String.join(" / ", this.sections)).read();
			}
		}
		year();
		linked();
		if (this.lines.stream().noneMatch((line) -> line.kind.item())) {
			notice(null, "no-items");
		}
		List<PaperLine> read = new ArrayList<>();
		for (LineDraft line : this.lines) {
			read.add(line.line(read.size() + 1));
		}
		return new PaperPlan(this.title, this.year, read, List.copyOf(this.notices));
	}

	void add(LineDraft line) {
		this.lines.add(line);
	}

	void notice(PaperPlace place, String key, Object... args) {
		this.notices.add(PaperNotice.of(place, key, args));
	}

	/** The words of an item: without the owners in brackets, with what they demand. */
	void words(LineDraft line, Excerpt words, int confidence) {
		String text = words.text();
		OwnerReading.Bracket bracket = OwnerReading.bracket(text);
		if (bracket != null) {
			List<String> twice = new ArrayList<>();
			line.owners.addAll(OwnerReading.once(bracket.owners(), twice));
			line.guess("owners", twice.isEmpty() ? bracket.confidence() : 60,
					twice.isEmpty() ? "owner-bracket" : "owner-twice", String.join("、", twice));
			text = text.substring(0, bracket.from());
		}
		line.text = text.strip();
		line.indicators.addAll(IndicatorReading.text(text));
		if (!line.indicators.isEmpty()) {
			line.guess("indicators", 85, "indicator-words");
		}
		if (!line.time.said() || line.time.spans().get(0).wholeYear()) {
			line.recurrence = TimeReading.recurrence(text.replaceAll("[（(].*?[)）]", " "));
		}
		line.guess("text", confidence, (confidence >= 80) ? "numbered" : "parted");
	}

	private void paragraph(Paragraph paragraph) {
		Excerpt text = paragraph.excerpt();
		if (text.blank()) {
			return;
		}
		if (paragraph.aside() != null) {
			LineDraft line = new LineDraft(LineKind.NOT_AN_ITEM, text);
			line.text = text.text();
			line.guess("kind", 90, "aside-" + paragraph.aside().name().toLowerCase(java.util.Locale.ROOT));
			this.lines.add(line);
			return;
		}
		List<Excerpt> parts = text.lines();
		// A paragraph that is broken by hand is several.
		parts.forEach((one) -> one(one, paragraph.outline()));
	}

	private void one(Excerpt text, int outline) {
		String half = text.half().strip();
		if (this.title.isEmpty() && this.lines.stream().noneMatch((line) -> line.kind.item()) && half.length() <= 60
				&& TITLE.matcher(half).find() && !SECTION.matcher(half).find() && !half.matches(".*[。;；:]$")) {
			this.title = PaperText.spaced(text.text());
			heading(text, 90, "title");
			return;
		}
		if (TimeReading.heading(half)) {
			this.month = TimeReading.of(half, true);
			this.open = null;
			heading(text, 90, "month");
			return;
		}
		if (section(half, outline)) {
			section(text, half, outline);
			return;
		}
		Part label = ItemSplitter.label(text);
		if (!label.label().isEmpty() && PLAIN_NUMBER.matcher(half).find() && listed()) {
			item(text);
			return;
		}
		if (this.month.said() && this.open == null && listed()) {
			item(text);
			return;
		}
		Matcher inline = Pattern.compile("^(\\S{1,12}?)[:：]").matcher(text.text().strip());
		if (inline.find() && TimeReading.heading(inline.group(1)) && listed()) {
			this.month = TimeReading.of(inline.group(1), true);
			int end = text.text().indexOf(inline.group(1)) + inline.group(0).length();
			heading(text.part(0, end), 85, "month");
			if (!text.after(end).blank()) {
				item(text.after(end));
			}
			return;
		}
		if (this.open != null && this.open.kind.item()) {
			continued(text);
			return;
		}
		if (half.length() <= MAX_HEADING && half.matches(".*如下\\s*[:。]?$")) {
			this.sections.clear();
			this.sections.add(PaperText.spaced(text.text()).replaceAll("[:：。]$", ""));
			heading(text, 80, "section");
			return;
		}
		LineDraft line = new LineDraft(LineKind.NOT_AN_ITEM, text);
		line.text = text.text();
		line.section = String.join(" / ", this.sections);
		line.guess("kind", 80, "running-text");
		this.lines.add(line);
	}

	/** Whether numbers list work here: not in a preface, nor among demands. */
	private boolean listed() {
		if (this.month.said()) {
			return true;
		}
		return this.sections.stream().noneMatch((one) -> PREFACE.matcher(one).find());
	}

	private boolean section(String half, int outline) {
		if (outline > 0) {
			return true;
		}
		return SECTION.matcher(half).find() && half.length() <= MAX_HEADING && !half.matches(".*[。;；]$")
				&& OwnerReading.bracket(half) == null;
	}

	private void section(Excerpt text, String half, int outline) {
		int level = (outline > 0) ? outline : half.startsWith("(") ? 2 : 1;
		while (this.sections.size() >= level) {
			this.sections.remove(this.sections.size() - 1);
		}
		this.sections.add(PaperText.spaced(text.text()));
		this.open = null;
		Time said = TimeReading.of(half.replaceFirst("^[^、.)]{1,5}[、.)]", ""), false);
		this.month = (said.said() && TimeReading.heading(half.replaceFirst("^\\(?[^、.)]{1,5}[、.)]", ""))) ? said
				: (level == 1) ? Time.NONE : this.month;
		heading(text, 90, "section");
	}

	private void heading(Excerpt text, int confidence, String reason) {
		LineDraft line = new LineDraft(LineKind.HEADING, text);
		line.text = text.text();
		line.guess("kind", confidence, reason);
		this.lines.add(line);
	}

	private void item(Excerpt text) {
		for (Part part : ItemSplitter.split(text, false)) {
			Time when = this.month;
			boolean own = false;
			if (!when.said()) {
				Matcher time = Pattern.compile("[(（]([^()（）]{2,20})[)）]").matcher(part.words().text());
				while (time.find() && !own) {
					Time said = TimeReading.of(time.group(1).replaceAll("^(完成)?(时间|时限)[:：]", ""), false);
					own = said.said() && TimeReading.heading(
							time.group(1).replaceAll("^(完成)?(时间|时限)[:：]", "").replaceAll("(底|末|\\d{1,2}日)?前$", ""));
					when = own ? said : when;
				}
			}
			LineKind kind = !when.said() ? LineKind.MAIN_TASK
					: when.spans().get(0).wholeYear() ? LineKind.ALL_YEAR_ITEM : LineKind.MONTHLY_ITEM;
			LineDraft line = new LineDraft(kind, part.whole());
			line.label = part.label();
			line.time = when;
			line.section = String.join(" / ", this.sections);
			words(line, part.words(), part.confidence());
			boolean tasks = !line.owners.isEmpty()
					|| this.sections.stream().anyMatch((one) -> TASKS.matcher(one).find());
			line.guess("kind", when.said() || tasks ? 90 : 60,
					when.said() ? "below-month" : tasks ? "task" : "numbered");
			this.lines.add(line);
			this.open = line;
		}
	}

	/** A paragraph without a number goes on with the item above it. */
	private void continued(Excerpt text) {
		this.open.passages.add(text);
		OwnerReading.Bracket bracket = OwnerReading.bracket(text.text());
		String more = text.text();
		if (bracket != null && this.open.owners.isEmpty()) {
			this.open.owners.addAll(OwnerReading.once(bracket.owners(), new ArrayList<>()));
			this.open.guess("owners", bracket.confidence(), "owner-bracket", "");
			more = more.substring(0, bracket.from());
		}
		this.open.indicators.addAll(IndicatorReading.text(more));
		this.open.text = (this.open.text + "\n" + more.strip()).strip();
	}

	private void year() {
		Matcher said = YEAR.matcher(PaperText.half(this.title));
		if (said.find()) {
			this.year = Integer.valueOf(said.group(1));
			return;
		}
		Map<Integer, Integer> counts = new HashMap<>();
		int looked = 0;
		for (SourceText text : this.document.texts()) {
			Matcher matcher = YEAR.matcher(PaperText.half(text.text()));
			while (matcher.find()) {
				counts.merge(Integer.valueOf(matcher.group(1)), 1, Integer::sum);
			}
			looked += text.text().length();
			if (looked > 20_000) {
				break;
			}
		}
		this.year = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
		if (this.title.isEmpty()) {
			this.lines.stream()
				.filter((line) -> !line.kind.item() && line.text.strip().length() <= 60
						&& TITLE.matcher(line.text).find())
				.findFirst()
				.ifPresent((line) -> this.title = PaperText.spaced(line.text));
			Matcher titled = YEAR.matcher(PaperText.half(this.title));
			if (titled.find()) {
				this.year = Integer.valueOf(titled.group(1));
			}
		}
	}

	/** Links work of a month to the task of the year that names the same thing. */
	private void linked() {
		Map<LineDraft, Set<String>> tasks = new LinkedHashMap<>();
		this.lines.stream()
			.filter((line) -> line.kind == LineKind.MAIN_TASK)
			.forEach((task) -> tasks.put(task, quoted(task.text)));
		if (tasks.isEmpty()) {
			return;
		}
		this.lines.stream().filter((line) -> line.kind.item() && line.kind != LineKind.MAIN_TASK).forEach((line) -> {
			Set<String> own = quoted(line.text);
			tasks.keySet()
				.stream()
				.filter((task) -> tasks.get(task).stream().anyMatch(own::contains))
				.findFirst()
				.ifPresentOrElse((task) -> link(line, task, 65),
						() -> tasks.keySet()
							.stream()
							.filter((task) -> shares(task.text, line.text))
							.findFirst()
							.ifPresent((task) -> link(line, task, 50)));
		});
	}

	private void link(LineDraft line, LineDraft task, int confidence) {
		line.mainTask = this.lines.indexOf(task) + 1;
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
