package org.leagueflow.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Papers as other offices write them, each with its expected parse beside it. */
class PaperShapesTests {

	private static final Path FOLDER = Path.of("src/test/resources/plan/papers");

	static List<Path> papers() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.filter((file) -> !file.toString().endsWith(".expected")).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("papers")
	void isReadAsItsExpectedParseSays(Path paper) throws IOException {
		PaperPlan plan = PaperReader.read(paper);
		assertThat(PaperPrint.of(plan)).isEqualTo(Files.readString(Path.of(paper + ".expected")));
		if (paper.toString().endsWith(".txt")) {
			PaperReaderTests.nothingIsLost(plan, Files.readString(paper));
		}
	}

	@ParameterizedTest
	@MethodSource("papers")
	void aTextThatIsPastedIsReadAsTheFile(Path paper) throws IOException {
		if (paper.toString().endsWith(".txt")) {
			assertThat(PaperPrint.of(PaperReader.read(Files.readString(paper))))
				.isEqualTo(PaperPrint.of(PaperReader.read(paper)));
		}
	}

}
