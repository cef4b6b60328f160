package org.leagueflow.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leagueflow.ballot.Paper.Line;

class PaperTests {

	private final Paper decision = Paper.decision(1, "接收某同学");

	private final Paper election = Paper.election(lines(3), 2);

	private final Paper grading = Paper.grading(lines(2));

	@Test
	void aFilledPaperHasOneLetterALine() {
		assertThat(this.decision.fits("F")).isTrue();
		assertThat(this.election.fits("FAB")).isTrue();
		assertThat(this.grading.fits("1B")).isTrue();
		for (String wrong : List.of("", "FF", "f", "1", "é")) {
			assertThat(this.decision.fits(wrong)).as(wrong).isFalse();
		}
		assertThat(this.grading.fits("FF")).isFalse();
	}

	@Test
	void moreInFavourThanSeatsSpoilsAPaperOfAnElection() {
		assertThat(this.election.spoilt("FFF")).isTrue();
		assertThat(this.election.spoilt("FFA")).isFalse();
		Count count = Count.of(this.election, List.of("FFF", "FFA", "BAF"));
		assertThat(count.spoilt()).isEqualTo(1);
		assertThat(count.valid()).isEqualTo(2);
		assertThat(count.papers()).isEqualTo(3);
		assertThat(count.of(0, Mark.FOR)).isEqualTo(1);
		assertThat(count.of(1, Mark.FOR)).isEqualTo(1);
		assertThat(count.of(2, Mark.FOR)).isEqualTo(1);
	}

	@Test
	void countsAddUp() {
		Count one = Count.of(this.grading, List.of("12", "13"));
		Count other = Count.of(this.grading, List.of("B2"));
		assertThat(one.plus(other)).isEqualTo(Count.of(this.grading, List.of("12", "13", "B2")));
		assertThat(one.plus(Count.none(this.grading))).isEqualTo(one);
	}

	@Test
	void papersThatMakeNoSenseAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Paper.election(lines(2), 3));
		assertThatIllegalArgumentException().isThrownBy(() -> Paper.election(List.of(), 1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Paper.grading(List.of(new Line(1, "甲"), new Line(1, "乙"))));
		assertThatIllegalArgumentException().isThrownBy(() -> Count.of(this.decision, List.of("X")));
	}

	private static List<Line> lines(int number) {
		return IntStream.rangeClosed(1, number).mapToObj((id) -> new Line(id, "候选人" + id)).toList();
	}

}
