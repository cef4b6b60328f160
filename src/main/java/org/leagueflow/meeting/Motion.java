package org.leagueflow.meeting;

import java.util.List;
import org.leagueflow.ballot.Paper;
import org.leagueflow.ballot.Paper.Line;

/**
 * An item that people put on an agenda themselves: an election, a grading or a general
 * motion.
 *
 * @param matter what may be moved by people, as the table {@code ballot} says
 * @param title how it reads
 * @param persons who stands for election or is graded; empty for a decision
 * @param seats how many are elected; 1 otherwise
 */
record Motion(String matter, MeetingKind kind, long unitId, String title, List<Line> persons, int seats) {

	Motion {
		title = (title != null) ? title.strip() : "";
		persons = List.copyOf(persons);
	}

	Motion with(List<Line> named) {
		return new Motion(this.matter, this.kind, this.unitId, this.title, named, this.seats);
	}

	/** The paper that it needs, or null for a decision, which asks its title. */
	Paper paper(Paper.Form form) {
		return switch (form) {
			case DECISION -> null;
			case ELECTION -> Paper.election(this.persons, this.seats);
			case GRADING -> Paper.grading(this.persons);
		};
	}

}
