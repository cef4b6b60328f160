package org.leagueflow.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Pinyin;
import org.leagueflow.kernel.Refusal;

/** What a password must look like, and one-time passwords that people can type. */
final class Passwords {

	private static final int MIN_LENGTH = 10;

	/** BCrypt reads no further than this many bytes. */
	private static final int MAX_BYTES = 72;

	private static final int MIN_DISTINCT = 5;

	/** Shorter ones are part of many words. */
	private static final int MIN_OWN_LENGTH = 2;

	/** Shorter spellings, such as of 于一, are part of many words. */
	private static final int SHORTEST_SPELT = 5;

	/** 3 of 4: more than 10^8 guesses. */
	private static final int MIN_SCORE = 3;

	private static final Zxcvbn STRENGTH_METER = new Zxcvbn();

	/** Words that everybody here thinks of first. */
	private static final List<String> OWN_WORDS = List.of("leagueflow", "gongqingtuan", "gongqing", "tuanwei",
			"tuanzhibu", "tuanyuan", "xuexiao", "banji");

	/** Without characters that look alike. */
	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private Passwords() {
	}

	/**
	 * @param own what others know of the owner, such as log-in, name and numbers; nulls
	 * are passed over
	 * @throws Refusal.Invalid at the named field when the password is too weak
	 */
	static void check(String field, String password, Collection<String> own) {
		String text = (password != null) ? password : "";
		boolean letter = text.codePoints().anyMatch(Character::isLetter);
		boolean other = text.codePoints().anyMatch((point) -> !Character.isLetter(point));
		if (text.length() < MIN_LENGTH || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES || !letter || !other
				|| text.chars().distinct().count() < MIN_DISTINCT) {
			throw Refusal.Invalid.field(field, "refusal.people.password-weak");
		}
		List<String> known = own.stream()
			.filter((one) -> one != null && one.strip().length() >= MIN_OWN_LENGTH)
			.map((one) -> plain(one.strip()))
			.toList();
		List<String> spelt = known.stream().flatMap(Passwords::spelt).distinct().toList();
		if (known.stream().anyMatch(plain(text)::contains)
				|| Stream.concat(known.stream().filter(Passwords::letters), spelt.stream())
					.anyMatch((one) -> hides(text, one))) {
			throw Refusal.Invalid.field(field, "refusal.people.password-own");
		}
		if (score(text, Stream.concat(known.stream(), spelt.stream()).toList()) < MIN_SCORE) {
			throw Refusal.Invalid.field(field, "refusal.people.password-common");
		}
	}

	/** Full-width letters and digits are typed as easily as the others. */
	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	private static boolean letters(String known) {
		return known.chars().allMatch((sign) -> sign >= 'a' && sign <= 'z');
	}

	/**
	 * Whether these letters stand in it whatever was typed in between; short ones, when
	 * there are no others.
	 */
	private static boolean hides(String text, String letters) {
		String together = together(text);
		return (letters.length() >= SHORTEST_SPELT) ? together.contains(letters)
				: together.replaceAll("\\d", "").equals(letters);
	}

	/**
	 * Without tones, spaces and signs: {@code Wáng-Xiǎo Míng} is {@code wangxiaoming}.
	 */
	private static String together(String text) {
		String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		return bare.codePoints()
			.filter((point) -> Character.isLetterOrDigit(point))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * A Chinese name in pinyin, the family name of one or two syllables first or last,
	 * with {@code ü} typed as u, v or yu.
	 */
	private static Stream<String> spelt(String name) {
		if (name.codePoints().noneMatch(Characters::han)) {
			return Stream.empty();
		}
		List<String> syllables = List.of(Pinyin.of(name).split(" "));
		Stream<String> orders = IntStream.rangeClosed(0, Math.min(2, syllables.size() - 1))
			.mapToObj((family) -> String.join("", syllables.subList(family, syllables.size()))
					+ String.join("", syllables.subList(0, family)));
		return orders.flatMap((order) -> Stream.of("u", "v", "yu").map((typed) -> order.replace("ü", typed)));
	}

	private static int score(String text, List<String> known) {
		List<String> inputs = Stream.concat(known.stream(), OWN_WORDS.stream()).toList();
		return STRENGTH_METER.measure(Normalizer.normalize(text, Normalizer.Form.NFKC), inputs).getScore();
	}

	/** Three groups of four characters, about 59 bits. */
	static String oneTime() {
		return RANDOM.ints(12, 0, ALPHABET.length())
			.mapToObj(ALPHABET::charAt)
			.map(String::valueOf)
			.collect(Collectors.joining())
			.replaceAll("(.{4})(?=.)", "$1-");
	}

}
