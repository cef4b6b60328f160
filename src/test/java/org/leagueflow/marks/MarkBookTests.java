package org.leagueflow.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.Statements;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Condition;
import org.leagueflow.requirement.FactValue;
import org.leagueflow.requirement.Window;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Marks are entered by whom they are entrusted to, corrected with a reason, and asked in
 * bulk.
 */
@StoryTest
class MarkBookTests {

	@Autowired
	Marks marks;

	@Autowired
	MarkRepository repository;

	@Autowired
	MarkFacts facts;

	@Autowired
	PeopleFixture fixture;

	private PeopleFixture.College college;

	private Actor office;

	private Actor secretary;

	private long student;

	@BeforeEach
	void aClass() {
		this.college = this.fixture.college();
		this.office = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		this.secretary = this.fixture.holder(Roles.BRANCH_SECRETARY, this.college.branch());
		this.student = this.fixture.member(this.college.branch());
		this.marks.item(this.college.branch(), MarkItemCard.score("思想品德", "思想品德", BigDecimal.valueOf(25)), this.office);
		this.marks.item(this.college.branch(), MarkItemCard.course("GX003", "高等数学"), this.office);
		this.marks.item(this.college.branch(), MarkItemCard.course("GX002", "大学英语"), this.office);
	}

	private long enter(String item, String period, String typed, Actor by) {
		return this.marks.enter(MarkEntry.of(this.student, item, period, typed), "补录", by);
	}

	@Test
	void aMarkIsEnteredAndCorrectedAndBothStandWithTheirReason() {
		long id = enter("思想品德", "2023-2024", "17.20", this.secretary);
		assertThat(enter("思想品德", "2023-2024", "18", this.office)).isEqualTo(id);
		MarkValue value = this.marks.of("2023-2024", "思想品德", List.of(this.student)).get(this.student).get(0);
		assertThat(value.value()).isEqualByComparingTo("18");
		assertThat(value.max()).isEqualByComparingTo("25");
		assertThat(value.origin().byId()).isEqualTo(this.office.personId());
		assertThat(value.origin().place()).contains("补录");
		assertThat(this.repository.histories(this.student).get(id)).singleElement().satisfies((before) -> {
			assertThat(before.value()).isEqualTo(new BigDecimal("17.2"));
			assertThat(before.raw()).isEqualTo("17.20");
			assertThat(before.origin().byId()).isEqualTo(this.secretary.personId());
		});
	}

	@Test
	void aTermBelongsToItsYearAndAnotherYearDoesNot() {
		enter("GX003", "2023-2024-1", "55", this.office);
		enter("GX003", "2024-2025-1", "90", this.office);
		assertThat(this.marks.of("2023-2024", "GX003", List.of(this.student)).get(this.student)).singleElement()
			.satisfies((value) -> assertThat(value.term()).isEqualTo("1"));
		assertThat(this.marks.of("2023-2024-2", "GX003", List.of(this.student))).isEmpty();
		assertThat(this.marks.courses("2024-2025-1", List.of(this.student)).get(this.student)).hasSize(1);
	}

	@Test
	void aWordIsNoZero() {
		enter("GX003", "2023-2024-1", "缺考", this.office);
		MarkValue value = this.marks.of("2023-2024", "GX003", List.of(this.student)).get(this.student).get(0);
		assertThat(value.value()).isNull();
		assertThat(value.word()).isEqualTo("缺考");
		assertThat(value.failed()).isTrue();
	}

	@Test
	void nobodyChangesMarksOfAnotherClassNorTheOwnNorTheRegistry() {
		long other = this.fixture.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		Actor stranger = this.fixture.holder(Roles.BRANCH_SECRETARY, other);
		assertThatThrownBy(() -> enter("思想品德", "2023-2024", "25", stranger)).isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> enter("GX003", "2023-2024-1", "100", this.secretary))
			.isInstanceOf(Refusal.NotAllowed.class);
		this.fixture.appoint(this.student, Roles.BRANCH_SECRETARY, this.college.branch());
		Actor self = this.fixture.actor(this.student);
		assertThatThrownBy(() -> enter("思想品德", "2023-2024", "25", self)).isInstanceOf(Refusal.NotAllowed.class);
		assertThat(this.marks.person(this.student)).isEmpty();
	}

	@Test
	void whatIsOutOfRangeOrUnreadableOrUnexplainedIsRefusedInWords() {
		assertThatThrownBy(() -> enter("思想品德", "2023-2024", "25.5", this.office))
			.satisfies((ex) -> assertThat(((Refusal.Invalid) ex).fields().get("typed").key())
				.isEqualTo("marks.finding.range"));
		assertThatThrownBy(() -> enter("思想品德", "2023-2024", "85%", this.office)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> enter("思想品德", "2023-2024", "-1", this.office)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> enter("思想品德", "二三年", "1", this.office)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> enter("没有", "2023-2024", "1", this.office)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(
				() -> this.marks.enter(MarkEntry.of(this.student, "思想品德", "2023-2024", "1"), " ", this.office))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.marks.person(this.student)).isEmpty();
	}

	@Test
	void factsSayWhatFailedAtFirstWhatIsStillOpenTheMeanAndTheLowest() {
		enter("GX003", "2023-2024-1", "55", this.office);
		this.marks.enter(new MarkEntry(this.student, "GX003", "2023-2024-1", "", MarkAttempt.RETAKE, "66",
				BigDecimal.valueOf(5)), "补录", this.office);
		this.marks.enter(
				new MarkEntry(this.student, "GX002", "2023-2024", "2", MarkAttempt.FIRST, "缺考", BigDecimal.valueOf(4)),
				"补录", this.office);
		Map<String, BigDecimal> found = facts(Window.EVER);
		assertThat(found.get("marks.failed")).isEqualByComparingTo("2");
		assertThat(found.get("marks.open")).isEqualByComparingTo("1");
		assertThat(found.get("marks.mean")).isEqualByComparingTo("55");
		assertThat(found.get("marks.lowest")).isEqualByComparingTo("55");
		assertThat(facts(Window.LAST_CALENDAR_YEAR)).isEmpty();
	}

	private Map<String, BigDecimal> facts(Window window) {
		List<Condition> conditions = this.facts.facts()
			.stream()
			.sorted()
			.map((fact) -> Condition.atMost(fact, fact, "any", window))
			.toList();
		Map<String, BigDecimal> found = new java.util.TreeMap<>();
		this.facts.values(conditions, List.of(new Asked(this.student, "/", null)), LocalDate.of(2026, 11, 30))
			.forEach((condition, values) -> {
				FactValue value = values.get(this.student);
				if (value != null) {
					found.put(condition.fact(), value.amount());
				}
			});
		return found;
	}

	@Test
	void aHundredPersonsCostAsManyStatementsAsOne() throws Exception {
		enter("思想品德", "2023-2024", "17", this.office);
		List<Long> many = new ArrayList<>(this.fixture.crowd(this.college.branch(), 100));
		many.add(this.student);
		int few = Statements.of(() -> this.marks.of("2023-2024", "思想品德", List.of(this.student))).lines().size();
		int all = Statements.of(() -> this.marks.of("2023-2024", "思想品德", many)).lines().size();
		assertThat(all).isEqualTo(few);
		assertThat(this.marks.ofAll("2023-2024", List.of("思想品德", "GX003"), many)).containsOnlyKeys(this.student);
	}

}
