package org.leagueflow.publicity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CalendarChanged;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.WorkingDays;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitMoved;
import org.leagueflow.policy.Policies;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens notices, counts their days, and shows them to anybody while they last. */
@Service
class NoticeService implements Notices {

	private static final int MAX_TEXT_LENGTH = 10_000;

	private final NoticeRepository notices;

	private final ObjectionRepository objections;

	private final WorkingDays workingDays;

	private final Policies policies;

	private final People people;

	private final AuditLog auditLog;

	private final ApplicationEventPublisher events;

	private final BusinessClock clock;

	NoticeService(NoticeRepository notices, ObjectionRepository objections, WorkingDays workingDays, Policies policies,
			People people, AuditLog auditLog, ApplicationEventPublisher events, BusinessClock clock) {
		this.notices = notices;
		this.objections = objections;
		this.workingDays = workingDays;
		this.policies = policies;
		this.people = people;
		this.auditLog = auditLog;
		this.events = events;
		this.clock = clock;
	}

	@Override
	@Transactional
	public NoticeCard open(CaseId caseId, String matter, long unitId, long personId, String content, int workdays,
			Actor by) {
		noticeOf(caseId).filter((latest) -> latest.state() == NoticeState.OPEN).ifPresent((open) -> {
			throw new Refusal.Conflict("refusal.publicity.open", open.lastDay().toString());
		});
		UnitCard unit = this.people.unit(unitId);
		check(content, workdays, unit);
		LocalDate today = this.clock.today();
		Notice notice = this.notices.saveAndFlush(new Notice(caseId, matter, unit, this.people.person(personId),
				content.strip(), today, this.workingDays.span(today, workdays), by));
		this.auditLog.record(AuditEvent.of(by, "notice.opened", "notice:" + notice.id())
			.on(caseId)
			.in(unitId)
			.with(Map.of("matter", matter, "workdays", workdays, "lastDay", notice.lastDay(), "sureness",
					notice.sureness())));
		return card(notice);
	}

	private void check(String content, int workdays, UnitCard unit) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		int least = this.policies.number(Policies.PUBLICITY_WORKDAYS, unit.path());
		if (workdays < least) {
			wrong.put("workdays", Message.of("refusal.publicity.workdays", least,
					this.policies.rule(Policies.PUBLICITY_WORKDAYS).source()));
		}
		if (content == null || content.isBlank() || content.length() > MAX_TEXT_LENGTH) {
			wrong.put("content", Message.of("refusal.publicity.content", MAX_TEXT_LENGTH));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<NoticeCard> noticeOf(CaseId caseId) {
		return this.notices.findFirstByCaseIdOrderByIdDesc(caseId.value()).map(this::card);
	}

	@Override
	@Transactional(readOnly = true)
	public boolean clean(CaseId caseId) {
		return noticeOf(caseId).filter((notice) -> notice.state() == NoticeState.CLOSED).isPresent();
	}

	@Override
	@Transactional
	public void withdraw(CaseId caseId, String reason, Actor by) {
		this.notices.findFirstByCaseIdOrderByIdDesc(caseId.value())
			.filter((notice) -> card(notice).state() == NoticeState.OPEN)
			.ifPresent((notice) -> {
				notice.withdraw(reason, this.clock.instant());
				this.auditLog.record(AuditEvent.of(by, "notice.withdrawn", "notice:" + notice.id())
					.on(caseId)
					.in(notice.unitId())
					.with(Map.of("reason", reason)));
			});
	}

	/** Working days that anybody may still read it, today counted; 0 when it is over. */
	int workdaysLeft(NoticeCard notice) {
		LocalDate today = this.clock.today();
		boolean over = notice.state() != NoticeState.OPEN || today.isAfter(notice.lastDay());
		return over ? 0 : this.workingDays.remaining(today, notice.lastDay());
	}

	/** The notices that anybody may read today. */
	@Transactional(readOnly = true)
	public List<PublicNotice> publicNow() {
		LocalDate today = this.clock.today();
		return this.notices.publicOn(today).stream().map((notice) -> shown(notice, today)).toList();
	}

	/**
	 * One of them.
	 * @throws Refusal.NotFound before and after its time
	 */
	@Transactional(readOnly = true)
	public PublicNotice publicNotice(long id) {
		LocalDate today = this.clock.today();
		return this.notices.findById(id)
			.filter((notice) -> notice.isPublic(today) && card(notice).state() == NoticeState.OPEN)
			.map((notice) -> shown(notice, today))
			.orElseThrow(() -> new Refusal.NotFound("refusal.publicity.notice"));
	}

	private PublicNotice shown(Notice notice, LocalDate today) {
		boolean masks = this.policies.flag(Policies.NOTICE_MASKED, notice.unitPath());
		String name = masks ? MaskedName.of(notice.personName()) : notice.personName();
		return new PublicNotice(notice.id(), notice.matter(), notice.unitName(), name,
				notice.content().replace(notice.personName(), name), notice.firstDay(), notice.lastDay(),
				this.workingDays.remaining(today, notice.lastDay()), notice.workdays(), notice.sureness(),
				this.policies.flag(Policies.OBJECTION_ANONYMOUS, notice.unitPath()), notice.openedOn(),
				this.people.contact(notice.unitId()).orElse(null));
	}

	// The yearly notice came after we counted: what is still public is counted again.
	@EventListener
	@Transactional
	public void recount(CalendarChanged changed) {
		this.notices.running(this.clock.today())
			.stream()
			.filter((notice) -> notice.openedOn().getYear() <= changed.year()
					&& notice.lastDay().getYear() >= changed.year())
			.forEach(this::recount);
	}

	@EventListener
	@Transactional
	public void follow(UnitMoved moved) {
		this.notices.unitsUnder(moved.fromPath())
			.forEach((unit) -> this.notices.movePaths(unit, this.people.unit(unit).path()));
	}

	private void recount(Notice notice) {
		LocalDate before = notice.lastDay();
		if (notice.recount(this.workingDays.span(notice.openedOn(), notice.workdays()))) {
			this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "notice.extended", "notice:" + notice.id())
				.on(notice.caseId())
				.in(notice.unitId())
				.with(Map.of("from", before, "to", notice.lastDay())));
			this.events.publishEvent(new NoticeExtended(notice.caseId(), notice.id(), notice.lastDay()));
		}
	}

	private NoticeCard card(Notice notice) {
		return notice.card(this.clock.today(),
				this.objections.countByNoticeIdAndState(notice.id(), ObjectionState.OPEN),
				this.objections.countByNoticeIdAndState(notice.id(), ObjectionState.UPHELD));
	}

	/**
	 * A notice as anybody may read it.
	 *
	 * @param name the name, masked by policy
	 * @param left working days left, today counted
	 * @param anonymous whether objections without a name are taken
	 * @param contact where the unit can be reached, or null where nobody says it
	 */
	record PublicNotice(long id, String matter, String unitName, String name, String content, LocalDate firstDay,
			LocalDate lastDay, int left, int workdays, WorkingDays.Sureness sureness, boolean anonymous,
			LocalDate issuedOn, String contact) {
	}

}
