package org.leagueflow.award;

import java.math.BigDecimal;
import java.util.List;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Subject;

/**
 * One subject that is judged in a batch.
 *
 * @param unitId the class or branch that it belongs to, by which a panel's members recuse
 * themselves
 * @param own whether it applied for itself
 * @param by who nominated
 * @param unmet why the conditions are not met
 * @param score null where something was not entered, which is not zero
 * @param rank equals have the same: 1, 1, 3
 * @param place the order in which places are given
 * @param level the level by the latest ranking, 0 for the highest, or null
 * @param awarded the level by the latest decision that was published, or null
 */
record Nomination(long id, long batchId, Subject subject, long unitId, String unitName, String unitPath, boolean own,
		long by, String grounds, NominationState state, List<Message> unmet, BigDecimal score, Integer rank,
		Integer place, Integer level, Integer awarded) {

	String scoreText() {
		return (this.score != null) ? this.score.stripTrailingZeros().toPlainString() : null;
	}

	/** Whether the unit is judged itself, rather than somebody of it. */
	public boolean itself() {
		return this.subject.kind() == Subject.Kind.UNIT && this.subject.id() == this.unitId;
	}

	/** For pages. */
	public String shownScore() {
		return scoreText();
	}

}
