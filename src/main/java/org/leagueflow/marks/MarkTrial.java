package org.leagueflow.marks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;

/**
 * The dry run of one workbook: what is looked up once for all its pieces. It says how the
 * books stood when it went over them; importing looks again.
 */
final class MarkTrial {

	private final long id;

	private final int run;

	private final Actor by;

	private final MarkLayout layout;

	private final Map<Integer, List<String>> merged;

	private final String schoolPath;

	private final long school;

	private final MarkPersons.Found persons;

	private final MarkChecks checks;

	/** Items by their key; empty for keys that no item has. */
	private final Map<String, Optional<MarkItemCard>> items = new HashMap<>();

	/**
	 * A dry run that begins.
	 * @param merged the merged ranges of each sheet
	 * @param school the unit within which items are told apart
	 */
	MarkTrial(MarkImport of, Actor by, MarkLayout layout, Map<Integer, List<String>> merged, String schoolPath,
			long school, MarkPersons.Found persons, MarkChecks checks) {
		this.id = of.id();
		this.run = of.run();
		this.by = by;
		this.layout = layout;
		this.merged = merged;
		this.schoolPath = schoolPath;
		this.school = school;
		this.persons = persons;
		this.checks = checks;
	}

	long id() {
		return this.id;
	}

	int run() {
		return this.run;
	}

	Actor by() {
		return this.by;
	}

	MarkLayout layout() {
		return this.layout;
	}

	Map<Integer, List<String>> merged() {
		return this.merged;
	}

	String schoolPath() {
		return this.schoolPath;
	}

	long school() {
		return this.school;
	}

	MarkPersons.Found persons() {
		return this.persons;
	}

	MarkChecks checks() {
		return this.checks;
	}

	Map<String, Optional<MarkItemCard>> items() {
		return this.items;
	}

}
