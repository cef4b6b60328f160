package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.List;

/** Parts a text into the items that it lists, by their numbers or by its lines. */
final class ItemSplitter {

	/** Longer parts between semicolons are sentences of one item. */
	private static final int MAX_LISTED = 40;

	private ItemSplitter() {
	}

	/**
	 * The items of a cell: by numbers where it begins with one, else by its lines where
	 * it has several.
	 */
	static List<Part> split(Excerpt cell, boolean byLines) {
		List<ListMark> marks = marks(cell.half());
		if (!marks.isEmpty()) {
			return numbered(cell, marks);
		}
		List<Excerpt> lines = cell.lines();
		if (byLines && lines.size() > 1) {
			return lines.stream().map((line) -> new Part(line, "", 0, 70)).toList();
		}
		return List.of(new Part(cell, "", 0, 90));
	}

	/**
	 * The items of a line that lists them between semicolons; itself where it does not.
	 */
	static List<Part> bySemicolons(Excerpt line) {
		String half = line.half();
		List<Part> parts = new ArrayList<>();
		int begin = 0;
		int depth = 0;
		for (int at = 0; at <= half.length(); at++) {
			char sign = (at == half.length()) ? ';' : half.charAt(at);
			depth += (sign == '(' || sign == '“') ? 1 : (sign == ')' || sign == '”') ? -1 : 0;
			if (sign == ';' && (depth <= 0 || at == half.length())) {
				Excerpt part = line.part(begin, Math.min(at + 1, half.length()));
				if (!PaperText.blank(part.text().replaceAll("[;；]", ""))) {
					parts.add(new Part(part, "", 0, 75));
				}
				else if (!parts.isEmpty() && part.to() > part.from()) {
					Part last = parts.remove(parts.size() - 1);
					parts.add(new Part(new Excerpt(last.whole().source(), last.whole().from(), part.to()), "", 0, 75));
				}
				begin = at + 1;
			}
		}
		boolean listed = parts.size() > 1 && parts.stream()
			.allMatch((part) -> part.whole().text().strip().length() <= MAX_LISTED
					&& !part.whole().half().matches("(?s).*(责任|牵头|时间|时限)[^;]{0,6}:.*"));
		return listed ? parts : List.of(new Part(line, "", 0, 90));
	}

	private static List<Part> numbered(Excerpt cell, List<ListMark> marks) {
		List<Part> parts = new ArrayList<>();
		if (!PaperText.blank(cell.text().substring(0, marks.get(0).start()))) {
			parts.add(new Part(cell.part(0, marks.get(0).start()), "", 0, 60));
		}
		for (int at = 0; at < marks.size(); at++) {
			ListMark mark = marks.get(at);
			int begin = (at == 0 && parts.isEmpty()) ? 0 : mark.start();
			int end = (at + 1 < marks.size()) ? marks.get(at + 1).start() : cell.text().length();
			parts.add(new Part(cell.part(begin, end), cell.text().substring(mark.start(), mark.end()).strip(),
					mark.end() - begin, mark.sure() ? 95 : 75));
		}
		return parts;
	}

	/**
	 * The marks at which items begin: all of the kind that comes first. Within a line a
	 * number has to follow on the one before, or to be passed over by the one after it: a
	 * misprint (28, 39, 30).
	 */
	private static List<ListMark> marks(String half) {
		ListMark begin = ListMark.at(half);
		List<ListMark> taken = new ArrayList<>();
		if (begin == null) {
			return taken;
		}
		List<ListMark> same = ListMark.all(half).stream().filter((mark) -> mark.kind() == begin.kind()).toList();
		if (same.isEmpty() || same.get(0).start() != begin.start()) {
			return List.of(begin);
		}
		int before = 0;
		for (int at = 0; at < same.size(); at++) {
			ListMark mark = same.get(at);
			boolean next = taken.isEmpty() || mark.number() == before + 1 || mark.kind() == ListMark.Kind.BULLET;
			int expected = before + 2;
			boolean misprint = !next
					&& same.subList(at + 1, same.size()).stream().anyMatch((one) -> one.number() == expected);
			if (next || mark.first() || misprint) {
				taken.add(mark.sure(next));
				before = (next || !misprint) ? mark.number() : before + 1;
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

}
