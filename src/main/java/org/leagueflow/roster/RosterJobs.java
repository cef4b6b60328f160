package org.leagueflow.roster;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.IdNumberVault;
import org.leagueflow.sheet.ImportWorker;
import org.leagueflow.sheet.LineSpool;
import org.leagueflow.sheet.SheetImport;
import org.springframework.stereotype.Component;

/** Works on rosters in the background, one at a time, piece by piece. */
@Component
class RosterJobs {

	private final ImportWorker worker = new ImportWorker("roster");

	private final RosterService service;

	private final IdNumberVault vault;

	RosterJobs(RosterService service, IdNumberVault vault) {
		this.service = service;
		this.vault = vault;
	}

	void startChecking(long id, Path path) {
		this.worker.execute(() -> check(id, path), () -> this.service.waits(id, SheetImport.FIRST_RUN));
	}

	void startImporting(long id, int run, Actor by) {
		this.worker.execute(() -> importAll(id, run, by), () -> this.service.waits(id, run));
	}

	/** Reads the sheets that somebody chose, one after the other. */
	void startChecking(RosterService.Picked picked, boolean hiddenLines, boolean hiddenColumns) {
		picked.imports()
			.forEach((id, pick) -> this.worker.execute(
					() -> check(id, pick.run(), ImportWorker.written(picked.file()),
							new SheetSurvey.Choice(pick.place(), hiddenLines, hiddenColumns)),
					() -> this.service.waits(id, pick.run())));
	}

	/** Reads the only sheet there is to read, or offers those there are. */
	void check(long id, Path path) {
		int[] run = { SheetImport.FIRST_RUN };
		this.worker.read(id, path, () -> {
			RosterFile file = RosterFile.accept(path);
			List<SheetSurvey> surveys = file.survey();
			SheetSurvey only = RosterFile.only(surveys).orElse(null);
			if (only == null) {
				this.service.offer(id, surveys, ImportWorker.bytes(path));
				return;
			}
			run[0] = this.service.readsSheet(id, only.name());
			read(id, run[0], (lines) -> file.read(only, lines));
		}, (why) -> this.service.fail(id, run[0], why));
	}

	void check(long id, int run, Path path, SheetSurvey.Choice choice) {
		this.worker.read(id, path, () -> {
			RosterFile file = RosterFile.accept(path);
			read(id, run, (lines) -> file.read(choice, lines));
		}, (why) -> this.service.fail(id, run, why));
	}

	/** Sees all lines before the first is checked, because two may be the same. */
	private void read(long id, int run, Consumer<Consumer<RosterLine>> sheet) {
		try (LineSpool<RosterLine> lines = new LineSpool<>(RosterLine.class)) {
			RosterDuplicates duplicates = new RosterDuplicates(this.vault);
			sheet.accept((line) -> {
				duplicates.see(line);
				lines.add(line);
			});
			this.service.expect(id, run, duplicates.seen());
			lines.read(RosterRowRepository.CHUNK_SIZE, (piece) -> this.service.check(id, run, piece, duplicates));
			this.service.checked(id, run);
		}
	}

	void importAll(long id, int run, Actor by) {
		RosterService books = this.service;
		this.worker.importAll(id, RosterRowRepository.CHUNK_SIZE, new ImportWorker.Pieces() {

			@Override
			public int next(int lines) {
				return books.importNext(id, run, lines, by);
			}

			@Override
			public void refuseNext(Message why) {
				books.refuseNext(id, run, (why != null) ? RosterFinding.refused(why)
						: RosterFinding.error(RosterColumn.NAME, "refused-late"));
			}

			@Override
			public void imported() {
				books.imported(id, run, by);
			}

		});
	}

	@PreDestroy
	void stop() {
		this.worker.stop();
	}

}
