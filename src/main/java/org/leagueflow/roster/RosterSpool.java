package org.leagueflow.roster;

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
 * Lines of a roster on their way, in a file of their own that is gone when it is closed:
 * reading a workbook takes much longer than reading them again, and they need not fit
 * into memory.
 */
final class RosterSpool implements AutoCloseable {

	private final Path path;

	private final BufferedWriter lines;

	RosterSpool() {
		try {
			this.path = Files.createTempFile("roster", ".lines");
			this.lines = new BufferedWriter(
					new OutputStreamWriter(Files.newOutputStream(this.path), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void add(RosterLine line) {
		try {
			this.lines.write(Json.write(line));
			this.lines.write('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Hands over all lines in their order, so many at a time and the rest at last. */
	void read(int size, Consumer<List<RosterLine>> pieces) {
		try {
			this.lines.flush();
			try (BufferedReader reader = Files.newBufferedReader(this.path)) {
				List<RosterLine> piece = next(reader, size);
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

	private static List<RosterLine> next(BufferedReader reader, int size) throws IOException {
		List<RosterLine> piece = new ArrayList<>(size);
		for (String line = ""; line != null && piece.size() < size;) {
			line = reader.readLine();
			if (line != null) {
				piece.add(Json.read(line, RosterLine.class));
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
