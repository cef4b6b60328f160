package org.leagueflow.audit;

import java.util.Optional;
import org.leagueflow.kernel.KeyWitness;
import org.springframework.stereotype.Component;

/**
 * Tries the key on the oldest entry that is as it was sealed. The oldest, because a node
 * that once ran with a wrong key left later entries of its own.
 */
@Component
class AuditKeyWitness implements KeyWitness {

	private static final int MAX_ENTRIES = 50;

	private final Seals seals;

	private final AuditKey key;

	AuditKeyWitness(Seals seals, AuditKey key) {
		this.seals = seals;
		this.key = key;
	}

	@Override
	public String purpose() {
		return AUDIT;
	}

	@Override
	public String about() {
		return "the audit record (审计记录)";
	}

	@Override
	public Optional<Boolean> fits() {
		return this.seals.after(0, MAX_ENTRIES)
			.stream()
			.filter(AuditKeyWitness::untouched)
			.findFirst()
			.map((link) -> this.key.marked(link.entry(), link.seal().keyId()));
	}

	private static boolean untouched(Seals.Link link) {
		Seal seal = link.seal();
		return link.entry() != null && link.entry().hashAfter(seal.prevHash(), seal.seq()).equals(seal.hash());
	}

}
