package org.leagueflow.people;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Enters lines of a roster into the books, in batches inside the caller's transaction.
 */
@Component
class RosterWriter {

	private final JdbcTemplate jdbc;

	private final RosterBooks books;

	private final MembershipService memberships;

	private final BusinessClock clock;

	RosterWriter(JdbcTemplate jdbc, RosterBooks books, MembershipService memberships, BusinessClock clock) {
		this.jdbc = jdbc;
		this.books = books;
		this.memberships = memberships;
		this.clock = clock;
	}

	/** Enters persons who are not in the books yet; returns what was done. */
	List<RosterRows.Done> create(List<Entry> entries, String schoolPath) {
		insertPersons(entries);
		List<RosterRow> rows = entries.stream().map(Entry::row).toList();
		Map<String, RosterKnown> byIdHash = this.books.byIdHash(rows);
		Map<String, RosterKnown> byNumber = this.books.byStudentNumber(rows, schoolPath);
		List<RosterRows.Done> done = new ArrayList<>();
		List<Holding> holdings = new ArrayList<>();
		for (Entry entry : entries) {
			RosterKnown known = (entry.row().idHash() != null) ? byIdHash.get(entry.row().idHash())
					: byNumber.get(entry.person().studentNumber());
			holdings.add(new Holding(known.id(), entry));
			done.add(new RosterRows.Done(entry.row().line().number(), RosterRows.Outcome.CREATED, known.id()));
		}
		insertMemberships(holdings.stream().filter((one) -> one.entry().person().memberSince() != null).toList());
		insertPosts(holdings.stream()
			.flatMap((one) -> one.entry().person().roles().stream().map((role) -> one.post(role)))
			.toList());
		return done;
	}

	/**
	 * Corrects persons in the books; moves and admissions go the way that all others go.
	 */
	List<RosterRows.Done> change(List<Entry> entries, RosterMatching matching, Actor by) {
		updatePersons(entries);
		for (Entry entry : entries) {
			settle(entry, by);
		}
		insertPosts(entries.stream()
			.flatMap((entry) -> matching.missingRoles(entry.person(), entry.known().id(), entry.unitId())
				.stream()
				.map((role) -> new Seat(entry.known().id(), entry.unitId(), role)))
			.toList());
		return entries.stream()
			.map((entry) -> new RosterRows.Done(entry.row().line().number(), RosterRows.Outcome.CHANGED,
					entry.known().id()))
			.toList();
	}

	private void settle(Entry entry, Actor by) {
		RosterKnown known = entry.known();
		RosterPerson person = entry.person();
		if (!known.in(entry.unitId())) {
			this.memberships.move(known.id(), entry.unitId(), this.clock.today(), by);
		}
		if (person.memberSince() != null && known.memberSince() == null) {
			this.memberships.admit(known.id(), entry.unitId(), person.memberSince(), person.memberNumber(), by);
		}
		else if (person.memberSince() != null && !person.memberSince().equals(known.memberSince())) {
			this.jdbc.update("UPDATE membership SET from_date = ? WHERE person_id = ? AND from_date = ?",
					person.memberSince(), known.id(), known.memberSince());
		}
	}

	private void insertPersons(List<Entry> entries) {
		this.jdbc.batchUpdate(
				"""
						INSERT INTO person (unit_id, name, birth_date, sex, student_number, staff, party_member, restricted,
						  active, member_since, member_number, id_number_cipher, id_number_hash, id_number_last4, phone, version)
						VALUES (?, ?, ?, ?, ?, FALSE, ?, FALSE, TRUE, ?, ?, ?, ?, ?, ?, 0)""",
				entries, RosterRows.CHUNK, (statement, entry) -> {
					RosterPerson person = entry.person();
					statement.setLong(1, entry.unitId());
					statement.setString(2, person.name());
					statement.setObject(3, person.birthDate());
					statement.setString(4, person.sex());
					statement.setString(5, person.studentNumber());
					statement.setBoolean(6, person.partyMember());
					statement.setObject(7, person.memberSince());
					statement.setString(8, person.memberNumber());
					idNumber(statement, 9, entry.row());
					statement.setString(12, person.phone());
				});
	}

	/** An empty cell keeps what is in the books. */
	private void updatePersons(List<Entry> entries) {
		this.jdbc.batchUpdate("""
				UPDATE person SET name = ?, birth_date = COALESCE(?, birth_date), sex = COALESCE(?, sex),
				  student_number = COALESCE(?, student_number), party_member = (party_member OR ?),
				  phone = COALESCE(?, phone), id_number_cipher = COALESCE(?, id_number_cipher),
				  id_number_hash = COALESCE(?, id_number_hash), id_number_last4 = COALESCE(?, id_number_last4),
				  member_since = COALESCE(?, member_since), member_number = COALESCE(?, member_number),
				  version = version + 1 WHERE id = ?""", entries, RosterRows.CHUNK, (statement, entry) -> {
			RosterPerson person = entry.person();
			boolean member = entry.known().memberSince() != null;
			statement.setString(1, person.name());
			statement.setObject(2, person.birthDate());
			statement.setString(3, person.sex());
			statement.setString(4, person.studentNumber());
			statement.setBoolean(5, person.partyMember());
			statement.setString(6, person.phone());
			idNumber(statement, 7, entry.row());
			statement.setObject(10, member ? person.memberSince() : null);
			statement.setString(11, member ? person.memberNumber() : null);
			statement.setLong(12, entry.known().id());
		});
	}

	private static void idNumber(PreparedStatement statement, int at, RosterRow row) throws SQLException {
		String masked = row.idMasked();
		statement.setString(at, row.idSealed());
		statement.setString(at + 1, row.idHash());
		statement.setString(at + 2, (masked != null) ? masked.substring(masked.length() - 4) : null);
	}

	private void insertMemberships(List<Holding> holdings) {
		this.jdbc.batchUpdate("INSERT INTO membership (person_id, branch_id, from_date) VALUES (?, ?, ?)", holdings,
				RosterRows.CHUNK, (statement, holding) -> {
					statement.setLong(1, holding.personId());
					statement.setLong(2, holding.entry().unitId());
					statement.setObject(3, holding.entry().person().memberSince());
				});
	}

	/** Student branches elect for one year (选举工作条例: 大中学校学生支部任期 1 年). */
	private void insertPosts(List<Seat> seats) {
		LocalDate today = this.clock.today();
		this.jdbc.batchUpdate(
				"INSERT INTO appointment (person_id, role, unit_id, from_date, to_date, version) VALUES (?, ?, ?, ?, ?, 0)",
				seats, RosterRows.CHUNK, (statement, seat) -> {
					statement.setLong(1, seat.personId());
					statement.setString(2, seat.role());
					statement.setLong(3, seat.unitId());
					statement.setObject(4, today);
					statement.setObject(5, today.plusYears(1).minusDays(1));
				});
	}

	/** A line, whom it means and in which branch. */
	record Entry(RosterRow row, RosterPerson person, RosterKnown known, long unitId) {

		static Entry of(RosterRow row, RosterMatch match) {
			return new Entry(row, row.person(), match.known(), match.unitId());
		}

	}

	private record Holding(long personId, Entry entry) {

		Seat post(String role) {
			return new Seat(this.personId, this.entry.unitId(), role);
		}

	}

	private record Seat(long personId, long unitId, String role) {
	}

}
