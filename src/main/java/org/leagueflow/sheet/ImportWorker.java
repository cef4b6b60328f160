package org.leagueflow.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Works on uploaded workbooks in the background, one at a time, piece by piece. */
public final class ImportWorker {

	private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

	/** Work that waits is taken for lost after 90 seconds of silence. */
	private static final Duration BEAT = Duration.ofSeconds(30);

	private final ExecutorService worker;

	private final ScheduledExecutorService beats;

	private final String name;

	/** A worker whose thread has that name. */
	public ImportWorker(String name) {
		this.name = name;
		this.worker = Executors.newSingleThreadExecutor((task) -> daemon(task, name));
		this.beats = Executors.newSingleThreadScheduledExecutor((task) -> daemon(task, name + "-beat"));
	}

	private static Thread daemon(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

	/** Works on it as soon as what came before is done. */
	public void execute(Runnable work) {
		this.worker.execute(work);
	}

	/**
	 * Works on it as soon as what came before is done, and says until then that it waits.
	 * @param waits called again and again, so that nobody takes it for lost
	 */
	public void execute(Runnable work, Runnable waits) {
		ScheduledFuture<?> beat = this.beats.scheduleWithFixedDelay(() -> beat(waits), BEAT.toSeconds(),
				BEAT.toSeconds(), TimeUnit.SECONDS);
		this.worker.execute(() -> {
			beat.cancel(false);
			work.run();
		});
	}

	private void beat(Runnable waits) {
		try {
			waits.run();
		}
		catch (RuntimeException ex) {
			LOG.warn("Waiting work of {} could not be kept alive", this.name, ex);
		}
	}

	/** A file of its own for a workbook that was kept elsewhere. */
	public static Path written(byte[] file) {
		try {
			return Files.write(Files.createTempFile("sheet", ".xlsx"), file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The content of an uploaded file. */
	public static byte[] bytes(Path path) {
		try {
			return Files.readAllBytes(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Reads a file, says what came of it, and leaves no file behind. */
	public void read(long id, Path path, Runnable work, Consumer<Message> failed) {
		try {
			work.run();
		}
		catch (Refusal ex) {
			failed.accept(words(ex));
		}
		catch (StaleRunException ex) {
			LOG.info("Checking {} ended: {}", this.name, ex.getMessage());
		}
		catch (RuntimeException ex) {
			LOG.error("Checking {} {} failed", this.name, id, ex);
			failed.accept(Message.of("refusal.sheet.failed"));
		}
		finally {
			delete(path);
		}
	}

	/**
	 * Imports piece after piece. Where a piece is refused by the books, its lines are
	 * tried one by one. When anything else ends the work it stays as it is: the page
	 * offers to go on, and lines done are not done twice.
	 */
	public void importAll(long id, int size, Pieces pieces) {
		try {
			int lines = size;
			while (lines == size) {
				lines = importNext(id, size, pieces);
			}
			pieces.imported();
		}
		catch (StaleRunException ex) {
			LOG.info("Importing {} ended: {}", this.name, ex.getMessage());
		}
		catch (RuntimeException ex) {
			LOG.error("Importing {} {} stopped", this.name, id, ex);
		}
	}

	private int importNext(long id, int size, Pieces pieces) {
		try {
			return pieces.next(size);
		}
		catch (Refusal | DataAccessException ex) {
			LOG.info("A piece of {} {} was refused, going line by line: {}", this.name, id, ex.getMessage());
			return importOneByOne(size, pieces);
		}
	}

	private static int importOneByOne(int size, Pieces pieces) {
		for (int i = 0; i < size; i++) {
			try {
				if (pieces.next(1) == 0) {
					return i;
				}
			}
			catch (Refusal ex) {
				pieces.refuseNext(words(ex));
			}
			catch (DataAccessException ex) {
				pieces.refuseNext(null);
			}
		}
		return size;
	}

	/** A refusal of a field says more in the field's own words. */
	public static Message words(Refusal refusal) {
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

	/** Ends the thread. */
	public void stop() {
		this.beats.shutdownNow();
		this.worker.shutdownNow();
	}

	/** The chosen lines of an import; each step is one transaction. */
	public interface Pieces {

		/** Imports the next so many lines that wait; returns how many there were. */
		int next(int lines);

		/**
		 * Gives up on the first line that waits.
		 * @param why in the books' words, or null when the database refused it
		 */
		void refuseNext(Message why);

		/** No line waits any more. */
		void imported();

	}

}
