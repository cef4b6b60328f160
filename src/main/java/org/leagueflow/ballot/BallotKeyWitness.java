package org.leagueflow.ballot;

import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.KeyWitness;
import org.springframework.stereotype.Component;

/** Tries the key on the key files of ballots that are not counted yet. */
@Component
class BallotKeyWitness implements KeyWitness {

	private final KeyFiles files;

	private final BallotRepository rows;

	BallotKeyWitness(KeyFiles files, BallotRepository rows) {
		this.files = files;
		this.rows = rows;
	}

	@Override
	public String purpose() {
		return SERVER;
	}

	@Override
	public String about() {
		return "ballots that are not counted yet (投票)";
	}

	@Override
	public Optional<Boolean> fits() {
		List<String> names = this.rows.uncounted()
			.stream()
			.map(Ballot::fingerprint)
			.filter((name) -> this.files.writtenAt(name).isPresent())
			.toList();
		return names.isEmpty() ? Optional.empty()
				: Optional.of(names.stream().anyMatch((name) -> this.files.read(name).isPresent()));
	}

}
