package org.leagueflow.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leagueflow.kernel.FileType;

/** The kinds of files that may be attached. */
enum FileKind {

	PDF(FileType.PDF, "application/pdf", "pdf"), PNG(FileType.PNG, "image/png", "png"),
	JPEG(FileType.JPEG, "image/jpeg", "jpg", "jpeg"),
	DOCX(FileType.DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
	XLSX(FileType.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

	private final FileType type;

	private final String mediaType;

	private final List<String> extensions;

	FileKind(FileType type, String mediaType, String... extensions) {
		this.type = type;
		this.mediaType = mediaType;
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

	/** The kind that a file of this type is; empty when it may not be attached. */
	static Optional<FileKind> of(FileType type) {
		return Arrays.stream(values()).filter((kind) -> kind.type == type).findFirst();
	}

}
