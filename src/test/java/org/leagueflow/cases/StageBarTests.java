package org.leagueflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.leagueflow.engine.Catalogue.Stage;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Subject;

/** The bar says what a case went through, and nothing that it did not. */
class StageBarTests {

	private static final Stage PROPOSE = new Stage("propose", "推荐",
			Set.of("review", "meet", "inquire", "hear", "notice"));

	private static final Stage REVIEW = new Stage("review", "审核", Set.of("meet", "inquire", "notice"));

	private static final Stage MEET = new Stage("meet", "大会", Set.of("inquire", "review", "meet", "notice"));

	private static final Stage INQUIRE = new Stage("inquire", "考察", Set.of("review", "meet", "inquire", "notice"));

	private static final Stage HEAR = new Stage("hear", "听取意见", Set.of());

	private static final Stage NOTICE = new Stage("notice", "公示", Set.of());

	private static final List<Stage> DRAWN = List.of(PROPOSE, REVIEW, MEET, INQUIRE, HEAR, NOTICE);

	private static List<String> bar(String stage, CaseState state, String... entered) {
		CaseCard card = new CaseCard(new CaseId(1), "TY-1", "process", "推优", Subject.person(1, "张三"), 1, "/1/", null,
				state, stage, null, 1, Instant.EPOCH, null);
		return StageBar.of(card, DRAWN, List.of(entered))
			.stream()
			.map((place) -> place.stage().id() + " " + place.state())
			.toList();
	}

	@Test
	void aStageThatMayStillComeIsNotDoneThoughItIsDrawnBefore() {
		assertThat(bar("inquire", CaseState.OPEN, "propose", "a", "meet", "inquire")).containsExactly("propose passed",
				"meet passed", "inquire current", "review ahead", "notice ahead");
	}

	@Test
	void stagesStandInTheOrderOfTheWayTaken() {
		assertThat(bar("review", CaseState.OPEN, "propose", "meet", "inquire", "review"))
			.containsExactly("propose passed", "meet passed", "inquire passed", "review current", "notice ahead");
	}

	@Test
	void aStageOfAnotherWayIsLeftOut() {
		assertThat(bar("hear", CaseState.ENDED, "propose", "hear")).containsExactly("propose passed", "hear passed");
		assertThat(bar("meet", CaseState.ENDED, "propose", "meet")).containsExactly("propose passed", "meet stopped");
		assertThat(bar("notice", CaseState.CANCELLED, "propose", "meet", "inquire", "review", "notice"))
			.endsWith("notice stopped");
	}

	@Test
	void whatComesAgainAfterGoingBackIsAhead() {
		assertThat(bar("meet", CaseState.OPEN, "propose", "meet", "inquire")).containsExactly("propose passed",
				"meet current", "inquire ahead", "review ahead", "notice ahead");
	}

	@Test
	void whereTheEngineForgotTheOrderOfTheDiagramServes() {
		assertThat(bar("meet", CaseState.OPEN)).containsExactly("propose passed", "review passed", "meet current",
				"inquire ahead", "hear ahead", "notice ahead");
	}

}
