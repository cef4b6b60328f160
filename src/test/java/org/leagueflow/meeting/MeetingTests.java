package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Refusal;

/** What a written opinion and a teller's count are worth, without a database. */
class MeetingTests {

	private static final Instant START = Instant.parse("2026-03-11T08:00:00Z");

	private static final Paper DECISION = Paper.decision(1, "接收某同学");

	@ParameterizedTest
	@CsvSource({ "2026-03-11T07:59:59.999Z,true", "2026-03-11T08:00:00Z,false", "2026-03-11T08:00:00.001Z,false" })
	void aWrittenOpinionMustComeStrictlyBeforeTheStart(Instant received, boolean inTime) {
		assertThat(new WrittenOpinion(null, 1, "王", received, 2).inTimeFor(START)).isEqualTo(inTime);
	}

	@Test
	void aCountThatAddsUpIsTaken() {
		new PaperCount(16, 15, Hall.count(9, 3, 2, 1), Hall.count(1, 0, 0, 1)).reconcile(DECISION, 16, 2);
	}

	@ParameterizedTest
	@CsvSource({ "15,15,15,0,0", "16,17,17,0,0", "16,16,15,0,0", "16,16,17,-1,0", "16,16,16,0,1" })
	void aCountThatDoesNotAddUpIsRefused(int out, int back, int inFavour, int against, int written) {
		PaperCount count = Hall.papers(out, back, inFavour, against, written);
		assertThatThrownBy(() -> count.reconcile(DECISION, 16, 0)).isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void hugeNumbersDoNotAddUpByOverflow() {
		PaperCount count = new PaperCount(16, 16, Hall.count(Integer.MAX_VALUE, Integer.MAX_VALUE, 18, 0),
				Hall.count(0, 0, 0, 0));
		assertThatThrownBy(() -> count.reconcile(DECISION, 16, 0)).isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void onePersonIsNotTwoTellers() {
		assertThatThrownBy(() -> new Tellers(7, 7)).isInstanceOf(Refusal.Invalid.class);
	}

}
