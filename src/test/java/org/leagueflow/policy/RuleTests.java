package org.leagueflow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.kernel.Actor;
import org.leagueflow.policy.Rule.Kind;
import org.leagueflow.policy.Rule.Leeway;

/** How values compare, and which one holds along a path. */
class RuleTests {

	private static final Rule TALKS = rule(Kind.AT_LEAST, "2", "TIMES", Leeway.STRICTER);

	private static final Rule DUE = rule(Kind.AT_MOST, "3", "MONTHS", Leeway.STRICTER);

	private static final Rule HOURS = rule(Kind.AT_LEAST, "20", "HOURS", Leeway.EITHER);

	private static final Rule FIXED = rule(Kind.EXACTLY, "2", "PERSONS", Leeway.NONE);

	private static final Rule MEETING = new Rule("r", Kind.FREQUENCY, "1/MONTH", "1/QUARTER", null, "细则", "N~",
			Leeway.MINIMUM);

	private static Rule rule(Kind kind, String value, String measure, Leeway leeway) {
		return new Rule("r", kind, value, null, measure, "细则", "N", leeway);
	}

	private static Setting set(long unit, String value) {
		return new Setting(unit, "r", value, Actor.SYSTEM, null);
	}

	@Test
	void theStrictestAlongThePathHolds() {
		List<Setting> settings = List.of(set(1, "3"), set(2, "5"), set(3, "4"));
		assertThat(EffectiveSetting.of(TALKS, List.of(1L, 2L, 3L), settings)).isEqualTo(new EffectiveSetting("5", 2L));
		assertThat(EffectiveSetting.of(TALKS, List.of(1L), settings)).isEqualTo(new EffectiveSetting("3", 1L));
		assertThat(EffectiveSetting.of(DUE, List.of(1L, 2L, 3L), List.of(set(1, "2"), set(3, "1"))).value())
			.isEqualTo("1");
	}

	@Test
	void aLooserSettingNeverHolds() {
		assertThat(EffectiveSetting.of(TALKS, List.of(1L), List.of(set(1, "1"))))
			.isEqualTo(new EffectiveSetting("2", null));
		assertThat(EffectiveSetting.of(DUE, List.of(1L), List.of(set(1, "4"))))
			.isEqualTo(new EffectiveSetting("3", null));
		assertThat(EffectiveSetting.of(FIXED, List.of(1L), List.of(set(1, "3"))))
			.isEqualTo(new EffectiveSetting("2", null));
	}

	@Test
	void theNearestSettingHoldsWhereTheRuleLeavesItOpen() {
		assertThat(EffectiveSetting.of(HOURS, List.of(1L, 2L), List.of(set(1, "30"), set(2, "0"))))
			.isEqualTo(new EffectiveSetting("0", 2L));
	}

	@Test
	void whatTheCountySetsEitherWaySchoolsMayOnlyTighten() {
		Rule county = rule(Kind.AT_LEAST, "20", "HOURS", Leeway.COUNTY);
		assertThat(EffectiveSetting.of(county, List.of(1L, 2L), List.of(set(1, "10"))))
			.isEqualTo(new EffectiveSetting("10", 1L));
		assertThat(EffectiveSetting.of(county, List.of(1L, 2L), List.of(set(1, "30"), set(2, "0"))))
			.isEqualTo(new EffectiveSetting("30", 1L));
		assertThat(EffectiveSetting.of(county, List.of(1L, 2L), List.of(set(2, "0"))))
			.isEqualTo(new EffectiveSetting("20", null));
		assertThat(EffectiveSetting.of(county, List.of(1L, 2L), List.of(set(1, "10"), set(2, "15"))))
			.isEqualTo(new EffectiveSetting("15", 2L));
	}

	@Test
	void settingsOfOtherUnitsAndRulesDoNotCount() {
		assertThat(EffectiveSetting.of(TALKS, List.of(1L),
				List.of(set(9, "9"), new Setting(1, "other", "8", Actor.SYSTEM, null))))
			.isEqualTo(new EffectiveSetting("2", null));
	}

	@Test
	void thePathGivesTheUnitsFromTheTop() {
		assertThat(EffectiveSetting.units("/1/4/12/")).containsExactly(1L, 4L, 12L);
		assertThat(EffectiveSetting.units("")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0, true", "20, true", "1000, true", "1001, false", "-1, false", "2.5, false", "abc, false",
			"99999, false", "'', false", "=cmd, false" })
	void anHourRuleTakesWholeNumbersOnly(String value, boolean understood) {
		assertThat(HOURS.understands(value)).isEqualTo(understood);
	}

	@Test
	void whatIsAtMostIsAtLeastOne() {
		assertThat(DUE.understands("0")).isFalse();
		assertThat(DUE.understands("60")).isTrue();
		assertThat(DUE.understands("61")).isFalse();
	}

	@Test
	void aFlagIsTrueOrFalse() {
		Rule flag = rule(Kind.FLAG, "true", null, Leeway.STRICTER);
		assertThat(flag.understands("yes")).isFalse();
		assertThat(flag.understands("false")).isTrue();
		assertThat(flag.looser("false", "true")).isTrue();
		assertThat(flag.looser("true", "false")).isFalse();
	}

	@Test
	void aFrequencyWithAFloorIsChosenByTheHighestUnitAndOnlyTightenedBelow() {
		List<Long> path = List.of(1L, 2L, 3L);
		assertThat(EffectiveSetting.of(MEETING, path, List.of())).isEqualTo(new EffectiveSetting("1/MONTH", null));
		assertThat(EffectiveSetting.of(MEETING, path, List.of(set(1, "1/QUARTER"))))
			.isEqualTo(new EffectiveSetting("1/QUARTER", 1L));
		assertThat(EffectiveSetting.of(MEETING, path, List.of(set(1, "2/MONTH"), set(2, "1/QUARTER"))))
			.isEqualTo(new EffectiveSetting("2/MONTH", 1L));
		assertThat(EffectiveSetting.of(MEETING, path, List.of(set(1, "1/QUARTER"), set(3, "1/WEEK"))))
			.isEqualTo(new EffectiveSetting("1/WEEK", 3L));
	}

	@Test
	void frequenciesCompareByHowOftenThatIsInAYear() {
		List<String> looserFirst = List.of("NONE", "1/QUARTER", "2/QUARTER", "1/MONTH", "2/MONTH", "1/FORTNIGHT",
				"1/WEEK", "2/WEEK");
		for (int i = 0; i < looserFirst.size(); i++) {
			for (int j = 0; j < looserFirst.size(); j++) {
				assertThat(MEETING.looser(looserFirst.get(i), looserFirst.get(j)))
					.as(looserFirst.get(i) + " than " + looserFirst.get(j))
					.isEqualTo(i < j);
			}
			assertThat(Frequency.parse(looserFirst.get(i))).hasToString(looserFirst.get(i));
		}
		assertThat(MEETING.frequencies()).extracting(Frequency::toString)
			.containsExactly("1/QUARTER", "1/MONTH", "2/MONTH", "1/FORTNIGHT", "1/WEEK");
	}

	@ParameterizedTest
	@CsvSource({ "1/MONTH,true", "9/WEEK,true", "NONE,true", "0/MONTH,false", "10/WEEK,false", "1/YEAR,false",
			"1/month,false", "monthly,false", "1 / MONTH,false" })
	void aFrequencyIsWrittenInOneWay(String value, boolean understood) {
		assertThat(MEETING.understands(value)).isEqualTo(understood);
	}

	@ParameterizedTest
	@CsvSource({ "0,false", "1,true", "7,true", "8,false", "x,false" })
	void aWeekdayIsOneToSeven(String value, boolean understood) {
		assertThat(rule(Kind.EXACTLY, "3", "WEEKDAY", Leeway.EITHER).understands(value)).isEqualTo(understood);
	}

}
