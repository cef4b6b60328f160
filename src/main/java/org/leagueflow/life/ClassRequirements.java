package org.leagueflow.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.life.ClassRequirement.Kind;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Checks the five requirements (五有) of a League class: an invitation before it began, an
 * outline or material, a theme, somebody checked in, minutes.
 */
@Component
class ClassRequirements {

	private final LeagueClassFinder sheets;

	private final Policies policies;

	ClassRequirements(LeagueClassFinder sheets, Policies policies) {
		this.sheets = sheets;
		this.policies = policies;
	}

	List<ClassRequirement> of(MeetingRecord meeting) {
		LeagueClass sheet = this.sheets.look(meeting);
		List<ClassRequirement> requirements = new ArrayList<>();
		requirements.add(notice(meeting));
		requirements.add(preparation(meeting, sheet));
		requirements.add(requirement(Kind.THEME, sheet.theme() != null, sheet.theme()));
		requirements.add(attendance(meeting));
		String minutes = meeting.minutes();
		requirements.add(requirement(Kind.RECORD, minutes != null, Characters.count(minutes)));
		return requirements;
	}

	/**
	 * @throws Refusal.Invalid naming each of these that is missing
	 */
	void require(MeetingRecord meeting, Set<Kind> kinds) {
		Map<String, Message> missing = new LinkedHashMap<>();
		of(meeting).stream()
			.filter((requirement) -> kinds.contains(requirement.kind()) && !requirement.ok())
			.forEach((requirement) -> missing.put(requirement.kind().name(),
					Message.of("refusal.life.must." + requirement.kind(), requirement.source())));
		if (!missing.isEmpty()) {
			throw new Refusal.Invalid(missing);
		}
	}

	private ClassRequirement notice(MeetingRecord meeting) {
		Instant began = meeting.openedAt();
		boolean told = meeting.invitedAt() != null && (began == null || !meeting.invitedAt().isAfter(began));
		return requirement(Kind.NOTICE, told, meeting.invitedAt());
	}

	private ClassRequirement preparation(MeetingRecord meeting, LeagueClass sheet) {
		int files = this.sheets.material(meeting.id()).size();
		boolean ok = sheet.preparation() != null || files > 0;
		boolean late = ok && meeting.openedAt() != null && sheet.preparedAt() != null
				&& sheet.preparedAt().isAfter(meeting.openedAt());
		Message have = Message.of("life.must.PREPARATION." + (late ? "late" : ok ? "have" : "missing"),
				Characters.count(sheet.preparation()), files);
		return new ClassRequirement(Kind.PREPARATION, Message.of("life.must.PREPARATION.need"), have, ok, source());
	}

	private ClassRequirement attendance(MeetingRecord meeting) {
		int others = meeting.attendees().size() - meeting.came();
		return requirement(Kind.ATTENDANCE, !meeting.attendees().isEmpty(), meeting.came(), meeting.entitled(), others);
	}

	private ClassRequirement requirement(Kind kind, boolean ok, Object... args) {
		Message have = ok ? Message.of("life.must." + kind + ".have", args)
				: Message.of("life.must." + kind + ".missing");
		return new ClassRequirement(kind, Message.of("life.must." + kind + ".need"), have, ok, source());
	}

	private String source() {
		return this.policies.rule(Policies.CLASS_FIVE_MUSTS).source();
	}

}
