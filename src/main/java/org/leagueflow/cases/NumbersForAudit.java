package org.leagueflow.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditNames;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names cases for the auditor by the number that everybody knows them by. */
@Repository
class NumbersForAudit implements AuditNames {

	private final JdbcClient jdbc;

	private final ObjectProvider<Cases> cases;

	/** The cases write the record themselves, hence the provider. */
	NumbersForAudit(JdbcClient jdbc, ObjectProvider<Cases> cases) {
		this.jdbc = jdbc;
		this.cases = cases;
	}

	@Override
	public String kind() {
		return "case";
	}

	@Override
	public Map<Long, String> names(Collection<Long> numbers) {
		Map<Long, String> names = new HashMap<>();
		this.jdbc.sql("SELECT id, number FROM case_file WHERE id IN (:ids) AND number IS NOT NULL")
			.param("ids", numbers)
			.query((row, at) -> names.put(row.getLong("id"), row.getString("number")))
			.list();
		return names;
	}

	@Override
	public Optional<String> path(long number, Actor reader) {
		return this.cases.getObject().maySee(new CaseId(number), reader) ? Optional.of("/cases/" + number)
				: Optional.empty();
	}

	@Override
	public Optional<Long> number(String name) {
		return this.jdbc.sql("SELECT id FROM case_file WHERE number = ?")
			.param(name.toUpperCase(Locale.ROOT))
			.query(Long.class)
			.optional();
	}

}
