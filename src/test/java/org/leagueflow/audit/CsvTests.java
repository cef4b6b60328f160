package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

	@ParameterizedTest
	@ValueSource(strings = { "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1" })
	void aSpreadsheetRunsNothing(String cell) {
		assertThat(Csv.cell(cell)).startsWith("\"'");
	}

	@Test
	void ordinaryWordsAndNumbersStayAsTheyAre() {
		assertThat(Csv.cell("说\"好\", 再来")).isEqualTo("\"说\"\"好\"\", 再来\"");
		assertThat(Csv.cell(-17)).isEqualTo("\"-17\"");
		assertThat(Csv.cell(null)).isEmpty();
	}

}
