package org.leagueflow.people;

import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.KeyWitness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries the key on sealed ID numbers of persons, the oldest. */
@Component
class IdNumberKeyWitness implements KeyWitness {

	private static final List<String> SEALED = List
		.of("SELECT id_number_cipher FROM person WHERE id_number_cipher IS NOT NULL ORDER BY id LIMIT 50");

	private final JdbcClient jdbc;

	private final IdNumberVault vault;

	IdNumberKeyWitness(JdbcClient jdbc, IdNumberVault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	@Override
	public String purpose() {
		return SERVER;
	}

	@Override
	public String about() {
		return "ID numbers (身份证号)";
	}

	@Override
	public Optional<Boolean> fits() {
		List<String> sealed = SEALED.stream()
			.flatMap((sql) -> this.jdbc.sql(sql).query(String.class).list().stream())
			.toList();
		return sealed.isEmpty() ? Optional.empty() : Optional.of(sealed.stream().anyMatch(this.vault::opens));
	}

}
