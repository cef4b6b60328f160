package org.leagueflow.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.OfficeFiles;
import org.leagueflow.kernel.FileName;
import org.leagueflow.kernel.FileType;
import org.leagueflow.kernel.Refusal;

class FileKindTests {

	static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 'I', 'H', 'D', 'R' };

	static final byte[] PDF = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);

	@Test
	void filesAreKnownByTheirContent() {
		assertThat(kind(PNG)).contains(FileKind.PNG);
		assertThat(kind(PDF)).contains(FileKind.PDF);
		assertThat(
				kind(new byte[] { (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0 }))
			.contains(FileKind.JPEG);
	}

	@ParameterizedTest
	@CsvSource({ "word/document.xml, word/document.xml", "word/document2.xml, word/document2.xml",
			"/word/Document.xml, word/document.xml", "./d%20x.xml, d x.xml" })
	void aDocumentIsFoundByTheRelationshipsOfThePackage(String target, String part) throws IOException {
		assertThat(kind(office(target, part, OfficeFiles.DOCX))).contains(FileKind.DOCX);
		assertThat(kind(office(target, part, OfficeFiles.XLSX))).contains(FileKind.XLSX);
	}

	@ParameterizedTest
	@CsvSource({ "application/vnd.ms-word.document.macroEnabled.main+xml, MACROS",
			"application/vnd.ms-excel.sheet.macroEnabled.main+xml, MACROS",
			"application/vnd.ms-excel.sheet.binary.macroEnabled.main, XLSB",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml, TEMPLATE",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml, TEMPLATE",
			"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml, SLIDES",
			"text/plain, UNKNOWN" })
	void otherOfficeFilesAreNamedForWhatTheyAre(String contentType, FileType type) throws IOException {
		assertThat(FileType.of(office("a/b.xml", "a/b.xml", contentType))).isEqualTo(type);
		assertThat(FileKind.of(type)).isEmpty();
	}

	@Test
	void aPackageWithoutItsMainPartOrWithAProgramInItIsNoDocument() throws IOException {
		assertThat(FileType.of(office("word/gone.xml", "word/document.xml", OfficeFiles.DOCX)))
			.isEqualTo(FileType.DAMAGED);
		assertThat(FileType.of(zip("[Content_Types].xml", "word/document.xml"))).isEqualTo(FileType.DAMAGED);
		assertThat(FileType
			.of(OfficeFiles.office("word/document.xml", "word/document.xml", OfficeFiles.DOCX, "word/VbaProject.bin")))
			.isEqualTo(FileType.MACROS);
	}

	@Test
	void textIsTablePageOrText() {
		assertThat(type("学号,姓名\r\n1,张伟\r\n", "GBK")).isEqualTo(FileType.CSV);
		assertThat(type("学号\t姓名\r\n1\t张伟\r\n", "UTF-16")).isEqualTo(FileType.CSV);
		assertThat(type("\uFEFF学号;姓名\n1;张伟", "UTF-8")).isEqualTo(FileType.CSV);
		assertThat(type("只是文字", "UTF-8")).isEqualTo(FileType.TEXT);
		assertThat(type("<HTML><body>", "UTF-8")).isEqualTo(FileType.HTML);
		assertThat(type("MIME-Version: 1.0\nContent-Type: multipart/related", "UTF-8")).isEqualTo(FileType.HTML);
		assertThat(type("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "UTF-8")).isEqualTo(FileType.HTML);
		assertThat(type("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
				"UTF-8"))
			.isEqualTo(FileType.XML_TABLE);
		assertThat(type("{\\rtf1 x}", "UTF-8")).isEqualTo(FileType.OLD_OFFICE);
	}

	@Test
	void archivesProgramsAndDamagedFilesAreNamedAsWell() throws IOException {
		assertThat(FileType.of(zip("a.txt"))).isEqualTo(FileType.ARCHIVE);
		assertThat(FileType.of(zip("Index/Document.iwa"))).isEqualTo(FileType.APPLE);
		assertThat(FileType.of(new byte[] { 'R', 'a', 'r', '!', 0x1a, 7, 1, 0 })).isEqualTo(FileType.ARCHIVE);
		assertThat(FileType.of(new byte[] { 'P', 'K', 3, 4, 1, 2, 3 })).isEqualTo(FileType.DAMAGED);
		assertThat(FileType.of(new byte[] { 'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0 })).isEqualTo(FileType.UNKNOWN);
		assertThat(FileType.of(new byte[] { 'G', 'I', 'F', '8', '9', 'a' })).isEqualTo(FileType.IMAGE);
		assertThat(FileType.of(new byte[0])).isEqualTo(FileType.EMPTY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			../../etc/passwd                | passwd
			C:\\temp\\总结.docx             | 总结.docx
			a<b>:c.pdf                      | a_b__c.pdf
			...hidden.png                   | hidden.png
			x\u202efdp.exe                  | xfdp.exe
			𬭩.pdf                          | 𬭩.pdf
			𱍐\uD883\uDFB0.pdf              | 𱍐\uD883\uDFB0.pdf
			/                               | file
			""")
	void namesAreMadeHarmless(String given, String harmless) {
		assertThat(FileName.of(given)).isEqualTo(harmless);
	}

	@Test
	void aNameHas255CharactersOfAnyKindOrIsToldToBeTooLong() {
		assertThat(FileName.fitting("长".repeat(250) + ".docx")).hasSize(255);
		assertThat(FileName.fitting("𬭩".repeat(251) + ".pdf")).hasSize(506);
		assertThatThrownBy(() -> FileName.fitting("长".repeat(251) + ".docx")).isInstanceOfSatisfying(
				Refusal.Invalid.class,
				(refusal) -> assertThat(refusal.words().key()).isEqualTo("refusal.kernel.file-name"));
		assertThat(FileName.of(null)).isEqualTo("file");
	}

	private static Optional<FileKind> kind(byte[] content) {
		return FileKind.of(FileType.of(content));
	}

	private static FileType type(String text, String charset) {
		return FileType.of(text.getBytes(Charset.forName(charset)));
	}

	private static byte[] office(String target, String part, String contentType) throws IOException {
		return OfficeFiles.office(target, part, contentType);
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
