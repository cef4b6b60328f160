package org.leagueflow.admission;

import org.leagueflow.meeting.CaseMatters;
import org.leagueflow.meeting.DecisionMatter;
import org.leagueflow.meeting.MeetingKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What meetings decide on an application, and what becomes of it: by which rule stands in
 * {@code bpmn/admission/admission-meeting.dmn}.
 */
@Configuration(proxyBeanMethods = false)
class AdmissionMatters {

	/** Who is to be an activist, in the branch committee (细则§9). */
	static final String DECIDE = "admission-decide";

	/** The same in the general meeting of a branch without a committee. */
	static final String ACTIVIST_MEETING = "admission-activistMeeting";

	/** Who is to be a candidate, in the branch committee (细则§18). */
	static final String CONSENT = "admission-consent";

	/** The same in the general meeting of a branch without a committee. */
	static final String CONSENT_MEETING = "admission-consentMeeting";

	/** 支部大会讨论表决 (细则§20–§22). */
	static final String BRANCH_MEETING = "admission-branchMeeting";

	/** 团委集体审批 (细则§24). */
	static final String COMMITTEE_MEETING = "admission-committeeMeeting";

	private static final String ACTIVIST_TITLE = "确定入团积极分子：%s";

	private static final String CANDIDATE_TITLE = "确定发展对象：%s";

	@Bean
	DecisionMatter decideMatter(CaseMatters matters) {
		return matters.named(DECIDE, MeetingKind.BRANCH_COMMITTEE, ACTIVIST_TITLE)
			.noted("admission.note.committee.activist");
	}

	@Bean
	DecisionMatter consentMatter(CaseMatters matters) {
		return matters.named(CONSENT, MeetingKind.BRANCH_COMMITTEE, CANDIDATE_TITLE)
			.noted("admission.note.committee.candidate");
	}

	@Bean
	DecisionMatter activistMeetingMatter(CaseMatters matters, VerdictService verdicts) {
		return matters.named(ACTIVIST_MEETING, MeetingKind.BRANCH_GENERAL_MEETING, ACTIVIST_TITLE)
			.noted("admission.note.activist")
			.then(verdicts::activist);
	}

	@Bean
	DecisionMatter consentMeetingMatter(CaseMatters matters, VerdictService verdicts) {
		return matters.named(CONSENT_MEETING, MeetingKind.BRANCH_GENERAL_MEETING, CANDIDATE_TITLE)
			.noted("admission.note.candidate")
			.then(verdicts::consented);
	}

	@Bean
	DecisionMatter branchMeetingMatter(CaseMatters matters, VerdictService verdicts) {
		return matters.named(BRANCH_MEETING, MeetingKind.BRANCH_GENERAL_MEETING, "接收新团员：%s")
			.conflicted(AdmissionRoles.MENTOR, AdmissionRoles.INTRODUCER)
			.noted("admission.note.admission-vote")
			.then(verdicts::voted);
	}

	@Bean
	DecisionMatter committeeMeetingMatter(CaseMatters matters, VerdictService verdicts) {
		return matters.named(COMMITTEE_MEETING, MeetingKind.COMMITTEE_MEETING, "审批入团：%s")
			.in(verdicts::approvingUnit)
			.conflicted(AdmissionRoles.MENTOR, AdmissionRoles.INTRODUCER)
			.noted("admission.note.admission-approve")
			.then(verdicts::approved);
	}

}
