package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leagueflow.kernel.Message;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.ScoreComponent;

/** Lines copied out of sheets of several shapes. */
class PastedPointsTests {

	private static final List<ScoreComponent> COMPONENTS = List.of(component("daily", "日常工作"), component("talk", "答辩"));

	private static final Map<String, List<Long>> ROWS = Map.of("2024010101", List.of(1L), "2024010102", List.of(2L),
			"2024010103", List.of(3L), "张晓", List.of(1L), "李明", List.of(2L, 3L));

	private static ScoreComponent component(String key, String name) {
		return new ScoreComponent(key, name, ScoreComponent.Source.ENTERED, null, false, Rational.ZERO,
				Rational.HUNDRED);
	}

	private static PastedPoints read(String text) {
		return PastedPoints.read(text, COMPONENTS, ROWS);
	}

	@Test
	void linesAreFoundByNumberOrName() {
		for (String text : List.of("张晓\t90\t85.5", "2024010101\t张晓\t90\t85.5", "张晓 90 85.5", "张晓，90，85.5",
				"1\t2024010101\t90\t85.5", "２０２４０１０１０１\t９０\t８５．５", "\n\r\n张晓\t90\t85.5\r\n\n")) {
			PastedPoints pasted = read(text);
			assertThat(pasted.problems()).as(text).isEmpty();
			assertThat(pasted.values()).as(text).isEqualTo(Map.of(1L, Map.of("daily", "90", "talk", "85.5")));
		}
		assertThat(read("李明\t2024010103\t70").values()).as("the number tells namesakes apart")
			.isEqualTo(Map.of(3L, Map.of("daily", "70")));
		assertThat(read("2024010103\t李明\t70").values()).isEqualTo(Map.of(3L, Map.of("daily", "70")));
	}

	@Test
	void aHeadingSaysWhichColumnIsWhich() {
		PastedPoints pasted = read(
				"序号\t学号\t姓名\t答辩\t备注\t日常工作\n1\t2024010101\t张晓\t85\t迟到\t90\n2\t2024010102\t李明\t\t\t60");
		assertThat(pasted.problems()).isEmpty();
		assertThat(pasted.values())
			.isEqualTo(Map.of(1L, Map.of("talk", "85", "daily", "90"), 2L, Map.of("daily", "60")));
	}

	@Test
	void whatCannotBeToldApartIsSaidAndNothingElseIsLost() {
		PastedPoints pasted = read("王五\t90\n李明\t80\n张晓\t70\n张晓\t60\n2024010102\t1\t2\t3");
		assertThat(pasted.problems()).extracting(Message::key)
			.containsExactly("award.entries.unknown", "award.entries.several", "award.entries.twice",
					"award.entries.more");
		assertThat(pasted.values()).containsEntry(1L, Map.of("daily", "70"));
		assertThat(read(null).values()).isEmpty();
		assertThat(read("\n".repeat(2001)).problems()).extracting(Message::key).containsExactly("award.entries.long");
	}

}
