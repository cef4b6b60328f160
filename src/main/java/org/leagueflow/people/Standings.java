package org.leagueflow.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Asks with one query per request how an account stands, so that no node works on old
 * news.
 */
@Repository
class Standings {

	private static final String QUERY = "SELECT k.stamp, k.must_change, k.enabled AND NOT k.locked AND p.active,"
			+ " k.practice, a.role, a.unit_id, u.path FROM account k JOIN person p ON p.id = k.person_id"
			+ " LEFT JOIN appointment a ON a.person_id = k.person_id AND" + Directory.HELD
			+ "LEFT JOIN unit u ON u.id = a.unit_id WHERE k.login = :login";

	/** The database would sort four tables' rows for it. */
	private static final Comparator<Post> ORDER = Comparator.comparing(Post::role).thenComparing(Post::unitId);

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	private final PracticeRule practice;

	Standings(JdbcClient jdbc, BusinessClock clock, PracticeRule practice) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.practice = practice;
	}

	Optional<Standing> of(String login) {
		return Optional.ofNullable(
				this.jdbc.sql(QUERY).param("today", this.clock.today()).param("login", login).query(this::standing));
	}

	private Standing standing(ResultSet row) throws SQLException {
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
		return new Standing(stamp, mustChange, open, posts.stream().distinct().sorted(ORDER).toList());
	}

}
