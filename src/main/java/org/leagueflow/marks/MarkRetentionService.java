package org.leagueflow.marks;

import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.sheet.ImportRetentionService;
import org.springframework.stereotype.Service;

/** Forgets the cells of imports. */
@Service
class MarkRetentionService extends ImportRetentionService<MarkImport> {

	private final MarkCellRepository rows;

	MarkRetentionService(MarkImports imports, MarkCellRepository rows, BusinessClock clock) {
		super(imports, clock);
		this.rows = rows;
	}

	@Override
	protected void forgetLines(MarkImport one) {
		this.rows.forget(one.id());
		one.forgetSamples();
	}

}
