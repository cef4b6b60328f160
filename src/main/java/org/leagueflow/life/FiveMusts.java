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
import org.leagueflow.life.Must.Kind;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Looks for the five musts of a League class: an invitation before it began, an outline
 * or material, a theme, somebody checked in, minutes.
 */
@Component
class FiveMusts {

	private final ClassSheets sheets;

	private final Policies policies;

	FiveMusts(ClassSheets sheets, Policies policies) {
		this.sheets = sheets;
		this.policies = policies;
	}

	List<Must> of(MeetingRecord meeting) {
		LeagueClass sheet = this.sheets.look(meeting);
		List<Must> musts = new ArrayList<>();
		musts.add(notice(meeting));
		musts.add(preparation(meeting, sheet));
		musts.add(must(Kind.THEME, sheet.theme() != null, sheet.theme()));
		musts.add(attendance(meeting));
		String minutes = meeting.minutes();
		musts.add(must(Kind.RECORD, minutes != null, Characters.count(minutes)));
		return musts;
	}

	/**
	 * @throws Refusal.Invalid naming each of these that is missing
	 */
	void require(MeetingRecord meeting, Set<Kind> kinds) {
		Map<String, Message> missing = new LinkedHashMap<>();
		of(meeting).stream()
			.filter((must) -> kinds.contains(must.kind()) && !must.ok())
			.forEach((must) -> missing.put(must.kind().name(),
					Message.of("refusal.life.must." + must.kind(), must.source())));
		if (!missing.isEmpty()) {
			throw new Refusal.Invalid(missing);
		}
	}

	private Must notice(MeetingRecord meeting) {
		Instant began = meeting.openedAt();
		boolean told = meeting.invitedAt() != null && (began == null || !meeting.invitedAt().isAfter(began));
		return must(Kind.NOTICE, told, meeting.invitedAt());
	}

	private Must preparation(MeetingRecord meeting, LeagueClass sheet) {
		int files = this.sheets.material(meeting.id()).size();
		boolean ok = sheet.preparation() != null || files > 0;
		boolean late = ok && meeting.openedAt() != null && sheet.preparedAt() != null
				&& sheet.preparedAt().isAfter(meeting.openedAt());
		Message have = Message.of("life.must.PREPARATION." + (late ? "late" : ok ? "have" : "missing"),
				Characters.count(sheet.preparation()), files);
		return new Must(Kind.PREPARATION, Message.of("life.must.PREPARATION.need"), have, ok, source());
	}

	private Must attendance(MeetingRecord meeting) {
		int others = meeting.attendees().size() - meeting.came();
		return must(Kind.ATTENDANCE, !meeting.attendees().isEmpty(), meeting.came(), meeting.entitled(), others);
	}

	private Must must(Kind kind, boolean ok, Object... args) {
		Message have = ok ? Message.of("life.must." + kind + ".have", args)
				: Message.of("life.must." + kind + ".missing");
		return new Must(kind, Message.of("life.must." + kind + ".need"), have, ok, source());
	}

	private String source() {
		return this.policies.rule(Policies.CLASS_FIVE_MUSTS).source();
	}

}
