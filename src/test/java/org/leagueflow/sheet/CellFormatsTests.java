package org.leagueflow.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Excel shows in a cell is what is read from it. */
class CellFormatsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			0000000000                          | 26010101     | 0026010101
			"2026"0000                          | 17           | 20260017
			00-0000-0000                        | 2601010199   | 26-0101-0199
			000000-00                           | 26010101     | 260101-01
			"S"00000                            | 17           | S00017
			"No."0000;@                         | 17           | No.0017
			0"号"                               | 17           | 17号
			General"号"                         | 17           | 17号
			"班"@                               | 17           | 班17
			[Red]0000                           | 17           | 0017
			[DBNum1][$-804]General              | 17           | 17
			[<=9999999]0000-0000;0000-000-0000  | 2601010199   | 0260-101-0199
			0!年                                | 2026         | 2026年
			#,##0                               | 12345        | 12,345
			0.00%                               | 0.125        | 12.50%
			0_                                  | 12           | 12
			General                             | 202601010012 | 202601010012
			General                             | 12.5         | 12.5
			General                             | 0.30000000000000004 | 0.3
			0.00E+00                            | 20260101001  | 20260101001
			General                             | 990100200606027808 | 9.90100200606028E+17
			;;;                                 | 17           | ~~
			0;-0;;@                             | 0            | ~~
			0;"负"0                             | -5           | 负5
			""")
	void aNumberIsReadAsItIsShown(String format, double value, String shown) {
		assertThat(CellFormats.of(format).number(value, false)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			yyyy-mm-dd                               | 39692       | false | 2008-09-01
			yyyy-mm-dd h:mm:ss                       | 39692.99999 | false | 2008-09-01
			yy-m-d                                   | 39692       | false | 2008-09-01
			m/d/yy                                   | 39692       | false | 2008-09-01
			[$-804]yyyy"年"m"月"d"日";@              | 39692       | false | 2008-09-01
			[DBNum1][$-804]yyyy"年"m"月"d"日"        | 39692       | false | 2008-09-01
			e"年"m"月"d"日"                          | 39692       | false | 2008-09-01
			[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy    | 39692       | false | 2008-09-01
			yyyy-mm-dd                               | 38230       | true  | 2008-09-01
			yyyy-mm-dd                               | 0           | false | 1900-01-00
			yyyy-mm-dd                               | 60          | false | 1900-02-29
			yyyy-mm-dd                               | -1          | false | ########
			yyyy"年"m"月"                            | 39692       | false | 2008年9月
			m"月"d"日"                               | 39692       | false | 9月1日
			""")
	void aDayIsReadWhereDayMonthAndYearAreShown(String format, double value, boolean date1904, String shown) {
		assertThat(CellFormats.of(format).number(value, date1904)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0.00;[Red]0.00      | -2    | -2
			0.00_);(0.00)       | -2    | -2
			0                   | 89.96 | 89.96
			0.0                 | 0.04  | 0.04
			#,##0               | 12345 | 12345
			0"分"               | 85.5  | 85.5
			General             | 0.30000000000000004 | 0.3
			0.00%               | 0.85  |
			[<1]0%;0            | 0.85  |
			yyyy-mm-dd          | 39692 |
			h:mm                | 0.5   |
			""")
	void aNumberIsStoredAsItIsUnlessItIsADayOrAPercentage(String format, double value, String stored) {
		assertThat(CellFormats.of(format).stored(value)).isEqualTo(stored);
	}

	@ParameterizedTest
	@CsvSource({ "14, 2008-09-01", "22, 2008-09-01", "31, 2008-09-01", "57, 2008年9月", "58, 9月1日", "0, 39692",
			"49, 39692", "9999, 39692" })
	void formatsThatHaveANumberOnlyAreThoseOfAChineseExcel(int number, String shown) {
		assertThat(CellFormats.of(CellFormats.builtin(number)).number(39692, false)).isEqualTo(shown);
	}

	@Test
	void aTextIsShownWithTheWordsOfItsFormat() {
		assertThat(CellFormats.of("@\"团支部\"").text("信息一班")).isEqualTo("信息一班团支部");
		assertThat(CellFormats.of("0;-0;0;\"班\"@").text("一")).isEqualTo("班一");
		assertThat(CellFormats.of("0000").text("一")).isEqualTo("一");
		assertThat(CellFormats.of(";;;").text("一")).isEmpty();
		assertThat(CellFormats.of("[Red]@\"班\"").text("$1\\")).isEqualTo("$1\\班");
	}

}
