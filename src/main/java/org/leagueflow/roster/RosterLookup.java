package org.leagueflow.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.BranchKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks up the persons, units and posts that the lines of a roster name, many lines at a
 * time.
 */
@Component
class RosterLookup {

	private static final String KNOWN = """
			SELECT p.id, p.unit_id, u.path, u.name AS unit_name, p.name, p.birth_date, p.sex, p.student_number,
			  p.party_member, p.active, p.member_since, p.member_number, p.phone, p.id_number_hash,
			  (p.restricted = TRUE AND (p.restricted_from IS NULL OR p.restricted_from <= :today)
			    AND (p.restricted_until IS NULL OR p.restricted_until >= :today)) AS restricted_now
			FROM person p JOIN unit u ON u.id = p.unit_id WHERE""";

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	RosterLookup(JdbcClient jdbc, BusinessClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	RosterUnits units(String path) {
		return new RosterUnits(this.jdbc.sql("""
				SELECT b.id, b.name, p.name AS parent_name, b.branch_kind FROM unit b JOIN unit p ON p.id = b.parent_id
				WHERE b.path LIKE ? AND b.kind = 'BRANCH' AND b.active = TRUE""")
			.param(path + "%")
			.query((rs, i) -> new RosterUnits.Branch(rs.getLong("id"), rs.getString("name"),
					rs.getString("parent_name"),
					rs.getString("branch_kind") == null
							|| BranchKind.valueOf(rs.getString("branch_kind")).receivesMembers()))
			.list());
	}

	Map<String, RosterKnown> byIdHash(Collection<RosterRow> rows) {
		return known("p.id_number_hash IN (:texts)", texts(rows, RosterRow::idHash), null, RosterKnown::idHash);
	}

	/** Student numbers are told apart within one school only. */
	Map<String, RosterKnown> byStudentNumber(Collection<RosterRow> rows, String schoolPath) {
		return known("p.student_number IN (:texts) AND u.path LIKE :path",
				texts(rows, (row) -> row.line().text(RosterColumn.STUDENT_NUMBER)), schoolPath + "%",
				RosterKnown::studentNumber);
	}

	Map<String, RosterKnown> byMemberNumber(Collection<RosterRow> rows) {
		return known("p.member_number IN (:texts)", texts(rows, (row) -> row.line().text(RosterColumn.MEMBER_NUMBER)),
				null, RosterKnown::memberNumber);
	}

	/** Who holds which role on that day in branches below the path, by "unit/role". */
	Map<String, Set<Long>> posts(String path, LocalDate day) {
		Map<String, Set<Long>> posts = new HashMap<>();
		this.jdbc.sql("""
				SELECT a.person_id, a.unit_id, a.role FROM appointment a JOIN unit u ON u.id = a.unit_id
				WHERE u.path LIKE :path AND u.kind = 'BRANCH' AND a.ended_at IS NULL AND a.from_date <= :day
				  AND (a.to_date IS NULL OR a.to_date >= :day)""")
			.param("path", path + "%")
			.param("day", day)
			.query((rs) -> {
				posts.computeIfAbsent(post(rs.getLong("unit_id"), rs.getString("role")), (any) -> new HashSet<>())
					.add(rs.getLong("person_id"));
			});
		return posts;
	}

	static String post(long unitId, String role) {
		return unitId + "/" + role;
	}

	private Map<String, RosterKnown> known(String condition, Set<String> texts, String path,
			Function<RosterKnown, String> by) {
		if (texts.isEmpty()) {
			return Map.of();
		}
		JdbcClient.StatementSpec query = this.jdbc.sql(KNOWN + " " + condition)
			.param("texts", texts)
			.param("today", this.clock.today());
		List<RosterKnown> found = ((path != null) ? query.param("path", path) : query).query(RosterLookup::known)
			.list();
		Map<String, RosterKnown> known = new HashMap<>();
		found.forEach((person) -> known.merge(by.apply(person), person, (one, two) -> one.active() ? one : two));
		return known;
	}

	private static Set<String> texts(Collection<RosterRow> rows, Function<RosterRow, String> text) {
		return rows.stream()
			.map(text)
			.filter(Objects::nonNull)
			.filter((one) -> !one.isEmpty())
			.collect(Collectors.toSet());
	}

	private static RosterKnown known(ResultSet rs, int row) throws SQLException {
		return new RosterKnown(rs.getLong("id"), rs.getLong("unit_id"), rs.getString("path"), rs.getString("unit_name"),
				rs.getString("name"), rs.getObject("birth_date", LocalDate.class), rs.getString("sex"),
				rs.getString("student_number"), rs.getBoolean("party_member"), rs.getBoolean("active"),
				rs.getObject("member_since", LocalDate.class), rs.getString("member_number"), rs.getString("phone"),
				rs.getString("id_number_hash"), rs.getBoolean("restricted_now"));
	}

}
