package org.leagueflow.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.people.PostConditions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads, with one query per request, the status of an account from the database, so that
 * every node sees a change at once.
 */
@Repository
class AccountStatuses {

	private static final String QUERY = "SELECT k.stamp, k.must_change, k.enabled AND NOT k.locked AND p.active,"
			+ " k.practice, a.role, a.unit_id, u.path FROM account k JOIN person p ON p.id = k.person_id"
			+ " LEFT JOIN appointment a ON a.person_id = k.person_id AND" + PostConditions.HELD
			+ "LEFT JOIN unit u ON u.id = a.unit_id WHERE k.login = :login";

	/** The database would sort four tables' rows for it. */
	private static final Comparator<Post> ORDER = Comparator.comparing(Post::role).thenComparing(Post::unitId);

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	private final PracticeRule practice;

	AccountStatuses(JdbcClient jdbc, BusinessClock clock, PracticeRule practice) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.practice = practice;
	}

	Optional<AccountStatus> of(String login) {
		return Optional.ofNullable(
				this.jdbc.sql(QUERY).param("today", this.clock.today()).param("login", login).query(this::status));
	}

	private AccountStatus status(ResultSet row) throws SQLException {
		if (!row.next()) {
			return null;
		}
		boolean open = row.getBoolean(3) && this.practice.lets(row.getBoolean(4));
		long stamp = row.getLong(1);
		boolean mustChange = row.getBoolean(2);
		List<Post> posts = new ArrayList<>();
		do {
			if (row.getString(5) != null) {
				posts.add(new Post(row.getString(5), row.getLong(6), row.getString(7)));
			}
		}
		while (row.next());
		return new AccountStatus(stamp, mustChange, open, posts.stream().distinct().sorted(ORDER).toList());
	}

}
