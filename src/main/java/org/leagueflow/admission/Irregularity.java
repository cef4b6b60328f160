package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.leagueflow.kernel.Months;

/**
 * An irregularity that a review of admissions reports, found from the dates and numbers
 * of the case.
 */
enum Irregularity {

	/** Applied before the fourteenth birthday, which is never recognised. */
	UNDER_AGE("细则§6、§39",
			(look) -> look.born() != null && look.admission().appliedOn().isBefore(look.born().plusYears(14))),
	/** Pre-reviewed before three months of observation. */
	OBSERVED_SHORT("细则§11、§15",
			(look) -> look.before(look.admission().preReviewedOn(), look.admission().activistOn(), 3)),
	/** The general meeting was held before the application book was issued. */
	VOTED_BEFORE_BOOK("细则§18、§21",
			(look) -> look.before(look.admission().votedOn(), look.admission().bookIssuedOn(), 0)),
	/** Decided later than three months after submission. */
	APPROVED_LATE("细则§26", (look) -> look.after(look.admission().approvedOn(), look.admission().submittedOn(), 3)),
	/** No number out of the plan, or one of another year. */
	NUMBER("细则§41", (look) -> !look.numbered()),
	/** No ceremony within three months. */
	OATH_LATE("入团仪式仪程规范",
			(look) -> look.after(look.orToday(look.admission().ceremonyOn()), look.admission().approvedOn(), 3)),
	/** No electronic file within a month. */
	ARCHIVED_LATE("细则§29",
			(look) -> look.after(look.orToday(look.admission().archivedOn()), look.admission().approvedOn(), 1));

	private final String source;

	private final Predicate<Look> found;

	Irregularity(String source, Predicate<Look> found) {
		this.source = source;
		this.found = found;
	}

	/** The rule that it offends, as the review cites it. */
	public String source() {
		return this.source;
	}

	static List<Irregularity> in(Admission admission, LocalDate born, LocalDate today) {
		Look look = new Look(admission, born, today);
		return Arrays.stream(values()).filter((doubt) -> doubt.found.test(look)).toList();
	}

	/** One admission, the person's birthday (or null), and the day of the look. */
	private record Look(Admission admission, LocalDate born, LocalDate today) {

		LocalDate orToday(LocalDate day) {
			return (day != null) ? day : this.today;
		}

		boolean before(LocalDate day, LocalDate start, int months) {
			return day != null && start != null && day.isBefore(Months.after(start, months));
		}

		boolean after(LocalDate day, LocalDate start, int months) {
			return day != null && start != null && day.isAfter(Months.after(start, months));
		}

		boolean numbered() {
			String number = this.admission.memberNumber();
			LocalDate voted = this.admission.votedOn();
			return number != null && (voted == null || number.startsWith(Integer.toString(voted.getYear())));
		}

	}

}
