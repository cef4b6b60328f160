package org.leagueflow.people;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Inserts persons and memberships in batches: Hibernate sends each row by itself where
 * the database numbers the rows.
 */
@Component
class BulkInserts {

	private static final int BATCH_SIZE = 500;

	private final JdbcTemplate jdbc;

	BulkInserts(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Inserts persons, who are not managed afterwards; returns their numbers in order.
	 */
	List<Long> persons(List<Person> persons) {
		GeneratedKeyHolder keys = new GeneratedKeyHolder();
		this.jdbc.batchUpdate((connection) -> connection.prepareStatement("""
				INSERT INTO person (unit_id, name, birth_date, sex, student_number, staff, party_member, phone, email,
				  id_number_cipher, id_number_hash, id_number_last4, member_since, member_number, restricted, active,
				  version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", new String[] { "id" }),
				new BatchPreparedStatementSetter() {

					@Override
					public void setValues(PreparedStatement statement, int i) throws SQLException {
						Object[] columns = persons.get(i).columns();
						for (int column = 0; column < columns.length; column++) {
							statement.setObject(column + 1, columns[column]);
						}
					}

					@Override
					public int getBatchSize() {
						return persons.size();
					}

				}, keys);
		List<Long> ids = keys.getKeyList()
			.stream()
			.map((key) -> ((Number) key.values().iterator().next()).longValue())
			.toList();
		if (ids.size() != persons.size()) {
			throw new IllegalStateException(ids.size() + " numbers for " + persons.size() + " persons");
		}
		return ids;
	}

	void memberships(Collection<NewMembership> begun) {
		this.jdbc.batchUpdate("INSERT INTO membership (person_id, branch_id, from_date) VALUES (?, ?, ?)", begun,
				BATCH_SIZE, (statement, one) -> {
					statement.setLong(1, one.personId());
					statement.setLong(2, one.branchId());
					statement.setObject(3, one.since());
				});
	}

}
