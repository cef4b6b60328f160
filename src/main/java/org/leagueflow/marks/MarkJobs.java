package org.leagueflow.marks;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.sheet.ImportWorker;
import org.springframework.stereotype.Component;

/** Works on workbooks with marks in the background. */
@Component
class MarkJobs {

	/** Lines that go through one transaction of the dry run. */
	static final int CHECKED_LINES = 1_000;

	/** Marks that go through one transaction of the import. */
	static final int IMPORTED_MARKS = 2_000;

	private final ImportWorker worker = new ImportWorker("marks");

	private final MarkImportService service;

	private final BusinessClock clock;

	MarkJobs(MarkImportService service, BusinessClock clock) {
		this.service = service;
		this.clock = clock;
	}

	void startSurvey(long id, Path path, String fileName) {
		this.worker.execute(() -> survey(id, path, fileName),
				() -> this.service.waits(id, MarkImportService.FIRST_RUN));
	}

	void startChecking(long id, int run, Actor by) {
		this.worker.execute(() -> check(id, run, by), () -> this.service.waits(id, run));
	}

	void startImporting(long id, int run, Actor by) {
		this.worker.execute(() -> importAll(id, run, by), () -> this.service.waits(id, run));
	}

	/** Finds out what the sheets look like. */
	void survey(long id, Path path, String fileName) {
		this.worker.read(id, path, () -> {
			MarkLayout layout = MarkFile.accept(path).survey(fileName, this.clock.today());
			this.service.offer(id, layout, ImportWorker.bytes(path));
		}, (why) -> this.service.fail(id, MarkImportService.FIRST_RUN, why));
	}

	/** The dry run; one that was started anew since it was queued does nothing. */
	void check(long id, int run, Actor by) {
		MarkImportService.Reading reading = this.service.reading(id, run).orElse(null);
		if (reading == null) {
			return;
		}
		Path path = ImportWorker.written(reading.file());
		this.worker.read(id, path, () -> {
			List<MarkLine> piece = new ArrayList<>();
			MarkFile.accept(path).read(reading.layout(), (line) -> {
				piece.add(line);
				if (piece.size() == CHECKED_LINES) {
					this.service.check(id, run, piece, by);
					piece.clear();
				}
			});
			this.service.check(id, run, piece, by);
			this.service.checked(id, run);
		}, (why) -> this.service.fail(id, run, why));
	}

	void importAll(long id, int run, Actor by) {
		MarkImportService books = this.service;
		this.worker.importAll(id, IMPORTED_MARKS, new ImportWorker.Pieces() {

			@Override
			public int next(int marks) {
				return books.importNext(id, run, marks, by);
			}

			@Override
			public void refuseNext(Message why) {
				books.refuseNext(id, run, why);
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
