package org.leagueflow.marks;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes marks, many at a time. */
@Component
class MarkRepository {

	/** Marks that one statement writes: it stays below 4,096 characters. */
	private static final int BATCH_SIZE = 80;

	private static final String VALUE = "SELECT " + MarkValueReader.columns("m") + """

			FROM mark m JOIN mark_item i ON i.id = m.item_id LEFT JOIN mark_import f ON f.id = m.import_id WHERE
			""";

	/** The order of one person's marks. */
	private static final Comparator<MarkValue> IN_ORDER = Comparator.comparing(MarkValue::item)
		.thenComparing(MarkValue::period)
		.thenComparing(MarkValue::term)
		.thenComparing(MarkValue::attempt);

	private static final String HISTORY = """
			INSERT INTO mark_history (mark_id, points, word, credit, raw_text, import_id, sheet_name, line_no, column_no,
			  reason, entered_by, entered_by_name, entered_at, replaced_at)
			SELECT id, points, word, credit, raw_text, import_id, sheet_name, line_no, column_no, reason, entered_by,
			  entered_by_name, entered_at, ? FROM mark WHERE id = ?""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final BusinessClock clock;

	MarkRepository(JdbcClient jdbc, JdbcTemplate batches, BusinessClock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.clock = clock;
	}

	Map<Long, List<MarkValue>> ofItems(MarkPeriod period, Collection<String> items, Collection<Long> persons) {
		if (items.isEmpty() || persons.isEmpty()) {
			return Map.of();
		}
		return byPerson(this.jdbc
			.sql(VALUE + "m.period = :period AND (i.item_key IN (:items) OR i.name IN (:items))" + term(period)
					+ " AND m.person_id IN (" + list(persons) + ")")
			.param("items", items), period);
	}

	Map<Long, List<MarkValue>> ofCategory(MarkPeriod period, MarkItemCard.Category category, Collection<Long> persons) {
		if (persons.isEmpty()) {
			return Map.of();
		}
		return byPerson(this.jdbc
			.sql(VALUE + "m.period = :period AND i.category = :category" + term(period) + " AND m.person_id IN ("
					+ list(persons) + ")")
			.param("category", category.name()), period);
	}

	private static String term(MarkPeriod period) {
		return period.term().isEmpty() ? "" : " AND m.term = :term";
	}

	/** Numbers only, because a statement takes 65,535 parameters at most. */
	private static String list(Collection<Long> ids) {
		return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
	}

	private static Map<Long, List<MarkValue>> byPerson(JdbcClient.StatementSpec query, MarkPeriod period) {
		JdbcClient.StatementSpec filled = query.param("period", period.year());
		filled = period.term().isEmpty() ? filled : filled.param("term", period.term());
		return group(filled.query(new MarkValueReader()).list());
	}

	private static Map<Long, List<MarkValue>> group(List<MarkValue> values) {
		Map<Long, List<MarkValue>> byPerson = new LinkedHashMap<>();
		values.forEach((value) -> byPerson.computeIfAbsent(value.personId(), (any) -> new ArrayList<>()).add(value));
		byPerson.values().forEach((own) -> own.sort(IN_ORDER));
		return byPerson;
	}

	/**
	 * What persons were marked with, without its origin, by two statements: their marks,
	 * and the items that these are in.
	 * @param period null for every period
	 * @param wanted which items
	 */
	Map<Long, List<MarkValue>> figures(MarkPeriod period, Predicate<MarkItemCard> wanted, Collection<Long> persons) {
		if (persons.isEmpty()) {
			return Map.of();
		}
		MarkFigures figures = new MarkFigures();
		String of = (period == null) ? "" : " AND m.period = :period" + term(period);
		JdbcClient.StatementSpec query = this.jdbc.sql("SELECT m.person_id, m.item_id, m.points, m.word, m.credit,"
				+ " m.period, m.term, m.attempt FROM mark m WHERE m.person_id IN (" + list(persons) + ")" + of);
		query = (period != null) ? query.param("period", period.year()) : query;
		query = (period != null && !period.term().isEmpty()) ? query.param("term", period.term()) : query;
		query.query(figures);
		if (figures.items().isEmpty()) {
			return Map.of();
		}
		Map<Long, MarkItemCard> items = new HashMap<>();
		this.jdbc
			.sql("SELECT id, item_key, name, category, low, high, pass FROM mark_item WHERE id IN ("
					+ list(figures.items()) + ")")
			.query((rs) -> {
				MarkItemCard item = new MarkItemCard(rs.getLong(1), rs.getString(2), rs.getString(3),
						MarkItemCard.Category.valueOf(rs.getString(4)), MarkItem.plain(rs.getBigDecimal(5)),
						MarkItem.plain(rs.getBigDecimal(6)), MarkItem.plain(rs.getBigDecimal(7)));
				if (wanted.test(item)) {
					items.put(item.id(), item);
				}
			});
		Map<Long, List<MarkValue>> values = figures.values(items);
		values.values().forEach((own) -> own.sort(IN_ORDER));
		return values;
	}

	List<MarkValue> person(long personId) {
		return this.jdbc
			.sql(VALUE
					+ "m.person_id = ? ORDER BY m.period DESC, m.term DESC, i.category, i.name, m.attempt LIMIT 2000")
			.param(personId)
			.query(new MarkValueReader())
			.list();
	}

	/** What stood before, the latest first, by mark. */
	Map<Long, List<MarkValue>> histories(long personId) {
		return this.jdbc.sql("SELECT " + MarkValueReader.columns("h") + """

				FROM mark_history h JOIN mark m ON m.id = h.mark_id JOIN mark_item i ON i.id = m.item_id
				LEFT JOIN mark_import f ON f.id = h.import_id WHERE m.person_id = ? ORDER BY h.id DESC""")
			.param(personId)
			.query(new MarkValueReader())
			.list()
			.stream()
			.collect(Collectors.groupingBy(MarkValue::markId));
	}

	/** What stands for these persons in these items, by its key. */
	Map<Key, Standing> standing(Collection<Long> persons, Collection<Long> items, boolean lock) {
		Map<Key, Standing> standing = new LinkedHashMap<>();
		if (!persons.isEmpty() && !items.isEmpty()) {
			this.jdbc
				.sql("SELECT id, person_id, item_id, period, term, attempt, points, word, credit, typed, version"
						+ " FROM mark WHERE person_id IN (" + list(persons) + ") AND item_id IN (" + list(items) + ")"
						+ (lock ? " FOR UPDATE" : ""))
				.query((rs) -> {
					standing.put(
							new Key(rs.getLong("person_id"), rs.getLong("item_id"), rs.getString("period"),
									rs.getString("term"), rs.getInt("attempt")),
							new Standing(rs.getLong("id"), MarkItem.plain(rs.getBigDecimal("points")),
									rs.getString("word"), MarkItem.plain(rs.getBigDecimal("credit")),
									rs.getString("typed"), rs.getInt("version")));
				});
		}
		return standing;
	}

	void insert(List<Row> rows, Actor by) {
		LocalDateTime now = now();
		this.batches.batchUpdate("""
				INSERT INTO mark (person_id, item_id, period, term, attempt, points, word, credit, raw_text, typed,
				  import_id, sheet_name, line_no, column_no, reason, entered_by, entered_by_name, entered_at, version)
				VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0)""", rows, BATCH_SIZE, (statement, row) -> {
			List<Object> columns = new ArrayList<>(List.of(row.key().personId(), row.key().itemId(), row.key().period(),
					row.key().term(), row.key().attempt()));
			columns.addAll(row.content());
			columns.addAll(by(by, now));
			for (int i = 0; i < columns.size(); i++) {
				statement.setObject(i + 1, columns.get(i));
			}
		});
	}

	/** Keeps what stood and writes what stands from now on. */
	void change(List<Changed> changes, Actor by) {
		LocalDateTime now = now();
		this.batches.batchUpdate(HISTORY, changes, BATCH_SIZE, (statement, change) -> {
			statement.setObject(1, now);
			statement.setLong(2, change.markId());
		});
		this.batches.batchUpdate(
				"""
						UPDATE mark SET points = ?, word = ?, credit = ?, raw_text = ?, typed = ?, import_id = ?, sheet_name = ?,
						  line_no = ?, column_no = ?, reason = ?, entered_by = ?, entered_by_name = ?, entered_at = ?,
						  version = version + 1 WHERE id = ?""",
				changes, BATCH_SIZE, (statement, change) -> {
					List<Object> columns = new ArrayList<>(change.row().content());
					columns.addAll(by(by, now));
					columns.add(change.markId());
					for (int i = 0; i < columns.size(); i++) {
						statement.setObject(i + 1, columns.get(i));
					}
				});
	}

	private LocalDateTime now() {
		return LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private static List<Object> by(Actor by, LocalDateTime now) {
		return List.of(by.personId(), Characters.first(by.name(), 100), now);
	}

	/** What tells one mark of a person from another. */
	record Key(long personId, long itemId, String period, String term, int attempt) {
	}

	/**
	 * A mark as it stands.
	 *
	 * @param typed what the last sheet said, or null when none did
	 */
	record Standing(long id, BigDecimal points, String word, BigDecimal credit, String typed, int version) {

		String content() {
			return MarkText.typed(this.points, this.word, this.credit);
		}

	}

	/**
	 * A mark to be written.
	 *
	 * @param typed what the sheet says, or what the last one said where it is entered by
	 * hand
	 * @param source null when it is entered by hand
	 */
	record Row(Key key, BigDecimal points, String word, BigDecimal credit, String raw, String typed, Source source,
			String reason) {

		List<Object> content() {
			List<Object> content = new ArrayList<>();
			content.add(this.points);
			content.add(this.word);
			content.add(this.credit);
			content.add(Characters.first(this.raw, 200));
			content.add(this.typed);
			content.add((this.source != null) ? this.source.importId() : null);
			content.add((this.source != null) ? this.source.sheet() : null);
			content.add((this.source != null) ? this.source.row() : null);
			content.add((this.source != null) ? this.source.column() : null);
			content.add(this.reason);
			return content;
		}

	}

	/** The cell that a mark comes from; the column is counted from 0. */
	record Source(long importId, String sheet, int row, int column) {
	}

	/** What stands from now on in place of a mark. */
	record Changed(long markId, Row row) {
	}

}
