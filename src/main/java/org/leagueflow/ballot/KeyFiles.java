package org.leagueflow.ballot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.leagueflow.kernel.ServerKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The directory {@code leagueflow.ballot.keys}, shared by all nodes and kept out of every
 * backup: one sealed file a running ballot, gone after the close.
 */
@Component
class KeyFiles {

	private static final String SUFFIX = ".keys";

	private final Path directory;

	private final SecretKey key;

	KeyFiles(@Value("${leagueflow.ballot.keys:./data/ballot-keys}") String directory, ServerKey secret) {
		this.directory = Path.of(directory).toAbsolutePath();
		this.key = Sealing.aes(secret.of("leagueflow/ballot-keys"));
	}

	Path directory() {
		return this.directory;
	}

	/** Writes it so that it survives a power cut from here on. */
	void write(String name, BallotKeys keys) {
		try {
			Files.createDirectories(this.directory);
			Path draft = Files.createTempFile(this.directory, name, ".draft");
			put(draft, Sealing.seal(this.key, keys.encoded(), about(name)));
			Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE);
			sync(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Nothing when there is no such file here, or none that this secret opens. */
	Optional<BallotKeys> read(String name) {
		try {
			return Optional.of(BallotKeys.decode(Sealing.open(this.key, Files.readAllBytes(file(name)), about(name))));
		}
		catch (IOException | Vote.Malformed ex) {
			return Optional.empty();
		}
	}

	/** Overwrites and deletes; does nothing when it is gone already. */
	void destroy(String name) {
		Path file = file(name);
		try {
			put(file, Bytes.random((int) Files.size(file)));
			Files.deleteIfExists(file);
			sync(this.directory);
		}
		catch (NoSuchFileException ex) {
			// another node was faster
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The names of all files. */
	List<String> names() {
		if (!Files.isDirectory(this.directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(SUFFIX))
				.map((name) -> name.substring(0, name.length() - SUFFIX.length()))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Optional<FileTime> writtenAt(String name) {
		try {
			return Optional.of(Files.getLastModifiedTime(file(name)));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private Path file(String name) {
		return this.directory.resolve(name + SUFFIX);
	}

	private static byte[] about(String name) {
		return name.getBytes(StandardCharsets.US_ASCII);
	}

	private static void put(Path file, byte[] bytes) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			ByteBuffer buffer = ByteBuffer.wrap(bytes);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
			channel.force(true);
		}
	}

	/** A directory entry is safe only once the directory is. */
	private static void sync(Path directory) {
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			// not every system lets directories be opened
		}
	}

}
