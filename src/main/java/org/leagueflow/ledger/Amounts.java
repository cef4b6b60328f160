package org.leagueflow.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/** Amounts as people write them: hours with one decimal place, or a count. */
final class Amounts {

	private Amounts() {
	}

	/** The amount as pages show it; a grade by its name, taken back with a minus. */
	static Message shown(int amount, EntryKind kind) {
		if (!kind.graded()) {
			return Message.of("ledger.amount." + kind, words(amount, kind));
		}
		Message grade = Message.of("ledger.grade." + kind + "." + Math.abs(amount));
		return (amount == 0) ? Message.of("ledger.grade.none")
				: (amount < 0) ? Message.of("ledger.grade.back", grade) : grade;
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
		if (kind.graded()) {
			return grade(words, kind);
		}
		if (!kind.hours()) {
			return 1;
		}
		if (words == null || !words.strip().matches("[0-9]{1,3}(\\.[0-9])?")) {
			throw Refusal.Invalid.field("amount", "refusal.ledger.amount", kind.mostAtOnce() / kind.scale());
		}
		return new BigDecimal(words.strip()).multiply(BigDecimal.valueOf(kind.scale())).intValueExact();
	}

	private static int grade(String words, EntryKind kind) {
		if (words == null || !words.strip().matches("[1-9]") || Integer.parseInt(words.strip()) > kind.mostAtOnce()) {
			throw Refusal.Invalid.field("kind", "refusal.ledger.grade");
		}
		return Integer.parseInt(words.strip());
	}

}
