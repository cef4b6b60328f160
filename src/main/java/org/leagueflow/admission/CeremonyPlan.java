package org.leagueflow.admission;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * What a committee plans.
 *
 * @param startsAt when, in local time
 * @param place where
 * @param leader 领誓人
 * @param cases whose oath it is, by case
 * @param late whether it is meant to be later than the rule asks as a rule
 */
record CeremonyPlan(LocalDateTime startsAt, String place, String leader, List<Long> cases, boolean late) {

	CeremonyPlan(LocalDateTime startsAt, String place, String leader, List<Long> cases) {
		this(startsAt, place, leader, cases, false);
	}

	void check(LocalDateTime now) {
		Map<String, Message> faults = new LinkedHashMap<>();
		if (this.startsAt == null || this.startsAt.isBefore(now) || this.startsAt.isAfter(now.plusYears(1))) {
			faults.put("startsAt", Message.of("refusal.admission.ceremony.startsAt"));
		}
		if (this.place == null || this.place.isBlank() || this.place.length() > 200) {
			faults.put("place", Message.of("refusal.admission.ceremony.place"));
		}
		if (this.leader == null || this.leader.isBlank() || this.leader.length() > 100) {
			faults.put("leader", Message.of("refusal.admission.ceremony.leader"));
		}
		if (this.cases == null || this.cases.isEmpty()) {
			faults.put("cases", Message.of("refusal.admission.ceremony.cases"));
		}
		if (!faults.isEmpty()) {
			throw new Refusal.Invalid(faults);
		}
	}

}
