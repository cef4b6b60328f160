package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which numbers are asked for again after sealing passed them over. */
class SequenceGapsTests {

	private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

	private final SequenceGaps gaps = new SequenceGaps();

	@Test
	void whatSealingPassedOverIsAskedForUntilItIsSealed() {
		this.gaps.passed(10, List.of(11L, 13L, 14L, 17L), NOON);
		assertThat(this.gaps.all()).containsOnly(12L, 15L, 16L);
		this.gaps.passed(17, List.of(12L, 16L, 18L), NOON);
		assertThat(this.gaps.all()).containsOnly(15L);
	}

	@Test
	void whatAnotherNodeSealedLeavesNoGap() {
		this.gaps.passed(100, List.of(90L, 101L), NOON);
		assertThat(this.gaps.all()).isEmpty();
	}

	@Test
	void whatWasRolledBackIsGivenUpAfterAWhile() {
		this.gaps.passed(0, List.of(3L), NOON);
		this.gaps.passed(3, List.of(), NOON.plus(SequenceGaps.RETENTION));
		assertThat(this.gaps.all()).containsOnly(1L, 2L);
		this.gaps.passed(3, List.of(), NOON.plus(SequenceGaps.RETENTION).plusSeconds(1));
		assertThat(this.gaps.all()).isEmpty();
	}

	@Test
	void aLeapIsNotRememberedNumberByNumber() {
		this.gaps.passed(0, List.of(1_000_000_000L), NOON);
		assertThat(this.gaps.all()).hasSizeLessThanOrEqualTo(2 * SequenceGaps.MAX_GAPS).contains(999_999_999L);
	}

	@Test
	void fewSizesAreAskedFor() {
		for (long id = 2; id < 60; id += 2) {
			this.gaps.passed(id - 2, List.of(id), NOON);
			assertThat(Integer.bitCount(this.gaps.all().size())).isEqualTo(1);
		}
	}

}
