package org.leagueflow.marks;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Collects marks of many persons before it is known what the items are. */
final class MarkFigures implements RowCallbackHandler {

	private static final MarkAttempt[] ATTEMPTS = MarkAttempt.values();

	/** Numbers that many rows have, by their text in the database. */
	private static final int MAX_NUMBERS = 10_000;

	private final List<Figure> figures = new ArrayList<>();

	private final Map<Long, Boolean> items = new HashMap<>();

	private final Map<String, String> texts = new HashMap<>();

	private final Map<BigDecimal, BigDecimal> numbers = new HashMap<>();

	@Override
	public void processRow(ResultSet row) throws SQLException {
		long item = row.getLong(2);
		this.items.put(item, Boolean.TRUE);
		this.figures.add(new Figure(row.getLong(1), item, number(row.getBigDecimal(3)), same(row.getString(4)),
				number(row.getBigDecimal(5)), same(row.getString(6)), same(row.getString(7)), row.getInt(8)));
	}

	/** The items that the marks are in. */
	Set<Long> items() {
		return this.items.keySet();
	}

	/** The marks in these items, by person. */
	Map<Long, List<MarkValue>> values(Map<Long, MarkItemCard> wanted) {
		Map<Long, List<MarkValue>> values = new LinkedHashMap<>();
		for (Figure one : this.figures) {
			MarkItemCard item = wanted.get(one.item());
			if (item != null) {
				values.computeIfAbsent(one.person(), (any) -> new ArrayList<>())
					.add(new MarkValue(0, one.person(), item.key(), item.name(), one.points(), one.word(), one.credit(),
							item.high(), item.pass(), null, one.period(), one.term(), ATTEMPTS[one.attempt()], null));
			}
		}
		return values;
	}

	private String same(String text) {
		return (text == null) ? null : this.texts.computeIfAbsent(text, (first) -> first);
	}

	private BigDecimal number(BigDecimal stored) {
		if (stored == null) {
			return null;
		}
		BigDecimal known = this.numbers.get(stored);
		if (known == null) {
			known = MarkItem.plain(stored);
			if (this.numbers.size() < MAX_NUMBERS) {
				this.numbers.put(stored, known);
			}
		}
		return known;
	}

	private record Figure(long person, long item, BigDecimal points, String word, BigDecimal credit, String period,
			String term, int attempt) {
	}

}
