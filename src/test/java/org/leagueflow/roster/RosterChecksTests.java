package org.leagueflow.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.people.PersonName;

/** Every check that a line of a roster can be put to by itself, with a vector each. */
class RosterChecksTests {

	private final RosterChecks checks = new RosterChecks(LocalDate.of(2026, 11, 22));

	@Test
	void aCleanLineOnlyWarnsOfTheRegionThatDoesNotExist() {
		assertThat(check((cells) -> {
		})).containsExactly("warning ID_NUMBER id-number-region");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "NAME,-,error NAME missing-name", "NAME,王1,error NAME bad-name",
			"NAME,-张伟,error NAME bad-name", "NAME,@SUM(A1),error NAME bad-name",
			"STUDENT_NUMBER,+1,error STUDENT_NUMBER bad-student-number",
			"STUDENT_NUMBER,-,warning STUDENT_NUMBER missing-student-number",
			"ID_NUMBER,-,warning ID_NUMBER missing-id-number",
			"ID_NUMBER,9.90100200606027E17,error ID_NUMBER id-number-as-number",
			"ID_NUMBER,12345,error ID_NUMBER id-number-form",
			"ID_NUMBER,990100200606027809,error ID_NUMBER id-number-checksum",
			"ID_NUMBER,990100200613027808,error ID_NUMBER id-number-day",
			"BIRTH_DATE,2006-02-30,error BIRTH_DATE bad-date", "BIRTH_DATE,2006-02,error BIRTH_DATE date-without-day",
			"BIRTH_DATE,39692,error BIRTH_DATE date-serial", "BIRTH_DATE,06-06-02,error BIRTH_DATE date-short-year",
			"JOINED,5月4日,error JOINED bad-date", "NAME,赵,error NAME name-private-use", "NAME,赵?,error NAME name-lost",
			"NAME,欧阳（女）,error NAME bad-name", "BRANCH,#N/A,error BRANCH cell-error",
			"STUDENT_NUMBER,9.901E+17,error STUDENT_NUMBER number-lost",
			"BIRTH_DATE,2005-01-03,error BIRTH_DATE birth-date-differs",
			"BIRTH_DATE,2027-01-01,error BIRTH_DATE birth-date-range",
			"BIRTH_DATE,1899-12-31,error BIRTH_DATE birth-date-range", "SEX,女,warning SEX sex-differs",
			"SEX,未知,warning SEX unknown-sex", "JOINED,-,error JOINED missing-join-date",
			"JOINED,去年,error JOINED bad-date", "JOINED,2027-05-04,error JOINED joined-in-future",
			"JOINED,2019-01-01,error JOINED joined-under-14",
			"MEMBER_NUMBER,-,error MEMBER_NUMBER missing-member-number",
			"MEMBER_NUMBER,192299000001,error MEMBER_NUMBER member-number-form",
			"MEMBER_NUMBER,20229900000,error MEMBER_NUMBER member-number-form",
			"MEMBER_NUMBER,202199000001,warning MEMBER_NUMBER member-number-year",
			"POLITICAL,群众,error POLITICAL political-differs", "POLITICAL,不详,warning POLITICAL unknown-political",
			"BRANCH,-,error BRANCH missing-branch", "PHONE,12,warning PHONE bad-phone",
			"POST,部长,warning POST unknown-post", "REGISTERED,对,warning REGISTERED yes-or-no",
			"VOLUNTEER_HOURS,很多,warning VOLUNTEER_HOURS bad-hours", "BRANCH,=cmd|' /C calc'!A0,error BRANCH formula",
			"MEMBER_NUMBER,2022990000011,error MEMBER_NUMBER overlong" })
	void eachFaultIsFoundInItsColumn(RosterColumn column, String text, String expected) {
		assertThat(check((cells) -> {
			cells.remove(column);
			if (text != null) {
				cells.put(column, text);
			}
		})).contains(expected);
	}

	@Test
	void onlyTheFourteenthBirthdayItselfIsEarlyEnough() {
		assertThat(check((cells) -> cells.put(RosterColumn.JOINED, "2019-01-01")))
			.anyMatch((f) -> f.contains("under-14"));
		assertThat(check((cells) -> cells.put(RosterColumn.JOINED, "2019-01-02")))
			.noneMatch((f) -> f.contains("under-14"));
	}

	@Test
	void onFebruary29thFourteenIsReachedOnTheLastDayOfFebruary() {
		Consumer<Map<RosterColumn, String>> leap = (cells) -> {
			cells.put(RosterColumn.BIRTH_DATE, "2004-02-29");
			cells.put(RosterColumn.ID_NUMBER, RosterSheet.idNumber(LocalDate.of(2004, 2, 29), 1));
		};
		assertThat(check(leap.andThen((cells) -> cells.put(RosterColumn.JOINED, "2018-02-27"))))
			.anyMatch((f) -> f.contains("under-14"));
		assertThat(check(leap.andThen((cells) -> cells.put(RosterColumn.JOINED, "2018-02-28"))))
			.noneMatch((f) -> f.contains("under-14"));
	}

	@Test
	void membersBefore2017NeedNoNumber() {
		Consumer<Map<RosterColumn, String>> old = (cells) -> {
			cells.put(RosterColumn.BIRTH_DATE, "2001-01-01");
			cells.put(RosterColumn.ID_NUMBER, RosterSheet.idNumber(LocalDate.of(2001, 1, 1), 1));
			cells.remove(RosterColumn.MEMBER_NUMBER);
		};
		assertThat(check(old.andThen((cells) -> cells.put(RosterColumn.JOINED, "2016-12-31"))))
			.noneMatch((f) -> f.contains("missing-member-number"));
		assertThat(check(old.andThen((cells) -> cells.put(RosterColumn.JOINED, "2017-01-01"))))
			.contains("error MEMBER_NUMBER missing-member-number");
	}

	@Test
	void aPostNeedsMembershipUnlessHeldByAPartyMember() {
		RosterLine youth = new RosterLine(2, RosterSheet.youth(1, "班", "总支"));
		youth.cells().put(RosterColumn.POST, "团支部书记");
		assertThat(words(youth)).contains("error POST post-without-membership");
		youth.cells().put(RosterColumn.POLITICAL, "中共党员");
		assertThat(words(youth)).noneMatch((f) -> f.contains("post-without-membership"));
	}

	@Test
	void aNumberNeedsMembership() {
		RosterLine youth = new RosterLine(2, RosterSheet.youth(1, "班", "总支"));
		youth.cells().put(RosterColumn.MEMBER_NUMBER, "202299000001");
		assertThat(words(youth)).contains("error MEMBER_NUMBER number-without-membership");
	}

	@Test
	void withoutAnyNumberNobodyCanBeRecognised() {
		assertThat(check((cells) -> {
			cells.remove(RosterColumn.STUDENT_NUMBER);
			cells.remove(RosterColumn.ID_NUMBER);
		})).contains("error STUDENT_NUMBER missing-both-numbers");
	}

	@ParameterizedTest
	@CsvSource({ "王𣲗", "阿依·古丽", "欧阳䶮", "李㛃", "Anna-Maria", "李〇", "王\uFA20", "王𪚥", "王𱍐", "王\uD883\uDFB0",
			"王\uD884\uDFB0", "Þóra", "叶尔\u0308" })
	void rareCharactersAndMiddleDotsAreNames(String name) {
		assertThat(check((cells) -> cells.put(RosterColumn.NAME, name))).noneMatch((f) -> f.contains("NAME"));
	}

	@ParameterizedTest
	@CsvSource({ "2006-06-02", "2006/6/2", "2006.06.02", "2006年6月2日", "20060602", "2006-06-02 00:00:00",
			"2006/6/2 0:00:00", "2006年6月2号", "二〇〇六年六月二日", "二零零六年六月初二", "2006/06/02 08:00", "2006-06-02T08:00:00.000" })
	void daysMayBeTypedInSeveralWays(String text) {
		assertThat(RosterDate.parse(text)).contains(LocalDate.of(2006, 6, 2));
	}

	@ParameterizedTest
	@CsvSource({ "二〇〇六年十二月三十一日, 2006-12-31", "二〇〇六年十月二十日, 2006-10-20", "二〇〇六年十一月十日, 2006-11-10",
			"一九九九年元月廿一日, 1999-01-21" })
	void daysMayBeWrittenInChinese(String text, LocalDate day) {
		assertThat(RosterDate.parse(text)).contains(day);
	}

	@ParameterizedTest
	@CsvSource({ "二〇〇六年十三月一日", "二〇〇六年二月三十日", "二〇〇六年十十月一日", "2006-06-02T16:00:00Z", "1900-02-29", "2006-6-2-1" })
	void whatIsNoDayIsNotGuessed(String text) {
		assertThat(RosterDate.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			李　明              | 李明
			张\u200b三         | 张三
			王\u00a0五         | 王五
			阿依•古丽           | 阿依·古丽
			阿依 ･ 古丽         | 阿依·古丽
			阿依．古丽          | 阿依·古丽
			阿依.古丽           | 阿依·古丽
			阿依⋅古丽           | 阿依·古丽
			J. Smith            | J. Smith
			Anna  Maria         | Anna Maria
			\u2F5Fは           | 玉は
			王\uFA20           | 王\uFA20
			葛\uDB40\uDD00城  | 葛城
			\u3164张三\uFEFF  | 张三
			\u202e张三\u2800  | 张三
			""")
	void aNameIsKeptOneWay(String typed, String kept) {
		assertThat(PersonName.clean(typed)).isEqualTo(kept);
		assertThat(PersonName.fault(kept)).isEmpty();
	}

	@Test
	void everyRuleHasItsWordsInBothLanguages() throws Exception {
		for (String bundle : List.of("i18n/roster.properties", "i18n/roster_en.properties")) {
			Properties words = new Properties();
			try (InputStream in = getClass().getClassLoader().getResourceAsStream(bundle)) {
				words.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
			}
			for (RosterColumn column : RosterColumn.values()) {
				assertThat(words).containsKey(column.key());
			}
			words.stringPropertyNames()
				.stream()
				.filter((key) -> key.startsWith("roster.finding."))
				.forEach((key) -> assertThat(words).containsKey(key.replace("roster.finding.", "roster.rule.")));
		}
	}

	private List<String> check(Consumer<Map<RosterColumn, String>> change) {
		Map<RosterColumn, String> cells = RosterSheet.line(1, "铁道机车24101班团支部", "轨道交通分团委");
		change.accept(cells);
		return words(new RosterLine(2, cells));
	}

	private List<String> words(RosterLine line) {
		return this.checks.check(line)
			.stream()
			.map((one) -> (one.error() ? "error " : "warning ") + one.column() + " " + one.rule())
			.toList();
	}

}
