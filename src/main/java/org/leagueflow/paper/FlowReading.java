package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.paper.ItemSplitter.Part;
import org.leagueflow.paper.ListMark.Kind;
import org.leagueflow.paper.SourceBlock.Aside;
import org.leagueflow.paper.SourceBlock.Paragraph;
import org.leagueflow.paper.SourceBlock.Table;
import org.leagueflow.paper.TimeReading.Lead;
import org.leagueflow.paper.TimeReading.Time;

/**
 * Reads running text: which lines are headings of others, by their numbers and by what
 * follows them, which are items, and which of the rest belong to an item.
 */
final class FlowReading {

	/** Longer lines are no headings. */
	private static final int MAX_HEADING = 45;

	/** Lines looked through for what stands below a heading. */
	private static final int MAX_LOOKAHEAD = 400;

	/** A heading without a number is shorter. */
	private static final int MAX_BARE_HEADING = 24;

	private static final Pattern PREFACE = Pattern
		.compile("(指导思想|总体要求|总体目标|工作目标|目标要求|主要目标|工作要求|工作原则|基本原则|组织领导|组织保障|保障措施|工作保障|保障机制|条件保障|总体思路|工作思路|有关要求|相关要求|几点要求|"
				+ "具体要求|注意事项|背景|重要意义|考核评价|督查考核|形势分析|存在问题|工作回顾)[:：。]?$");

	private static final Pattern TASKS = Pattern.compile("任务|措施|举措|工作安排|工作内容|工作重点|重点工作|主要工作|工作计划|具体安排");

	private static final Pattern NOTE = Pattern.compile(
			"^(注|备注|说明|附件?\\d*|附表|联系人|联系电话|抄送|抄报|主送|填表人|制表|审核人|填报单位|印发)\\s*[:：][\\s\\S]*|^[*※]\\s*(注|说明)[\\s\\S]*|^\\(?(此件|本表|以上)[\\s\\S]*");

	private static final Pattern DATE_LINE = Pattern
		.compile("^(20\\d\\d|二[〇○零0][〇零一二三四五六七八九]{2})年\\s*\\S{1,3}月\\s*\\S{1,3}日$");

	private static final Pattern SIGNER = Pattern
		.compile("^[\\p{IsHan}·\\s]{2,30}(委员会|团委|总支|支部|办公室|工作部|中心|学院|学校|联合会|校团委|组织部|宣传部)$");

	private static final Pattern FOLLOWS = Pattern.compile(".*如下\\s*[:。]?$|.*(见下表|附后)[:。]?$");

	private static final Pattern SENTENCE = Pattern.compile("[。；;](?!\\s*$)");

	private static final Pattern WEEK = Pattern.compile("第[一二三四五六七八九十\\d]{1,3}周[:：]?");

	private static final Pattern DUE = Pattern
		.compile("\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:[初中底末]|上旬|中旬|下旬|\\d{1,2}日)?(?:之|以)?前[,完]");

	/** How lines of a list by months begin that go on all year. */
	private static final Pattern ALWAYS = Pattern.compile("^(全年|贯穿全年|常年|长期|每月|每季度|每周|常态化)(?!工作)");

	private final PaperAnalysis paper;

	private final PaperCalendar calendar;

	private final List<FlowLine> lines = new ArrayList<>();

	private final List<Frame> frames = new ArrayList<>();

	private final Map<Kind, Integer> ranks = new EnumMap<>(Kind.class);

	/** Kinds of numbers that headings carry. */
	private final Set<Kind> headed = new HashSet<>();

	private LineDraft open;

	private Integer openRank;

	private boolean openHolds;

	/** Whether several lines begin with a month. */
	private boolean monthLines;

	FlowReading(PaperAnalysis paper, PaperCalendar calendar) {
		this.paper = paper;
		this.calendar = calendar;
	}

	void read(List<SourceBlock> blocks) {
		blocks.forEach(this::gather);
		spacedNumbers();
		this.monthLines = this.lines.stream()
			.filter((line) -> line.mark == null && line.lead != null && line.lead.end() > 0)
			.map((line) -> PaperText.tight(line.half().substring(0, line.lead.end())))
			.distinct()
			.count() > 1;
		rank();
		int closing = closing();
		for (int at = 0; at < this.lines.size(); at++) {
			FlowLine line = this.lines.get(at);
			if (line.aside != null) {
				none(line, 90, "aside-" + line.aside.name().toLowerCase(java.util.Locale.ROOT));
			}
			else if (line.table != null) {
				this.open = null;
				this.paper.table(line.table, section(), month());
			}
			else if (at >= closing || note(line.half())) {
				this.open = null;
				none(line, 85, "closing");
			}
			else if (line.mark == null && line.outline == 0) {
				unmarked(at, line);
			}
			else {
				marked(at, line);
			}
		}
	}

	private void gather(SourceBlock block) {
		if (block instanceof Paragraph paragraph) {
			gather(paragraph);
		}
		else if (block instanceof Table table) {
			boolean frame = table.rows().stream().allMatch((row) -> row.cells().size() <= 1);
			if (frame) {
				// A table of one column is a frame around text.
				table.rows().forEach((row) -> row.cells().forEach((cell) -> cell.content().forEach(this::gather)));
			}
			else {
				this.lines.add(new FlowLine(null, 0, null, null, table, null));
			}
		}
	}

	private void gather(Paragraph paragraph) {
		Excerpt text = paragraph.excerpt();
		if (text.blank()) {
			return;
		}
		if (paragraph.aside() != null) {
			this.lines.add(new FlowLine(text, 0, null, null, null, paragraph.aside()));
			return;
		}
		// A paragraph that is broken by hand is several.
		text.lines().forEach((line) -> line(line, paragraph.outline()));
	}

	/** Numbers without a point are those of a list where they follow on each other. */
	private void spacedNumbers() {
		int before = -1;
		int last = 0;
		for (int at = 0; at < this.lines.size(); at++) {
			FlowLine line = this.lines.get(at);
			ListMark mark = (line.mark != null || line.text == null || line.aside != null) ? null
					: ListMark.spaced(line.half());
			if (mark == null) {
				continue;
			}
			if (before >= 0 && mark.number() == last + 1) {
				FlowLine first = this.lines.get(before);
				this.lines.set(before, first.marked(ListMark.spaced(first.half())));
				this.lines.set(at, line.marked(mark));
			}
			before = at;
			last = mark.number();
		}
	}

	/** Parts a line that lists several items, or several months. */
	private void line(Excerpt text, int outline) {
		String half = text.half();
		ListMark mark = ListMark.at(half);
		if (mark != null) {
			List<Part> parts = ItemSplitter.split(text, false);
			for (Part part : parts) {
				ListMark own = ListMark.at(part.whole().half());
				Excerpt words = part.whole().after((own != null) ? own.end() : 0);
				Lead lead = TimeReading.lead(words.half());
				if (own != null && lead != null && lead.clear() && !words.after(lead.end()).blank()
						&& ListMark.at(words.after(lead.end()).half()) != null) {
					this.lines.add(
							new FlowLine(part.whole().part(0, own.end() + lead.end()), outline, own, lead, null, null));
					line(words.after(lead.end()), 0);
				}
				else {
					this.lines.add(new FlowLine(part.whole(), outline, own, lead, null, null));
				}
			}
			return;
		}
		List<Integer> months = monthSentences(text);
		if (months.size() > 1) {
			for (int at = 0; at < months.size(); at++) {
				Excerpt part = text.part(months.get(at), (at + 1 < months.size()) ? months.get(at + 1) : half.length());
				simple(part, outline);
			}
			return;
		}
		simple(text, outline);
	}

	private void simple(Excerpt text, int outline) {
		Lead lead = TimeReading.lead(text.half());
		if (lead != null && lead.end() > 0 && !text.after(lead.end()).blank()
				&& ListMark.at(text.after(lead.end()).half()) != null) {
			Excerpt month = text.part(0, lead.end());
			this.lines.add(new FlowLine(month, outline, null, new Lead(lead.end(), ':'), null, null));
			line(text.after(lead.end()), 0);
			return;
		}
		this.lines.add(new FlowLine(text, outline, null, lead, null, null));
	}

	/** Where sentences of a paragraph begin with months: 2月，…。3月，…. */
	private static List<Integer> monthSentences(Excerpt text) {
		String half = text.half();
		List<Integer> begins = new ArrayList<>();
		Matcher sentence = Pattern
			.compile("(?:^|[。;\\s])\\s*(?=[\\[【(<]?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})(?:-{1,2}|至|、)?\\S{0,3}月)")
			.matcher(half);
		while (sentence.find()) {
			String rest = half.substring(sentence.end());
			Lead lead = TimeReading.lead(rest);
			boolean due = lead != null && lead.end() == 0 && !begins.isEmpty() && DUE.matcher(rest).lookingAt();
			if (due || lead != null && lead.end() > 0
					&& (lead.sign() != ' ' || sentence.end() == 0 || half.charAt(sentence.end() - 1) != '、')) {
				begins
					.add((begins.isEmpty() && PaperText.blank(half.substring(0, sentence.end()))) ? 0 : sentence.end());
			}
		}
		return (begins.isEmpty() || begins.get(0) != 0) ? List.of() : begins;
	}

	/**
	 * Which kind of number stands above which: as official papers nest them, unless one
	 * begins anew below each number of another that goes on.
	 */
	private void rank() {
		List<Kind> order = new ArrayList<>(List.of(Kind.values()));
		for (Kind above : Kind.values()) {
			for (Kind below : Kind.values()) {
				if (order.indexOf(above) > order.indexOf(below) && nests(above, below) && !nests(below, above)) {
					order.remove(above);
					order.add(order.indexOf(below), above);
				}
			}
		}
		order.forEach((kind) -> this.ranks.put(kind, 10 * order.indexOf(kind) + 10));
	}

	private boolean nests(Kind above, Kind below) {
		int anew = 0;
		int goesOn = 0;
		int last = 0;
		boolean between = false;
		boolean passed = true;
		for (FlowLine line : this.lines) {
			if (line.mark == null) {
				continue;
			}
			if (line.mark.kind() == above) {
				goesOn += (between && line.mark.number() == last + 1) ? 1 : 0;
				last = line.mark.number();
				between = false;
				passed = true;
			}
			else if (line.mark.kind() == below) {
				anew += (passed && line.mark.number() == 1 && last > 0) ? 1 : 0;
				passed = false;
				between = true;
			}
		}
		return anew > 1 && goesOn > 0;
	}

	/** From where on the paper is only signed: who issued it, and when. */
	private int closing() {
		int at = this.lines.size();
		boolean dated = false;
		for (int back = this.lines.size() - 1; back >= Math.max(1, this.lines.size() - 40); back--) {
			FlowLine line = this.lines.get(back);
			if (line.aside != null) {
				continue;
			}
			if (line.table != null || line.mark != null) {
				break;
			}
			String half = PaperText.tight(line.half());
			if (DATE_LINE.matcher(half).matches()) {
				dated = true;
				at = back;
			}
			else if (SIGNER.matcher(half).matches() && (dated || half.matches(".*委员会|.*团委"))) {
				at = back;
				dated = true;
			}
			else if (!NOTE.matcher(half).matches()) {
				break;
			}
			else {
				at = back;
			}
		}
		return at;
	}

	/** Whether the words are a remark about the paper. */
	static boolean note(String words) {
		return NOTE.matcher(PaperText.half(words).strip()).matches();
	}

	private int rank(FlowLine line) {
		return (line.mark != null) ? this.ranks.get(line.mark.kind()) : line.outline * 10 - 5;
	}

	private void marked(int at, FlowLine line) {
		int rank = rank(line);
		if (this.open != null && this.openHolds && this.openRank != null && rank > this.openRank) {
			continued(line.text);
			return;
		}
		pop(rank, line.mark);
		Excerpt words = line.text.after((line.mark != null) ? line.mark.end() : 0);
		String half = words.half().strip();
		boolean month = TimeReading.heading(half);
		Below below = below(at, rank, month || timed());
		boolean sentence = SENTENCE.matcher(half).find() || half.length() > MAX_HEADING || half.matches(".*[。;]$");
		boolean any = ItemWords.any(words.text(), this.calendar);
		boolean high = line.mark == null || line.mark.kind().high();
		boolean titled = !sentence && !any;
		boolean heads;
		if (month) {
			heads = true;
		}
		else if (below.marked != null) {
			heads = titled ? high || below.attributes || line.lead != null && line.lead.end() > 0
					: below.attributes || high && this.ranks.get(below.marked) <= this.ranks.get(Kind.PLAIN);
			heads |= titled && below.high;
		}
		else {
			boolean table = below.table && below.unmarked == 0 && (high || !timed());
			boolean lines = below.unmarked > 0 && (preface(half) || below.listed && (high || !timed()));
			boolean style = line.mark == null && line.outline > 0 && below.unmarked == 0;
			heads = !sentence && table || titled && (below.months && high || lines || style);
		}
		if (heads || (preface(half) && titled)) {
			this.open = null;
			if (line.mark != null) {
				this.headed.add(line.mark.kind());
			}
			Time time = month || line.lead != null && line.lead.end() > 0 ? headingTime(words, month, line.lead)
					: Time.NONE;
			boolean listing = below.marked == null && (below.listed || time.said());
			this.frames.add(new Frame(rank, true, PaperText.spaced(line.text.text()), time, preface(half), listing));
			heading(line.text, 90, month ? "month" : "section");
			return;
		}
		if (!listed() && !any) {
			this.open = null;
			none(line, 80, "demand");
			return;
		}
		item(line.text, line.mark, words, 90);
		this.openRank = rank;
		this.openHolds = below.marked != null;
	}

	private Time headingTime(Excerpt words, boolean month, Lead lead) {
		return this.calendar.time(month ? words.text() : words.text().substring(0, lead.end()), true);
	}

	private static boolean preface(String half) {
		return half.length() <= 30 && PREFACE.matcher(half).find();
	}

	/** Ends what a line of this rank ends. */
	private void pop(int rank, ListMark mark) {
		int keep = this.frames.size();
		for (int at = this.frames.size() - 1; at >= 0; at--) {
			if (this.frames.get(at).marked && this.frames.get(at).rank >= rank) {
				keep = at;
			}
		}
		while (this.frames.size() > keep) {
			this.frames.remove(this.frames.size() - 1);
		}
		// 三、 below a month, where headings are numbered so, begins another part.
		boolean outside = mark != null && mark.number() > 1 && this.headed.contains(mark.kind());
		while (outside && !this.frames.isEmpty() && !this.frames.get(this.frames.size() - 1).marked
				&& !this.frames.get(this.frames.size() - 1).seen.contains(mark.kind())) {
			this.frames.remove(this.frames.size() - 1);
		}
		if (mark != null) {
			this.frames.stream().filter((frame) -> !frame.marked).forEach((frame) -> frame.seen.add(mark.kind()));
		}
	}

	private Below below(int at, int rank, boolean timed) {
		Below below = new Below();
		int shortLines = 0;
		int following = 0;
		for (int next = at + 1; next < this.lines.size() && next - at < MAX_LOOKAHEAD; next++) {
			FlowLine line = this.lines.get(next);
			if (line.aside != null) {
				continue;
			}
			if (line.table != null) {
				below.table |= below.marked == null;
				break;
			}
			if (line.mark != null || line.outline > 0) {
				if (rank(line) <= rank) {
					break;
				}
				Excerpt words = line.text.after((line.mark != null) ? line.mark.end() : 0);
				below.marked = (below.marked != null) ? below.marked
						: (line.mark != null) ? line.mark.kind() : Kind.CHINESE;
				below.attributes |= ItemWords.any(words.text(), this.calendar)
						|| ItemWords.timed(words.text(), this.calendar);
				below.high |= line.mark == null || line.mark.kind().high();
				continue;
			}
			boolean month = line.lead != null && line.lead.end() > 0 && (line.lead.clear() || this.monthLines)
					|| WEEK.matcher(line.half().strip()).lookingAt();
			if (month) {
				if (timed) {
					break;
				}
				below.months = true;
				break;
			}
			if (note(line.half())) {
				break;
			}
			if (below.marked == null) {
				following++;
				below.unmarked++;
				String half = line.half().strip();
				boolean only = ItemWords.only(line.text.text(), this.calendar);
				boolean any = ItemWords.any(line.text.text(), this.calendar);
				shortLines += (!only && (any || half.length() <= MAX_HEADING && !half.endsWith("。"))) ? 1 : 0;
			}
			else {
				below.attributes |= ItemWords.only(line.text.text(), this.calendar);
			}
		}
		below.listed = shortLines > 1 && shortLines == following;
		return below;
	}

	private void unmarked(int at, FlowLine line) {
		String half = line.half().strip();
		if (this.paper.title(line.text)) {
			heading(line.text, 90, "title");
			return;
		}
		boolean apart = line.lead != null && line.lead.clear() && !half.startsWith("(");
		if (this.open != null && !apart && ItemWords.only(line.text.text(), this.calendar)) {
			continued(line.text);
			return;
		}
		if (TimeReading.heading(half) && !half.matches(".*[。;]$")
				&& (listed() || line.lead != null && line.lead.clear())) {
			month(line.text, this.calendar.time(half, true), 90);
			return;
		}
		if (WEEK.matcher(half).matches() && listed()) {
			month(line.text, new Time(half, List.of(), null, null, false, false, "", 0), 70);
			return;
		}
		if (line.lead != null && lead(at, line)) {
			return;
		}
		Matcher always = ALWAYS.matcher(half);
		if (this.monthLines && lists() && always.find()) {
			Frame month = this.frames.remove(this.frames.size() - 1);
			this.frames.add(new Frame(month.rank, month.marked, month.words, this.calendar.time(always.group(1), true),
					false, true));
			items(line.text);
			return;
		}
		if (FOLLOWS.matcher(half).matches() && half.length() <= MAX_HEADING) {
			this.frames.clear();
			this.frames.add(new Frame(0, true, "", Time.NONE, false, false));
			this.open = null;
			heading(line.text, 80, "section");
			return;
		}
		if (bareHeading(at, half)) {
			Kind kind = this.lines.get(at + 1).mark.kind();
			pop(this.ranks.get(kind) - 1, null);
			this.open = null;
			this.frames.add(new Frame(this.ranks.get(kind) - 1, true,
					PaperText.spaced(line.text.text()).replaceAll("[:：]$", ""), Time.NONE, preface(half), false));
			heading(line.text, 70, "section");
			return;
		}
		Frame frame = this.frames.isEmpty() ? null : this.frames.get(this.frames.size() - 1);
		boolean lists = frame != null && frame.listing;
		if (this.open != null && !(lists && this.openRank == null)) {
			continued(line.text);
			return;
		}
		if (lists && listed() || this.monthLines && listed() && this.open == null && ownTime(line)) {
			items(line.text);
			return;
		}
		if (listed() && ItemWords.any(line.text.text(), this.calendar) && this.paper.titled()) {
			item(line.text, null, line.text, 60);
			this.openRank = null;
			return;
		}
		none(line, 80, "running-text");
	}

	private boolean ownTime(FlowLine line) {
		return line.lead != null;
	}

	/** A short line before numbers that begin anew is their heading. */
	private boolean bareHeading(int at, String half) {
		if (at + 1 >= this.lines.size() || half.length() > MAX_BARE_HEADING || half.matches(".*[。;,，]$|.*[。；;].+")) {
			return false;
		}
		FlowLine next = this.lines.get(at + 1);
		return next.mark != null && next.mark.number() == 1 && next.mark.kind().ordinal() >= Kind.PLAIN.ordinal()
				&& this.paper.titled() && !(this.openHolds && this.open != null);
	}

	/**
	 * A line that begins with a time: a month with its items, or an item with its own.
	 */
	private boolean lead(int at, FlowLine line) {
		Lead lead = line.lead;
		if (!listed() && !lead.clear()) {
			return false;
		}
		if (lead.end() == 0) {
			boolean begins = this.open == null || this.openRank == null;
			if (!begins || !(this.monthLines || lists()) || !listed()) {
				return false;
			}
			item(line.text, null, line.text, 80);
			if (lists()) {
				Frame month = this.frames.remove(this.frames.size() - 1);
				this.frames.add(new Frame(month.rank, month.marked, month.words, this.open.time, false, true));
			}
			this.openRank = null;
			return true;
		}
		Excerpt rest = line.text.after(lead.end());
		Time time = this.calendar.time(line.text.text().substring(0, lead.end()), true);
		FlowLine next = (at + 1 < this.lines.size()) ? this.lines.get(at + 1) : null;
		boolean heads = next != null && next.mark != null && next.mark.number() == 1
				&& rest.text().strip().length() <= MAX_BARE_HEADING && !rest.half().matches("(?s).*[。;]\\s*");
		if (heads || rest.blank()) {
			month(line.text, time, 85);
			return true;
		}
		if (!lead.clear() && (!this.monthLines || lead.sign() == '(')) {
			return false;
		}
		month(line.text.part(0, lead.end()), time, 85);
		items(rest);
		return true;
	}

	private boolean lists() {
		return !this.frames.isEmpty() && this.frames.get(this.frames.size() - 1).listing;
	}

	private void month(Excerpt text, Time time, int confidence) {
		this.open = null;
		for (int at = this.frames.size() - 1; at >= 0; at--) {
			if (this.frames.get(at).timed()) {
				while (this.frames.size() > at) {
					this.frames.remove(this.frames.size() - 1);
				}
			}
		}
		if (time.wrong()) {
			this.paper.notice(text.place(), "time", text.text().strip());
		}
		this.frames.add(new Frame(0, false, "", time, false, true));
		heading(text, confidence, "month");
	}

	/** Whether numbers list work here: not in a preface, nor among demands. */
	private boolean listed() {
		for (int at = this.frames.size() - 1; at >= 0; at--) {
			if (this.frames.get(at).time.said()) {
				return true;
			}
			if (this.frames.get(at).preface) {
				return false;
			}
		}
		return true;
	}

	private boolean timed() {
		return this.frames.stream().anyMatch((frame) -> frame.timed());
	}

	private String section() {
		return String.join(" / ",
				this.frames.stream()
					.filter((frame) -> frame.marked && !frame.preface && !frame.time.said() && !frame.words.isEmpty())
					.map((frame) -> frame.words)
					.toList());
	}

	private Time month() {
		for (int at = this.frames.size() - 1; at >= 0; at--) {
			if (this.frames.get(at).timed()) {
				return this.frames.get(at).time;
			}
		}
		return this.paper.month();
	}

	private void heading(Excerpt text, int confidence, String reason) {
		LineDraft line = new LineDraft(LineKind.HEADING, text);
		line.text = text.text();
		line.guess("kind", confidence, reason);
		this.paper.add(line);
	}

	private void none(FlowLine text, int confidence, String reason) {
		LineDraft line = new LineDraft(LineKind.NOT_AN_ITEM, text.text);
		line.text = text.text.text();
		line.section = section();
		line.guess("kind", confidence, reason);
		this.paper.add(line);
	}

	private void items(Excerpt text) {
		for (Part part : ItemSplitter.bySemicolons(text)) {
			item(part.whole(), null, part.whole(), part.confidence());
		}
		this.openRank = null;
	}

	private void item(Excerpt whole, ListMark mark, Excerpt words, int confidence) {
		Time above = month();
		LineDraft line = new LineDraft(LineKind.MAIN_TASK, whole);
		line.label = (mark != null) ? whole.text().substring(mark.start(), mark.end()).strip() : "";
		line.time = above;
		line.section = section();
		ItemWords.into(line, words.text(), this.calendar);
		line.kind = line.time.kind();
		boolean tasks = !line.owners.isEmpty()
				|| this.frames.stream().anyMatch((frame) -> TASKS.matcher(frame.words).find());
		line.guess("kind", line.time.said() || tasks ? 90 : 60,
				above.said() ? "below-month" : tasks ? "task" : (mark != null) ? "numbered" : "parted");
		line.guess("text", (mark != null) ? 95 : confidence, (mark != null) ? "numbered" : "parted");
		this.paper.add(line);
		this.open = line;
		this.openHolds = false;
	}

	/** A line that goes on with the item above it. */
	private void continued(Excerpt text) {
		this.open.passages.add(text);
		if (ListMark.at(text.half()) != null) {
			this.open.indicators.addAll(IndicatorReading.text(text.text()));
			this.open.text = (this.open.text + "\n" + text.text().strip()).strip();
			return;
		}
		ItemWords.into(this.open, text.text(), this.calendar);
		this.open.kind = this.open.time.kind();
	}

	/**
	 * A line as it stands, or a table between lines.
	 *
	 * @param lead the time with which its words begin, or null
	 */
	private record FlowLine(Excerpt text, int outline, ListMark mark, Lead lead, Table table, Aside aside) {

		private FlowLine marked(ListMark by) {
			return new FlowLine(this.text, this.outline, by, TimeReading.lead(this.text.after(by.end()).half()), null,
					null);
		}

		private String half() {
			return (this.text != null) ? this.text.half() : "";
		}

	}

	/** What stands below a line that may be a heading. */
	private static final class Below {

		private Kind marked;

		private boolean high;

		private boolean attributes;

		private boolean months;

		private boolean table;

		private int unmarked;

		private boolean listed;

	}

	/** A heading that is open. */
	private static final class Frame {

		private final int rank;

		private final boolean marked;

		private final String words;

		private final Time time;

		private final boolean preface;

		/** Whether each line below it is an item. */
		private final boolean listing;

		private final Set<Kind> seen = new HashSet<>();

		private boolean timed() {
			return !this.time.words().isEmpty();
		}

		private Frame(int rank, boolean marked, String words, Time time, boolean preface, boolean listing) {
			this.rank = rank;
			this.marked = marked;
			this.words = words;
			this.time = time;
			this.preface = preface;
			this.listing = listing;
		}

	}

}
