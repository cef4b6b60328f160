package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.leagueflow.kernel.Months;

/** The periods within which steps of an application are done, each with its last day. */
enum AdmissionTerm {

	/** Somebody talks with the applicant (细则§8). */
	TALK(Admission::untalked,
			(one, number) -> Months.within(one.appliedOn(), number.applyAsInt(AdmissionRules.TALK_DUE_MONTHS),
					number.applyAsInt(AdmissionRules.TALK_DUE_DAYS)),
			AdmissionRules.TALK_DUE_MONTHS, AdmissionRules.TALK_DUE_DAYS),
	/** The months of observation, from the approval as activist (细则§11). */
	OBSERVATION(Admission::isObserved,
			(one, number) -> Months.after(one.activistOn(), number.applyAsInt(AdmissionRules.CULTIVATE_MIN_MONTHS)),
			AdmissionRules.CULTIVATE_MIN_MONTHS),
	/** One calendar month after submission (细则§26). */
	APPROVAL(Admission::isSubmitted,
			(one, number) -> Months.within(one.submittedOn(), number.applyAsInt(AdmissionRules.APPROVE_DUE_MONTHS),
					number.applyAsInt(AdmissionRules.APPROVE_DUE_DAYS)),
			AdmissionRules.APPROVE_DUE_MONTHS, AdmissionRules.APPROVE_DUE_DAYS),
	/**
	 * Three calendar months after submission; not even a reason extends it further
	 * (细则§26).
	 */
	APPROVAL_LIMIT(Admission::isSubmitted,
			(one, number) -> Months.after(one.submittedOn(), number.applyAsInt(AdmissionRules.APPROVE_MAX_MONTHS)),
			AdmissionRules.APPROVE_MAX_MONTHS),
	/** The ceremony, as a rule (入团仪式仪程规范). */
	OATH((one) -> one.approvedOn() != null && one.ceremonyOn() == null,
			(one, number) -> Months.after(one.approvedOn(), number.applyAsInt(AdmissionRules.OATH_WITHIN_MONTHS)),
			AdmissionRules.OATH_WITHIN_MONTHS),
	/** The electronic file (细则§29). */
	ARCHIVE((one) -> one.approvedOn() != null && one.archivedOn() == null,
			(one, number) -> Months.after(one.approvedOn(), number.applyAsInt(AdmissionRules.ARCHIVE_DUE_MONTHS)),
			AdmissionRules.ARCHIVE_DUE_MONTHS);

	private final Predicate<Admission> waits;

	private final BiFunction<Admission, ToIntFunction<String>, LocalDate> lastDay;

	private final List<String> rules;

	AdmissionTerm(Predicate<Admission> waits, BiFunction<Admission, ToIntFunction<String>, LocalDate> lastDay,
			String... rules) {
		this.waits = waits;
		this.lastDay = lastDay;
		this.rules = List.of(rules);
	}

	/** Whether the step is still to be done. */
	boolean waits(Admission admission) {
		return this.waits.test(admission);
	}

	/**
	 * The last day of the period.
	 * @param number the value of a policy where the application is
	 */
	LocalDate lastDay(Admission admission, ToIntFunction<String> number) {
		return this.lastDay.apply(admission, number);
	}

	/** The policies that it depends on. */
	List<String> rules() {
		return this.rules;
	}

}
