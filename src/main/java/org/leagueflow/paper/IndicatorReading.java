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

	private static final String UNITS = "人次|人数|人|名|场次|场|次|篇次|篇|个百分点|个|期|项|支|件|条|部|份|家|课时|学时|小时|余场|亿元|万元|元|封|幅|堂|节|门|例|对|组|户|班|届次|队|天|张|册|本|种|处|%|％";

	private static final Pattern NUMBER = Pattern.compile(
			"(?<bound>超过|大于|多于|突破|不少于|不低于|不得少于|不得低于|不小于|至少|最少|达到|达|力争达到|力争|不超过|不多于|不高于|不大于|不得超过|控制在|最多|至多|少于|低于|小于|≥|≧|>=|≤|≦|<=|>|<|=)?\\s*"
					+ "(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[一二三四五六七八九十百千万两]{1,8}(?=(?:" + UNITS
					+ ")))\\s*" + "(?<scale>万|千|亿)?(?:余|多)?\\s*(?<unit>" + UNITS
					+ ")?(?<behind>以上|及以上|以内|以下|左右|及以下)?(?:\\s*(?:/|每)\\s*(?<period>月|季度|季|年|周|学期|人|支部|班))?");

	private static final Pattern SUBJECT = Pattern.compile("([\\p{IsHan}A-Za-z“”\"《》·]{1,20})$");

	private IndicatorReading() {
	}

	/** All that a cell under 指标 says; one without a number where it says none. */
	static List<PaperIndicator> cell(String text) {
		List<PaperIndicator> found = new ArrayList<>();
		for (String part : text.split("[；;\\n]|[，,](?!\\d{3}(?!\\d))")) {
			if (PaperText.blank(part) || part.strip().matches("[-—/无]+")) {
				continue;
			}
			List<PaperIndicator> numbers = all(part, true);
			found.addAll(numbers.isEmpty() ? List
				.of(new PaperIndicator(part.strip(), part.strip(), IndicatorBound.AT_LEAST, null, "", "", null, null))
					: numbers);
		}
		return found;
	}

	/** What running text demands: only where it says on which side of the number. */
	static List<PaperIndicator> text(String text) {
		return all(text, false);
	}

	/** The number of a stretch target. */
	static Optional<PaperIndicator> stretch(String text) {
		return all(text, true).stream().findFirst();
	}

	private static List<PaperIndicator> all(String text, boolean cell) {
		List<PaperIndicator> found = new ArrayList<>();
		String half = PaperText.half(text).replace('％', '%');
		Matcher matcher = NUMBER.matcher(half);
		while (matcher.find()) {
			String bound = matcher.group("bound");
			String behind = matcher.group("behind");
			String unit = matcher.group("unit");
			Optional<BigDecimal> number = number(matcher.group("number"), matcher.group("scale"));
			boolean said = bound != null || behind != null;
			if (number.isEmpty()
					|| (unit == null && (bound == null || !cell)
							&& !(cell && found.isEmpty() && half.strip().matches("[\\d.,\\s]+")))
					|| (!cell && !said) || ordinal(half, matcher)) {
				continue;
			}
			String before = text.substring(0, matcher.start());
			String subject = subject(before, found.isEmpty() ? 0 : before.length());
			boolean far = !said && before.matches("(?s).*(至少|不少于|不低于)[^，,；;。]{0,14}");
			found.add(new PaperIndicator(words(text, matcher, subject), subject,
					far ? IndicatorBound.AT_LEAST : bound(bound, behind), number.get(), unit(unit),
					(matcher.group("period") != null) ? matcher.group("period") : "", null, null));
		}
		return found;
	}

	/** 第5次, 104周年, 2023年: numbers that count nothing. */
	private static boolean ordinal(String half, Matcher matcher) {
		int number = matcher.start("number");
		String before = half.substring(0, number);
		String after = half.substring(matcher.end());
		return before.endsWith("第")
				|| (matcher.group("unit") == null && after.matches("(?s)^(周年|年|月|日|号|届|级|[-./]\\d).*"));
	}

	private static String words(String text, Matcher matcher, String subject) {
		int from = Math.max(0, matcher.start() - subject.length());
		return text.substring(from, matcher.end()).strip();
	}

	private static String subject(String before, int none) {
		String tail = before.replaceAll("(至少|不少于|不低于)[^，,；;。]{0,14}$", "");
		Matcher matcher = SUBJECT.matcher(tail.stripTrailing());
		return matcher.find() ? matcher.group(1).replaceAll("^(?:.*(?:全年|应|要|须|将|使|让|实现|完成|力争|确保|覆盖))?(?=.{2,})", "")
				: "";
	}

	private static String unit(String unit) {
		if (unit == null) {
			return "";
		}
		return switch (unit) {
			case "名", "人数" -> "人";
			case "余场", "场次" -> "场";
			case "篇次" -> "篇";
			case "％" -> "%";
			default -> unit;
		};
	}

	private static Optional<BigDecimal> number(String digits, String scale) {
		String plain = digits.replace(",", "");
		Optional<BigDecimal> number = plain.matches("[\\d.]+") ? Optional.of(new BigDecimal(plain))
				: ChineseNumber.parse(plain);
		return number.map((one) -> (scale == null) ? one : one.multiply(switch (scale) {
			case "千" -> BigDecimal.valueOf(1_000);
			case "万" -> BigDecimal.valueOf(10_000);
			default -> BigDecimal.valueOf(100_000_000);
		}));
	}

	private static IndicatorBound bound(String bound, String behind) {
		if (behind != null && behind.matches("以内|以下|及以下")) {
			return IndicatorBound.AT_MOST;
		}
		if (bound == null) {
			return IndicatorBound.AT_LEAST;
		}
		return switch (bound) {
			case "超过", "大于", "多于", "突破", ">" -> IndicatorBound.MORE_THAN;
			case "不超过", "不多于", "不高于", "不大于", "不得超过", "控制在", "最多", "至多", "≤", "≦", "<=" -> IndicatorBound.AT_MOST;
			case "少于", "低于", "小于", "<" -> IndicatorBound.LESS_THAN;
			case "=" -> IndicatorBound.EXACTLY;
			default -> IndicatorBound.AT_LEAST;
		};
	}

}
