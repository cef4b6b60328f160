package org.leagueflow.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.StoryTest;
import org.leagueflow.document.PdfFile;
import org.leagueflow.kernel.Subject;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Certificates as files, and the public page that knows them. */
@StoryTest
class CertificateTests {

	/** With a character of four bytes (U+2CB69). */
	private static final String NAME = "欧阳𬭩";

	@Autowired
	CertificateService service;

	@Autowired
	AwardStory story;

	@Autowired
	MockMvc mvc;

	private Certificate.Card card(String name) {
		long batch = this.story.announces(this.story.college(), AwardStory.byHours(TiePolicy.NONE)).id;
		return new Certificate.Card(1, batch, 1, "LF-2025-0001-00001", "K7QFM2XD9RTA", Subject.person(7, name),
				"机电2401班团支部", "/1/2/", "优秀共青团员 一等奖", "2024", "云岭学院团委", LocalDate.of(2025, 5, 4), null, null);
	}

	@Test
	void aCertificateIsPdfAWithRareCharactersInIt(@TempDir Path folder) throws Exception {
		org.springframework.context.i18n.LocaleContextHolder.setLocale(java.util.Locale.ENGLISH);
		byte[] pdf = this.service.pdf(card(NAME));
		Path file = Files.write(folder.resolve("certificate.pdf"), pdf);
		ValidationResult result = PreflightParser.validate(file.toFile());
		assertThat(result.getErrorsList()).extracting((error) -> error.getErrorCode() + " " + error.getDetails())
			.isEmpty();
		assertThat(result.isValid()).isTrue();
		try (var document = Loader.loadPDF(pdf)) {
			assertThat(document.getNumberOfPages()).isEqualTo(1);
			assertThat(new PDFTextStripper().getText(document)).contains("授予" + NAME + "优秀共青团员一等奖",
					"LF-2025-0001-00001", "K7QF-M2XD-9RTA", "2025年5月4日");
		}
		finally {
			org.springframework.context.i18n.LocaleContextHolder.resetLocaleContext();
		}
	}

	@Test
	void aCharacterThatTheFontLacksIsNamedAndNotLeftOut() {
		assertThat(PdfFile.lacks(NAME + "玥喆祎·A1")).isEmpty();
		assertThat(PdfFile.lacks("张\uD883\uDEBF")).isEqualTo("\uD883\uDEBF");
	}

	@Test
	void theWordFileHasThemToo() throws Exception {
		byte[] word = this.service.word(card(NAME));
		try (var document = new org.apache.poi.xwpf.usermodel.XWPFDocument(new java.io.ByteArrayInputStream(word))) {
			String text = String.join("", document.getParagraphs().stream().map((one) -> one.getText()).toList());
			assertThat(text).contains("荣誉证书", "授予" + NAME + "优秀共青团员一等奖", "K7QF-M2XD-9RTA").doesNotContain("{{");
		}
	}

	@Test
	void theSentenceIsTheEditions() {
		AwardCertificate says = new AwardCertificate("奖状", "{name}：{period}{award}{level}");
		assertThat(says.sentence(java.util.Map.of("name", "甲{award}$1", "period", AwardPeriod.MONTH.named("2025-09"),
				"award", "团日", "level", "")))
			.isEqualTo("甲{award}$1：2025年9月团日");
		assertThat(AwardPeriod.SCHOOL_YEAR.named("2024-2025")).isEqualTo("2024-2025学年");
		assertThat(AwardPeriod.TERM.named("2024-2025-2")).isEqualTo("2024-2025学年第2学期");
		assertThat(AwardPeriod.CALENDAR_YEAR.named("2025")).isEqualTo("2025年");
	}

	@Test
	void anybodyAsksForACode() throws Exception {
		this.mvc.perform(get("/certificates").param("code", "ABCD-EFGH-JKMN"))
			.andExpect(status().isOk())
			.andExpect(content().string(org.hamcrest.Matchers.containsString("没有这个验证码的证书")));
		this.mvc.perform(get("/certificates/{code}", "x".repeat(500))).andExpect(status().isOk());
	}

}
