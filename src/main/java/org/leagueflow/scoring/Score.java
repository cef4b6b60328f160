package org.leagueflow.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.leagueflow.kernel.Message;

/**
 * What a subject got, and how.
 *
 * @param value the score, or null when something was not entered, which is not zero
 */
public record Score(BigDecimal value, Explanation explanation) {

	/** What is missing or wrong; empty when there is a value. */
	public List<Message> problems() {
		return (this.value != null) ? List.of() : this.explanation.problems();
	}

}
