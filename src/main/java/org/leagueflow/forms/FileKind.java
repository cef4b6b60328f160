package org.leagueflow.forms;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.tika.Tika;

/** The kinds of files that may be attached, recognised by what they contain. */
enum FileKind {

	PDF("application/pdf", null, "pdf"), PNG("image/png", null, "png"), JPEG("image/jpeg", null, "jpg", "jpeg"),
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml", "docx"),
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml", "xlsx");

	private static final int MAX_PARTS = 10_000;

	private final String mediaType;

	private final String mainPart;

	private final List<String> extensions;

	FileKind(String mediaType, String mainPart, String... extensions) {
		this.mediaType = mediaType;
		this.mainPart = mainPart;
		this.extensions = List.of(extensions);
	}

	String mediaType() {
		return this.mediaType;
	}

	/** Whether a file of this name says what it is. */
	boolean fits(String fileName) {
		String name = fileName.toLowerCase(Locale.ROOT);
		return this.extensions.stream().anyMatch((extension) -> name.endsWith("." + extension));
	}

	/** What the content is; empty when it is nothing that may be attached. */
	static Optional<FileKind> of(byte[] content) {
		String detected = Detector.TIKA.detect(content);
		return detected.contains("zip") || detected.contains("ooxml") ? ofPackage(content)
				: Arrays.stream(values()).filter((kind) -> kind.mediaType.equals(detected)).findFirst();
	}

	/**
	 * Looks at the list of parts only, so that nothing is unpacked; files with macros are
	 * nothing that may be attached.
	 */
	private static Optional<FileKind> ofPackage(byte[] content) {
		try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
			List<String> parts = Collections.list(zip.getEntries()).stream().map(ZipArchiveEntry::getName).toList();
			boolean harmless = parts.size() <= MAX_PARTS && parts.contains("[Content_Types].xml")
					&& parts.stream().noneMatch((part) -> part.endsWith("vbaProject.bin"));
			return harmless ? Arrays.stream(values()).filter((kind) -> parts.contains(kind.mainPart)).findFirst()
					: Optional.empty();
		}
		catch (IOException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Read when the first file comes, not at start-up. */
	private static final class Detector {

		static final Tika TIKA = new Tika();

	}

}
