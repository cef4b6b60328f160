package org.leagueflow.life;

import java.time.Instant;
import java.util.List;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.people.PersonChoice;
import org.leagueflow.requirement.Requirement;

/**
 * A League class as its page shows it to one reader.
 *
 * @param edits whether the reader may change the sheet now
 * @param corrects whether the reader may correct the attendance now
 * @param others whom a correction can add
 */
record ClassPage(MeetingRecord meeting, String unit, String theme, List<ClassForm> forms, String lecturer, String hours,
		String preparation, List<Requirement> requirements, List<AttachmentCard> material, boolean edits,
		boolean corrects, List<Line> attendance, List<PersonChoice> others, List<AttendanceCorrection> corrections) {

	/** How many of the five are there; public because pages ask for it. */
	public int there() {
		return (int) this.requirements.stream().filter(Requirement::ok).count();
	}

	public boolean complete() {
		return there() == this.requirements.size();
	}

	/** Every form there is. */
	public ClassForm[] everyForm() {
		return ClassForm.values();
	}

	/**
	 * Somebody who came, or was counted as there.
	 *
	 * @param personId the person, or null for a guest who is only a name
	 * @param counted whether the study hours stand in the ledger
	 */
	record Line(Long personId, String name, boolean entitled, Instant arrivedAt, Instant leftAt, boolean counted) {
	}

}
