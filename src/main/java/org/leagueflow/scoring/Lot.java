package org.leagueflow.scoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A lot among equals that everybody can draw again: each subject's SHA-256 of
 * {@code seed:subject}, the lowest first.
 *
 * @param seed what was announced before, such as digits thrown in front of witnesses
 * @param lines the record, in the order drawn
 */
public record Lot(String seed, List<Line> lines) {

	public static Lot draw(String seed, Collection<Long> subjects) {
		List<Line> lines = new ArrayList<>(subjects.stream()
			.distinct()
			.map((subject) -> new Line(subject, digest(seed + ":" + subject)))
			.toList());
		lines.sort(Comparator.comparing(Line::digest));
		return new Lot(seed, List.copyOf(lines));
	}

	/** The position of each subject, from 0; what {@link Levels#allocate} asks for. */
	public Map<Long, Integer> order() {
		Map<Long, Integer> order = new LinkedHashMap<>();
		this.lines.forEach((line) -> order.put(line.subjectId(), order.size()));
		return order;
	}

	/** SHA-256 of the text in UTF-8, in hexadecimal digits. */
	public static String digest(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A line of the record.
	 *
	 * @param digest in hexadecimal digits
	 */
	public record Line(long subjectId, String digest) {
	}

}
