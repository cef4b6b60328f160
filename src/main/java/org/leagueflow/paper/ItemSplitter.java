package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a text into the items that it lists, by their numbers or by its lines. */
final class ItemSplitter {

	private static final Pattern MARK = Pattern
		.compile("(?<![0-9A-Za-z.])(?:(?<plain>\\d{1,3})[.、](?!\\d)|(?<closed>\\d{1,3})\\)"
				+ "|\\((?<round>\\d{1,3}|[一二三四五六七八九十]{1,3})\\)|(?<chinese>[一二三四五六七八九十]{1,3})、|(?<circle>[\\u2460-\\u2473])|(?<bullet>[●•◆■▪·○◇□★☆※→\\uF06C\\uF0D8\\uF0B7]))\\s*");

	private ItemSplitter() {
	}

	/**
	 * The items of a cell: by numbers where it begins with one, else by its lines where
	 * it has several.
	 */
	static List<Part> split(Excerpt cell, boolean byLines) {
		List<Mark> marks = marks(cell.half());
		if (!marks.isEmpty()) {
			return numbered(cell, marks);
		}
		List<Excerpt> lines = cell.lines();
		if (byLines && lines.size() > 1) {
			return lines.stream().map((line) -> new Part(line, "", 0, 70)).toList();
		}
		return List.of(new Part(cell, "", 0, 90));
	}

	/** The number at the beginning of a paragraph, or a part without one. */
	static Part label(Excerpt paragraph) {
		Matcher mark = MARK.matcher(paragraph.half());
		int begin = leading(paragraph.text());
		return (mark.find() && mark.start() == begin)
				? new Part(paragraph, paragraph.text().substring(mark.start(), mark.end()).strip(), mark.end(), 95)
				: new Part(paragraph, "", begin, 90);
	}

	private static int leading(String text) {
		int at = 0;
		while (at < text.length() && PaperText.space(text.charAt(at))) {
			at++;
		}
		return (at == text.length()) ? 0 : at;
	}

	private static List<Part> numbered(Excerpt cell, List<Mark> marks) {
		List<Part> parts = new ArrayList<>();
		if (!PaperText.blank(cell.text().substring(0, marks.get(0).start))) {
			parts.add(new Part(cell.part(0, marks.get(0).start), "", 0, 60));
		}
		for (int at = 0; at < marks.size(); at++) {
			Mark mark = marks.get(at);
			int end = (at + 1 < marks.size()) ? marks.get(at + 1).start : cell.text().length();
			Excerpt whole = cell.part(mark.start, end);
			parts.add(new Part(whole, cell.text().substring(mark.start, mark.end).strip(), mark.end - mark.start,
					mark.sure ? 95 : 75));
		}
		return parts;
	}

	/**
	 * The marks at which items begin: all of the kind that comes first. Within a line a
	 * number has to follow on the one before, or to be passed over by the one after it: a
	 * misprint (28, 39, 30).
	 */
	private static List<Mark> marks(String half) {
		List<Mark> all = new ArrayList<>();
		Matcher matcher = MARK.matcher(half);
		while (matcher.find()) {
			all.add(Mark.of(matcher, half));
		}
		List<Mark> taken = new ArrayList<>();
		if (all.isEmpty() || !all.get(0).first) {
			return taken;
		}
		String kind = all.get(0).kind;
		List<Mark> same = all.stream().filter((mark) -> mark.kind.equals(kind)).toList();
		int before = 0;
		for (int at = 0; at < same.size(); at++) {
			Mark mark = same.get(at);
			boolean next = taken.isEmpty() || mark.number == before + 1 || kind.equals("bullet");
			int expected = before + 2;
			boolean misprint = !next
					&& same.subList(at + 1, same.size()).stream().anyMatch((one) -> one.number == expected);
			if (next || mark.first || misprint) {
				taken.add(new Mark(mark.kind, mark.number, mark.start, mark.end, mark.first, next));
				before = (next || !misprint) ? mark.number : before + 1;
			}
		}
		return taken;
	}

	/**
	 * An item of a text.
	 *
	 * @param whole with its number
	 * @param textFrom where its words begin
	 */
	record Part(Excerpt whole, String label, int textFrom, int confidence) {

		Excerpt words() {
			return this.whole.after(this.textFrom);
		}

	}

	/**
	 * A number that may begin an item.
	 *
	 * @param first whether a line begins with it
	 * @param sure whether it follows on the one before
	 */
	private record Mark(String kind, int number, int start, int end, boolean first, boolean sure) {

		private static Mark of(Matcher matcher, String half) {
			int line = half.lastIndexOf('\n', matcher.start()) + 1;
			boolean first = half.substring(line, matcher.start()).isBlank();
			for (String kind : List.of("plain", "closed", "round", "chinese", "circle", "bullet")) {
				String said = matcher.group(kind);
				if (said != null) {
					return new Mark(kind, number(kind, said), matcher.start(), matcher.end(), first, true);
				}
			}
			throw new IllegalStateException();
		}

		private static int number(String kind, String said) {
			return switch (kind) {
				case "circle" -> said.charAt(0) - '\u2460' + 1;
				case "bullet" -> 0;
				default -> said.matches("\\d+") ? Integer.parseInt(said)
						: org.leagueflow.kernel.ChineseNumber.parse(said).map(Number::intValue).orElse(0);
			};
		}

	}

}
