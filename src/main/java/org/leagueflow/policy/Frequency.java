package org.leagueflow.policy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leagueflow.kernel.Message;

/**
 * How often something has to happen at least: so many times in each week, fortnight,
 * month or quarter of the calendar; written {@code 2/MONTH}, or {@code NONE} where
 * nothing is fixed.
 *
 * @param times how many times, 0 for nothing fixed
 * @param per the stretch of the calendar, or null for nothing fixed
 */
public record Frequency(int times, Per per) {

	public static final Frequency NONE = new Frequency(0, null);

	/** What a form offers, the loosest first. */
	static final List<String> OFFERED = List.of("NONE", "1/QUARTER", "1/MONTH", "2/MONTH", "1/FORTNIGHT", "1/WEEK");

	private static final Pattern WRITTEN = Pattern.compile("([1-9])/(WEEK|FORTNIGHT|MONTH|QUARTER)");

	/** A stretch of the calendar. */
	public enum Per {

		/** Monday to Sunday. */
		WEEK(52),
		/** Two weeks, counted without a break over the years. */
		FORTNIGHT(26),
		/** A calendar month. */
		MONTH(12),
		/** January to March and so on. */
		QUARTER(4);

		private final int aYear;

		Per(int aYear) {
			this.aYear = aYear;
		}

	}

	/**
	 * @throws IllegalArgumentException when it is written in another way
	 */
	public static Frequency parse(String written) {
		if (written.equals("NONE")) {
			return NONE;
		}
		Matcher matcher = WRITTEN.matcher(written);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(written);
		}
		return new Frequency(Integer.parseInt(matcher.group(1)), Per.valueOf(matcher.group(2)));
	}

	static boolean understands(String written) {
		return written.equals("NONE") || WRITTEN.matcher(written).matches();
	}

	/** How often that is in a year, for comparing. */
	int aYear() {
		return (this.per != null) ? this.times * this.per.aYear : 0;
	}

	/** Whether anything is fixed at all. */
	public boolean fixed() {
		return this.times > 0;
	}

	/** In words: 每月至少 2 次. */
	public Message words() {
		return (this.per != null) ? Message.of("policy.frequency." + this.per, this.times)
				: Message.of("policy.frequency.NONE");
	}

	/** What may be chosen where this is the loosest allowed, itself included. */
	List<Frequency> andStricter() {
		return OFFERED.stream().map(Frequency::parse).filter((one) -> one.aYear() >= aYear()).toList();
	}

	@Override
	public String toString() {
		return (this.per != null) ? this.times + "/" + this.per : "NONE";
	}

}
