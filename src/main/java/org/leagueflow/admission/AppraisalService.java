package org.leagueflow.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Processes;
import org.leagueflow.forms.Readers;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.MeetingDecision;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.Policies;
import org.leagueflow.publicity.NoticeCard;
import org.leagueflow.publicity.Notices;
import org.leagueflow.publicity.ObjectionCard;
import org.leagueflow.publicity.ObjectionFiled;
import org.leagueflow.publicity.ObjectionSettled;
import org.leagueflow.publicity.Objections;
import org.leagueflow.quota.NumberPool;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 评议: appraisal, consent, pre-review, number, notice and objections, book, introducers
 * (细则§16–§19).
 */
@Service
@Transactional
class AppraisalService {

	private final Admissions admissions;

	private final CandidateRequirements requirements;

	private final Eligibility eligibility;

	private final Offices offices;

	private final Cases cases;

	private final People people;

	private final Policies policies;

	private final BranchCommittee committee;

	private final NumberPool numbers;

	private final Notices notices;

	private final Objections objections;

	private final Processes processes;

	private final BusinessClock clock;

	AppraisalService(Admissions admissions, CandidateRequirements requirements, Eligibility eligibility,
			Offices offices, Cases cases, People people, Policies policies, BranchCommittee committee,
			NumberPool numbers, Notices notices, Objections objections, Processes processes, BusinessClock clock) {
		this.admissions = admissions;
		this.requirements = requirements;
		this.eligibility = eligibility;
		this.offices = offices;
		this.cases = cases;
		this.people = people;
		this.policies = policies;
		this.committee = committee;
		this.numbers = numbers;
		this.notices = notices;
		this.objections = objections;
		this.processes = processes;
		this.clock = clock;
	}

	/**
	 * @throws Refusal.Invalid when nobody was heard, or below fifteen without the Young
	 * Pioneers (细则§16, §17)
	 */
	void evaluate(CaseId caseId, Appraisal appraisal) {
		Admission admission = this.admissions.of(caseId);
		boolean pioneers = "pioneers".equals(appraisal.recommendedBy());
		this.eligibility.pioneers(admission.applicantId(), path(admission), pioneers,
				admission.byPioneers() || !appraisal.proposes());
		if (appraisal.proposes()) {
			heard(appraisal);
		}
		admission.appraised(this.clock.today(), pioneers, course(appraisal.appraisal()));
		if (appraisal.proposes()) {
			this.committee.list(admission, AdmissionMatters.CONSENT);
		}
	}

	private static void heard(Appraisal appraisal) {
		if (appraisal.membersHeard() < 1) {
			throw Refusal.Invalid.field("membersHeard", "refusal.admission.heard");
		}
		if (appraisal.massesHeard() < 1) {
			throw Refusal.Invalid.field("massesHeard", "refusal.admission.heard");
		}
	}

	/**
	 * @throws Refusal.Invalid when the answer is another than the committee's
	 */
	void consent(CaseId caseId, Answers answers, Actor by) {
		Admission admission = this.admissions.of(caseId);
		MeetingDecision decision = this.committee.decided(admission, AdmissionMatters.CONSENT, answers, by);
		String answer = answers.text("consent");
		if (answer.equals("agree") != decision.passed()) {
			throw Refusal.Invalid.field("consent", decision.passed() ? "refusal.admission.committee.agreedThough"
					: "refusal.admission.committee.notAgreed", decision.inFavour(), decision.entitled());
		}
		admission.consented(decision.heldOn(), course(answer), this.clock.today());
	}

	/**
	 * @throws Refusal.Invalid while a condition is not met: the pre-review looks at all
	 * of them again (细则§18)
	 */
	void preReview(CaseId caseId, String answer) {
		Admission admission = this.admissions.of(caseId);
		switch (answer) {
			case "approve" -> {
				this.requirements.require(admission);
				admission.preReviewed(this.clock.today());
			}
			case "refuse" -> admission.goes(NextStep.CONTINUE);
			default -> admission.goes(NextStep.ONWARD);
		}
	}

	void reserveNumber(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		admission.numbered(this.numbers.reserve(caseId, admission.branchId()));
	}

	void releaseNumber(CaseId caseId) {
		this.numbers.release(caseId);
		this.admissions.of(caseId).numbered(null);
	}

	void publish(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		UnitCard unit = this.offices.approving(admission.branchId());
		int workdays = this.policies.number(Policies.PUBLICITY_WORKDAYS, path(admission));
		NoticeCard notice = this.notices.open(caseId, "admission", unit.id(), admission.applicantId(),
				announcement(admission, unit), workdays, Actor.SYSTEM);
		this.cases.note(caseId, Actor.SYSTEM, Message.of("admission.note.published", notice.firstDay().toString(),
				notice.lastDay().toString(), workdays), Readers.of(Readers.EVERYONE));
	}

	/** What anybody may read; the notice masks the name in it. */
	private String announcement(Admission admission, UnitCard unit) {
		return "经%s研究同意、%s预审，拟接收%s为共青团员，现予公示，接受监督。".formatted(this.people.unit(admission.branchId()).name(),
				unit.name(), this.people.person(admission.applicantId()).name());
	}

	/** Some units announce whom they take for activists, too; none has to. */
	@Transactional(readOnly = true)
	boolean announcesActivists(CaseId caseId) {
		return this.policies.flag(Policies.ACTIVIST_PUBLICITY, path(this.admissions.of(caseId)));
	}

	void publishActivist(CaseId caseId) {
		Admission admission = this.admissions.of(caseId);
		String branch = this.people.unit(admission.branchId()).name();
		this.notices.open(caseId, "activist", this.offices.approving(admission.branchId()).id(),
				admission.applicantId(),
				"%s研究，拟确定%s为入团积极分子，现予公示，接受监督。".formatted(branch, this.people.person(admission.applicantId()).name()),
				this.policies.number(Policies.PUBLICITY_WORKDAYS, path(admission)), Actor.SYSTEM);
	}

	/** The first moment after the notice's last day. */
	@Transactional(readOnly = true)
	Instant noticeEnds(CaseId caseId) {
		return this.clock.startOf(notice(caseId).lastDay().plusDays(1));
	}

	/** Whether the calendar changed and the notice runs longer than was said at first. */
	@Transactional(readOnly = true)
	boolean noticeRunning(CaseId caseId) {
		return !this.clock.today().isAfter(notice(caseId).lastDay());
	}

	@Transactional(readOnly = true)
	boolean objectionsOpen(CaseId caseId) {
		return notice(caseId).open() > 0;
	}

	@Transactional(readOnly = true)
	boolean noticeClean(CaseId caseId) {
		return this.notices.clean(caseId);
	}

	private NoticeCard notice(CaseId caseId) {
		return this.notices.noticeOf(caseId).orElseThrow();
	}

	@EventListener
	void on(ObjectionFiled event) {
		if (ours(event.caseId())) {
			this.cases.note(event.caseId(), Actor.SYSTEM, Message.of("admission.note.objectionFiled"));
			this.processes.tell(event.caseId(), "objection-filed", Map.of());
		}
	}

	@EventListener
	void on(ObjectionSettled event) {
		if (ours(event.caseId()) && event.stillOpen() == 0) {
			this.processes.tellIfWaiting(event.caseId(), "objections-settled", Map.of());
		}
	}

	private boolean ours(CaseId caseId) {
		return this.admissions.findByCaseId(caseId.value()).isPresent();
	}

	/** What waits for a finding, longest waiting first; each open task settles one. */
	@Transactional(readOnly = true)
	List<ObjectionCard> openObjections(CaseId caseId) {
		return this.objections.objectionsOf(caseId)
			.stream()
			.filter((objection) -> !objection.settled())
			.sorted(Comparator.comparing(ObjectionCard::id))
			.toList();
	}

	/**
	 * @param objectionId the objection that was read, or null for the one that has waited
	 * longest
	 */
	void investigate(CaseId caseId, Long objectionId, boolean upheld, String grounds, Actor by) {
		ObjectionCard read = openObjections(caseId).stream()
			.filter((objection) -> objectionId == null || objection.id() == objectionId)
			.findFirst()
			.orElseThrow(() -> new Refusal.Conflict("refusal.admission.noObjection"));
		this.cases.note(caseId, by,
				Message.of("admission.note.objection." + (upheld ? "upheld" : "dismissed"), grounds));
		this.objections.settle(read.id(), upheld, grounds, by);
	}

	void issueBook(CaseId caseId, String number, LocalDate on) {
		Admission admission = this.admissions.of(caseId);
		if (this.admissions.existsByBookNumberAndCaseIdNot(number, caseId.value())) {
			throw Refusal.Invalid.field("bookNumber", "refusal.admission.bookTaken", number);
		}
		admission.bookIssued(number, on, noticeCleanFrom(caseId), this.clock.today());
	}

	/** The day after the notice, or that on which its last objection was dismissed. */
	private LocalDate noticeCleanFrom(CaseId caseId) {
		NoticeCard notice = notice(caseId);
		return this.objections.objectionsOf(caseId)
			.stream()
			.filter((objection) -> objection.noticeId() == notice.id() && objection.settled())
			.map((objection) -> this.clock.dateOf(objection.settledAt()))
			.filter((day) -> day.isAfter(notice.lastDay()))
			.max(Comparator.naturalOrder())
			.orElse(notice.lastDay().plusDays(1));
	}

	void chooseIntroducers(CaseId caseId, long first, long second) {
		Admission admission = this.admissions.of(caseId);
		this.eligibility.introducers(admission, first, second);
		this.cases.giveRole(caseId, AdmissionRoles.INTRODUCER, List.of(first, second));
		admission.introduced();
	}

	/** What the branch chose after a no: observe further, or end. */
	void choose(CaseId caseId, String answer) {
		this.admissions.of(caseId).goes(course(answer));
	}

	private static NextStep course(String answer) {
		return switch (answer) {
			case "propose", "agree" -> NextStep.ONWARD;
			case "continue" -> NextStep.CONTINUE;
			default -> NextStep.STOP;
		};
	}

	private String path(Admission admission) {
		return this.people.unit(admission.branchId()).path();
	}

	/**
	 * What the branch committee found, having heard mentors, members and others (细则§16).
	 *
	 * @param membersHeard how many members and Party members were heard
	 * @param massesHeard how many others were heard
	 * @param recommendedBy {@code pioneers} when the Young Pioneers recommended
	 * @param appraisal {@code propose}, {@code continue} or {@code stop}
	 */
	record Appraisal(int membersHeard, int massesHeard, String recommendedBy, String appraisal) {

		public boolean proposes() {
			return "propose".equals(this.appraisal);
		}

	}

	/** Takes the case's notice off the board; the agenda frees itself. */
	void standDown(CaseId caseId) {
		this.notices.withdraw(caseId, "", Actor.SYSTEM);
	}

}
