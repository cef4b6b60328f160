package org.leagueflow.publicity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.TaskEvent.CallEnded;
import org.leagueflow.engine.TaskEvent.CaseEnded;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CalendarChanged;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.kernel.WorkingDays;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
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

	private final NoticeMatters matters;

	private final Cases cases;

	private final WorkingDays workingDays;

	private final Policies policies;

	private final People people;

	private final WordingService wordings;

	private final AuditLog auditLog;

	private final ApplicationEventPublisher events;

	private final BusinessClock clock;

	NoticeService(NoticeRepository notices, ObjectionRepository objections, NoticeMatters matters, Cases cases,
			WorkingDays workingDays, Policies policies, People people, WordingService wordings, AuditLog auditLog,
			ApplicationEventPublisher events, BusinessClock clock) {
		this.notices = notices;
		this.objections = objections;
		this.matters = matters;
		this.cases = cases;
		this.workingDays = workingDays;
		this.policies = policies;
		this.people = people;
		this.wordings = wordings;
		this.auditLog = auditLog;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens a notice today; the first working day counts (细则§18).
	 * @throws Refusal.Invalid when the calendar does not know a year that it touches
	 * @throws Refusal.Conflict when one of that matter is open
	 */
	@Transactional
	public NoticeCard publish(CaseId caseId, String matter) {
		noticeOf(caseId, matter).filter((latest) -> latest.state() == NoticeState.OPEN).ifPresent((open) -> {
			throw new Refusal.Conflict("refusal.publicity.open", open.lastDay().toString());
		});
		CaseCard theCase = this.cases.card(caseId);
		Announcement what = this.matters.of(matter).announcement(caseId);
		UnitCard unit = this.people.unit(what.unitId());
		int workdays = workdays(what, theCase, unit);
		LocalDate today = this.clock.today();
		Notice notice = this.notices.saveAndFlush(new Notice(theCase, matter, what, unit, text(what, unit), today,
				this.workingDays.span(today, workdays)));
		this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "notice.opened", "notice:" + notice.id())
			.on(caseId)
			.in(unit.id())
			.with(Map.of("matter", matter, "subjects", what.subjects().size(), "workdays", workdays, "lastDay",
					notice.lastDay(), "sureness", notice.sureness())));
		this.cases.note(caseId, Actor.SYSTEM, published(notice), Readers.of(Readers.EVERYONE));
		NoticeCard card = card(notice);
		this.matters.of(matter).opened(caseId, card);
		return card;
	}

	/**
	 * The stricter of what holds for the case and for the unit that announces, and not
	 * less than the process asks for.
	 */
	private int workdays(Announcement what, CaseCard theCase, UnitCard unit) {
		int rule = Math.max(this.policies.number(what.policyKey(), theCase.unitPath()),
				this.policies.number(what.policyKey(), unit.path()));
		return Math.max(rule, what.workdays());
	}

	private String text(Announcement what, UnitCard unit) {
		String text = this.wordings.say(what.text(), unit).strip();
		if (text.length() > MAX_TEXT_LENGTH || what.subjects().isEmpty()) {
			throw new IllegalArgumentException(
					"A notice needs subjects, and a text of at most " + MAX_TEXT_LENGTH + " characters: " + what);
		}
		return text;
	}

	private Message published(Notice notice) {
		return Message.of("publicity.note.published", notice.firstDay().toString(), notice.lastDay().toString(),
				notice.workdays(), this.policies.rule(notice.policyKey()).source());
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<NoticeCard> noticeOf(CaseId caseId, String matter) {
		return this.notices.findFirstByCaseIdAndMatterOrderByIdDesc(caseId.value(), matter).map(this::card);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<NoticeCard> noticeOf(CaseId caseId) {
		return this.notices.findFirstByCaseIdOrderByIdDesc(caseId.value()).map(this::card);
	}

	@Override
	@Transactional(readOnly = true)
	public List<NoticeCard> noticesOf(CaseId caseId) {
		return this.notices.findByCaseIdOrderById(caseId.value()).stream().map(this::card).toList();
	}

	/** The notice that the process of that matter follows. */
	@Transactional(readOnly = true)
	public NoticeCard current(CaseId caseId, String matter) {
		return noticeOf(caseId, matter)
			.orElseThrow(() -> new IllegalStateException("Case " + caseId + " has no notice of " + matter));
	}

	/** Whether its last day has not passed yet, because the calendar changed. */
	@Transactional(readOnly = true)
	public boolean running(CaseId caseId, String matter) {
		return !this.clock.today().isAfter(current(caseId, matter).lastDay());
	}

	/**
	 * Whether the case may go on: the notice is over, no objection is open, and somebody
	 * is left against whom none was upheld.
	 */
	@Transactional(readOnly = true)
	public boolean clean(CaseId caseId, String matter) {
		return current(caseId, matter).state() == NoticeState.CLOSED;
	}

	@Override
	@Transactional(readOnly = true)
	public LocalDate cleanFrom(CaseId caseId, String matter) {
		NoticeCard notice = current(caseId, matter);
		return this.objections.findByNoticeIdInOrderByIdDesc(List.of(notice.id()))
			.stream()
			.filter((objection) -> objection.settledAt() != null)
			.map((objection) -> this.clock.dateOf(objection.settledAt()))
			.filter((day) -> day.isAfter(notice.lastDay()))
			.max(LocalDate::compareTo)
			.orElse(notice.lastDay().plusDays(1));
	}

	/** Whoever stopped waiting for a notice takes it down. */
	@EventListener
	@Transactional
	public void on(CallEnded event) {
		if (event.process().equals(NoticeMatters.PROCESS) && event.outcome() == null) {
			this.notices.findFirstByCaseIdAndMatterOrderByIdDesc(event.caseId().value(), event.matter())
				.ifPresent(this::withdraw);
		}
	}

	/** An earlier edition draws its notices itself. */
	@EventListener
	@Transactional
	public void on(CaseEnded event) {
		this.notices.findByCaseIdOrderById(event.caseId().value()).forEach(this::withdraw);
	}

	private void withdraw(Notice notice) {
		if (card(notice).state() == NoticeState.OPEN) {
			notice.withdraw("", this.clock.instant());
			this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "notice.withdrawn", "notice:" + notice.id())
				.on(notice.caseId())
				.in(notice.unitId()));
		}
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
			.filter((notice) -> notice.isPublic(today))
			.map((notice) -> shown(notice, today))
			.orElseThrow(() -> new Refusal.NotFound("refusal.publicity.notice"));
	}

	private PublicNotice shown(Notice notice, LocalDate today) {
		boolean masks = this.policies.flag(PublicityRules.NOTICE_MASKED, notice.unitPath());
		List<String> names = notice.subjects().stream().map((subject) -> shown(subject, masks)).toList();
		return new PublicNotice(notice.id(), notice.matter(), notice.unitName(), names, masked(notice, names),
				notice.firstDay(), notice.lastDay(), this.workingDays.remaining(today, notice.lastDay()),
				notice.workdays(), notice.sureness(),
				this.policies.flag(PublicityRules.OBJECTION_ANONYMOUS, notice.unitPath()), notice.openedOn(),
				this.people.contact(notice.unitId()).orElse(null),
				this.policies.number(notice.policyKey(), notice.unitPath()),
				this.policies.rule(notice.policyKey()).source());
	}

	private static String shown(Subject subject, boolean masks) {
		return (masks && subject.kind() == Subject.Kind.PERSON) ? MaskedName.of(subject.name()) : subject.name();
	}

	private static String masked(Notice notice, List<String> names) {
		List<Subject> subjects = notice.subjects();
		String content = notice.content();
		// Longer names first: one may begin with another.
		List<Integer> order = IntStream.range(0, names.size())
			.boxed()
			.sorted(Comparator.comparing((i) -> -subjects.get(i).name().length()))
			.toList();
		for (int i : order) {
			content = content.replace(subjects.get(i).name(), names.get(i));
		}
		return content;
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
			this.events.publishEvent(new NoticeExtended(notice.caseId(), notice.process(), notice.matter(), notice.id(),
					notice.lastDay()));
		}
	}

	private NoticeCard card(Notice notice) {
		return notice.card(this.clock.today(),
				this.objections.countByNoticeIdAndState(notice.id(), ObjectionState.OPEN));
	}

	/**
	 * A notice as anybody may read it.
	 *
	 * @param names the names of its subjects, persons' masked by policy
	 * @param left working days left, today counted
	 * @param anonymous whether objections without a name are taken
	 * @param contact where the unit can be reached, or null where nobody says it
	 * @param least how many working days the rule asks for
	 * @param source where the rule stands
	 */
	record PublicNotice(long id, String matter, String unitName, List<String> names, String content, LocalDate firstDay,
			LocalDate lastDay, int left, int workdays, WorkingDays.Sureness sureness, boolean anonymous,
			LocalDate issuedOn, String contact, int least, String source) {
	}

}
