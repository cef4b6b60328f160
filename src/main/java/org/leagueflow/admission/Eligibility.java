package org.leagueflow.admission;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Decisions;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Months;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/** Asks the decision tables who may apply, be a mentor, be an introducer. */
@Component
class Eligibility {

	private static final Set<String> NEVER_RECEIVE = Set.of("FUNCTIONAL", "TEMPORARY");

	private final Admissions admissions;

	private final People people;

	private final Cases cases;

	private final Policies policies;

	private final Decisions decisions;

	private final BusinessClock clock;

	Eligibility(Admissions admissions, People people, Cases cases, Policies policies, Decisions decisions,
			BusinessClock clock) {
		this.admissions = admissions;
		this.people = people;
		this.cases = cases;
		this.policies = policies;
		this.decisions = decisions;
		this.clock = clock;
	}

	/** Why the person may not apply at this branch today, or empty. */
	Optional<Message> whyNotApply(PersonCard person, UnitCard branch) {
		if (person.birthDate() == null) {
			return Optional.of(Message.of("refusal.admission.apply.birthday"));
		}
		Optional<Message> tooSoon = tooSoon(person, branch);
		if (tooSoon.isPresent()) {
			return tooSoon;
		}
		Map<String, Object> row = this.decisions.row("admission-application", application(person, branch));
		if (Boolean.TRUE.equals(row.get("acceptable"))) {
			return Optional.empty();
		}
		return Optional.of(Message.of("refusal.admission.apply." + row.get("reason"), person.name(),
				person.birthDate().plusYears(ageMin(branch)).toString(), row.get("source")));
	}

	/**
	 * A unit may ask for months between a no and the next application; none as a rule.
	 */
	private Optional<Message> tooSoon(PersonCard person, UnitCard branch) {
		int months = this.policies.number(AdmissionRules.REAPPLY_AFTER_MONTHS, branch.path());
		return this.admissions.lastRefused(person.id())
			.map((on) -> Months.after(on, months))
			.filter((from) -> this.clock.today().isBefore(from))
			.map((from) -> Message.of("refusal.admission.apply.tooSoon", from.toString(), months));
	}

	private Map<String, Object> application(PersonCard person, UnitCard branch) {
		Map<String, Object> inputs = new HashMap<>();
		inputs.put("age", age(person));
		inputs.put("ageMin", ageMin(branch));
		inputs.put("ageBelow", this.policies.number(AdmissionRules.AGE_BELOW, branch.path()));
		inputs.put("member", person.member());
		inputs.put("running", !this.cases.openOf(person.id(), "admission").isEmpty());
		inputs.put("ownSchool", ownSchool(person, branch));
		inputs.put("receives", receives(branch));
		return inputs;
	}

	boolean receives(UnitCard branch) {
		return branch.kind() == org.leagueflow.people.UnitKind.BRANCH && !NEVER_RECEIVE.contains(branch.branchKind());
	}

	/** A pupil or student is received by the own school only (细则§20). */
	boolean ownSchool(PersonCard person, UnitCard branch) {
		return person.schoolId() == null
				|| this.people.lineage(branch.id()).stream().anyMatch((unit) -> unit.id() == person.schoolId());
	}

	private int ageMin(UnitCard branch) {
		return this.policies.number(AdmissionRules.AGE_MIN, branch.path());
	}

	/**
	 * Full years on today's date: the birthday itself counts, and where a year lacks 29
	 * February the last day of that month.
	 */
	int age(PersonCard person) {
		return (int) Months.full(person.birthDate(), this.clock.today(), ChronoUnit.YEARS);
	}

	/**
	 * Below fifteen the Young Pioneers recommend, from then on they do not (细则§17).
	 * @param pioneers whether they are named as those who recommend
	 * @param excused whether nobody's recommendation is needed here
	 */
	void pioneers(long personId, String unitPath, boolean pioneers, boolean excused) {
		PersonCard person = this.people.person(personId);
		boolean young = age(person) < this.policies.number(AdmissionRules.AGE_YOUNG_PIONEER, unitPath);
		if (young && !pioneers && !excused) {
			throw Refusal.Invalid.field("recommendedBy", "refusal.admission.pioneers");
		}
		if (!young && pioneers) {
			throw Refusal.Invalid.field("recommendedBy", "refusal.admission.noPioneers", person.name());
		}
	}

	/**
	 * @throws Refusal.Invalid at the field {@code mentors}
	 */
	void mentors(Admission admission, UnitCard branch, List<Long> mentorIds) {
		List<PersonCard> mentors = mentorIds.stream().distinct().map(this.people::person).toList();
		Map<String, Object> inputs = new HashMap<>();
		inputs.put("count", mentors.size());
		inputs.put("mentorsMin", this.policies.number(AdmissionRules.MENTORS_MIN, branch.path()));
		inputs.put("mentorsMax", this.policies.number(AdmissionRules.MENTORS_MAX, branch.path()));
		inputs.put("allEligible", mentors.stream().allMatch(Eligibility::memberOrParty));
		inputs.put("includesApplicant", mentors.stream().anyMatch((mentor) -> mentor.id() == admission.applicantId()));
		inputs.put("staffNeeded", branch.secondarySchool()
				&& this.policies.flag(AdmissionRules.MENTOR_STAFF_IN_SECONDARY, branch.path()));
		inputs.put("staff", (int) mentors.stream().filter(PersonCard::staff).count());
		whyNot("mentors", this.decisions.of(admission.caseId()).row("admission-mentors", inputs), "")
			.ifPresent((why) -> {
				throw new Refusal.Invalid(Map.of("mentors", why));
			});
	}

	/**
	 * @throws Refusal.Invalid at the field of the introducer who is not eligible (细则§19)
	 */
	void introducers(Admission admission, long first, long second) {
		introducer("introducer1", admission, first, false);
		introducer("introducer2", admission, second, first == second);
	}

	private void introducer(String field, Admission admission, long personId, boolean twice) {
		whyNotIntroducer(admission, personId, twice).ifPresent((why) -> {
			throw new Refusal.Invalid(Map.of(field, why));
		});
	}

	/** Why the person cannot introduce the applicant today, or empty (细则§19). */
	Optional<Message> whyNotIntroducer(Admission admission, long personId, boolean twice) {
		PersonCard person = this.people.person(personId);
		Map<String, Object> row = this.decisions.of(admission.caseId())
			.row("admission-introducer",
					Map.of("candidate", personId == admission.applicantId(), "twice", twice, "active", person.active(),
							"memberOrParty", memberOrParty(person), "restricted", person.restricted()));
		return whyNot("introducer", row, person.name());
	}

	private static Optional<Message> whyNot(String table, Map<String, Object> row, String name) {
		return Boolean.TRUE.equals(row.get("eligible")) ? Optional.empty() : Optional
			.of(Message.of("refusal.admission." + table + "." + row.get("reason"), name, row.get("source")));
	}

	private static boolean memberOrParty(PersonCard person) {
		return person.active() && (person.member() || person.partyMember());
	}

}
