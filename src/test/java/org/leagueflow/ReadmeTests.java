package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTests {

	@Test
	void theMapNamesEveryProcessFolder() throws IOException {
		List<String> lines = Files.readAllLines(Path.of("README.md"));
		try (Stream<Path> folders = Files.list(Path.of("bpmn"))) {
			assertThat(folders.filter(Files::isDirectory)).allSatisfy((folder) -> assertThat(lines)
				.as("add a row for bpmn/%s/ to the map in README.md", folder.getFileName())
				.anyMatch((line) -> line.startsWith("| " + folder.getFileName() + " ")
						&& line.contains("`bpmn/" + folder.getFileName() + "/`")));
		}
	}

}
