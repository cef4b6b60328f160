package org.leagueflow.award;

import java.util.List;
import org.leagueflow.requirement.Comparison;
import org.leagueflow.requirement.Condition;
import org.leagueflow.requirement.Window;
import org.leagueflow.scoring.Rational;

/**
 * What an award asks of each person, with the number and source that the office declares.
 *
 * @param fact what is looked at, known to {@link org.leagueflow.requirement.Requirements}
 * @param need the number, or 1 for a yes
 * @param source where the office's rule stands
 */
public record AwardCondition(String fact, Comparison comparison, Rational need, Window window, String source) {

	/** What conditions may look at; other facts belong to one process each. */
	private static final List<String> OFFERED = List.of("person.", "ledger.", "marks.");

	static boolean mayAsk(String fact) {
		return OFFERED.stream().anyMatch(fact::startsWith);
	}

	Condition condition(int number) {
		return Condition.declared("award" + number, this.fact, this.comparison, this.need.decimal().orElseThrow(),
				this.source, this.window);
	}

}
