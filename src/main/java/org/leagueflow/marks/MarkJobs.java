package org.leagueflow.marks;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.sheet.ImportWorker;
import org.leagueflow.sheet.SheetImport;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Works on workbooks with marks in the background. */
@Component
class MarkJobs {

	/** Lines that go through one transaction of the dry run. */
	static final int CHECKED_LINES = 2_000;

	/** Marks that go through one transaction of the import. */
	static final int IMPORTED_MARKS = 4_000;

	private final ImportWorker worker = new ImportWorker("marks");

	private final MarkImportService service;

	private final BusinessClock clock;

	MarkJobs(MarkImportService service, BusinessClock clock) {
		this.service = service;
		this.clock = clock;
	}

	void startSurvey(long id, Path path, String fileName) {
		this.worker.execute(() -> survey(id, path, fileName), () -> this.service.waits(id, SheetImport.FIRST_RUN));
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
			MarkFile.Survey survey = MarkFile.accept(path).survey(fileName, this.clock.today());
			this.service.offer(id, survey, ImportWorker.bytes(path));
		}, (why) -> this.service.fail(id, SheetImport.FIRST_RUN, why));
	}

	/** The dry run; one that was started anew since it was queued does nothing. */
	void check(long id, int run, Actor by) {
		MarkTrial trial = this.service.trial(id, run, by).orElse(null);
		if (trial == null) {
			return;
		}
		Path path = ImportWorker.written(this.service.content(id));
		this.worker.read(id, path, () -> {
			List<MarkLine> piece = new ArrayList<>();
			MarkFile.kept(path).read(trial.layout(), trial.merged(), (line) -> {
				piece.add(line);
				if (piece.size() == CHECKED_LINES) {
					this.service.check(trial, piece);
					piece.clear();
				}
			});
			this.service.check(trial, piece);
			this.service.checked(id, run);
		}, (why) -> this.service.fail(id, run, why));
	}

	void importAll(long id, int run, Actor by) {
		MarkImportService books = this.service;
		this.worker.importAll(id, IMPORTED_MARKS, new ImportWorker.Pieces() {

			/** The last mark that holds in the books. */
			private long last;

			/** Until one stands that was new in the dry run. */
			private boolean fresh = true;

			@Override
			public int next(int marks) {
				MarkImportService.Piece piece = piece(marks);
				this.last = piece.last();
				return piece.marks();
			}

			private MarkImportService.Piece piece(int marks) {
				if (this.fresh) {
					try {
						return books.importNext(id, run, this.last, marks, true, by);
					}
					catch (DuplicateKeyException ex) {
						this.fresh = false;
					}
				}
				return books.importNext(id, run, this.last, marks, false, by);
			}

			@Override
			public void refuseNext(Message why) {
				books.refuseNext(id, run, this.last, why);
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
