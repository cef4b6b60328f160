package org.leagueflow.award;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.scoring.Input;
import org.leagueflow.scoring.Inputs;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.ScoreComponent;
import org.leagueflow.scoring.ScoringScheme;

/**
 * Reads what somebody typed to try a formula: {@code 85} or 良, several separated by
 * spaces, a course as {@code 高等数学:85*4@2025-2026-1} with credits and term, {@code -} for
 * not entered.
 */
final class AwardTryOut {

	private static final Pattern ENTRY = Pattern
		.compile("(?:([^:*@]{1,30}):)?([^:*@]{1,20})(?:\\*([0-9]{1,3}(?:\\.[0-9]{1,2})?))?(?:@([0-9A-Za-z-]{1,20}))?");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,6})?");

	private static final int MAX_ENTRIES = 60;

	private AwardTryOut() {
	}

	static Inputs inputs(ScoringScheme scheme, Map<String, String> typed) {
		List<Input> inputs = new ArrayList<>();
		for (ScoreComponent component : scheme.components()) {
			int number = 0;
			for (String entry : typed.getOrDefault("try." + component.key(), "").strip().split("[\\s,，;；]+")) {
				if (!entry.isEmpty() && number < MAX_ENTRIES) {
					number++;
					inputs.add(input(component, entry));
				}
			}
		}
		return Inputs.of(inputs);
	}

	private static Input input(ScoreComponent component, String entry) {
		Matcher parts = ENTRY.matcher(entry);
		if (!parts.matches()) {
			return Input.word(component.key(), entry, null);
		}
		String text = parts.group(2);
		Rational value = NUMBER.matcher(text).matches() ? Rational.parse(text) : null;
		String word = (value == null && !text.equals("-")) ? text : null;
		BigDecimal credit = (parts.group(3) != null) ? new BigDecimal(parts.group(3)) : null;
		return new Input(component.key(), parts.group(1), value, word, credit, parts.group(4), null);
	}

}
