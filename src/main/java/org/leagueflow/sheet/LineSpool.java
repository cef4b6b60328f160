package org.leagueflow.sheet;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.leagueflow.kernel.Json;

/**
 * Lines of a workbook on their way, in a file of their own that is gone when it is
 * closed: reading a workbook takes much longer than reading them again, and they need not
 * fit into memory.
 *
 * @param <T> a line, which JSON keeps
 */
public final class LineSpool<T> implements AutoCloseable {

	private final Class<T> type;

	private final Path path;

	private final BufferedWriter lines;

	/** An empty spool for lines of that type. */
	public LineSpool(Class<T> type) {
		this.type = type;
		try {
			this.path = Files.createTempFile("sheet", ".lines");
			this.lines = new BufferedWriter(
					new OutputStreamWriter(Files.newOutputStream(this.path), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Adds a line at the end. */
	public void add(T line) {
		try {
			this.lines.write(Json.write(line));
			this.lines.write('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Hands over all lines in their order, so many at a time and the rest at last. */
	public void read(int size, Consumer<List<T>> pieces) {
		try {
			this.lines.flush();
			try (BufferedReader reader = Files.newBufferedReader(this.path)) {
				List<T> piece = next(reader, size);
				while (!piece.isEmpty()) {
					pieces.accept(piece);
					piece = next(reader, size);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<T> next(BufferedReader reader, int size) throws IOException {
		List<T> piece = new ArrayList<>(size);
		for (String line = ""; line != null && piece.size() < size;) {
			line = reader.readLine();
			if (line != null) {
				piece.add(Json.read(line, this.type));
			}
		}
		return piece;
	}

	@Override
	public void close() {
		try {
			this.lines.close();
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
