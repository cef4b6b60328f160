package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.paper.Grid.Slot;
import org.leagueflow.paper.TimeReading.Time;

/**
 * What the columns of a table say, by the words above them.
 *
 * @param first its first row
 * @param last its last row, before the first of those that hold work
 */
record TableHead(int first, int last, Map<Integer, Column> columns) {

	/** Heading rows stand among the first. */
	private static final int MAX_ROW = 10;

	private static final int MAX_LENGTH = 18;

	/** Headings of lists of persons, which are no plans. */
	private static final Pattern FOREIGN = Pattern
		.compile("姓名|性别|职务|职称|电话|联系电话|联系方式|手机|手机号码?|学号|班级|年级|身份证号?|民族|年龄|分数|得分|成绩|名次|政治面貌|金额|单价|数量");

	private static final Pattern WEEKDAY = Pattern.compile("(?:星期|周|礼拜)([一二三四五六日天])");

	/**
	 * A column.
	 *
	 * @param kind null where only its words are known
	 * @param month the month for which it stands, or null
	 * @param area whether it holds the work of an area or office, named by its words
	 */
	record Column(TableColumn kind, String words, Time month, boolean area) {

	}

	/** The head at or below a row; null when there is none. */
	static TableHead find(Grid grid, int from, PaperCalendar calendar) {
		for (int at = from; at < Math.min(grid.rows(), from + MAX_ROW); at++) {
			if (heads(grid, at)) {
				return read(grid, at, calendar);
			}
		}
		return null;
	}

	/** The day of the week that a heading names, from 1 for Monday; else 0. */
	static int weekday(String heading) {
		Matcher day = WEEKDAY.matcher(PaperText.tight(heading));
		return !day.matches() ? 0 : Math.min(7, "一二三四五六日天".indexOf(day.group(1)) + 1);
	}

	/** Whether it is a list of something else than work. */
	static boolean foreign(Grid grid) {
		for (int at = 0; at < Math.min(grid.rows(), 3); at++) {
			List<Slot> filled = grid.filled(at);
			long foreign = filled.stream()
				.filter((slot) -> FOREIGN.matcher(PaperText.tight(slot.words)).matches())
				.count();
			if (foreign >= 2 && foreign * 2 >= filled.size()) {
				return true;
			}
		}
		return false;
	}

	/** Whether this row names columns. */
	static boolean heads(Grid grid, int row) {
		List<Slot> filled = grid.filled(row);
		if (filled.isEmpty() || filled.stream().anyMatch((slot) -> tight(slot).length() > MAX_LENGTH)) {
			return false;
		}
		long months = filled.stream().filter((slot) -> TimeReading.heading(slot.words)).count();
		long weekdays = filled.stream().filter((slot) -> WEEKDAY.matcher(tight(slot)).matches()).count();
		long known = filled.stream().filter(TableHead::known).count();
		long exact = filled.stream().filter((slot) -> TableColumn.exactly(slot.words)).count();
		if (months >= 3 && (months + known) * 2 >= filled.size() || weekdays >= 3) {
			return true;
		}
		if (filled.size() == 1) {
			return exact == 1 && grid.columns() == 1 && row + 1 < grid.rows();
		}
		if (known >= 2 && known * 2 >= filled.size() && exact > 0) {
			return true;
		}
		TableColumn first = TableColumn.of(filled.get(0).words).orElse(null);
		boolean time = first != null && first.time() && TableColumn.exactly(filled.get(0).words);
		return time && grid.rows() > row + 1
				&& filled.stream().allMatch((slot) -> tight(slot).length() <= 10 && !TimeReading.heading(slot.words))
				&& filled.stream().map(TableHead::tight).distinct().count() == filled.size()
				&& Optional.ofNullable(grid.at(row + 1, filled.get(0).column))
					.map((below) -> TimeReading.heading(below.words) || below.words.matches("\\d{1,2}"))
					.orElse(false);
	}

	private static boolean known(Slot slot) {
		return !TimeReading.heading(slot.words) && TableColumn.of(slot.words).isPresent();
	}

	private static String tight(Slot slot) {
		return PaperText.tight(PaperText.half(slot.words));
	}

	private static TableHead read(Grid grid, int first, PaperCalendar calendar) {
		int last = first;
		while (last + 1 < grid.rows() && below(grid, first, last + 1)) {
			last++;
		}
		Map<Integer, Column> columns = new TreeMap<>();
		for (int column = 0; column <= grid.lastColumn(); column++) {
			Slot top = grid.at(first, column);
			Slot bottom = null;
			for (int row = last; row >= first && bottom == null; row--) {
				Slot slot = grid.at(row, column);
				bottom = (slot != null && !slot.words.isEmpty()) ? slot : null;
			}
			if (bottom != null) {
				columns.put(column, column(top, bottom, calendar));
			}
		}
		return new TableHead(first, last, areas(wrapped(columns)));
	}

	/** Months that follow on December are next year's. */
	private static Map<Integer, Column> wrapped(Map<Integer, Column> columns) {
		int before = 0;
		boolean next = false;
		for (Map.Entry<Integer, Column> one : columns.entrySet()) {
			Time month = one.getValue().month;
			if (month == null || !month.said()) {
				continue;
			}
			int from = month.spans().get(0).from();
			next |= before >= 9 && from < before && from <= 7;
			before = from;
			if (next) {
				one.setValue(new Column(null, one.getValue().words, month.schoolYear(), false));
			}
		}
		return columns;
	}

	/** Whether a row parts the headings above it. */
	private static boolean below(Grid grid, int first, int row) {
		List<Slot> filled = grid.filled(row);
		if (filled.isEmpty() || filled.stream().anyMatch((slot) -> tight(slot).length() > MAX_LENGTH)) {
			return false;
		}
		boolean under = filled.stream().allMatch((slot) -> {
			Slot top = grid.at(row - 1, slot.column);
			return top != null && top.columnSpan > 1 && !top.words.isEmpty() && slot.columnSpan < top.columnSpan
					&& top.row < row;
		});
		boolean all = filled.size() > 1
				&& filled.stream()
					.allMatch((slot) -> TableColumn.exactly(slot.words) || TimeReading.heading(slot.words))
				&& filled.stream().noneMatch((slot) -> {
					Slot top = grid.at(first, slot.column);
					return top != null && top.words.equals(slot.words);
				}) && filled.stream().filter((slot) -> TableColumn.exactly(slot.words)).count() > 0;
		return under && filled.stream()
			.anyMatch((slot) -> known(slot) || TimeReading.heading(slot.words) || tight(slot).matches("\\d{1,2}"))
				|| all;
	}

	private static Column column(Slot top, Slot bottom, PaperCalendar calendar) {
		String words = bottom.words;
		if (TimeReading.heading(words)) {
			return new Column(null, words, calendar.time(words, true), false);
		}
		boolean timed = top != null && top != bottom && TableColumn.of(top.words).filter(TableColumn::time).isPresent();
		if (timed && PaperText.tight(PaperText.half(words)).matches("1[0-2]|[1-9]")) {
			return new Column(null, words, calendar.time(words, true), false);
		}
		TableColumn kind = TableColumn.of(words).orElse(null);
		if (kind == null && top != null && top != bottom) {
			kind = TableColumn.of(top.words).orElse(null);
		}
		return new Column(kind, words, null, WEEKDAY.matcher(PaperText.tight(words)).matches());
	}

	/**
	 * Columns of work that are not called so: 组织工作 and 宣传工作 beside months, or the names
	 * of offices. A second column of tasks says how.
	 */
	private static Map<Integer, Column> areas(Map<Integer, Column> columns) {
		List<Integer> exact = new ArrayList<>();
		List<Integer> similar = new ArrayList<>();
		List<Integer> unknown = new ArrayList<>();
		boolean time = false;
		Set<String> seen = new HashSet<>();
		boolean months = columns.values().stream().anyMatch((column) -> column.month != null);
		for (Map.Entry<Integer, Column> one : columns.entrySet()) {
			Column column = one.getValue();
			time |= column.kind != null && (column.kind == TableColumn.MONTH || column.kind == TableColumn.WEEK
					|| column.kind == TableColumn.DATE);
			if (!seen.add(column.kind + column.words)) {
				continue;
			}
			if (column.kind == TableColumn.TASK) {
				(TableColumn.exactly(column.words) ? exact : similar).add(one.getKey());
			}
			else if (column.kind == null && column.month == null) {
				unknown.add(one.getKey());
			}
			else if (column.kind == TableColumn.LEAD && !TableColumn.exactly(column.words)) {
				unknown.add(one.getKey()); // 宣传部门
			}
		}
		Map<Integer, Column> named = new TreeMap<>(columns);
		boolean work = !exact.isEmpty() || columns.values().stream().anyMatch((one) -> one.kind == TableColumn.MEASURE);
		if (time && !months && (similar.size() > 1 || !work)) {
			List<Integer> areas = new ArrayList<>(similar);
			if (!work) {
				areas.addAll(unknown);
			}
			boolean single = areas.size() == 1 && !similar.isEmpty();
			areas.stream().filter((at) -> !single).forEach((at) -> {
				String words = columns.get(at).words;
				columns.forEach((column, one) -> {
					if (one.words.equals(words)) {
						named.put(column, new Column(null, words, null, true));
					}
				});
			});
		}
		boolean measure = columns.values().stream().anyMatch((one) -> one.kind == TableColumn.MEASURE);
		if (exact.size() + similar.size() > 1 && !measure && named.values().stream().noneMatch(Column::area)) {
			List<Integer> all = new ArrayList<>(exact);
			all.addAll(similar);
			all.sort(null);
			String second = columns.get(all.get(1)).words;
			columns.forEach((column, one) -> {
				if (one.kind == TableColumn.TASK && one.words.equals(second) && column >= all.get(1)) {
					named.put(column, new Column(TableColumn.MEASURE, one.words, null, false));
				}
			});
		}
		return named;
	}

	boolean has(TableColumn kind) {
		return this.columns.values().stream().anyMatch((column) -> column.kind == kind);
	}

	boolean months() {
		return this.columns.values().stream().anyMatch((column) -> column.month != null);
	}

	boolean areas() {
		return this.columns.values().stream().anyMatch(Column::area);
	}

	/** Whether its columns hold work. */
	boolean work() {
		return has(TableColumn.TASK) || has(TableColumn.MEASURE) || months() || areas();
	}

	/** Whether the words of a row stand above the same columns. */
	boolean repeatedBy(List<Slot> filled) {
		return filled.size() >= 2 && filled.stream().allMatch((slot) -> {
			Column column = this.columns.get(slot.column);
			return column != null && PaperText.tight(column.words).equals(PaperText.tight(slot.words));
		});
	}

	/**
	 * Where the same headings begin again beside each other; only 0 where they do not.
	 */
	List<Integer> repeats() {
		List<Integer> keys = new ArrayList<>(this.columns.keySet());
		List<String> words = keys.stream().map((key) -> PaperText.tight(this.columns.get(key).words)).toList();
		for (int length = 2; length * 2 <= words.size(); length++) {
			boolean same = words.size() % length == 0;
			for (int at = length; at < words.size() && same; at++) {
				same = words.get(at).equals(words.get(at - length));
			}
			if (same && words.subList(0, length).stream().distinct().count() == length) {
				List<Integer> begins = new ArrayList<>();
				for (int at = 0; at < words.size(); at += length) {
					begins.add(keys.get(at));
				}
				return begins;
			}
		}
		return List.of(keys.isEmpty() ? 0 : keys.get(0));
	}

}
