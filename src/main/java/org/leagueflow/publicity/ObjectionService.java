package org.leagueflow.publicity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.policy.Policies;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes objections while a notice is public and keeps what the committee answers. */
@Service
class ObjectionService implements Objections {

	/** More in an hour against one notice is no criticism but an attack. */
	static final int MAX_PER_HOUR = 30;

	private static final List<String> SETTLERS = List.of(Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY,
			Roles.GENERAL_BRANCH, Roles.COUNTY_COMMITTEE);

	private final NoticeRepository notices;

	private final ObjectionRepository objections;

	private final Policies policies;

	private final IdempotencyKeys keys;

	private final AuditLog auditLog;

	private final ApplicationEventPublisher events;

	private final BusinessClock clock;

	ObjectionService(NoticeRepository notices, ObjectionRepository objections, Policies policies, IdempotencyKeys keys,
			AuditLog auditLog, ApplicationEventPublisher events, BusinessClock clock) {
		this.notices = notices;
		this.objections = objections;
		this.policies = policies;
		this.keys = keys;
		this.auditLog = auditLog;
		this.events = events;
		this.clock = clock;
	}

	@Override
	@Transactional
	public long file(long noticeId, Objecting objecting, Actor by) {
		Notice notice = this.notices.findById(noticeId)
			.filter((one) -> one.isPublic(this.clock.today())
					&& this.objections.countByNoticeIdAndState(noticeId, ObjectionState.UPHELD) == 0)
			.orElseThrow(() -> new Refusal.NotFound("refusal.publicity.notice"));
		check(objecting, notice);
		Instant now = this.clock.instant();
		if (this.objections.countByNoticeIdAndFiledAtAfter(noticeId, now.minus(Duration.ofHours(1))) >= MAX_PER_HOUR) {
			throw new Refusal.Conflict("refusal.publicity.tooMany");
		}
		Objection objection = this.objections.saveAndFlush(new Objection(noticeId, objecting, by, now));
		// Who objected is nobody's business but the committee's: not even the record
		// names a person.
		this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "objection.filed", "objection:" + objection.id())
			.on(notice.caseId())
			.in(notice.unitId())
			.with(Map.of("anonymous", objecting.anonymous())));
		this.events.publishEvent(new ObjectionFiled(notice.caseId(), noticeId, objection.id()));
		return objection.id();
	}

	/** As {@link #file}, for a form that may be sent twice. */
	@Transactional
	public void fileOnce(long noticeId, Objecting objecting, String key, Actor by) {
		if (this.keys.first(key)) {
			file(noticeId, objecting, by);
		}
	}

	private void check(Objecting objecting, Notice notice) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		boolean named = !objecting.anonymous();
		if (!named && !this.policies.flag(Policies.OBJECTION_ANONYMOUS, notice.unitPath())) {
			wrong.put("name", Message.of("refusal.publicity.name"));
		}
		if (named && objecting.name().length() > 100) {
			wrong.put("name", Message.of("refusal.publicity.long", 100));
		}
		if (named && (objecting.contact() == null || objecting.contact().isBlank())) {
			wrong.put("contact", Message.of("refusal.publicity.contact"));
		}
		if (objecting.contact() != null && objecting.contact().length() > 200) {
			wrong.put("contact", Message.of("refusal.publicity.long", 200));
		}
		if (objecting.content() == null || objecting.content().isBlank() || objecting.content().length() > 10_000) {
			wrong.put("content", Message.of("refusal.publicity.content", 10_000));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	@Override
	@Transactional
	public void settle(long objectionId, boolean upheld, String reason, Actor by) {
		Objection objection = this.objections.findById(objectionId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.publicity.objection"));
		Notice notice = this.notices.findById(objection.noticeId()).orElseThrow();
		maySettle(notice, objection, by);
		if (reason == null || reason.isBlank() || reason.length() > 2000) {
			throw Refusal.Invalid.field("reason", "refusal.publicity.reason", 2000);
		}
		objection.settle(upheld, reason.strip(), by, this.clock.instant());
		this.objections.flush();
		this.auditLog.record(AuditEvent.of(by, "objection.settled", "objection:" + objectionId)
			.on(notice.caseId())
			.in(notice.unitId())
			.with(Map.of("upheld", upheld, "reason", reason.strip())));
		this.events.publishEvent(new ObjectionSettled(notice.caseId(), notice.id(), objectionId, upheld,
				this.objections.openOfCase(notice.caseId().value())));
	}

	private static void maySettle(Notice notice, Objection objection, Actor by) {
		if (by.personId() == notice.personId() || objection.filedBy(by)) {
			throw new Refusal.NotAllowed("refusal.publicity.ownMatter");
		}
		if (!by.isSystem() && SETTLERS.stream().noneMatch((role) -> by.holdsOver(role, notice.unitPath()))) {
			throw new Refusal.NotAllowed("refusal.publicity.settler", notice.unitName());
		}
	}

	@Override
	@Transactional(readOnly = true)
	public List<ObjectionCard> objectionsOf(CaseId caseId) {
		return this.objections.ofCase(caseId.value()).stream().map(Objection::card).toList();
	}

	/**
	 * The latest notices of the units that the reader looks after, with their objections;
	 * those about the reader left out.
	 */
	@Transactional(readOnly = true)
	public List<Docket> dockets(Actor by) {
		List<Notice> found = by.posts()
			.stream()
			.filter((post) -> SETTLERS.contains(post.role()))
			.map((post) -> post.unitPath())
			.distinct()
			.flatMap((path) -> this.notices.below(path).stream())
			.filter((notice) -> notice.personId() != by.personId())
			.distinct()
			.toList();
		Map<Long, List<Objection>> objected = this.objections
			.findByNoticeIdInOrderByIdDesc(found.stream().map(Notice::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Objection::noticeId));
		return found.stream().map((notice) -> docket(notice, objected.getOrDefault(notice.id(), List.of()))).toList();
	}

	private Docket docket(Notice notice, List<Objection> objected) {
		int open = count(objected, ObjectionState.OPEN);
		LocalDate today = this.clock.today();
		return new Docket(notice.card(today, open, count(objected, ObjectionState.UPHELD)), notice.personName(),
				notice.unitName(), notice.isPublic(today), objected.stream().map(Objection::card).toList());
	}

	private static int count(List<Objection> objections, ObjectionState state) {
		return (int) objections.stream().filter((objection) -> objection.state() == state).count();
	}

	/** A notice as its committee sees it. */
	record Docket(NoticeCard notice, String personName, String unitName, boolean isPublic,
			List<ObjectionCard> objections) {
	}

}
