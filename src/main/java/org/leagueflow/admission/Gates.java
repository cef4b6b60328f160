package org.leagueflow.admission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leagueflow.engine.Decisions;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Months;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Compares what an activist has with what the rules of the unit ask for; the decision
 * table says what is enough.
 */
@Component
class Gates {

	private final Admissions admissions;

	private final Ledger ledger;

	private final Policies policies;

	private final People people;

	private final Decisions decisions;

	private final BusinessClock clock;

	Gates(Admissions admissions, Ledger ledger, Policies policies, People people, Decisions decisions,
			BusinessClock clock) {
		this.admissions = admissions;
		this.ledger = ledger;
		this.policies = policies;
		this.people = people;
		this.decisions = decisions;
		this.clock = clock;
	}

	/**
	 * The day from which observation may end: so many calendar months after approval as
	 * activist (细则§11).
	 */
	LocalDate periodEnds(Admission admission) {
		return Months.after(admission.activistOn(), number(admission, Policies.CULTIVATE_MIN_MONTHS));
	}

	/** Every condition that holds for the case's unit, met or not. */
	List<Gate> of(Admission admission) {
		return new Measuring(admission).gates();
	}

	/**
	 * Lets nobody through who lacks something.
	 * @throws Refusal.Invalid naming what is missing first, with the rule's source
	 */
	void pass(Admission admission) {
		List<Gate> missing = of(admission).stream().filter((gate) -> !gate.ok()).toList();
		if (!missing.isEmpty()) {
			Gate first = missing.get(0);
			throw new Refusal.Invalid("refusal.admission.gates." + first.key(), missing.size(),
					first.need().args().get(0), first.have().args().get(0), first.source());
		}
	}

	private static String amount(int have, EntryKind kind) {
		return (kind.scale() == 1 || have % kind.scale() == 0) ? Integer.toString(have / kind.scale())
				: have / kind.scale() + "." + have % kind.scale();
	}

	private int number(Admission admission, String rule) {
		return this.policies.number(rule, path(admission));
	}

	private String path(Admission admission) {
		return this.people.unit(admission.branchId()).path();
	}

	/**
	 * One look at one case, by the rules of its unit and the table of the edition under
	 * which it runs.
	 */
	private final class Measuring {

		private final Admission admission;

		private final String path;

		private final Decisions tables;

		private final LocalDate today = Gates.this.clock.today();

		private final List<Gate> gates = new ArrayList<>();

		Measuring(Admission admission) {
			this.admission = admission;
			this.path = path(admission);
			this.tables = Gates.this.decisions.of(admission.caseId());
		}

		List<Gate> gates() {
			period();
			count("talks", EntryKind.TALK, this.admission.activistOn(), number(Policies.MENTOR_TALKS));
			count("study", EntryKind.STUDY_HOURS, null, number(Policies.COURSE_MIN_HOURS));
			flag(Policies.COURSE_CHECK, "studyCheck", EntryKind.STUDY_CHECK);
			flag(Policies.VOLUNTEER_REGISTERED, "volunteer", EntryKind.VOLUNTEER_REGISTERED);
			int volunteer = number(Policies.VOLUNTEER_MIN_HOURS_YEAR);
			if (volunteer > 0) {
				count("volunteerHours", EntryKind.VOLUNTEER_HOURS, this.today.minusYears(1).plusDays(1), volunteer);
			}
			flag(Policies.IDEOLOGY_EXAM, "ideology", EntryKind.IDEOLOGY_EXAM);
			youthRatio(Gates.this.people.unit(this.admission.branchId()));
			return this.gates;
		}

		/**
		 * 毕业班团学比例: how many of a final-year class would be members, with this person and
		 * those past pre-review.
		 */
		private void youthRatio(UnitCard branch) {
			if (branch.finalYear() != null && branch.secondarySchool()) {
				String rule = branch.finalYear().equals("JUNIOR") ? Policies.YOUTH_RATIO_JUNIOR
						: Policies.YOUTH_RATIO_SENIOR;
				int most = number(rule);
				int members = Gates.this.people.youngMemberCount(branch.id(), this.today) + 1
						+ Gates.this.admissions.onTheWay(branch.id(), this.admission.caseId().value());
				int young = Gates.this.people.youthCount(branch.id());
				this.gates.add(new Gate("youthRatio", Message.of("admission.gate.youthRatio.need", most),
						Message.of("admission.gate.youthRatio.have", percent(members, young), members, young),
						members * 100 <= most * young, Gates.this.policies.rule(rule).source()));
			}
		}

		/**
		 * In tenths of a percent, rounded up, so that what is too much never reads as
		 * enough.
		 */
		private static String percent(int part, int whole) {
			return (whole == 0) ? "100"
					: BigDecimal.valueOf(part * 100L)
						.divide(BigDecimal.valueOf(whole), 1, RoundingMode.CEILING)
						.stripTrailingZeros()
						.toPlainString();
		}

		private void period() {
			LocalDate ends = periodEnds(this.admission);
			gate("period", this.today.toEpochDay(), ends.toEpochDay(),
					Message.of("admission.gate.period.need", ends.toString(), number(Policies.CULTIVATE_MIN_MONTHS)),
					Message.of("admission.gate.period.have", this.today.toString(),
							this.admission.activistOn().toString()));
		}

		private void count(String key, EntryKind kind, LocalDate from, int need) {
			int have = Gates.this.ledger.total(this.admission.applicantId(), kind, from, this.today);
			gate(key, have, (long) need * kind.scale(), Message.of("admission.gate." + key + ".need", need),
					Message.of("admission.gate." + key + ".have", amount(have, kind)));
		}

		private void flag(String rule, String key, EntryKind kind) {
			if (Gates.this.policies.flag(rule, this.path)) {
				int have = Gates.this.ledger.total(this.admission.applicantId(), kind, null, this.today);
				gate(key, have, 1, Message.of("admission.gate." + key + ".need", 1),
						Message.of("admission.gate.flag.have", (have > 0) ? 1 : 0));
			}
		}

		private void gate(String key, long have, long need, Message needWords, Message haveWords) {
			Map<String, Object> row = this.tables.row("admission-gates",
					Map.of("gate", key, "have", have, "need", need));
			this.gates.add(new Gate(key, needWords, haveWords, Boolean.TRUE.equals(row.get("ok")),
					(String) row.get("source")));
		}

		private int number(String rule) {
			return Gates.this.policies.number(rule, this.path);
		}

	}

}
