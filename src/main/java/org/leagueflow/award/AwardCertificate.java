package org.leagueflow.award;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a certificate says.
 *
 * @param title its heading
 * @param text its sentence; {@code {name}}, {@code {award}}, {@code {level}} and
 * {@code {period}} stand for whom and what it is
 */
public record AwardCertificate(String title, String text) {

	static final Set<String> PLACEHOLDERS = Set.of("name", "award", "level", "period");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

	/** Of an edition that says nothing of its own. */
	static final AwardCertificate PLAIN = new AwardCertificate("荣誉证书", "{name}：荣获{period}{award}{level}，特发此证。");

	/** The sentence with these in the places of its placeholders. */
	String sentence(Map<String, String> words) {
		return PLACEHOLDER.matcher(this.text)
			.replaceAll((found) -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
	}

}
