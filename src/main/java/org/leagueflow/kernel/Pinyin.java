package org.leagueflow.kernel;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chinese names as people look them up: in pinyin order, by syllables and by initials. A
 * surname is read as a surname: 曾 is {@code zeng}, 单 is {@code shan}.
 */
public final class Pinyin {

	/** Names by {@link #of}, those that read alike by their characters. */
	public static final Comparator<String> ORDER = Comparator.comparing((String name) -> of(name).replace("ü", "u!"))
		.thenComparing((one, other) -> Rules.COLLATOR.compare(one, other));

	/** Readings kept; reading a name takes about 0.1 ms. */
	private static final int MAX_KEPT = 50_000;

	private static final Map<String, String> READINGS = new ConcurrentHashMap<>();

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern TONES = Pattern.compile("[\\p{Mn}&&[^\\u0308]]");

	private Pinyin() {
	}

	/** Syllables without tones, such as {@code ou yang na na}; {@code lü} stays. */
	public static String of(String name) {
		String known = READINGS.get(name);
		if (known != null) {
			return known;
		}
		if (READINGS.size() >= MAX_KEPT) {
			READINGS.clear();
		}
		String latin = Normalizer.normalize(Rules.NAMES.transliterate(name), Normalizer.Form.NFD);
		String plain = Normalizer.normalize(TONES.matcher(latin).replaceAll(""), Normalizer.Form.NFC);
		String reading = NO_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
		READINGS.put(name, reading);
		return reading;
	}

	/** What finds a name: itself, its syllables run together, and their initials. */
	public static String keys(String name) {
		String syllables = of(name);
		String together = syllables.replace(" ", "");
		String initials = Stream.of(syllables.split(" "))
			.filter((one) -> !one.isEmpty())
			.map((one) -> one.substring(0, one.offsetByCodePoints(0, 1)))
			.collect(Collectors.joining());
		return Stream
			.of(name.toLowerCase(Locale.ROOT), together.replace('ü', 'u'), together.replace('ü', 'v'), initials)
			.distinct()
			.collect(Collectors.joining(" "));
	}

	/** Read on first use: the tables take a second or two. */
	private static final class Rules {

		private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");

		private static final Collator COLLATOR = Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin"))
			.freeze();

	}

}
