package org.leagueflow.award;

import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.scoring.ScoreComponent;

/**
 * What the office enters for many at once: a row for each of a class, a column for each
 * component.
 *
 * @param unit the unit whose rows these are
 * @param classes the units to choose from
 * @param rows empty where the unit has too many to show together
 * @param problems what could not be read of pasted lines
 */
record EntrySheet(Batch batch, UnitCard unit, List<ClassCount> classes, List<ScoreComponent> components, List<Row> rows,
		List<Message> problems, String origin, boolean open) {

	/** The form's field for a nomination's component. */
	static String field(long nomination, String component) {
		return "points." + nomination + "." + component;
	}

	/**
	 * A unit that has somebody to enter points for.
	 *
	 * @param missing how many points nobody entered yet
	 */
	record ClassCount(long unitId, String name, int nominations, int missing) {
	}

	/**
	 * One nomination.
	 *
	 * @param number the student number, or null
	 * @param stands what was entered, by component
	 * @param typed what was pasted, by component
	 */
	record Row(Nomination nomination, String number, Map<String, String> stands, Map<String, String> typed) {

		public String field(String component) {
			return EntrySheet.field(this.nomination.id(), component);
		}

		/** What the field shows. */
		public String value(String component) {
			return this.typed.getOrDefault(component, was(component));
		}

		/** What stands, so that a change by somebody else is noticed. */
		public String was(String component) {
			return this.stands.getOrDefault(component, "");
		}

	}

}
