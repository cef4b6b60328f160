package org.leagueflow.life;

import java.util.EnumSet;
import java.util.Set;
import org.leagueflow.life.ClassRequirements.Kind;
import org.leagueflow.meeting.MeetingGuard;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.springframework.stereotype.Component;

/**
 * Lets no League class be completed without the five requirements (五有). Notice and
 * attendance are asked for while they can still be had: nobody is invited to, or checked
 * in at, a class that is over.
 */
@Component
class ClassGate implements MeetingGuard {

	private final ClassRequirements requirements;

	ClassGate(ClassRequirements requirements) {
		this.requirements = requirements;
	}

	@Override
	public void before(Stage next, MeetingRecord meeting) {
		if (meeting.kind() == MeetingKind.LEAGUE_CLASS) {
			this.requirements.require(meeting, needed(next));
		}
	}

	private static Set<Kind> needed(Stage next) {
		return switch (next) {
			case OPEN -> EnumSet.of(Kind.NOTICE);
			case CLOSED -> EnumSet.of(Kind.NOTICE, Kind.ATTENDANCE);
			case HELD -> EnumSet.allOf(Kind.class);
			default -> EnumSet.noneOf(Kind.class);
		};
	}

}
