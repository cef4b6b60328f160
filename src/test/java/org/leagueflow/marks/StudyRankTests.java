package org.leagueflow.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.Statements;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Comparison;
import org.leagueflow.requirement.Condition;
import org.leagueflow.requirement.Requirement;
import org.leagueflow.requirement.RequirementSet;
import org.leagueflow.requirement.Requirements;
import org.leagueflow.requirement.Window;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 学习排名: within a class and within a grade, of those who have marks. */
@StoryTest
class StudyRankTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

	@Autowired
	Marks marks;

	@Autowired
	Requirements requirements;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	JdbcClient jdbc;

	private PeopleFixture.College college;

	private Actor office;

	@BeforeEach
	void aCourse() {
		this.college = this.fixture.college();
		this.office = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		this.marks.item(this.college.branch(), MarkItemCard.course("GX003", "高等数学"), this.office);
		this.marks.item(this.college.branch(), MarkItemCard.course("GX002", "大学英语"), this.office);
	}

	private long marked(long branch, String... typed) {
		long person = this.fixture.member(branch);
		String[] courses = { "GX003", "GX002" };
		for (int at = 0; at < typed.length; at++) {
			this.marks.enter(new MarkEntry(person, courses[at], "2025-2026", "1", MarkAttempt.FIRST, typed[at],
					BigDecimal.valueOf(at + 2)), "补录", this.office);
		}
		return person;
	}

	private Requirement rank(String fact, int percent, long person, Window window) {
		return all(fact, percent, List.of(person), window).get(person).get(0);
	}

	private Map<Long, List<Requirement>> all(String fact, int percent, List<Long> persons, Window window) {
		RequirementSet set = new RequirementSet("award", List
			.of(Condition.declared("0", fact, Comparison.AT_MOST, BigDecimal.valueOf(percent), "校评优办法第3条", window)));
		return this.requirements.ofAll(set, persons.stream().map((one) -> new Asked(one, "/", null)).toList(), DAY);
	}

	private static List<Object> have(Requirement one) {
		return one.have().args();
	}

	@Test
	void equalMeansHaveEqualRanksAndNobodyStandsBehindWhoHasNoMarks() {
		long branch = this.college.branch();
		// Weighted by 2 and 3 credits: 90, 80, 80, 70; one has none, one was absent.
		long first = marked(branch, "90", "90");
		long second = marked(branch, "80", "80");
		long equal = marked(branch, "95", "70");
		long last = marked(branch, "70", "70");
		long none = this.fixture.member(branch);
		long absent = marked(branch, "缺考");
		assertThat(have(rank("marks.classRank", 25, first, Window.EVER))).containsExactly("25", 1, 4, 2);
		assertThat(rank("marks.classRank", 25, first, Window.EVER).ok()).as("25 of 100 is at most 25").isTrue();
		assertThat(have(rank("marks.classRank", 50, second, Window.EVER))).containsExactly("50", 2, 4, 2);
		assertThat(have(rank("marks.classRank", 50, equal, Window.EVER))).containsExactly("50", 2, 4, 2);
		assertThat(have(rank("marks.classRank", 50, last, Window.EVER))).containsExactly("100", 4, 4, 2);
		assertThat(rank("marks.classRank", 99, last, Window.EVER).ok()).isFalse();
		for (long unknown : List.of(none, absent)) {
			Requirement requirement = rank("marks.classRank", 100, unknown, Window.EVER);
			assertThat(requirement.ok()).as("not entered is neither first nor last").isFalse();
			assertThat(requirement.have().key()).isEqualTo("requirement.unknown");
			assertThat(requirement.source()).isEqualTo("校评优办法第3条");
		}
		assertThat(rank("marks.classRank", 100, first, Window.LAST_CALENDAR_YEAR).ok()).as("no marks of that year")
			.isFalse();
	}

	@Test
	void aShareThatIsNoWholePercentIsNotRoundedInAnybodysFavour() {
		List<Long> three = new ArrayList<>();
		for (int mark : new int[] { 90, 80, 70 }) {
			three.add(marked(this.college.branch(), Integer.toString(mark)));
		}
		assertThat(rank("marks.classRank", 33, three.get(0), Window.EVER).ok()).as("1 of 3 is more than 33 %")
			.isFalse();
		assertThat(have(rank("marks.classRank", 34, three.get(0), Window.EVER))).containsExactly("33.3334", 1, 3, 0);
		assertThat(rank("marks.classRank", 34, three.get(0), Window.EVER).ok()).isTrue();
	}

	@Test
	void aGradeIsTheClassesOfOneSubjectAndYearInTheFaculty() {
		long faculty = this.college.generalBranch();
		long one = unit(faculty, "建筑2401");
		long two = unit(faculty, "建筑类2402班");
		long older = unit(faculty, "建筑2301");
		long other = unit(faculty, "土木2401");
		long elsewhere = unit(this.fixture.unit(this.college.committee(), UnitKind.GENERAL_BRANCH, null), "建筑2403");
		long first = marked(one, "90");
		long second = marked(two, "85");
		marked(older, "99");
		marked(other, "98");
		marked(elsewhere, "97");
		assertThat(have(rank("marks.gradeRank", 50, first, Window.EVER))).containsExactly("50", 1, 2, 0);
		assertThat(have(rank("marks.gradeRank", 50, second, Window.EVER))).containsExactly("100", 2, 2, 0);
		assertThat(have(rank("marks.classRank", 50, second, Window.EVER))).containsExactly("100", 1, 1, 0);
		long nameless = marked(unit(faculty, "某班"), "100");
		assertThat(rank("marks.gradeRank", 100, nameless, Window.EVER).have().key())
			.as("nobody knows of which year the class is")
			.isEqualTo("requirement.unknown");
	}

	private long unit(long faculty, String name) {
		long unit = this.fixture.unit(faculty, UnitKind.BRANCH, "CLASS");
		this.jdbc.sql("UPDATE unit SET name = ? WHERE id = ?").params(name, unit).update();
		return unit;
	}

	@Test
	void manyCostAsManyStatementsAsOne() throws Exception {
		long person = marked(this.college.branch(), "90");
		List<Long> many = new ArrayList<>(this.fixture.crowd(this.college.branch(), 100));
		many.add(person);
		int few = Statements.of(() -> all("marks.gradeRank", 30, List.of(person), Window.EVER)).lines().size();
		int all = Statements.of(() -> all("marks.gradeRank", 30, many, Window.EVER)).lines().size();
		assertThat(all).isEqualTo(few);
		assertThat(all("marks.classRank", 1, many, Window.EVER)).hasSize(101);
	}

	@ParameterizedTest
	@CsvSource({ "建筑2402,建筑 24", "建筑类2402班,建筑 24", "建筑24-02,建筑 24", "24级建筑2班,建筑 24", "建筑202402,建筑 24",
			"2024级会计1班,会计 24", "会计1班2023,会计 23", "建筑2002,建筑 20", "建筑2402团支部,建筑 24", "会计241,会计 24" })
	void theNameOfAClassSaysSubjectAndYear(String name, String grade) {
		assertThat(ClassName.grade(name)).contains(grade);
	}

	@ParameterizedTest
	@CsvSource({ "某班", "会计1班", "2402", "第二团支部", "建筑0102", "会计1班2班3班" })
	void aNameThatDoesNotSaySoSaysNothing(String name) {
		assertThat(ClassName.grade(name)).isEmpty();
	}

}
