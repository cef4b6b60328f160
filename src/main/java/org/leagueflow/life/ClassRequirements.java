package org.leagueflow.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.policy.Policies;
import org.leagueflow.requirement.Requirement;
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

	List<Requirement> of(MeetingRecord meeting) {
		LeagueClass sheet = this.sheets.look(meeting);
		List<Requirement> requirements = new ArrayList<>();
		requirements.add(notice(meeting));
		requirements.add(preparation(meeting, sheet));
		requirements.add(requirement(Kind.THEME, sheet.theme() != null, sheet.theme()));
		requirements.add(attendance(meeting));
		String minutes = meeting.minutes();
		requirements.add(requirement(Kind.RECORD, minutes != null, Characters.count(minutes)));
		return requirements;
	}

	/**
	 * @throws org.leagueflow.kernel.Refusal.Invalid naming each of these that is missing
	 */
	void require(MeetingRecord meeting, Set<Kind> kinds) {
		Set<String> keys = kinds.stream().map(Kind::key).collect(Collectors.toSet());
		Requirement.require(of(meeting).stream().filter((one) -> keys.contains(one.key())).toList());
	}

	private Requirement notice(MeetingRecord meeting) {
		Instant began = meeting.openedAt();
		boolean told = meeting.invitedAt() != null && (began == null || !meeting.invitedAt().isAfter(began));
		return requirement(Kind.NOTICE, told, meeting.invitedAt());
	}

	private Requirement preparation(MeetingRecord meeting, LeagueClass sheet) {
		int files = this.sheets.material(meeting.id()).size();
		boolean ok = sheet.preparation() != null || files > 0;
		boolean late = ok && meeting.openedAt() != null && sheet.preparedAt() != null
				&& sheet.preparedAt().isAfter(meeting.openedAt());
		Message have = Message.of(Kind.PREPARATION.words(late ? "late" : ok ? "have" : "missing"),
				Characters.count(sheet.preparation()), files);
		return requirement(Kind.PREPARATION, have, ok);
	}

	private Requirement attendance(MeetingRecord meeting) {
		int others = meeting.attendees().size() - meeting.came();
		return requirement(Kind.ATTENDANCE, !meeting.attendees().isEmpty(), meeting.came(), meeting.entitled(), others);
	}

	private Requirement requirement(Kind kind, boolean ok, Object... args) {
		return requirement(kind, Message.of(kind.words(ok ? "have" : "missing"), ok ? args : new Object[0]), ok);
	}

	private Requirement requirement(Kind kind, Message have, boolean ok) {
		return new Requirement(kind.key(), Message.of(kind.words("need")), have, ok, source());
	}

	private String source() {
		return this.policies.rule(LifeRules.CLASS_FIVE_MUSTS).source();
	}

	/** The five. */
	enum Kind {

		/** 有通知. */
		NOTICE("classNotice"),
		/** 有准备. */
		PREPARATION("classPreparation"),
		/** 有主题. */
		THEME("classTheme"),
		/** 有考勤. */
		ATTENDANCE("classAttendance"),
		/** 有记录. */
		RECORD("classRecord");

		private final String key;

		Kind(String key) {
			this.key = key;
		}

		/** The key of its requirement. */
		String key() {
			return this.key;
		}

		private String words(String what) {
			return "condition." + this.key + "." + what;
		}

	}

}
