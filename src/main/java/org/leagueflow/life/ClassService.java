package org.leagueflow.life;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.forms.Attachments;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingFacade;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.MeetingRecord;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of whoever calls and prepares a League class. */
@Service
@Transactional
class ClassService {

	private static final int MAX_MATERIAL = 20;

	private final MeetingFacade facade;

	private final LeagueClassFinder sheets;

	private final Attachments attachments;

	private final IdempotencyKeys keys;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	ClassService(MeetingFacade facade, LeagueClassFinder sheets, Attachments attachments, IdempotencyKeys keys,
			AuditLog auditLog, BusinessClock clock) {
		this.facade = facade;
		this.sheets = sheets;
		this.attachments = attachments;
		this.keys = keys;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Calls a class of the branch.
	 * @param theme the theme, or null when it is to be settled later
	 * @param key the key of the form, which counts once; blank counts every time
	 * @return the meeting's id, or empty when the form counted before
	 */
	Optional<Long> convene(long branchId, LocalDateTime startsAt, String place, String theme, String key, Actor by) {
		return this.keys.first(key) ? Optional.of(convene(branchId, startsAt, place, theme, by)) : Optional.empty();
	}

	private long convene(long branchId, LocalDateTime startsAt, String place, String theme, Actor by) {
		String topic = (theme == null || theme.isBlank()) ? null : theme.strip();
		if (topic != null && topic.length() > LeagueClass.MAX_THEME_LENGTH) {
			throw Refusal.Invalid.field("theme", "refusal.life.text", LeagueClass.MAX_THEME_LENGTH);
		}
		return this.facade.convene(MeetingKind.LEAGUE_CLASS, branchId, (place != null) ? place.strip() : null, startsAt,
				topic, by);
	}

	/** Writes theme, form, study hours and outline down; until the minutes are signed. */
	void plan(long meetingId, ClassPlan plan, Actor by) {
		MeetingRecord meeting = running(meetingId, by);
		this.sheets.lock(meeting).plan(plan, this.clock.instant());
		record(meeting, by, "class.planned", Map.of("theme", (plan.theme() != null) ? plan.theme() : "", "forms",
				Arrays.toString(plan.forms().toArray()), "hours", plan.hours()));
	}

	/** Adds a file to the material of the class. */
	void addMaterial(long meetingId, String name, byte[] content, Actor by) {
		MeetingRecord meeting = running(meetingId, by);
		LeagueClass sheet = this.sheets.lock(meeting);
		if (this.sheets.material(meetingId).size() >= MAX_MATERIAL) {
			throw new Refusal.Conflict("refusal.life.material", MAX_MATERIAL);
		}
		AttachmentCard file = this.attachments.keep(name, content, "class:" + meetingId, by);
		this.sheets.addMaterial(meetingId, file.id(), this.clock.instant());
		sheet.prepared(this.clock.instant());
		record(meeting, by, "class.material", Map.of("attachment", file.id()));
	}

	/**
	 * @throws Refusal when it is no class, not the actor's, or over
	 */
	private MeetingRecord running(long meetingId, Actor by) {
		MeetingRecord meeting = this.facade.run(meetingId, by);
		if (meeting.kind() != MeetingKind.LEAGUE_CLASS) {
			throw new Refusal.NotFound("refusal.life.no-class");
		}
		if (meeting.stage() == Stage.HELD || meeting.stage() == Stage.CANCELLED) {
			throw new Refusal.Conflict("refusal.life.class." + meeting.stage());
		}
		return meeting;
	}

	private void record(MeetingRecord meeting, Actor by, String what, Map<String, Object> detail) {
		this.auditLog.record(AuditEvent.of(by, what, "meeting:" + meeting.id())
			.in(meeting.unitId())
			.on(meeting.caseId())
			.with(detail));
	}

}
