package org.leagueflow.cases;

import java.time.Instant;
import java.util.List;
import org.leagueflow.cases.Cases.Part;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who plays which part in which case, and who did. */
@Repository
class CaseRoles {

	private final JdbcClient jdbc;

	CaseRoles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void end(CaseId caseId, String role, Instant now) {
		this.jdbc.sql("UPDATE case_role SET until_at = ? WHERE case_id = ? AND role = ? AND until_at IS NULL")
			.params(Utc.column(now), caseId.value(), role)
			.update();
	}

	void give(CaseId caseId, String role, long person, Instant now) {
		this.jdbc.sql("INSERT INTO case_role (case_id, role, person_id, since_at) VALUES (?, ?, ?, ?)")
			.params(caseId.value(), role, person, Utc.column(now))
			.update();
	}

	List<Long> holders(CaseId caseId, String role) {
		return this.jdbc
			.sql("SELECT person_id FROM case_role WHERE case_id = ? AND role = ? AND until_at IS NULL ORDER BY id")
			.params(caseId.value(), role)
			.query(Long.class)
			.list();
	}

	boolean everHeld(CaseId caseId, long person) {
		return this.jdbc.sql("SELECT COUNT(*) FROM case_role WHERE case_id = ? AND person_id = ?")
			.params(caseId.value(), person)
			.query(Long.class)
			.single() > 0;
	}

	/** The roles that the person holds in the case now. */
	List<String> heldBy(CaseId caseId, long person) {
		return this.jdbc.sql("SELECT role FROM case_role WHERE case_id = ? AND person_id = ? AND until_at IS NULL")
			.params(caseId.value(), person)
			.query(String.class)
			.list();
	}

	List<Part> parts(long person) {
		return this.jdbc
			.sql("SELECT r.role, r.case_id FROM case_role r JOIN case_file c ON c.id = r.case_id "
					+ "WHERE r.person_id = ? AND r.until_at IS NULL AND c.state = 'OPEN' ORDER BY r.case_id")
			.param(person)
			.query((row, n) -> new Part(row.getString(1), new CaseId(row.getLong(2))))
			.list();
	}

}
