package org.leagueflow.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.leagueflow.kernel.Refusal;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What may be done with an uploaded workbook, and what is said about one that fails. */
class SheetFileTests {

	private static byte[] zip(String name, byte[] content) throws IOException {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(name));
			zip.write(content);
			zip.closeEntry();
			zip.finish();
			return out.toByteArray();
		}
	}

	private static byte[] workbook() throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			workbook.createSheet("一").createRow(0).createCell(0).setCellValue(1);
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static void refused(byte[] file, String key) {
		assertThatThrownBy(() -> SheetFile.requireChangeable(file, 1 << 20))
			.satisfies((ex) -> assertThat(((Refusal) ex).words().key()).isEqualTo(key));
	}

	@Test
	void aWorkbookIsChangedInMemoryOnlyWhenItFitsAndIsNotStrict() throws IOException {
		SheetFile.requireChangeable(workbook(), 1 << 20);
		refused(zip("xl/media/image.bin", new byte[2 << 20]), "refusal.sheet.unchangeable-large");
		refused(zip("_rels/.rels",
				"<Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\"/>"
					.getBytes(StandardCharsets.UTF_8)),
				"refusal.sheet.unchangeable");
	}

	@Test
	void aFailureOfTheDatabaseIsNotBlamedOnTheFile() throws IOException {
		Path path = Files.write(Files.createTempFile("sheet-test", ".xlsx"), workbook());
		SheetFile file = SheetFile.accept(path);
		for (RuntimeException failure : new RuntimeException[] { new QueryTimeoutException("late"),
				new CannotCreateTransactionException("away"), new StaleRunException(1, 2) }) {
			assertThatThrownBy(() -> file.open((workbook) -> {
				throw failure;
			})).isSameAs(failure);
		}
		assertThatThrownBy(() -> file.open((workbook) -> {
			throw new IllegalStateException();
		})).satisfies((ex) -> assertThat(((Refusal.Invalid) ex).fields().get("file").key())
			.isEqualTo("refusal.sheet.corrupt"));
		Files.delete(path);
	}

}
