package org.leagueflow.publicity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Processes;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.policy.Policies;
import org.leagueflow.web.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes objections while a notice is public and keeps what was decided on them. */
@Service
class ObjectionService implements Objections {

	/** Tells the process that follows a notice to have an objection looked into. */
	static final String FILED = "objection-filed";

	/** Tells it that none waits any more. */
	static final String SETTLED = "objections-settled";

	/** More in an hour against one notice is no criticism but an attack. */
	static final int MAX_PER_HOUR = 30;

	private final NoticeRepository notices;

	private final ObjectionRepository objections;

	private final NoticeMatters matters;

	private final Cases cases;

	private final Processes processes;

	private final Policies policies;

	private final IdempotencyKeys keys;

	private final Dates dates;

	private final AuditLog auditLog;

	private final ApplicationEventPublisher events;

	private final BusinessClock clock;

	ObjectionService(NoticeRepository notices, ObjectionRepository objections, NoticeMatters matters, Cases cases,
			Processes processes, Policies policies, IdempotencyKeys keys, Dates dates, AuditLog auditLog,
			ApplicationEventPublisher events, BusinessClock clock) {
		this.notices = notices;
		this.objections = objections;
		this.matters = matters;
		this.cases = cases;
		this.processes = processes;
		this.policies = policies;
		this.keys = keys;
		this.dates = dates;
		this.auditLog = auditLog;
		this.events = events;
		this.clock = clock;
	}

	@Override
	@Transactional
	public long file(long noticeId, Objecting objecting, Actor by) {
		Notice notice = this.notices.findById(noticeId)
			.filter((one) -> one.isPublic(this.clock.today()))
			.orElseThrow(() -> new Refusal.NotFound("refusal.publicity.notice"));
		check(objecting, notice);
		requireNew(objecting, notice);
		Instant now = this.clock.instant();
		if (this.objections.countByNoticeIdAndFiledAtAfter(noticeId, now.minus(Duration.ofHours(1))) >= MAX_PER_HOUR) {
			throw new Refusal.Conflict("refusal.publicity.tooMany");
		}
		Objection objection = this.objections.saveAndFlush(new Objection(noticeId, objecting, by, now));
		// Who objected is nobody's business but theirs who decide: not even the record
		// names a person.
		this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "objection.filed", "objection:" + objection.id())
			.on(notice.caseId())
			.in(notice.unitId())
			.with(Map.of("anonymous", objecting.anonymous())));
		this.cases.note(notice.caseId(), Actor.SYSTEM, Message.of("publicity.note.filed"));
		this.events.publishEvent(
				new ObjectionFiled(notice.caseId(), notice.process(), notice.matter(), noticeId, objection.id()));
		this.processes.tellIfWaiting(notice.caseId(), notice.matter(), FILED, Map.of());
		return objection.id();
	}

	/** As {@link #file}, for a form that may be sent twice. */
	@Transactional
	public void fileOnce(long noticeId, Objecting objecting, String key, Actor by) {
		if (this.keys.first(key)) {
			file(noticeId, objecting, by);
		}
	}

	/**
	 * The same ground is decided once; something new has to be said for another. The
	 * answer is not repeated here: whoever objects may be anybody.
	 */
	private void requireNew(Objecting objecting, Notice notice) {
		this.objections.findByNoticeIdInOrderByIdDesc(List.of(notice.id()))
			.stream()
			.filter((one) -> one.decides(objecting.subject(), objecting.content()))
			.findFirst()
			.ifPresent((one) -> {
				throw new Refusal.Conflict("refusal.publicity.sameGround");
			});
	}

	private void check(Objecting objecting, Notice notice) {
		notice.subject(objecting.subject());
		Map<String, Message> wrong = new LinkedHashMap<>();
		boolean named = !objecting.anonymous();
		if (!named && !this.policies.flag(PublicityRules.OBJECTION_ANONYMOUS, notice.unitPath())) {
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
		notice.upheld(upheldAgainst(notice));
		this.auditLog.record(AuditEvent.of(by, "objection.settled", "objection:" + objectionId)
			.on(notice.caseId())
			.in(notice.unitId())
			.with(Map.of("upheld", upheld, "reason", reason.strip())));
		this.cases.note(notice.caseId(), by,
				Message.of("publicity.note." + (upheld ? "upheld" : "dismissed"), reason.strip()));
		tell(notice, objection, upheld);
	}

	private List<Integer> upheldAgainst(Notice notice) {
		List<Integer> upheld = new ArrayList<>();
		this.objections.findByNoticeIdInOrderByIdDesc(List.of(notice.id()))
			.stream()
			.filter((one) -> one.state() == ObjectionState.UPHELD)
			.forEach((one) -> upheld.add(one.subjectNo()));
		return upheld;
	}

	private void tell(Notice notice, Objection objection, boolean upheld) {
		int open = this.objections.countByNoticeIdAndState(notice.id(), ObjectionState.OPEN);
		this.matters.of(notice.matter())
			.settled(notice.caseId(), notice.card(this.clock.today(), open), objection.card(notice));
		this.events.publishEvent(new ObjectionSettled(notice.caseId(), notice.process(), notice.matter(), notice.id(),
				objection.id(), upheld, open));
		if (open == 0) {
			this.processes.tellIfWaiting(notice.caseId(), notice.matter(), SETTLED, Map.of());
		}
	}

	private void maySettle(Notice notice, Objection objection, Actor by) {
		if (notice.isWithdrawn()) {
			throw new Refusal.Conflict("refusal.publicity.withdrawn");
		}
		if (notice.subjects().stream().anyMatch((subject) -> subject.is(by.personId())) || objection.filedBy(by)
				|| this.cases.card(notice.caseId()).isAbout(by.personId())) {
			throw new Refusal.NotAllowed("refusal.publicity.ownMatter");
		}
		if (!by.isSystem()) {
			this.matters.of(notice.matter()).require(notice.caseId(), by);
		}
	}

	@Override
	@Transactional
	public void investigate(CaseId caseId, String matter, Finding finding, Actor by) {
		ObjectionCard read = openOf(caseId, matter).stream()
			.filter((objection) -> finding.objection() == null || objection.id() == finding.objection())
			.findFirst()
			.orElseThrow(() -> new Refusal.Conflict("refusal.publicity.noObjection"));
		settle(read.id(), finding.upheld(), finding.grounds(), by);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<String, Object> offered(CaseId caseId, String matter) {
		List<Map<String, String>> choice = openOf(caseId, matter).stream()
			.map((one) -> Map.of("value", Long.toString(one.id()), "label", label(one)))
			.toList();
		return choice.isEmpty() ? Map.of("objections", choice)
				: Map.of("objections", choice, "objection", choice.get(0).get("value"));
	}

	private String label(ObjectionCard one) {
		String about = (one.subject() != null) ? "，" + one.subject().name() : "";
		return "异议 %d（%s%s）".formatted(one.id(), this.dates.day(one.filedAt()), about);
	}

	private List<ObjectionCard> openOf(CaseId caseId, String matter) {
		return this.notices.findFirstByCaseIdAndMatterOrderByIdDesc(caseId.value(), matter)
			.map((notice) -> open(List.of(notice)))
			.orElse(List.of());
	}

	@Override
	@Transactional(readOnly = true)
	public List<ObjectionCard> openOf(CaseId caseId) {
		return open(this.notices.findByCaseIdOrderById(caseId.value()));
	}

	private List<ObjectionCard> open(List<Notice> notices) {
		return cards(notices.stream().filter((notice) -> !notice.isWithdrawn()).toList()).stream()
			.filter((objection) -> !objection.settled())
			.sorted(Comparator.comparing(ObjectionCard::id))
			.toList();
	}

	@Override
	@Transactional(readOnly = true)
	public List<ObjectionCard> objectionsOf(CaseId caseId) {
		return cards(this.notices.findByCaseIdOrderById(caseId.value()));
	}

	/** The latest first. */
	private List<ObjectionCard> cards(List<Notice> notices) {
		Map<Long, Notice> byId = notices.stream().collect(Collectors.toMap(Notice::id, Function.identity()));
		return this.objections.findByNoticeIdInOrderByIdDesc(byId.keySet())
			.stream()
			.map((objection) -> objection.card(byId.get(objection.noticeId())))
			.toList();
	}

	/**
	 * The latest notices of the units that the reader looks after, with their objections;
	 * those about the reader left out.
	 */
	@Transactional(readOnly = true)
	public List<Docket> dockets(Actor by) {
		List<Notice> found = by.posts()
			.stream()
			.filter((post) -> Offices.LEADING.contains(post.role()))
			.map((post) -> post.unitPath())
			.distinct()
			.flatMap((path) -> this.notices.below(path).stream())
			.filter((notice) -> notice.subjects().stream().noneMatch((subject) -> subject.is(by.personId())))
			.distinct()
			.toList();
		Map<Long, List<Objection>> objected = this.objections
			.findByNoticeIdInOrderByIdDesc(found.stream().map(Notice::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Objection::noticeId));
		return found.stream().map((notice) -> docket(notice, objected.getOrDefault(notice.id(), List.of()))).toList();
	}

	private Docket docket(Notice notice, List<Objection> objected) {
		LocalDate today = this.clock.today();
		int open = (int) objected.stream().filter((objection) -> objection.state() == ObjectionState.OPEN).count();
		return new Docket(notice.card(today, open), notice.unitName(), notice.isPublic(today),
				objected.stream().map((objection) -> objection.card(notice)).toList());
	}

	/** A notice as its committee sees it. */
	record Docket(NoticeCard notice, String unitName, boolean isPublic, List<ObjectionCard> objections) {
	}

}
