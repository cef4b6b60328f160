package org.leagueflow.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/**
 * How many places there are: a fixed count, or a share of a declared base.
 *
 * @param count the places, or null where there is a share
 * @param share the share of the base, 0 to 1, or null where there is a count
 * @param rounding what becomes of a part of a place, or null where there is a count
 * @param minOne whether a share below one allows one (不足一按一)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuotaRule(Rational count, Rational share, RoundingRule.Mode rounding, boolean minOne) {

	private static final Rational MAX_COUNT = Rational.of(1_000_000);

	public static QuotaRule count(int count) {
		return new QuotaRule(Rational.of(count), null, null, false);
	}

	public static QuotaRule share(Rational share, RoundingRule.Mode rounding, boolean minOne) {
		return new QuotaRule(null, share, rounding, minOne);
	}

	/**
	 * The places for a base of so many.
	 * @throws IllegalArgumentException for a base below zero
	 */
	public int places(int base) {
		if (base < 0) {
			throw new IllegalArgumentException("A base below zero: " + base);
		}
		if (this.count != null) {
			return this.count.numerator().intValueExact();
		}
		int places = RoundingRule.whole(this.rounding).round(this.share.times(Rational.of(base))).intValueExact();
		return (this.minOne && base > 0) ? Math.max(1, places) : places;
	}

	/** What is wrong with it; the path is that of the field. */
	public List<Fault> faults(String path) {
		List<Fault> faults = new ArrayList<>();
		if ((this.count != null) == (this.share != null)) {
			faults.add(Fault.at(path, "scoring.fault.quotaKind"));
		}
		else if (this.count != null) {
			if (this.count.signum() < 0) {
				faults.add(Fault.at(path, "scoring.fault.quotaBelowZero", this.count.text()));
			}
			else if (!this.count.whole() || this.count.compareTo(MAX_COUNT) > 0) {
				faults.add(Fault.at(path, "scoring.fault.quotaWhole", this.count.text()));
			}
		}
		else {
			share(path, faults);
		}
		return faults;
	}

	private void share(String path, List<Fault> faults) {
		if (this.share.signum() < 0) {
			faults.add(Fault.at(path, "scoring.fault.quotaBelowZero", this.share.percent()));
		}
		else if (this.share.compareTo(Rational.ONE) > 0) {
			faults.add(Fault.at(path, "scoring.fault.quotaShare", this.share.percent()));
		}
		if (this.rounding == null) {
			faults.add(Fault.at(path, "scoring.fault.rounding"));
		}
	}

}
