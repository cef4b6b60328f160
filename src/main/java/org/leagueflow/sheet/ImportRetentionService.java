package org.leagueflow.sheet;

import java.time.Instant;
import java.util.List;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.transaction.annotation.Transactional;

/** Forgets the lines of imports; what the lines are the module says. */
public abstract class ImportRetentionService<T extends SheetImport> implements ImportRetention {

	private final SheetImports<T> imports;

	private final BusinessClock clock;

	protected ImportRetentionService(SheetImports<T> imports, BusinessClock clock) {
		this.imports = imports;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Ended> ended(Instant before, long after) {
		return this.imports
			.findTop200ByForgottenAtIsNullAndStateNotAndHeartbeatBeforeAndIdGreaterThanOrderById(
					SheetImport.State.IMPORTING, before, after)
			.stream()
			.map((one) -> new Ended(one.id(), one.unitId(), one.last()))
			.toList();
	}

	@Override
	@Transactional
	public void forget(long importId) {
		this.imports.lock(importId).filter((one) -> one.forget(this.clock.instant())).ifPresent(this::forgetLines);
	}

	/** Deletes what was read and found. */
	protected abstract void forgetLines(T one);

}
