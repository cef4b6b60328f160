package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;

class DownloadsTests {

	@Test
	void aFileIsNamedInUtf8AsPeopleNameIt() {
		String header = Downloads.named("docx", "支部大会会议记录", "机电2401", LocalDate.of(2026, 11, 30));
		assertThat(header).startsWith("attachment").contains("filename*=UTF-8''").isASCII();
		assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo("支部大会会议记录-机电2401-2026-11-30.docx");
	}

	@Test
	void aUnitsNameNeverLeadsIntoAnotherFolderOrHeader() {
		String header = Downloads.named("xlsx", "../一班/二班:\"三班\"\r\nX: y", "\u202Egpj");
		assertThat(header).doesNotContain("\r", "\n", "/二");
		assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo(".._一班_二班__三班_X_ y-gpj.xlsx");
	}

}
