package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

	@Test
	void everyTestThatTheMapNamesExists() throws IOException {
		List<String> named = Files.readAllLines(Path.of("README.md"))
			.stream()
			.filter((line) -> line.startsWith("| ") && line.contains("`bpmn/"))
			.flatMap((line) -> Pattern.compile("`(\\w+Tests?)`").matcher(line).results().map((found) -> found.group(1)))
			.toList();
		assertThat(named).isNotEmpty();
		try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
			List<String> files = sources.map((path) -> path.getFileName().toString()).toList();
			assertThat(named).allSatisfy((test) -> assertThat(files).contains(test + ".java"));
		}
	}

	/**
	 * A box that was added, renamed or removed is missing in the picture until it is
	 * drawn anew.
	 */
	@Test
	void thePictureShowsEveryBoxOfTheDiagram() throws IOException {
		Set<String> diagram = found(Path.of("bpmn/admission/admission.bpmn"), "bpmnElement=\"([^\"]+)\"");
		diagram.remove("admission");
		Set<String> picture = found(Path.of("src/docs/admission.svg"), "data-element-id=\"([^\"]+)\"");
		picture.removeIf((id) -> id.endsWith("_label"));
		assertThat(picture).isEqualTo(diagram);
	}

	private static Set<String> found(Path file, String pattern) throws IOException {
		return Pattern.compile(pattern)
			.matcher(Files.readString(file))
			.results()
			.map((one) -> one.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
