package org.leagueflow.life;

import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.meeting.MeetingAside;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.leagueflow.people.People;
import org.leagueflow.policy.EffectiveValue;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Shows the five requirements on the page of a League class, and on that of a branch
 * general meeting whether enough of the branch came.
 */
@Component
class LifeAside implements MeetingAside {

	private final ClassRequirements requirements;

	private final Policies policies;

	private final People people;

	LifeAside(ClassRequirements requirements, Policies policies, People people) {
		this.requirements = requirements;
		this.policies = policies;
		this.people = people;
	}

	@Override
	public String template() {
		return "life/aside";
	}

	@Override
	public Optional<Map<String, Object>> model(MeetingRecord meeting, Actor reader) {
		if (meeting.kind() == MeetingKind.LEAGUE_CLASS) {
			return (meeting.stage() == Stage.CANCELLED) ? Optional.empty()
					: Optional.of(Map.of("meeting", meeting.id(), "musts", this.requirements.of(meeting)));
		}
		boolean ofAll = Duty.of(meeting.kind()).filter(Duty.BRANCH_MEETING::equals).isPresent();
		return (ofAll && meeting.openedAt() != null) ? Optional.of(share(meeting)) : Optional.empty();
	}

	private Map<String, Object> share(MeetingRecord meeting) {
		EffectiveValue effective = this.policies.sheet(java.util.List.of(LifeRules.ATTENDANCE_MIN))
			.of(LifeRules.ATTENDANCE_MIN, this.people.unit(meeting.unitId()).path());
		boolean enough = meeting.came() * 100 > meeting.entitled() * effective.number();
		return Map.of("came", meeting.came(), "entitled", meeting.entitled(), "more", effective.number(), "enough",
				enough, "source", effective.rule().source(), "grade", effective.rule().grade());
	}

}
