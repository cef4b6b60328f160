package org.leagueflow.roster;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.IdNumberVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Works on rosters in the background, one at a time, piece by piece. */
@Component
class RosterJobs {

	private static final Logger LOG = LoggerFactory.getLogger(RosterJobs.class);

	private final ExecutorService worker = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "roster");
		thread.setDaemon(true);
		return thread;
	});

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
			.forEach((id, place) -> this.worker.execute(() -> check(id, written(picked.file()),
					new SheetSurvey.Choice(place, hiddenLines, hiddenColumns))));
	}

	private static Path written(byte[] file) {
		try {
			return Files.write(Files.createTempFile("roster", ".xlsx"), file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads the only sheet there is to read, or offers those there are. */
	void check(long id, Path path) {
		finish(id, path, () -> {
			RosterFile file = RosterFile.accept(path);
			List<SheetSurvey> surveys = file.survey();
			SheetSurvey only = RosterFile.only(surveys).orElse(null);
			if (only == null) {
				this.service.offer(id, surveys, bytes(path));
				return;
			}
			this.service.readsSheet(id, only.name());
			read(id, (lines) -> file.read(only, lines));
		});
	}

	void check(long id, Path path, SheetSurvey.Choice choice) {
		finish(id, path, () -> {
			RosterFile file = RosterFile.accept(path);
			read(id, (lines) -> file.read(choice, lines));
		});
	}

	/** Sees all lines before the first is checked, because two may be the same. */
	private void read(long id, Consumer<Consumer<RosterLine>> sheet) {
		try (RosterSpool lines = new RosterSpool()) {
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

	private static byte[] bytes(Path path) {
		try {
			return Files.readAllBytes(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Says what came of it, and leaves no file behind. */
	private void finish(long id, Path path, Runnable work) {
		try {
			work.run();
		}
		catch (Refusal ex) {
			this.service.fail(id, words(ex));
		}
		catch (RuntimeException ex) {
			LOG.error("Checking roster {} failed", id, ex);
			this.service.fail(id, Message.of("refusal.roster.failed"));
		}
		finally {
			delete(path);
		}
	}

	void importAll(long id, Actor by) {
		try {
			int lines = RosterRowRepository.CHUNK_SIZE;
			while (lines == RosterRowRepository.CHUNK_SIZE) {
				lines = importNext(id, by);
			}
			this.service.imported(id, by);
		}
		catch (RuntimeException ex) {
			// stays as it is: the page offers to go on, and lines done are not done twice
			LOG.error("Importing roster {} stopped", id, ex);
		}
	}

	/** Where a piece is refused by the books, its lines are tried one by one. */
	private int importNext(long id, Actor by) {
		try {
			return this.service.importNext(id, RosterRowRepository.CHUNK_SIZE, by);
		}
		catch (Refusal | DataAccessException ex) {
			LOG.info("A piece of roster {} was refused, going line by line: {}", id, ex.getMessage());
			return importOneByOne(id, by);
		}
	}

	private int importOneByOne(long id, Actor by) {
		for (int i = 0; i < RosterRowRepository.CHUNK_SIZE; i++) {
			try {
				if (this.service.importNext(id, 1, by) == 0) {
					return i;
				}
			}
			catch (Refusal ex) {
				this.service.refuseNext(id, RosterFinding.refused(words(ex)));
			}
			catch (DataAccessException ex) {
				this.service.refuseNext(id, RosterFinding.error(RosterColumn.NAME, "refused-late"));
			}
		}
		return RosterRowRepository.CHUNK_SIZE;
	}

	/** A refusal of a field says more in the field's own words. */
	static Message words(Refusal refusal) {
		if (refusal instanceof Refusal.Invalid invalid && !invalid.fields().isEmpty()) {
			return invalid.fields().values().iterator().next();
		}
		return refusal.words();
	}

	private static void delete(Path path) {
		try {
			Files.deleteIfExists(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@PreDestroy
	void stop() {
		this.worker.shutdownNow();
	}

}
