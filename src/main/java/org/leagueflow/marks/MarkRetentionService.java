package org.leagueflow.marks;

import java.time.Instant;
import java.util.List;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.sheet.ImportRetention;
import org.leagueflow.sheet.SheetImport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets the cells of imports. */
@Service
class MarkRetentionService implements ImportRetention {

	private final MarkImports imports;

	private final MarkCellRepository rows;

	private final BusinessClock clock;

	MarkRetentionService(MarkImports imports, MarkCellRepository rows, BusinessClock clock) {
		this.imports = imports;
		this.rows = rows;
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
		this.imports.lock(importId).filter((one) -> one.forget(this.clock.instant())).ifPresent((one) -> {
			this.rows.forget(importId);
			one.forgetSamples();
		});
	}

}
