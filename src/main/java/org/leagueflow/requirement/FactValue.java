package org.leagueflow.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.leagueflow.kernel.Months;

/**
 * How much of a fact there is, in exact decimals.
 *
 * @param amount the number that is compared; 1 and 0 for yes and no
 * @param since the day from which it grows by itself, or null
 * @param unit what it grows in, years or months, or null
 * @param words what the sentence about it shows behind the amount
 */
public record FactValue(BigDecimal amount, LocalDate since, ChronoUnit unit, List<Object> words) {

	/** The condition does not concern this person and is left out. */
	public static final FactValue NOT_ASKED = new FactValue(BigDecimal.ZERO, null, null, List.of());

	public static FactValue of(BigDecimal amount, Object... words) {
		return new FactValue(amount, null, null, List.of(words));
	}

	public static FactValue of(long amount, Object... words) {
		return of(BigDecimal.valueOf(amount), words);
	}

	public static FactValue flag(boolean yes) {
		return of(yes ? 1 : 0);
	}

	/** Full years; the anniversary itself counts. */
	public static FactValue years(LocalDate since, LocalDate day) {
		return grown(since, ChronoUnit.YEARS, day);
	}

	/** Full calendar months, as {@link Months#after} counts them. */
	public static FactValue months(LocalDate since, LocalDate day) {
		return grown(since, ChronoUnit.MONTHS, day);
	}

	private static FactValue grown(LocalDate since, ChronoUnit unit, LocalDate day) {
		return new FactValue(BigDecimal.valueOf(Months.full(since, day, unit)), since, unit,
				List.of(since.toString(), day.toString()));
	}

	/** The day on which it reaches the number, or null for what does not grow. */
	LocalDate reaches(int need) {
		return (this.since != null) ? this.since.plus(need, this.unit) : null;
	}

	/**
	 * What fills the sentence: the amount, as number for a yes or no, then the words.
	 */
	List<Object> sentence(Comparison comparison) {
		List<Object> sentence = new ArrayList<>();
		sentence.add((comparison == Comparison.YES) ? Integer.valueOf(this.amount.signum())
				: this.amount.stripTrailingZeros().toPlainString());
		sentence.addAll(this.words);
		return sentence;
	}

}
