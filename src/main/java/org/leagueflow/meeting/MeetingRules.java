package org.leagueflow.meeting;

import java.util.Map;
import org.leagueflow.engine.Decisions;
import org.springframework.stereotype.Component;

/** Looks rules up in the decision table {@code bpmn/meeting/meeting.dmn}. */
@Component
class MeetingRules {

	private final Decisions decisions;

	MeetingRules(Decisions decisions) {
		this.decisions = decisions;
	}

	MeetingRule of(String matter) {
		Map<String, Object> row = this.decisions.row("meeting", Map.of("matter", matter));
		return new MeetingRule(share(row, "presence"), MeetingRule.Base.valueOf((String) row.get("passBase")),
				share(row, "pass"), (Boolean) row.get("secret"), (Boolean) row.get("written"), (String) row.get("rule"),
				(String) row.get("source"));
	}

	private Fraction share(Map<String, Object> row, String name) {
		return new Fraction(number(row, name + "Numerator"), number(row, name + "Denominator"),
				(Boolean) row.get(name + "Strict"));
	}

	private int number(Map<String, Object> row, String name) {
		return ((Number) row.get(name)).intValue();
	}

}
