package org.leagueflow.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.kernel.ChineseNumber;

/** Numbers that are to be reached: {@code 培训人数不少于2500人次}, {@code 达到50%以上}, {@code 三场}. */
final class IndicatorReading {

	private static final int MAX_SUBJECT = 24;

	private static final String UNITS = "人次|人数|人|名|场次|余场|场|次|篇次|篇|个百分点|个|期|项|支|件|条|部|份|家|课时|学时|小时|亿元|万元|元|封|幅|堂|节|门|例|对|组|户|届次|队|天|张|册|本|种|处|所|批|株|棵|吨|公斤|公里|平方米|亩|辆|台|套|分钟|%";

	/** Behind these a bare number is a target: 举办讲座5场, 组建实践队三支. */
	private static final String VERBS = "举办|召开|开展|组织|组建|成立|建成|建立|建设|打造|培养|培育|评选|表彰|发布|推出|制作|编写|编印|完成|新建|创建|培训|发展|帮扶|招募|选拔|开设|报送|"
			+ "走访|慰问|形成|撰写|拍摄|创作|申报|覆盖|吸引|服务|惠及|参与|参加|受益|动员|推荐|遴选|设立|打造|联系|结对|资助|种植|收集|征集|刊发|推送|邀请|推动|实现|达到|举行|新增|确保|选树|寻访|宣讲";

	/** Verbs that name no thing by themselves. */
	private static final String PLAIN_VERBS = "举办|召开|开展|组织|组建|成立|建成|建立|建设|打造|新建|创建|完成|实现|达到|确保|力争|举行|新增|做到|推动";

	private static final Pattern NUMBER = Pattern.compile(
			"(?<bound>超过|大于|多于|高于|突破|不少于|不低于|不得少于|不得低于|不小于|至少|最少|力争达到|争取达到|力争|争取|冲刺|达到|达|不超过|不多于|不高于|不大于|不得超过|控制在|最多|至多|少于|低于|小于|≥|≧|>=|≤|≦|<=|>|<|=)?(?:完成|为|到)?\\s*"
					+ "(?<number>-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[一二三四五六七八九十百千万两]{1,8}(?=余?(?:"
					+ UNITS + ")))\\s*" + "(?<scale>万|千|亿)?(?:余|多)?\\s*(?<unit>" + UNITS
					+ ")?(?<behind>以上|及以上|以内|之内|以下|左右|及以下)?(?:\\s*(?:/|每)\\s*(?<period>月|季度|季|年|周|学期|人|支部|班))?");

	private static final Pattern STRETCH = Pattern.compile("力争达到|争取达到|力争|争取|冲刺");

	private static final Pattern ENDING = Pattern
		.compile("(?:全年|每年|原则上|累计|总计|合计|共计|共|总数|分别|各|应|要|须|将|需|为|至|在|到|达|控制在|达标值?|基本|底线|保底|基准值?)+$");

	private static final Pattern CLAUSE = Pattern.compile("[，,；;。：:！？!?\\n（(）)、]");

	private static final Pattern NOUN = Pattern.compile("^(?!以上|以内|以下|左右|及以)[\\p{IsHan}“”\"]{2,16}");

	private IndicatorReading() {
	}

	/** All that a cell under 指标 says; one without a number where it says none. */
	static List<PaperIndicator> cell(String text) {
		List<PaperIndicator> found = new ArrayList<>();
		for (String part : text.split("[；;\\n]|[，,](?!\\d{3}(?!\\d))|(?<=[^\\d])、(?=\\D*\\d)")) {
			if (PaperText.blank(part) || part.strip().matches("[-—/无]+")) {
				continue;
			}
			List<PaperIndicator> numbers = all(part, true);
			if (numbers.size() == 1 && STRETCH.matcher(part).find() && stretches(found, numbers.get(0), part)) {
				continue;
			}
			found.addAll(numbers.isEmpty() ? List
				.of(new PaperIndicator(part.strip(), part.strip(), IndicatorBound.AT_LEAST, null, "", "", null, null))
					: numbers);
		}
		return found;
	}

	/** What running text demands: only where it says that a number is a target. */
	static List<PaperIndicator> text(String text) {
		return all(text, false);
	}

	/** Puts what a cell of stretch targets says beside the indicators of the row. */
	static void stretch(List<PaperIndicator> indicators, String said) {
		List<PaperIndicator> more = all(said, true);
		if (more.isEmpty()) {
			if (!said.strip().matches("[-—/无]+")) {
				indicators.add(new PaperIndicator("", "", IndicatorBound.AT_LEAST, null, "", "", null, null)
					.withStretch(null, null, said.strip()));
			}
			return;
		}
		for (PaperIndicator one : more) {
			if (!stretches(indicators, one, said.strip())) {
				indicators.add(new PaperIndicator("", "", IndicatorBound.AT_LEAST, null, one.unit(), "", null, null)
					.withStretch(one.bound(), one.number(), said.strip()));
			}
		}
	}

	/**
	 * Whether it is the stretch target of one of these: of the last that counts the same.
	 */
	private static boolean stretches(List<PaperIndicator> indicators, PaperIndicator more, String words) {
		for (boolean strict : new boolean[] { true, false }) {
			for (int at = indicators.size() - 1; at >= 0; at--) {
				PaperIndicator base = indicators.get(at);
				boolean same = strict ? base.unit().equals(more.unit())
						: more.unit().isEmpty() || base.unit().isEmpty();
				if (same && base.stretch() == null && base.number() != null) {
					indicators.set(at, base.withStretch(more.bound(), more.number(), words));
					return true;
				}
			}
		}
		return false;
	}

	private static List<PaperIndicator> all(String text, boolean cell) {
		List<PaperIndicator> found = new ArrayList<>();
		String half = PaperText.half(text);
		Matcher matcher = NUMBER.matcher(half);
		int end = 0;
		while (matcher.find()) {
			String bound = matcher.group("bound");
			String behind = matcher.group("behind");
			String unit = matcher.group("unit");
			Optional<BigDecimal> number = number(matcher.group("number"), matcher.group("scale"));
			boolean said = bound != null || behind != null;
			String before = text.substring(end, matcher.start());
			String after = text.substring(matcher.end());
			boolean stretching = bound != null && STRETCH.matcher(bound).find()
					|| STRETCH.matcher(clause(before)).find();
			if (number.isEmpty() || ordinal(half, matcher)
					|| (unit == null && (bound == null || !(cell || stretching && !found.isEmpty()))
							&& !(cell && found.isEmpty() && half.strip().matches("-?[\\d.,\\s]+")))
					|| (!cell && !said && !target(half, matcher))) {
				continue;
			}
			String subject = subject(before, after, cell, unit);
			boolean far = !said && before.matches("(?s).*(至少|不少于|不低于)[^，,；;。]{0,14}");
			PaperIndicator one = new PaperIndicator(words(text, matcher, subject), subject,
					far ? IndicatorBound.AT_LEAST : bound(bound, behind), number.get(), unit(unit),
					(matcher.group("period") != null) ? matcher.group("period") : period(before), null, null);
			end = matcher.end();
			if (stretching && stretches(found, one, half.substring(matcher.start(), matcher.end()).strip())) {
				continue;
			}
			found.add(one);
		}
		return found;
	}

	private static String clause(String before) {
		String[] parts = CLAUSE.split(before, -1);
		return parts[parts.length - 1];
	}

	/** 每月…2篇, where the number counts within a month. */
	private static String period(String before) {
		Matcher every = Pattern.compile("每个?(月|季度|周|学期)(?:\\d{1,2}日前)?[^，,；;。]{0,14}$").matcher(before);
		return every.find() ? every.group(1) : "";
	}

	/**
	 * Whether a bare number in a sentence is a target: behind a verb, and not in quotes.
	 */
	private static boolean target(String half, Matcher matcher) {
		String unit = matcher.group("unit");
		String before = half.substring(0, matcher.start());
		if (unit == null || before.matches("(?s).*(每|一|双|隔)(周|月|季度?|年|学期)(?:\\d{1,2}日前)?$")
				|| before.matches("(?s).*(至少|不少于|不低于)[^，,；;。]{0,14}")) {
			return unit != null && before.matches("(?s).*(至少|不少于|不低于)[^，,；;。]{0,14}");
		}
		if (unit.equals("%") && before.matches("(?s).*(率|比例|占比|覆盖面|比重)$")) {
			return true;
		}
		long open = before.chars().filter((sign) -> sign == '“' || sign == '《').count();
		long closed = before.chars().filter((sign) -> sign == '”' || sign == '》').count();
		return open <= closed && clause(before).matches("(?s).*(?:" + VERBS + ").{0,18}")
				&& !half.substring(matcher.end()).matches("(?s)^(方面|层面|[化性体把]).*");
	}

	/** 第5次, 104周年, 2023年: numbers that count nothing. */
	private static boolean ordinal(String half, Matcher matcher) {
		int number = matcher.start("number");
		String before = half.substring(0, number);
		String after = half.substring(matcher.end());
		return before.matches("(?s).*第\\s*[一二三四五六七八九十百]*$") || before.endsWith("-") && before.length() > 1
				|| before.endsWith("届") && matcher.group("bound") == null
				|| (matcher.group("unit") == null && after.matches("(?s)^(周年|年|月|日|号|届|级|周|[-./·]\\d).*"))
				|| before.matches("(?s).*\\d[月./·]$");
	}

	private static String words(String text, Matcher matcher, String subject) {
		int from = Math.max(0, matcher.start() - subject.length());
		boolean before = text.substring(from, matcher.start()).equals(subject);
		return text.substring(before ? from : matcher.start(), matcher.end()).strip();
	}

	private static String subject(String before, String after, boolean cell, String unit) {
		String tail = before.replaceAll("(至少|不少于|不低于)(?=[^，,；;。]{0,14}$)", "").stripTrailing();
		boolean bracket = tail.matches("(?s).*[（(]$");
		String bare = bracket ? tail.substring(0, tail.length() - 1) : tail;
		String subject = named(clause(bare));
		Matcher noun = NOUN.matcher(after);
		boolean verb = subject.isEmpty() || subject.matches(VERBS + "|力争|培训|参与");
		if (verb && noun.find() && !noun.group().matches("(" + VERBS + ").*")) {
			return limited(noun.group().replaceAll("^[“\"]+$", ""));
		}
		if (subject.isEmpty() && !cell) {
			String[] clauses = CLAUSE.split(bare, -1);
			for (int at = clauses.length - 1; at >= 0; at--) {
				if (!named(clauses[at]).isEmpty()) {
					return limited(named(clauses[at]));
				}
			}
			return "";
		}
		if (verb && !subject.isEmpty()) {
			if ("人次".equals(unit)) {
				return subject + "人次";
			}
			boolean persons = "人".equals(unit) || "名".equals(unit) || "人数".equals(unit);
			return subject + (persons ? "人数" : subject.matches(PLAIN_VERBS) ? "数" : "");
		}
		return limited(subject);
	}

	/** A clause without the verb before its noun and what leads over to the number. */
	private static String named(String clause) {
		String words = ENDING.matcher(PaperText.tight(clause).replaceFirst("^[\\u2460-\\u2473●•◆■]", ""))
			.replaceAll("");
		String noun = words.replaceFirst("^.*?(?:力争)?(?:" + PLAIN_VERBS + ")(?=.)", "")
			.replaceFirst("^(?:全年|累计|每个?(?:年|月|周|季度|学期)(?:\\d{1,2}日)?前?)(?=.{2,}|$)", "");
		return ENDING.matcher(noun.replaceFirst("^\\d*[.、)]", "")).replaceAll("");
	}

	private static String limited(String subject) {
		return (subject.length() <= MAX_SUBJECT) ? subject : subject.substring(subject.length() - MAX_SUBJECT);
	}

	private static String unit(String unit) {
		if (unit == null) {
			return "";
		}
		return switch (unit) {
			case "余场", "场次" -> "场";
			case "篇次" -> "篇";
			default -> unit;
		};
	}

	private static Optional<BigDecimal> number(String digits, String scale) {
		String plain = digits.replace(",", "");
		Optional<BigDecimal> number = plain.matches("[-\\d.]+") ? Optional.of(new BigDecimal(plain))
				: ChineseNumber.parse(plain);
		return number.map((one) -> (scale == null) ? one : one.multiply(switch (scale) {
			case "千" -> BigDecimal.valueOf(1_000);
			case "万" -> BigDecimal.valueOf(10_000);
			default -> BigDecimal.valueOf(100_000_000);
		}));
	}

	private static IndicatorBound bound(String bound, String behind) {
		if (behind != null && behind.matches("以内|之内|以下|及以下")) {
			return IndicatorBound.AT_MOST;
		}
		if (bound == null) {
			return IndicatorBound.AT_LEAST;
		}
		return switch (bound) {
			case "超过", "大于", "多于", "高于", "突破", ">" -> IndicatorBound.MORE_THAN;
			case "不超过", "不多于", "不高于", "不大于", "不得超过", "控制在", "最多", "至多", "≤", "≦", "<=" -> IndicatorBound.AT_MOST;
			case "少于", "低于", "小于", "<" -> IndicatorBound.LESS_THAN;
			case "=" -> IndicatorBound.EXACTLY;
			default -> IndicatorBound.AT_LEAST;
		};
	}

}
