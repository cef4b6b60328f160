package org.leagueflow.marks;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads marks of one query, a batch's 200,000 perhaps: columns by their place, and what
 * many rows say once.
 */
final class MarkValueReader implements RowMapper<MarkValue> {

	/** The columns, of a mark {@code %1$s} or of what stood before it. */
	private static final String COLUMNS = """
			m.id, m.person_id, m.item_id, i.item_key, i.name, i.high, i.pass, %1$s.points, %1$s.word, %1$s.credit,
			  %1$s.raw_text, m.period, m.term, m.attempt, %1$s.import_id, f.file_name, %1$s.sheet_name, %1$s.line_no,
			  %1$s.column_no, %1$s.entered_by, %1$s.entered_by_name, %1$s.entered_at, %1$s.reason""";

	private final Map<Long, Item> items = new HashMap<>();

	private final Map<Long, String> files = new HashMap<>();

	private final Map<String, String> texts = new HashMap<>();

	static String columns(String of) {
		return COLUMNS.formatted(of);
	}

	@Override
	public MarkValue mapRow(ResultSet row, int number) throws SQLException {
		Item item = item(row);
		int line = row.getInt(18);
		int column = row.getInt(19);
		boolean byHand = row.wasNull();
		MarkOrigin origin = new MarkOrigin(file(row), same(row.getString(17)), line,
				byHand ? null : same(MarkOrigin.letter(column)), row.getLong(20), same(row.getString(21)),
				row.getObject(22, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString(23));
		return new MarkValue(row.getLong(1), row.getLong(2), item.key(), item.name(),
				MarkItem.plain(row.getBigDecimal(8)), same(row.getString(9)), MarkItem.plain(row.getBigDecimal(10)),
				item.high(), item.pass(), same(row.getString(11)), same(row.getString(12)), same(row.getString(13)),
				MarkAttempt.values()[row.getInt(14)], origin);
	}

	private Item item(ResultSet row) throws SQLException {
		long id = row.getLong(3);
		Item item = this.items.get(id);
		if (item == null) {
			item = new Item(row.getString(4), row.getString(5), MarkItem.plain(row.getBigDecimal(6)),
					MarkItem.plain(row.getBigDecimal(7)));
			this.items.put(id, item);
		}
		return item;
	}

	/** The file, or null for a mark that was entered by hand. */
	private String file(ResultSet row) throws SQLException {
		long id = row.getLong(15);
		if (row.wasNull()) {
			return null;
		}
		String file = this.files.get(id);
		if (file == null) {
			file = row.getString(16);
			this.files.put(id, file);
		}
		return file;
	}

	/** One copy of a text that many rows have. */
	private String same(String text) {
		return (text == null) ? null : this.texts.computeIfAbsent(text, (first) -> first);
	}

	private record Item(String key, String name, BigDecimal high, BigDecimal pass) {
	}

}
