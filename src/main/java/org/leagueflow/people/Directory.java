package org.leagueflow.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up units, persons and posts, straight from the tables and as of today. */
@Repository
class Directory {

	/** As pages list persons: by pinyin, those who left last. */
	private static final Comparator<PersonCard> LISTED = Comparator.comparing(PersonCard::active)
		.reversed()
		.thenComparing(PersonCard::name, Pinyin.ORDER)
		.thenComparing(PersonCard::id);

	/** The birthday on which a member without a post leaves the League (团章§1). */
	private static final int MAX_AGE = 28;

	private static final String UNIT = """
			SELECT u.id, u.parent_id, u.kind, u.branch_kind, u.name, u.path, EXISTS (SELECT 1 FROM unit s
			WHERE s.secondary_school = TRUE AND u.path LIKE CONCAT(s.path, '%')) AS secondary_school, u.final_year FROM unit u\s""";

	private static final String CARD = """
			SELECT p.id, p.name, p.birth_date, p.sex, p.student_number, p.unit_id, u.path AS unit_path,
			u.name AS unit_name, p.member_since, p.member_number, p.party_member, p.staff, p.active,
			(SELECT c.id FROM unit c WHERE c.kind = 'COMMITTEE' AND u.path LIKE CONCAT(c.path, '%')
			ORDER BY LENGTH(c.path) DESC LIMIT 1) AS school_id,
			EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.from_date <= :today
			AND (m.to_date IS NULL OR m.to_date >= :today)) AS member,
			(p.restricted = TRUE AND (p.restricted_from IS NULL OR p.restricted_from <= :today)
			AND (p.restricted_until IS NULL OR p.restricted_until >= :today)) AS restricted_now
			FROM person p JOIN unit u ON u.id = p.unit_id\s""";

	private static final String MEMBER_THEN = """
			SELECT p.id, p.name, TRUE AS member,
			(p.restricted = TRUE AND (p.restricted_from IS NULL OR p.restricted_from <= :day)
			AND (p.restricted_until IS NULL OR p.restricted_until >= :day)) AS restricted_then,
			(p.birth_date <= :grown AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = p.id
			AND a.role NOT IN ('auditor', 'admin') AND a.ended_at IS NULL AND a.from_date <= :day
			AND (a.to_date IS NULL OR a.to_date >= :day))) AS over_age
			FROM membership m JOIN person p ON p.id = m.person_id
			JOIN unit g ON g.id = :branch AND %s
			WHERE m.from_date <= :day AND (m.to_date IS NULL OR m.to_date >= :day)
			AND (p.left_on IS NULL OR p.left_on > :day)
			""";

	/** Membership is in a branch; who belongs to one of its groups is known of today. */
	private static final String ELECTORS = MEMBER_THEN.formatted("m.branch_id = g.id") + " UNION ALL "
			+ MEMBER_THEN.formatted("g.kind = 'GROUP' AND p.unit_id = g.id") + """
					UNION ALL
					SELECT p.id, p.name, FALSE, FALSE, FALSE FROM person p
					WHERE p.unit_id = :branch AND (p.left_on IS NULL OR p.left_on > :day)
					AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.from_date <= :day
					AND (m.to_date IS NULL OR m.to_date >= :day))
					ORDER BY 2, 1""";

	private static final String SEATS = """
			SELECT u.id, u.kind, u.path, a.role FROM unit u LEFT JOIN appointment a ON a.unit_id = u.id
			AND a.role IN (:roles) AND EXISTS (SELECT 1 FROM person p WHERE p.id = a.person_id AND p.active = TRUE)
			AND""" + PostConditions.HELD + "WHERE u.id IN (:units) ORDER BY LENGTH(u.path) DESC, u.id";

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	Directory(JdbcClient jdbc, BusinessClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<PersonCard> person(long personId) {
		return this.jdbc.sql(CARD + "WHERE p.id = :id")
			.param("today", this.clock.today())
			.param("id", personId)
			.query(Directory::card)
			.optional();
	}

	List<PersonCard> persons(Collection<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(CARD + "WHERE p.id IN (:ids) ORDER BY p.name, p.id")
			.param("today", this.clock.today())
			.param("ids", ids)
			.query(Directory::card)
			.list();
	}

	Optional<String> phone(long personId) {
		return this.jdbc.sql("SELECT phone FROM person WHERE id = :id AND phone IS NOT NULL")
			.param("id", personId)
			.query(String.class)
			.optional();
	}

	Optional<String> email(long personId) {
		return this.jdbc.sql("SELECT email FROM person WHERE id = :id AND email IS NOT NULL AND active = TRUE")
			.param("id", personId)
			.query(String.class)
			.optional();
	}

	/**
	 * Persons below any of the paths whose name, number or log-in starts with the text.
	 */
	List<PersonCard> search(String text, Collection<String> paths, int limit) {
		String start = escape(text.strip()) + "%";
		String reach = String.join(" OR ",
				paths.stream().map((path) -> "u.path LIKE '" + checked(path) + "%'").toList());
		return this.jdbc
			.sql(CARD + "WHERE (" + reach
					+ ") AND (p.name LIKE :start ESCAPE '!' OR p.student_number LIKE :start ESCAPE"
					+ " '!' OR EXISTS (SELECT 1 FROM account k WHERE k.person_id = p.id AND k.login LIKE :login"
					+ " ESCAPE '!')) ORDER BY p.active DESC, p.name, p.id LIMIT :limit")
			.param("today", this.clock.today())
			.param("start", start)
			.param("login", start.toLowerCase(java.util.Locale.ROOT))
			.param("limit", limit)
			.query(Directory::card)
			.stream()
			.sorted(LISTED)
			.toList();
	}

	/** Persons who belong to exactly this unit, by pinyin; those who left stand last. */
	List<PersonCard> belonging(long unitId) {
		return this.jdbc.sql(CARD + "WHERE p.unit_id = :unit")
			.param("today", this.clock.today())
			.param("unit", unitId)
			.query(Directory::card)
			.stream()
			.sorted(LISTED)
			.toList();
	}

	/** Staff and Party members below the path, those at or above the branch first. */
	List<PersonCard> guides(String path, String branchPath, int limit) {
		return this.jdbc
			.sql(CARD + "WHERE p.active = TRUE AND (p.staff = TRUE OR p.party_member = TRUE) AND u.path LIKE :path"
					+ " ORDER BY CASE WHEN :branch LIKE CONCAT(u.path, '%') THEN 0 ELSE 1 END, p.name, p.id"
					+ " LIMIT :limit")
			.param("today", this.clock.today())
			.param("path", path + "%")
			.param("branch", branchPath)
			.param("limit", limit)
			.query(Directory::card)
			.list();
	}

	UnitCard unit(long unitId) {
		return this.jdbc.sql(UNIT + "WHERE u.id = :id")
			.param("id", unitId)
			.query(Directory::unitCard)
			.optional()
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.unit-unknown"));
	}

	/** The unit and those above it, nearest first. */
	List<UnitCard> lineage(long unitId) {
		return this.jdbc.sql(UNIT + "WHERE u.id IN (:ids) ORDER BY LENGTH(u.path) DESC")
			.param("ids", ids(path(unitId)))
			.query(Directory::unitCard)
			.list();
	}

	/**
	 * The path of the school that a unit belongs to, within which student numbers are
	 * told apart: the topmost committee, or the unit itself where there is none.
	 */
	String schoolPath(long unitId) {
		List<UnitCard> lineage = lineage(unitId);
		return lineage.stream()
			.filter((unit) -> unit.kind() == UnitKind.COMMITTEE)
			.reduce((nearer, farther) -> farther)
			.orElse(lineage.get(0))
			.path();
	}

	/** What the unit, or else the nearest one above it, says about where to reach it. */
	Optional<String> contact(long unitId) {
		return this.jdbc
			.sql("SELECT u.contact FROM unit u WHERE u.id IN (:ids) AND u.contact IS NOT NULL"
					+ " ORDER BY LENGTH(u.path) DESC LIMIT 1")
			.param("ids", ids(path(unitId)))
			.query(String.class)
			.optional();
	}

	/** The open units below the path, each followed by those below it. */
	List<UnitCard> within(String path) {
		return this.jdbc.sql(UNIT + "WHERE u.active = TRUE AND u.path LIKE :path ORDER BY u.path")
			.param("path", path + "%")
			.query(Directory::unitCard)
			.list();
	}

	/** The same with the closed ones. */
	List<UnitCard> everWithin(String path) {
		return this.jdbc.sql(UNIT + "WHERE u.path LIKE :path ORDER BY u.path")
			.param("path", path + "%")
			.query(Directory::unitCard)
			.list();
	}

	/**
	 * In the order of their ids, so that two who hold several never wait for each other.
	 */
	void hold(Collection<Long> persons) {
		this.jdbc.sql("SELECT id FROM person WHERE id IN (:ids) ORDER BY id FOR UPDATE")
			.param("ids", persons)
			.query(Long.class)
			.list();
	}

	/** All open units without one above. */
	List<UnitCard> roots() {
		return this.jdbc.sql(UNIT + "WHERE u.active = TRUE AND u.parent_id IS NULL ORDER BY u.id")
			.query(Directory::unitCard)
			.list();
	}

	String path(long unitId) {
		return this.jdbc.sql("SELECT path FROM unit WHERE id = :id")
			.param("id", unitId)
			.query(String.class)
			.optional()
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.unit-unknown"));
	}

	List<Post> posts(long personId) {
		return this.jdbc
			.sql("SELECT DISTINCT a.role, a.unit_id, u.path FROM appointment a JOIN person p ON p.id = a.person_id"
					+ " JOIN unit u ON u.id = a.unit_id WHERE a.person_id = :person AND p.active = TRUE AND"
					+ PostConditions.HELD + "ORDER BY a.role, a.unit_id")
			.param("person", personId)
			.param("today", this.clock.today())
			.query((row, number) -> new Post(row.getString(1), row.getLong(2), row.getString(3)))
			.list();
	}

	List<Long> holders(String role, long unitId) {
		return this.jdbc
			.sql("SELECT DISTINCT a.person_id FROM appointment a JOIN person p ON p.id = a.person_id"
					+ " WHERE a.unit_id = :unit AND a.role = :role AND p.active = TRUE AND" + PostConditions.HELD
					+ "ORDER BY 1")
			.param("unit", unitId)
			.param("role", role)
			.param("today", this.clock.today())
			.query(Long.class)
			.list();
	}

	int holderCount(Collection<String> roles, String path) {
		return this.jdbc
			.sql("SELECT COUNT(DISTINCT a.person_id) FROM unit u JOIN appointment a ON a.unit_id = u.id"
					+ " JOIN person p ON p.id = a.person_id WHERE u.active = TRUE AND u.path LIKE :path"
					+ " AND a.role IN (:roles) AND p.active = TRUE AND" + PostConditions.HELD)
			.param("path", path + "%")
			.param("roles", roles)
			.param("today", this.clock.today())
			.query(Integer.class)
			.single();
	}

	Set<Long> inPosts(Collection<Long> persons) {
		return new HashSet<>(this.jdbc
			.sql("SELECT DISTINCT a.person_id FROM appointment a JOIN person p ON p.id = a.person_id"
					+ " WHERE a.person_id IN (:persons) AND p.active = TRUE AND" + PostConditions.HELD)
			.param("persons", persons)
			.param("today", this.clock.today())
			.query(Long.class)
			.list());
	}

	/**
	 * The units on this path, nearest first, each with those of the roles that somebody
	 * holds there today.
	 */
	List<Seats> seats(String path, Collection<String> roles) {
		Map<Long, Seats> seats = new LinkedHashMap<>();
		this.jdbc.sql(SEATS)
			.param("units", ids(path))
			.param("roles", roles)
			.param("today", this.clock.today())
			.query((row) -> {
				Seats unit = new Seats(row.getLong(1), UnitKind.valueOf(row.getString(2)), row.getString(3),
						new HashSet<>());
				seats.computeIfAbsent(unit.unitId(), (id) -> unit).held().add(row.getString(4));
			});
		return List.copyOf(seats.values());
	}

	/** Those of the units at which somebody holds the role today. */
	List<Long> unitsWith(String role, Collection<Long> unitIds) {
		return this.jdbc
			.sql("SELECT DISTINCT a.unit_id FROM appointment a JOIN person p ON p.id = a.person_id"
					+ " WHERE a.unit_id IN (:units) AND a.role = :role AND p.active = TRUE AND" + PostConditions.HELD)
			.param("units", unitIds)
			.param("role", role)
			.param("today", this.clock.today())
			.query(Long.class)
			.list();
	}

	List<Elector> electors(long branchId, LocalDate on) {
		return this.jdbc.sql(ELECTORS)
			.param("branch", branchId)
			.param("day", on)
			.param("grown", on.minusYears(MAX_AGE))
			.query(Directory::elector)
			.list();
	}

	int memberCount(String unitPath, LocalDate on) {
		return members("", unitPath, on);
	}

	int youngMemberCount(String unitPath, LocalDate on) {
		return members(" AND p.staff = FALSE", unitPath, on);
	}

	private int members(String which, String unitPath, LocalDate on) {
		return this.jdbc
			.sql("SELECT COUNT(*) FROM membership m JOIN unit u ON u.id = m.branch_id JOIN person p ON p.id = m.person_id"
					+ " WHERE u.path LIKE :path AND m.from_date <= :day AND (m.to_date IS NULL OR m.to_date >= :day)"
					+ " AND (p.left_on IS NULL OR p.left_on > :day)" + which)
			.param("path", unitPath + "%")
			.param("day", on)
			.query(Integer.class)
			.single();
	}

	Map<Long, Integer> memberCounts(Collection<Long> branchIds, LocalDate on) {
		Map<Long, Integer> counts = new HashMap<>();
		this.jdbc
			.sql("SELECT m.branch_id, COUNT(*) FROM membership m JOIN person p ON p.id = m.person_id"
					+ " WHERE m.branch_id IN (:branches) AND m.from_date <= :day"
					+ " AND (m.to_date IS NULL OR m.to_date >= :day) AND (p.left_on IS NULL OR p.left_on > :day)"
					+ " GROUP BY m.branch_id")
			.param("branches", branchIds)
			.param("day", on)
			.query((row, at) -> counts.put(row.getLong(1), row.getInt(2)))
			.list();
		return counts;
	}

	int youthCount(String unitPath) {
		return this.jdbc
			.sql("SELECT COUNT(*) FROM person p JOIN unit u ON u.id = p.unit_id"
					+ " WHERE u.path LIKE :path AND p.active = TRUE AND p.staff = FALSE")
			.param("path", unitPath + "%")
			.query(Integer.class)
			.single();
	}

	Map<Long, List<Long>> youth(Collection<Long> branchIds) {
		Map<Long, List<Long>> youth = new HashMap<>();
		this.jdbc
			.sql("SELECT unit_id, id FROM person WHERE unit_id IN (:branches) AND active = TRUE AND staff = FALSE"
					+ " ORDER BY id")
			.param("branches", branchIds)
			.query((row, at) -> youth.computeIfAbsent(row.getLong(1), (key) -> new ArrayList<>()).add(row.getLong(2)))
			.list();
		return youth;
	}

	private static Elector elector(ResultSet row, int number) throws SQLException {
		boolean member = row.getBoolean(3);
		String whyNot = !member ? "people.elector.not-member" : row.getBoolean(4) ? "people.elector.restricted"
				: row.getBoolean(5) ? "people.elector.over-age" : null;
		return new Elector(row.getLong(1), row.getString(2), member, whyNot == null, whyNot);
	}

	private static PersonCard card(ResultSet row, int number) throws SQLException {
		boolean member = row.getBoolean("member") && row.getBoolean("active");
		return new PersonCard(row.getLong("id"), row.getString("name"), row.getObject("birth_date", LocalDate.class),
				row.getString("sex"), row.getString("student_number"), row.getLong("unit_id"),
				row.getString("unit_path"), row.getString("unit_name"), longOrNull(row, "school_id"), member,
				row.getObject("member_since", LocalDate.class), row.getString("member_number"),
				row.getBoolean("party_member"), row.getBoolean("staff"), row.getBoolean("restricted_now"),
				row.getBoolean("active"));
	}

	private static UnitCard unitCard(ResultSet row, int number) throws SQLException {
		return new UnitCard(row.getLong("id"), longOrNull(row, "parent_id"), UnitKind.valueOf(row.getString("kind")),
				row.getString("branch_kind"), row.getString("name"), row.getString("path"),
				row.getBoolean("secondary_school"), row.getString("final_year"));
	}

	private static Long longOrNull(ResultSet row, String column) throws SQLException {
		long number = row.getLong(column);
		return row.wasNull() ? null : number;
	}

	private static List<Long> ids(String path) {
		return Arrays.stream(path.split("/")).filter((part) -> !part.isEmpty()).map(Long::valueOf).toList();
	}

	private static String checked(String path) {
		if (!path.matches("[0-9/]*")) {
			throw new IllegalArgumentException(path);
		}
		return path;
	}

	static String escape(String text) {
		return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
	}

	/** A unit on the way up, with the roles that somebody holds there. */
	record Seats(long unitId, UnitKind kind, String path, Set<String> held) {
	}

}
