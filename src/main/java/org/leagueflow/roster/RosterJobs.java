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
		this.worker.execute(() -> check(id, path));
	}

	void startImporting(long id, Actor by) {
		this.worker.execute(() -> importAll(id, by));
	}

	/** Reads the sheets that somebody chose, one after the other. */
	void startChecking(RosterService.Picked picked, boolean hiddenLines, boolean hiddenColumns) {
		picked.imports()
			.forEach((id, place) -> this.worker.execute(() -> check(id, ImportWorker.written(picked.file()),
					new SheetSurvey.Choice(place, hiddenLines, hiddenColumns))));
	}

	/** Reads the only sheet there is to read, or offers those there are. */
	void check(long id, Path path) {
		this.worker.read(id, path, () -> {
			RosterFile file = RosterFile.accept(path);
			List<SheetSurvey> surveys = file.survey();
			SheetSurvey only = RosterFile.only(surveys).orElse(null);
			if (only == null) {
				this.service.offer(id, surveys, ImportWorker.bytes(path));
				return;
			}
			this.service.readsSheet(id, only.name());
			read(id, (lines) -> file.read(only, lines));
		}, (why) -> this.service.fail(id, why));
	}

	void check(long id, Path path, SheetSurvey.Choice choice) {
		this.worker.read(id, path, () -> {
			RosterFile file = RosterFile.accept(path);
			read(id, (lines) -> file.read(choice, lines));
		}, (why) -> this.service.fail(id, why));
	}

	/** Sees all lines before the first is checked, because two may be the same. */
	private void read(long id, Consumer<Consumer<RosterLine>> sheet) {
		try (LineSpool<RosterLine> lines = new LineSpool<>(RosterLine.class)) {
			RosterDuplicates duplicates = new RosterDuplicates(this.vault);
			sheet.accept((line) -> {
				duplicates.see(line);
				lines.add(line);
			});
			this.service.expect(id, duplicates.seen());
			lines.read(RosterRowRepository.CHUNK_SIZE, (piece) -> this.service.check(id, piece, duplicates));
			this.service.checked(id);
		}
	}

	void importAll(long id, Actor by) {
		RosterService books = this.service;
		this.worker.importAll(id, RosterRowRepository.CHUNK_SIZE, new ImportWorker.Pieces() {

			@Override
			public int next(int lines) {
				return books.importNext(id, lines, by);
			}

			@Override
			public void refuseNext(Message why) {
				books.refuseNext(id, (why != null) ? RosterFinding.refused(why)
						: RosterFinding.error(RosterColumn.NAME, "refused-late"));
			}

			@Override
			public void imported() {
				books.imported(id, by);
			}

		});
	}

	@PreDestroy
	void stop() {
		this.worker.stop();
	}

}
