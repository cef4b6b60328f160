package org.leagueflow.admission;

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
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Compares what an activist has with what the rules of the unit ask for; the decision
 * table says what is enough.
 */
@Component
class Gates {

	private final Ledger ledger;

	private final Policies policies;

	private final People people;

	private final Decisions decisions;

	private final BusinessClock clock;

	Gates(Ledger ledger, Policies policies, People people, Decisions decisions, BusinessClock clock) {
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
		List<Gate> gates = new ArrayList<>();
		gates.add(period(admission));
		gates.add(count(admission, "talks", EntryKind.TALK, admission.activistOn(),
				number(admission, Policies.MENTOR_TALKS)));
		gates.add(count(admission, "study", EntryKind.STUDY_HOURS, null, number(admission, Policies.COURSE_MIN_HOURS)));
		flag(admission, gates, Policies.COURSE_CHECK, "studyCheck", EntryKind.STUDY_CHECK);
		flag(admission, gates, Policies.VOLUNTEER_REGISTERED, "volunteer", EntryKind.VOLUNTEER_REGISTERED);
		int volunteer = number(admission, Policies.VOLUNTEER_MIN_HOURS_YEAR);
		if (volunteer > 0) {
			gates.add(count(admission, "volunteerHours", EntryKind.VOLUNTEER_HOURS,
					this.clock.today().minusYears(1).plusDays(1), volunteer));
		}
		flag(admission, gates, Policies.IDEOLOGY_EXAM, "ideology", EntryKind.IDEOLOGY_EXAM);
		return gates;
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

	private Gate period(Admission admission) {
		LocalDate ends = periodEnds(admission);
		long need = ends.toEpochDay();
		return gate("period", this.clock.today().toEpochDay(), need,
				Message.of("admission.gate.period.need", ends.toString(),
						number(admission, Policies.CULTIVATE_MIN_MONTHS)),
				Message.of("admission.gate.period.have", this.clock.today().toString(),
						admission.activistOn().toString()));
	}

	private Gate count(Admission admission, String key, EntryKind kind, LocalDate from, int need) {
		int have = this.ledger.total(admission.applicantId(), kind, from, this.clock.today());
		return gate(key, have, (long) need * kind.scale(), Message.of("admission.gate." + key + ".need", need),
				Message.of("admission.gate." + key + ".have", amount(have, kind)));
	}

	private static String amount(int have, EntryKind kind) {
		return (kind.scale() == 1 || have % kind.scale() == 0) ? Integer.toString(have / kind.scale())
				: have / kind.scale() + "." + have % kind.scale();
	}

	private void flag(Admission admission, List<Gate> gates, String rule, String key, EntryKind kind) {
		if (this.policies.flag(rule, path(admission))) {
			int have = this.ledger.total(admission.applicantId(), kind, null, this.clock.today());
			gates.add(gate(key, have, 1, Message.of("admission.gate." + key + ".need", 1),
					Message.of("admission.gate.flag.have", (have > 0) ? 1 : 0)));
		}
	}

	private Gate gate(String key, long have, long need, Message needWords, Message haveWords) {
		Map<String, Object> row = this.decisions.row("admission-gates",
				Map.of("gate", key, "have", have, "need", need));
		return new Gate(key, needWords, haveWords, Boolean.TRUE.equals(row.get("ok")), (String) row.get("source"));
	}

	private int number(Admission admission, String rule) {
		return this.policies.number(rule, path(admission));
	}

	private String path(Admission admission) {
		return this.people.unit(admission.branchId()).path();
	}

}
