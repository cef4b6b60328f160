package org.leagueflow.web;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;

/** Names files that people download, such as {@code 支部大会会议记录-机电2401-2026-11-30.docx}. */
public final class Downloads {

	/** Characters that file systems refuse or read as part of a path. */
	private static final String REFUSED = "\\/:*?\"<>|";

	private Downloads() {
	}

	/**
	 * The {@code Content-Disposition} of a file, with the name in UTF-8 (RFC 5987).
	 * @param extension without the dot
	 * @param parts the parts of the name, joined by hyphens
	 */
	public static String named(String extension, Object... parts) {
		String name = Stream.of(parts).map(Object::toString).map(Downloads::safe).collect(Collectors.joining("-"));
		return ContentDisposition.attachment()
			.filename(name + "." + extension, StandardCharsets.UTF_8)
			.build()
			.toString();
	}

	private static String safe(String part) {
		return part.codePoints()
			.filter((point) -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
			.mapToObj((point) -> (REFUSED.indexOf(point) >= 0) ? "_" : Character.toString(point))
			.collect(Collectors.joining())
			.strip();
	}

}
