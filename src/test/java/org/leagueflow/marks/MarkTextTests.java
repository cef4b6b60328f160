package org.leagueflow.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads what people write where a mark belongs. */
class MarkTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "87.5|87.5", "８７．５|87.5", " 90 |90", "-2|-2", "－2|-2", "−1.5|-1.5", "+3|3", "85分|85", "12学时|12",
					"'0.5|0.5", "1,234.50|1234.5", "八十五点五|85.5", "捌拾伍点伍|85.5", "壹佰|100", "贰拾叁|23", "十二|12", "一百零五|105",
					"負叁|-3", "九〇|90", "叁|3", "两百|200", "壹万贰仟|12000", "95.000|95", "1E+2|100" })
	void pointsInEveryWriting(String typed, BigDecimal points) {
		assertThat(MarkText.of(typed).value()).isEqualTo(points);
	}

	@ParameterizedTest
	@CsvSource({ "优,优秀", "优秀,优秀", "良,良好", "及格,及格", "合格,合格", "缺考,缺考", "旷考,缺考", "免考,免修", "缓考,缓考", "a-,A-", "差,不及格" })
	void wordsThatStandInsteadOfPoints(String typed, String word) {
		MarkText text = MarkText.of(typed);
		assertThat(text.word()).isEqualTo(word);
		assertThat(text.value()).isNull();
		assertThat(text.rule()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "85%|percent", "８５％|percent", "#DIV/0!|cell-error", "#N/A|cell-error", "=F4+H4|formula",
					"85/90|no-mark", "约85|no-mark", "85.5.3|no-mark", "十百|no-mark", "二二十|no-mark", "12,34|no-mark",
					"9999999999|no-mark", "1E99999999999|no-mark", "1E-99999999|no-mark", "-1E+999999999|no-mark",
					"八点一二三四五六七八九|no-mark", "九十点九九九九九九九九九|no-mark", "未知|no-mark", "--2|no-mark", "1E+12|no-mark" })
	void whatIsNoMarkSaysWhy(String typed, String rule) {
		assertThat(MarkText.of(typed).rule()).isEqualTo(rule);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "志愿服务36小时+2|2", "志愿服务12小时+0.5|0.5", "迟到2次-1，志愿服务＋3|2", "班长+3;旷课4节－2.5|0.5", "2023-2024学年|",
					"志愿服务36小时|", "志愿服务+20小时|", "值日+0.5小时|", "值日+3次 +0.5|0.5", "参加3次+1+1+1|3", "+ 2|2", "获奖+10%|" })
	void onlySignedNumbersOfANoteCount(String note, BigDecimal sum) {
		assertThat(MarkText.signed(note).orElse(null)).isEqualTo(sum);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "9月-12月志愿服务+2|2|false", "——2024年度+2|2|false", "9月－12月+1；值周-0.5|0.5|false",
			"1-3周-1|-1|false", "2023-09-01至2023-12-31+2|2|false", "COVID-19志愿者+2|2|false", "A-2栋卫生-1|-1|false",
			"24-01班集体+1.5|1.5|false", "迟到-1 志愿+3|2|false", "(-2)|-2|false", "-2分|-2|false", "+1+0.5+0.5|2|false",
			"迟到-1旷课-2|-2|true", "迟到—1，志愿+3|3|true", "证书编号+2024001|2024001|true", "+60+60|120|true", "3|3|false",
			"3分|3|false", "150|150|true", "36小时||false", "八||false", "优秀||false", "12次||false" })
	void aNoteCountsWhatIsAPointAndAsksWhereItMayBe(String note, BigDecimal value, boolean doubtful) {
		MarkText.Note read = MarkText.note(note);
		assertThat(read.value()).isEqualTo(value);
		assertThat(read.doubtful()).isEqualTo(doubtful);
	}

	@ParameterizedTest
	@CsvSource({ "联系电话+8613812345678", "99999999999999", "+999999999 +2" })
	void aNoteWithANumberThatNoMarkCanBeIsNone(String note) {
		assertThat(MarkText.note(note).tooLarge()).isTrue();
		assertThat(MarkText.note(note).value()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2.0,2", "2.50,2.5", "100,1E+2", "0.00,0" })
	void aMarkIsTheSameWithZerosBehindIt(BigDecimal one, BigDecimal other) {
		assertThat(MarkText.typed(one, null, one)).isEqualTo(MarkText.typed(other, null, other));
	}

	@ParameterizedTest
	@CsvSource({ "2023-2024学年秋,2023-2024-1", "2023-2024学年春,2023-2024-2", "2023—2024学年第二学期,2023-2024-2",
			"２０２３－２０２４,2023-2024", "23-24学年,", "2023-24学年上学期,2023-2024-1", "2024春,2023-2024-2", "2023秋季学期,2023-2024-1",
			"2023年9月,2023-09", "2024-01,2024-01", "20232,2023-2024-2", "2023年度,2023", "2023-2025学年,",
			"2023-2024学年(1),2023-2024-1", "2023-2024-2,2023-2024-2", "学年,", "2023至2024学年第1学期,2023-2024-1" })
	void termsAsSheetsWriteThem(String typed, String period) {
		assertThat(MarkPeriod.parse(typed).map(MarkPeriod::text).orElse(null)).isEqualTo(period);
	}

	@ParameterizedTest
	@CsvSource({ "2023-2024,9,2023-09", "2023-2024,12,2023-12", "2023-2024,1,2024-01", "2023-2024,8,2024-08",
			"2023,3,2023-03" })
	void aMonthLiesInItsSchoolYear(String year, int month, String expected) {
		assertThat(new MarkPeriod(year, "").month(month).orElseThrow().text()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "2023-2024-1,2024-01-31", "2023-2024-2,2024-07-31", "2023-2024,2024-07-31", "2023-09,2023-09-30",
			"2023,2023-12-31" })
	void aPeriodEnds(String period, String day) {
		assertThat(MarkPeriod.parse(period).orElseThrow().end()).isEqualTo(day);
	}

}
