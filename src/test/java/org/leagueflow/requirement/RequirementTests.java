package org.leagueflow.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.Statements;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture.College;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.policy.Policies;
import org.leagueflow.policy.PolicyFixture;
import org.leagueflow.web.Words;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leagueflow.requirement.Condition.atLeast;
import static org.leagueflow.requirement.Condition.atMost;
import static org.leagueflow.requirement.Condition.below;
import static org.leagueflow.requirement.Condition.yes;

@StoryTest
@Tag("database")
class RequirementTests {

	private static final RequirementSet EVERYTHING = RequirementSet.of("test-everything",
			atLeast("age", "person.age", "p1.age.min", Window.EVER), below("young", "person.age", "p1.age.max"),
			atLeast("leagueAge", "person.leagueAge", "p1.mentor.min", Window.EVER),
			yes("member", "person.member", "p1.volunteer.registered", Window.EVER),
			yes("rights", "person.rights", "p1.volunteer.registered", Window.EVER),
			yes("onRoll", "person.onRoll", "p1.volunteer.registered", Window.EVER),
			atLeast("period", "since.months", "p1.cultivate.minMonths", Window.SINCE),
			atLeast("talks", "ledger.TALK", "p1.mentor.talks", Window.SINCE),
			atLeast("study", "ledger.STUDY_HOURS", "p1.course.minHours", Window.EVER),
			atMost("idle", "ledger.STUDY_HOURS", "p1.mentor.max", Window.LAST_CALENDAR_YEAR),
			new Condition("more", "ledger.STUDY_HOURS", Comparison.MORE_THAN, "p1.course.minHours", Window.EVER),
			atLeast("volunteerHours", "ledger.VOLUNTEER_HOURS", "p1.volunteer.minHoursYear", Window.YEAR),
			yes("ideology", "ledger.IDEOLOGY_EXAM", "p1.ideology.exam", Window.EVER));

	@Autowired
	Requirements requirements;

	@Autowired
	List<RequirementSet> sets;

	@Autowired
	Policies policies;

	@Autowired
	PolicyFixture tightening;

	@Autowired
	People people;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	Ledger ledger;

	@Autowired
	Words words;

	@Autowired
	BusinessClock clock;

	private final Random random = new Random(20261130);

	/** Random people of two branches, one of which has the stricter rules. */
	@Test
	void manyAtOnceGetWhatEachGetsAlone() {
		College college = this.fixture.college();
		College strict = this.fixture.college();
		Actor county = this.fixture.holder(Roles.COUNTY_COMMITTEE, strict.county());
		this.tightening.set(strict.county(), "p1.course.minHours", "9", county);
		this.tightening.set(strict.county(), "p1.ideology.exam", "false", county);
		List<Asked> asked = new ArrayList<>(somebody(college, 15));
		asked.addAll(somebody(strict, 15));
		LocalDate day = this.clock.today().minusDays(3);
		Map<Long, List<Requirement>> together = this.requirements.ofAll(EVERYTHING, asked, day);
		Map<Long, List<Requirement>> alone = new LinkedHashMap<>();
		asked.forEach((one) -> alone.put(one.personId(), this.requirements.of(EVERYTHING, one, day)));
		assertThat(together).isEqualTo(alone);
		assertThat(together.keySet()).as("in the order asked").containsExactlyElementsOf(alone.keySet());
		List<Requirement> all = together.values().stream().flatMap(Collection::stream).toList();
		for (Condition condition : EVERYTHING.conditions()) {
			assertThat(all).as("the people differ in %s", condition.key())
				.filteredOn((one) -> one.key().equals(condition.key()))
				.extracting(Requirement::ok)
				.contains(true)
				.satisfies((found) -> assertThat(
						found.contains(false) || List.of("onRoll", "rights", "young", "idle").contains(condition.key()))
					.isTrue());
		}
	}

	@Test
	void theNumberOfPeopleDoesNotChangeTheNumberOfStatements() throws Exception {
		List<Asked> asked = somebody(this.fixture.college(), 24);
		LocalDate today = this.clock.today();
		this.requirements.ofAll(EVERYTHING, asked.subList(0, 1), today);
		List<String> few = Statements.of(() -> this.requirements.ofAll(EVERYTHING, asked.subList(0, 2), today)).lines();
		List<String> many = Statements.of(() -> this.requirements.ofAll(EVERYTHING, asked, today)).lines();
		assertThat(few.stream().filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("select"))).hasSize(3);
		assertThat(many).hasSameSizeAs(few);
		assertThat(this.requirements.ofAll(EVERYTHING, List.of(), today)).isEmpty();
	}

	@Test
	void tenthsOfAnHourCountAndNothingIsRoundedUp() {
		College college = this.fixture.college();
		Actor secretary = this.fixture.holder(Roles.BRANCH_SECRETARY, college.branch());
		long person = this.fixture.member(college.branch());
		for (int i = 0; i < 79; i++) {
			this.ledger.record(person, study(1, this.clock.today()), secretary);
		}
		assertThat(study(person)).satisfies((one) -> assertThat(one.ok()).isFalse())
			.satisfies((one) -> assertThat(one.have().args()).containsExactly("7.9"));
		long last = this.ledger.record(person, study(1, this.clock.today()), secretary);
		assertThat(study(person)).satisfies((one) -> assertThat(one.ok()).isTrue())
			.satisfies((one) -> assertThat(one.have().args()).containsExactly("8"));
		this.ledger.correct(last, 1, "登记错误", secretary);
		assertThat(study(person).ok()).isFalse();
	}

	private Requirement study(long person) {
		return of(Asked.of(this.people.person(person)), "study", this.clock.today());
	}

	private Requirement of(Asked asked, String key, LocalDate day) {
		return this.requirements
			.of(new RequirementSet("test-one",
					EVERYTHING.conditions().stream().filter((one) -> one.key().equals(key)).toList()), asked, day)
			.get(0);
	}

	/** Of age on the birthday itself; 29 February has its birthday every year. */
	@ParameterizedTest
	@CsvSource({ "2009-09-01,2023-08-31,false", "2009-09-01,2023-09-01,true", "2008-02-29,2022-02-27,false",
			"2008-02-29,2022-02-28,true", "2010-02-28,2024-02-27,false", "2010-02-28,2024-02-28,true" })
	void yearsAreFullOnTheBirthday(LocalDate born, LocalDate day, boolean ok) {
		long person = this.fixture.youth(this.fixture.college().branch(), born);
		Requirement age = of(Asked.of(this.people.person(person)), "age", day);
		assertThat(age.ok()).isEqualTo(ok);
		assertThat(age.need().args().get(1)).isEqualTo(born.plusYears(14).toString());
	}

	@ParameterizedTest
	@CsvSource({ "2024-03-15,2024-06-14,false", "2024-03-15,2024-06-15,true", "2024-11-30,2025-02-27,false",
			"2024-11-30,2025-02-28,true" })
	void monthsAreCalendarMonths(LocalDate since, LocalDate day, boolean ok) {
		long person = this.fixture.member(this.fixture.college().branch());
		Asked asked = new Asked(person, this.people.person(person).unitPath(), since);
		assertThat(of(asked, "period", day).ok()).isEqualTo(ok);
	}

	/** 28 is over, the day before is not: below means below. */
	@Test
	void whoTurns28IsNoLongerBelow28() {
		LocalDate today = this.clock.today();
		long branch = this.fixture.college().branch();
		Asked grown = Asked.of(this.people.person(this.fixture.youth(branch, today.minusYears(28))));
		Asked almost = Asked.of(this.people.person(this.fixture.youth(branch, today.minusYears(28).plusDays(1))));
		assertThat(of(grown, "young", today).ok()).isFalse();
		assertThat(of(almost, "young", today).ok()).isTrue();
	}

	@Test
	void whatIsNotOnRecordMeetsNoConditionNeitherWay() {
		long stranger = this.fixture.youth(this.fixture.college().branch(), null);
		Asked asked = Asked.of(this.people.person(stranger));
		for (String key : List.of("age", "young", "leagueAge")) {
			assertThat(of(asked, key, this.clock.today())).as(key)
				.satisfies((one) -> assertThat(one.ok()).isFalse())
				.satisfies((one) -> assertThat(one.have().key()).isEqualTo("requirement.unknown"));
		}
	}

	/**
	 * 未录入 is not 0: a year without a grade meets nothing, and the latest grade counts.
	 */
	@Test
	void theLatestGradeOfTheWindowCountsAndAYearWithoutOneIsNotOnRecord() {
		College college = this.fixture.college();
		Actor secretary = this.fixture.holder(Roles.BRANCH_SECRETARY, college.branch());
		Asked asked = Asked.of(this.people.person(this.fixture.member(college.branch())));
		LocalDate today = this.clock.today();
		RequirementSet last = RequirementSet.of("test-grade",
				atLeast("grade", "ledger.APPRAISAL", "p1.mentor.max", Window.LAST_CALENDAR_YEAR),
				atLeast("latest", "ledger.APPRAISAL", "p1.mentor.max", Window.EVER));
		this.ledger.record(asked.personId(),
				new Booking(EntryKind.APPRAISAL, today.minusYears(2), 1, "教育评议", "记录", null, null), secretary);
		assertThat(this.requirements.of(last, asked, today)).extracting((one) -> one.have().key())
			.containsExactly("requirement.unknown", "condition.latest.have");
		long lately = this.ledger.record(asked.personId(), new Booking(EntryKind.APPRAISAL,
				LocalDate.of(today.getYear() - 1, 12, 31), 3, "教育评议", "记录", null, null), secretary);
		assertThat(this.requirements.of(last, asked, today)).allMatch(Requirement::ok)
			.allSatisfy((one) -> assertThat(one.have().args()).containsExactly("3", 3, today.getYear() - 1));
		this.ledger.correct(lately, 3, "登记错误", secretary);
		assertThat(this.requirements.of(last, asked, today)).noneMatch(Requirement::ok);
	}

	@Test
	void aRefusalNamesEachConditionWithNeedHaveSourceAndWhatWouldSatisfyIt() {
		long person = this.fixture.member(this.fixture.college().branch());
		List<Requirement> all = List.of(study(person),
				of(Asked.of(this.people.person(person)), "ideology", this.clock.today()));
		assertThat(Requirement.met(all)).containsExactlyInAnyOrderEntriesOf(Map.of("study", false, "ideology", false));
		assertThatThrownBy(() -> Requirement.require(all)).isInstanceOfSatisfying(Refusal.Invalid.class, (refusal) -> {
			assertThat(refusal.fields()).containsOnlyKeys("study", "ideology");
			assertThat(this.words.in(Locale.CHINESE, refusal.fields().get("study"))).contains("团课学习", "不少于 8 学时",
					"0 学时", "细则§12", "请参加团课");
			assertThat(this.words.in(Locale.ENGLISH, refusal.fields().get("ideology"))).contains("passed",
					"not on record");
		});
		Requirement.require(List.of());
	}

	@Test
	void everyDeclaredConditionHasItsRuleAndItsWords() {
		assertThat(this.sets).isNotEmpty();
		for (RequirementSet set : this.sets) {
			for (Condition condition : set.conditions()) {
				assertThat(this.policies.rule(condition.policy()).source()).isNotBlank();
				for (String part : List.of("", ".need", ".have", ".how")) {
					String key = "condition." + condition.key() + part;
					assertThat(this.words.in(Locale.CHINESE, Message.of(key, 1, 2, 3))).as("write %s in i18n", key)
						.isNotEqualTo(key);
				}
			}
		}
	}

	@Test
	void aSetThatNamesAnUnknownFactOrAConditionTwiceStopsTheStart() {
		RequirementSet set = RequirementSet.of("test-faulty",
				atLeast("height", "person.height", "p1.age.min", Window.EVER));
		assertThatThrownBy(() -> new RequirementService(List.of(new PeriodFacts()), List.of(set), this.policies))
			.hasMessageContaining("person.height");
		assertThatThrownBy(() -> this.requirements.of(set, new Asked(1, "/1/", null), this.clock.today()))
			.hasMessageContaining("height");
		Condition twice = EVERYTHING.conditions().get(0);
		assertThatThrownBy(() -> RequirementSet.of("test-twice", twice, twice)).hasMessageContaining("twice");
		assertThatThrownBy(() -> of(new Asked(1, "/1/", null), "talks", this.clock.today()))
			.hasMessageContaining("No day to count from");
	}

	private List<Asked> somebody(College college, int number) {
		Actor secretary = this.fixture.holder(Roles.BRANCH_SECRETARY, college.branch());
		LocalDate today = this.clock.today();
		List<Asked> asked = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			// The first is too young on any day that other tests leave the clock at.
			LocalDate born = today.minusDays((i == 0) ? 13 * 365 : this.random.nextInt(13 * 365, 27 * 365));
			LocalDate since = today.minusDays(this.random.nextInt(800));
			long person = this.fixture.youth(college.branch(), born);
			if (this.random.nextInt(3) > 0 && !since.isBefore(born.plusYears(14))) {
				this.fixture.memberSince(person, college.branch(), since);
			}
			if (this.random.nextInt(4) == 0) {
				this.fixture.restricted(person);
			}
			books(person, secretary, today);
			asked.add(new Asked(person, this.people.person(person).unitPath(),
					today.minusDays(this.random.nextInt(200))));
		}
		return asked;
	}

	private void books(long person, Actor secretary, LocalDate today) {
		Map<EntryKind, Integer> most = new HashMap<>(Map.of(EntryKind.TALK, 9, EntryKind.STUDY_HOURS, 3,
				EntryKind.VOLUNTEER_HOURS, 3, EntryKind.IDEOLOGY_EXAM, 2));
		most.forEach((kind, number) -> {
			for (int i = this.random.nextInt(number); i > 0; i--) {
				LocalDate on = today.minusDays(this.random.nextInt(300));
				if (this.ledger.counts(person, kind, on)) {
					int amount = kind.hours() ? this.random.nextInt(1, 200) : 1;
					long entry = this.ledger.record(person, new Booking(kind, on, amount, "登记", "佐证", null, null),
							secretary);
					if (this.random.nextInt(5) == 0) {
						this.ledger.correct(entry, 1, "登记错误", secretary);
					}
				}
			}
		});
	}

	private static Booking study(int tenths, LocalDate on) {
		return new Booking(EntryKind.STUDY_HOURS, on, tenths, "团课", "签到表", null, null);
	}

}
