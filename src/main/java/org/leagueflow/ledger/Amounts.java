package org.leagueflow.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.leagueflow.kernel.Refusal;

/** Amounts as people write them: hours with one decimal place, or a count. */
final class Amounts {

	private Amounts() {
	}

	/** {@code 85} study hours are {@code 8.5}. */
	static String words(int amount, EntryKind kind) {
		return BigDecimal.valueOf(amount)
			.divide(BigDecimal.valueOf(kind.scale()), 1, RoundingMode.UNNECESSARY)
			.stripTrailingZeros()
			.toPlainString();
	}

	/**
	 * {@code 8.5} study hours are {@code 85}.
	 * @throws Refusal.Invalid when it is no number, or finer than a tenth
	 */
	static int parse(String words, EntryKind kind) {
		if (!kind.hours()) {
			return 1;
		}
		if (words == null || !words.strip().matches("[0-9]{1,3}(\\.[0-9])?")) {
			throw Refusal.Invalid.field("amount", "refusal.ledger.amount", kind.mostAtOnce() / kind.scale());
		}
		return new BigDecimal(words.strip()).multiply(BigDecimal.valueOf(kind.scale())).intValueExact();
	}

}
