package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.CaseState;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Models;
import org.leagueflow.engine.Processes;
import org.leagueflow.engine.WalksWholeDiagram;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.meeting.Hall.Branch;
import org.leagueflow.voting.Outcome;
import org.springframework.beans.factory.annotation.Autowired;

/** A process asks a meeting by calling the diagram {@code resolution}. */
@StoryTest
@WalksWholeDiagram("resolution")
class ResolutionProcessTest {

	@Autowired
	Hall hall;

	@Autowired
	CouncilMatter council;

	@Autowired
	Processes processes;

	@Autowired
	MeetingService meetings;

	@Autowired
	Models models;

	private Branch branch;

	private CaseId caseId;

	@BeforeEach
	void asks() {
		this.branch = this.hall.branch(10);
		this.caseId = start();
	}

	@AfterEach
	void reset() {
		this.council.chosen = Map.of();
		this.hall.clock.offset(Duration.ZERO);
	}

	private CaseId start() {
		long unit = this.branch.college().branch();
		long person = this.hall.people.youth(unit, this.hall.clock.today().minusYears(16));
		CaseId one = this.hall.cases.open("council", "商议", person, unit, this.branch.secretary());
		this.processes.start("council", one, Answers.NONE);
		return one;
	}

	@Test
	void theDiagramIsSound() {
		assertThat(this.models.check("resolution", this.models.folders().get("resolution"))).isEmpty();
	}

	@Test
	void whatPassesLetsTheCallerGoOn() {
		assertThat(waiting()).containsExactly(this.caseId);
		long meeting = this.hall.open(this.branch, 8);
		votes(meeting, this.caseId, 6);
		assertThat(outcome()).isEqualTo("agreed");
		assertThat(waiting()).isEmpty();
		assertThat(this.council.of(this.caseId)).singleElement().satisfies((event) -> {
			assertThat(event.process()).isEqualTo("council");
			assertThat(event.matter()).isEqualTo(CouncilMatter.NAME);
			assertThat(event.outcome()).isEqualTo(Outcome.PASSED);
		});
	}

	@Test
	void halfOfTheEntitledIsNotEnough() {
		long meeting = this.hall.open(this.branch, 8);
		votes(meeting, this.caseId, 5);
		assertThat(outcome()).isEqualTo("refused");
		assertThat(this.council.of(this.caseId)).extracting(ItemDecided::outcome).containsExactly(Outcome.FAILED);
	}

	@Test
	void afterAVoidMeetingItWaitsForTheNext() {
		long lost = this.hall.open(this.branch, 4);
		this.meetings.giveUp(lost, this.branch.secretary());
		assertThat(this.council.of(this.caseId)).extracting(ItemDecided::outcome).containsExactly(Outcome.VOID);
		assertThat(waiting()).containsExactly(this.caseId);
		assertThat(this.hall.cases.card(this.caseId).state()).isEqualTo(CaseState.OPEN);
		votes(this.hall.open(this.branch, 8), this.caseId, 8);
		assertThat(outcome()).isEqualTo("agreed");
		assertThat(this.council.of(this.caseId)).extracting(ItemDecided::outcome)
			.containsExactly(Outcome.VOID, Outcome.PASSED);
	}

	@Test
	void twoCasesOfOneMeetingGoTheirOwnWays() {
		CaseId other = start();
		long meeting = this.hall.open(this.branch, 8);
		votes(meeting, other, 2);
		assertThat(this.hall.cases.card(this.caseId).state()).isEqualTo(CaseState.OPEN);
		votes(meeting, this.caseId, 7);
		assertThat(outcome()).isEqualTo("agreed");
		assertThat(this.hall.cases.card(other).outcome()).isEqualTo("refused");
	}

	/** The case goes on; only what it asked is taken back. */
	@Test
	void whoThinksBetterOfItFreesTheAgendaAndMayAskAgain() {
		long meeting = this.hall.open(this.branch, 8);
		this.hall.ballot(meeting, item(meeting, this.caseId), this.branch);
		this.processes.tell(this.caseId, "dropped", Map.of());
		assertThat(waiting()).isEmpty();
		assertThat(this.hall.agenda.isOnBallot(this.caseId, CouncilMatter.NAME)).isFalse();
		assertThat(this.hall.box(meeting, this.branch)).as("nothing is left to decide").isEqualTo("close");
		assertThat(this.hall.cases.card(this.caseId).state()).isEqualTo(CaseState.OPEN);
		this.processes.tell(this.caseId, "resumed", Map.of());
		assertThat(waiting()).containsExactly(this.caseId);
		votes(this.hall.open(this.branch, 8), this.caseId, 8);
		assertThat(outcome()).isEqualTo("agreed");
	}

	@Test
	void aCaseThatEndsLeavesNoTraceOnTheAgenda() {
		long meeting = this.hall.open(this.branch, 8);
		this.hall.ballot(meeting, item(meeting, this.caseId), this.branch);
		this.processes.cancel(this.caseId, "撤销");
		assertThat(waiting()).isEmpty();
		assertThat(this.hall.agenda.waits(this.caseId, CouncilMatter.NAME)).isFalse();
		assertThat(this.hall.box(meeting, this.branch)).isEqualTo("close");
		assertThat(this.council.of(this.caseId)).isEmpty();
	}

	/** What the unit chose holds from the listing on, whatever it chooses later. */
	@Test
	void whatTheUnitChoseWhenItWasListedIsTheRule() {
		this.council.chosen = Map.of("all", true);
		CaseId strict = start();
		this.council.chosen = Map.of();
		long meeting = this.hall.open(this.branch, 9);
		votes(meeting, this.caseId, 9);
		assertThat(outcome()).isEqualTo("agreed");
		this.meetings.giveUp(meeting, this.branch.secretary());
		assertThat(this.council.of(strict)).extracting(ItemDecided::outcome).containsExactly(Outcome.VOID);
		votes(this.hall.open(this.branch, 9), strict, 9);
		assertThat(this.hall.cases.card(strict).outcome()).as("listed again, by what it chose since")
			.isEqualTo("agreed");
	}

	private List<CaseId> waiting() {
		return this.hall.agenda.waiting(this.branch.college().branch(), MeetingKind.BRANCH_GENERAL_MEETING)
			.stream()
			.map(WaitingItem::caseId)
			.toList();
	}

	private void votes(long meeting, CaseId one, int inFavour) {
		int present = this.hall.page(meeting, this.branch).bar().present();
		this.hall.vote(meeting, item(meeting, one), this.branch, Hall.papers(present, inFavour));
	}

	private long item(long meeting, CaseId one) {
		String title = "接收" + this.hall.cases.card(one).subjectName();
		return this.hall.page(meeting, this.branch)
			.items()
			.stream()
			.filter((item) -> item.title().equals(title))
			.findFirst()
			.orElseThrow()
			.id();
	}

	private String outcome() {
		return this.hall.cases.card(this.caseId).outcome();
	}

}
