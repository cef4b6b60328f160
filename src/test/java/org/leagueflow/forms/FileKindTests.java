package org.leagueflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTests {

	static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 'I', 'H', 'D', 'R' };

	static final byte[] PDF = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);

	@Test
	void filesAreKnownByTheirContent() throws IOException {
		assertThat(FileKind.of(PNG)).contains(FileKind.PNG);
		assertThat(FileKind.of(PDF)).contains(FileKind.PDF);
		assertThat(FileKind
			.of(new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0 }))
			.contains(FileKind.JPEG);
		assertThat(FileKind.of(zip("[Content_Types].xml", "word/document.xml"))).contains(FileKind.DOCX);
		assertThat(FileKind.of(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileKind.XLSX);
	}

	@Test
	void pagesProgramsMacrosAndOtherArchivesAreNot() throws IOException {
		assertThat(FileKind.of("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
		assertThat(FileKind.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8)))
			.isEmpty();
		assertThat(FileKind.of(new byte[] { 'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0 })).isEmpty();
		assertThat(FileKind.of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))).isEmpty();
		assertThat(FileKind.of(zip("a.txt"))).isEmpty();
		assertThat(FileKind.of(new byte[] { 'P', 'K', 3, 4, 1, 2, 3 })).isEmpty();
		assertThat(FileKind.of("只是文字".getBytes(StandardCharsets.UTF_8))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			../../etc/passwd                | passwd
			C:\\temp\\总结.docx             | 总结.docx
			a<b>:c.pdf                      | a_b__c.pdf
			...hidden.png                   | hidden.png
			x\u202efdp.exe                  | xfdp.exe
			𬭩.pdf                          | 𬭩.pdf
			/                               | file
			""")
	void namesAreMadeHarmless(String given, String harmless) {
		assertThat(FileName.of(given)).isEqualTo(harmless);
	}

	@Test
	void aLongNameKeepsItsExtension() {
		assertThat(FileName.of("长".repeat(300) + ".docx")).hasSize(120).endsWith(".docx");
		assertThat(FileName.of(null)).isEqualTo("file");
	}

	static byte[] zip(String... parts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (String part : parts) {
				zip.putNextEntry(new ZipEntry(part));
				zip.write('x');
			}
		}
		return bytes.toByteArray();
	}

}
