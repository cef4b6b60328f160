package org.leagueflow.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.EarlierBox;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.notification.CaseNotifications;
import org.leagueflow.notification.Recipient;
import org.leagueflow.people.Offices;
import org.leagueflow.publicity.Finding;
import org.leagueflow.publicity.NoticeProcess;
import org.leagueflow.publicity.Notices;
import org.leagueflow.publicity.Objections;

/**
 * The whole vocabulary of {@code bpmn/admission/admission.bpmn}, in the order of the
 * diagram.
 */
@ProcessBinding(value = "admission",
		messages = { "activist-meeting", "consent-meeting", "branch-meeting", "committee-meeting", "ceremony-held",
				"transfer", "objection-filed", "objections-settled", "withdrawn", "departed" },
		roles = { AdmissionRoles.MENTOR, AdmissionRoles.INTRODUCER })
public class AdmissionProcess {

	private final Admissions admissions;

	private final ApplicationService applications;

	private final ObservationService observation;

	private final AppraisalService appraisal;

	private final VerdictService decisions;

	private final OathService oath;

	private final AdmissionTermService terms;

	private final CaseNotifications notifications;

	private final Offices offices;

	private final Agenda agenda;

	private final NoticeProcess notice;

	private final Notices notices;

	private final Objections objections;

	private final BusinessClock clock;

	AdmissionProcess(Admissions admissions, ApplicationService applications, ObservationService observation,
			AppraisalService appraisal, VerdictService decisions, OathService oath, AdmissionTermService terms,
			CaseNotifications notifications, Offices offices, Agenda agenda, NoticeProcess notice, Notices notices,
			Objections objections, BusinessClock clock) {
		this.admissions = admissions;
		this.applications = applications;
		this.observation = observation;
		this.appraisal = appraisal;
		this.decisions = decisions;
		this.oath = oath;
		this.terms = terms;
		this.notifications = notifications;
		this.offices = offices;
		this.agenda = agenda;
		this.notice = notice;
		this.notices = notices;
		this.objections = objections;
		this.clock = clock;
	}

	// Between the stages.

	public boolean onward(CaseId caseId) {
		return this.admissions.of(caseId).course() == NextStep.ONWARD;
	}

	public boolean again(CaseId caseId) {
		return this.admissions.of(caseId).course() == NextStep.CONTINUE;
	}

	// 推荐

	public void apply(CaseId caseId) {
		this.applications.apply(caseId);
	}

	public Instant talkDue(CaseId caseId) {
		return after(AdmissionTerm.TALK, caseId);
	}

	public void talk(CaseId caseId, Talk talk) {
		this.applications.talk(caseId, talk.talkedOn());
	}

	/** The talk with an applicant (细则§8). */
	record Talk(String talker, LocalDate talkedOn) {
	}

	public void nominate(CaseId caseId, Nomination nomination) {
		this.applications.nominate(caseId, "pioneers".equals(nomination.recommendedBy()), nomination.membersHeard());
	}

	/** Who recommends an activist (细则§9, §17). */
	record Nomination(String recommendedBy, Integer membersHeard) {
	}

	public boolean hasCommittee(CaseId caseId) {
		return this.applications.hasCommittee(caseId);
	}

	public void decide(CaseId caseId, Actor by, Answers answers) {
		this.applications.decide(caseId, answers, by);
	}

	@EarlierBox
	public void listForDecision(CaseId caseId) {
		this.agenda.list(caseId, AdmissionMatters.ACTIVIST_MEETING);
	}

	public boolean activistNotice(CaseId caseId) {
		return this.appraisal.announcesActivists(caseId);
	}

	public void declineActivist(CaseId caseId) {
		this.appraisal.choose(caseId, "stop");
		tellApplicant(caseId, "activistObjection");
	}

	public void approveActivist(CaseId caseId, Actor by, Answers answers) {
		authorised(caseId, by);
		this.applications.approveActivist(caseId, answers.text("activistDecision"));
	}

	public void appointMentors(CaseId caseId, Mentors mentors) {
		this.applications.appointMentors(caseId, mentors.mentors());
	}

	/** 培养联系人 (细则§10). */
	record Mentors(List<Long> mentors) {
	}

	// 考察

	public void cultivate(CaseId caseId) {
		this.observation.conclude(caseId);
	}

	public void receiveTransfer(CaseId caseId, Actor by, Reception reception) {
		this.observation.answerTransfer(caseId, "accept".equals(reception.transferDecision()), reception.mentors(), by);
	}

	/** What the receiving branch says (细则§14). */
	record Reception(String transferDecision, List<Long> mentors) {
	}

	// 评议

	public void evaluate(CaseId caseId, AppraisalService.Appraisal found) {
		this.appraisal.evaluate(caseId, found);
	}

	public void consent(CaseId caseId, Actor by, Answers answers) {
		this.appraisal.consent(caseId, answers, by);
	}

	@EarlierBox
	public void listForConsent(CaseId caseId) {
		this.agenda.list(caseId, AdmissionMatters.CONSENT_MEETING);
	}

	public void preReview(CaseId caseId, Actor by, Answers answers) {
		authorised(caseId, by);
		this.appraisal.preReview(caseId, answers.text("preReview"));
	}

	public void reserveNumber(CaseId caseId) {
		this.appraisal.reserveNumber(caseId);
	}

	public void issueBook(CaseId caseId, Actor by, Book book) {
		authorised(caseId, by);
		this.appraisal.issueBook(caseId, book.bookNumber(), book.issuedOn());
	}

	/** 入团志愿书 (细则§18, §42). */
	record Book(String bookNumber, LocalDate issuedOn) {
	}

	public void chooseIntroducers(CaseId caseId, Introducers introducers) {
		this.appraisal.chooseIntroducers(caseId, introducers.introducer1(), introducers.introducer2());
	}

	/** 入团介绍人, exactly two (细则§19). */
	record Introducers(long introducer1, long introducer2) {
	}

	public void releaseNumber(CaseId caseId) {
		this.appraisal.releaseNumber(caseId);
		tellApplicant(caseId, "objectionUpheld");
	}

	public void afterObjection(CaseId caseId, Answers answers) {
		this.appraisal.choose(caseId, answers.text("course"));
	}

	// 表决

	public void fillBook(CaseId caseId) {
		this.decisions.fillBook(caseId);
	}

	@EarlierBox
	public void listForVote(CaseId caseId) {
		this.agenda.list(caseId, AdmissionMatters.BRANCH_MEETING);
	}

	@EarlierBox
	public boolean passed(CaseId caseId) {
		return this.decisions.passed(caseId);
	}

	@EarlierBox
	public boolean meetingVoid(CaseId caseId) {
		return this.decisions.meetingVoid(caseId);
	}

	public void tellVoteFailed(CaseId caseId) {
		this.decisions.release(caseId);
		tellApplicant(caseId, "voteFailed");
	}

	public void afterVote(CaseId caseId, Answers answers) {
		this.appraisal.choose(caseId, answers.text("course"));
	}

	// 审批

	public void submit(CaseId caseId, Submission submission) {
		this.decisions.submit(caseId, submission.submittedOn());
	}

	/** 上报 (细则§21). */
	record Submission(LocalDate submittedOn) {
	}

	@EarlierBox
	public void listForApproval(CaseId caseId) {
		this.agenda.list(caseId, AdmissionMatters.COMMITTEE_MEETING);
	}

	public void admitMember(CaseId caseId) {
		this.decisions.admitMember(caseId);
	}

	public void fileWithCounty(CaseId caseId) {
		this.decisions.fileWithCounty(caseId);
	}

	public void tellRejected(CaseId caseId) {
		this.decisions.release(caseId);
		tellApplicant(caseId, "rejected");
	}

	public void afterRejection(CaseId caseId, Answers answers) {
		this.appraisal.choose(caseId, answers.text("course"));
	}

	// 宣誓

	public void announce(CaseId caseId, Announcement announcement) {
		this.oath.announce(caseId, announcement.toldOn(), announcement.announcedOn());
	}

	/** When the person was told and the branch heard it (细则§25). */
	record Announcement(LocalDate toldOn, LocalDate announcedOn) {
	}

	public Instant archiveDue(CaseId caseId) {
		return after(AdmissionTerm.ARCHIVE, caseId);
	}

	public void archive(CaseId caseId, Archive archive) {
		this.oath.archive(caseId, archive.archivedOn());
	}

	/** The archive check-list's day (细则§29). */
	record Archive(LocalDate archivedOn) {
	}

	// Editions before the notice was called as a process drew it themselves.

	@EarlierBox
	public void publish(CaseId caseId) {
		this.notice.publish(caseId, AdmissionNotice.CANDIDATE);
	}

	@EarlierBox
	public void publishActivist(CaseId caseId) {
		this.notice.publish(caseId, AdmissionNotice.ACTIVIST);
	}

	@EarlierBox
	public Instant noticeEnds(CaseId caseId) {
		return this.notice.ends(caseId, drawn(caseId));
	}

	@EarlierBox
	public boolean noticeRunning(CaseId caseId) {
		return this.notice.running(caseId, drawn(caseId));
	}

	@EarlierBox
	public boolean objectionsOpen(CaseId caseId) {
		return this.notice.objectionsOpen(caseId, drawn(caseId));
	}

	@EarlierBox
	public boolean noticeClean(CaseId caseId) {
		return this.notice.clean(caseId, drawn(caseId));
	}

	@EarlierBox
	public void investigate(CaseId caseId, Actor by, Finding finding) {
		this.objections.investigate(caseId, drawn(caseId), finding, by);
	}

	@EarlierBox
	public void investigateActivist(CaseId caseId, Actor by, Finding finding) {
		investigate(caseId, by, finding);
	}

	// Editions before the deadlines of applications were kept by one job drew timers that
	// reminded; the job reminds of those applications, too.

	@EarlierBox
	public Instant talkReminder(CaseId caseId) {
		return talkDue(caseId);
	}

	@EarlierBox
	public Instant observationEnds(CaseId caseId) {
		return after(AdmissionTerm.OBSERVATION, caseId);
	}

	@EarlierBox
	public Instant approvalDue(CaseId caseId) {
		return after(AdmissionTerm.APPROVAL, caseId);
	}

	@EarlierBox
	public Instant approvalLimit(CaseId caseId) {
		return after(AdmissionTerm.APPROVAL_LIMIT, caseId);
	}

	@EarlierBox
	public Instant ceremonyBy(CaseId caseId) {
		return after(AdmissionTerm.OATH, caseId);
	}

	@EarlierBox
	public void remindTalk(CaseId caseId) {
		// said by the job
	}

	@EarlierBox
	public void escalateTalk(CaseId caseId) {
		// said by the job
	}

	@EarlierBox
	public void tellPeriodOver(CaseId caseId) {
		// said by the job
	}

	@EarlierBox
	public void remindApproval(CaseId caseId) {
		// said by the job
	}

	@EarlierBox
	public void escalateApproval(CaseId caseId) {
		// said by the job
	}

	@EarlierBox
	public void warnCeremony(CaseId caseId) {
		// said by the job
	}

	@EarlierBox
	public void warnArchive(CaseId caseId) {
		// said by the job
	}

	/** Agenda, notices and numbers free themselves when a case ends. */
	@EarlierBox
	public void standDown(CaseId caseId) {
		// nothing is left to do
	}

	/** The notice that such a case stands at. */
	private String drawn(CaseId caseId) {
		return this.notices.noticeOf(caseId).orElseThrow().matter();
	}

	private void authorised(CaseId caseId, Actor by) {
		Admission admission = this.admissions.of(caseId);
		if (by.personId() == admission.applicantId()) {
			throw new Refusal.NotAllowed("refusal.admission.ownCase");
		}
		this.offices.requireApproving(by, admission.branchId());
	}

	/**
	 * A day is over when the next one begins: what is due on the 10th may be done on the
	 * 10th.
	 */
	private Instant after(AdmissionTerm term, CaseId caseId) {
		return this.clock.startOf(this.terms.of(term, caseId).plusDays(1));
	}

	private void tellApplicant(CaseId caseId, String key) {
		this.notifications.tell(caseId, Recipient.subject(), "admission.told." + key);
	}

}
