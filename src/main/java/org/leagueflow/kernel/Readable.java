package org.leagueflow.kernel;

/** Texts that can be shown. */
public final class Readable {

	private Readable() {
	}

	/** Halves of characters and control characters break documents and databases. */
	public static boolean is(String text) {
		return text.codePoints()
			.noneMatch((point) -> (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t')
					|| Character.getType(point) == Character.SURROGATE || point == 0xFFFE || point == 0xFFFF);
	}

}
