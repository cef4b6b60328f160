package org.leagueflow.forms;

import java.util.stream.Collectors;

/** Makes names of uploaded files harmless wherever they are shown or saved. */
final class FileName {

	private static final int LONGEST = 120;

	private FileName() {
	}

	/**
	 * The last part of a path, without control or direction characters and without
	 * characters that file systems refuse; the extension survives shortening.
	 */
	static String of(String given) {
		String last = (given != null) ? given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
				: "";
		String visible = last.codePoints()
			.filter(FileName::visible)
			.mapToObj((point) -> ("<>:\"|?*".indexOf(point) >= 0) ? "_" : Character.toString(point))
			.collect(Collectors.joining())
			.strip()
			.replaceFirst("^\\.+", "");
		return shortened(visible.isEmpty() ? "file" : visible);
	}

	private static boolean visible(int point) {
		int type = Character.getType(point);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
				&& type != Character.UNASSIGNED && type != Character.LINE_SEPARATOR
				&& type != Character.PARAGRAPH_SEPARATOR;
	}

	private static String shortened(String name) {
		int[] points = name.codePoints().toArray();
		if (points.length <= LONGEST) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String extension = (dot > 0 && name.length() - dot <= 10) ? name.substring(dot) : "";
		return new String(points, 0, LONGEST - extension.length()) + extension;
	}

}
