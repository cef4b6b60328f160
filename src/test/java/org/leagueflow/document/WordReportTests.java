package org.leagueflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Word files of several tables. */
class WordReportTests {

	@Test
	void eachTableHasItsRows() throws Exception {
		byte[] file = WordReport.write("通报", List.of("截至今天"),
				List.of(new WordReport.Section("一", "没有", List.of("甲", "乙"), List.of(1000, 2000),
						List.of(List.of("1", "2"), List.of("3", "4"))),
						new WordReport.Section("二", "没有", List.of("甲"), List.of(1000), List.of()),
						new WordReport.Section("三", "没有", List.of("甲"), List.of(1000), List.of(List.of("5")))));
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
			assertThat(word.getTables()).hasSize(2);
			assertThat(word.getTables().get(0).getRows()).hasSize(3);
			assertThat(word.getTables().get(0).getRow(2).getCell(1).getText()).isEqualTo("4");
			assertThat(word.getParagraphs().get(4).getText()).as("instead of a table").isEqualTo("没有");
		}
	}

}
