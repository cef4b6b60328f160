package org.leagueflow.award;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Points as they are typed, full-width digits too, exact. */
final class Points {

	private static final Pattern TYPED = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{1,4})?");

	private Points() {
	}

	static Optional<BigDecimal> read(String typed) {
		String text = (typed == null) ? "" : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
		return TYPED.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
	}

}
