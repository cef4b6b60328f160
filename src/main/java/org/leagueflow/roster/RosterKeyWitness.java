package org.leagueflow.roster;

import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.KeyWitness;
import org.leagueflow.people.IdNumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries the key on sealed ID numbers of roster lines, the oldest. */
@Component
class RosterKeyWitness implements KeyWitness {

	private static final List<String> SEALED = List
		.of("SELECT id_sealed FROM roster_row WHERE id_sealed IS NOT NULL ORDER BY id LIMIT 50");

	private final JdbcClient jdbc;

	private final IdNumberVault vault;

	RosterKeyWitness(JdbcClient jdbc, IdNumberVault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	@Override
	public String purpose() {
		return SERVER;
	}

	@Override
	public String about() {
		return "ID numbers of rosters (花名册身份证号)";
	}

	@Override
	public Optional<Boolean> fits() {
		List<String> sealed = SEALED.stream()
			.flatMap((sql) -> this.jdbc.sql(sql).query(String.class).list().stream())
			.toList();
		return sealed.isEmpty() ? Optional.empty() : Optional.of(sealed.stream().anyMatch(this.vault::opens));
	}

}
