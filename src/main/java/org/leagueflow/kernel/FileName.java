package org.leagueflow.kernel;

import java.util.stream.Collectors;

/** Makes names of uploaded files harmless wherever they are shown or saved. */
public final class FileName {

	/** In characters as people count them; file systems hold no more. */
	public static final int MAX_LENGTH = 255;

	private FileName() {
	}

	/**
	 * The last part of a path, without control or direction characters and without
	 * characters that file systems refuse.
	 */
	public static String of(String given) {
		String last = (given != null) ? given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
				: "";
		String visible = last.codePoints()
			.filter(Characters::visible)
			.mapToObj((point) -> ("<>:\"|?*".indexOf(point) >= 0) ? "_" : Character.toString(point))
			.collect(Collectors.joining())
			.strip()
			.replaceFirst("^\\.+", "");
		return visible.isEmpty() ? "file" : visible;
	}

	/**
	 * The harmless name.
	 * @throws Refusal.Invalid when it is longer than {@link #MAX_LENGTH}
	 */
	public static String fitting(String given) {
		String name = of(given);
		int length = Characters.count(name);
		if (length > MAX_LENGTH) {
			throw new Refusal.Invalid("refusal.kernel.file-name", Characters.first(name, 20), length, MAX_LENGTH);
		}
		return name;
	}

}
