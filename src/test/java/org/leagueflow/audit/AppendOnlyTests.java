package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No line of this application can change or remove what the record holds; a later edition
 * may add a column.
 */
class AppendOnlyTests {

	private static final Pattern TOUCHES = Pattern.compile(
			"(?is)\\b(update|delete\\s+from|truncate(\\s+table)?|replace\\s+into|merge\\s+into|drop\\s+table(\\s+if\\s+exists)?"
					+ "|alter\\s+table)\\s+[`\"]?audit_(entry|seal|tree|checkpoint|public_key|witness)\\b(?!\\s+add\\s+column)");

	@Test
	void noCodeAndNoMigrationTouchesARowThatWasWritten() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
			List<Path> guilty = files.filter(Files::isRegularFile)
				.filter((file) -> file.toString().matches(".*\\.(java|sql|xml|yaml|html)"))
				.filter((file) -> TOUCHES.matcher(withoutLiterals(file)).find())
				.toList();
			assertThat(guilty)
				.as("the tables of the record only ever grow: record another deed that corrects the"
						+ " first instead of changing it")
				.isEmpty();
		}
	}

	// A statement may be put together from several literals.
	private static String withoutLiterals(Path file) {
		try {
			return Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
