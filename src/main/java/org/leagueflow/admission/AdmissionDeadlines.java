package org.leagueflow.admission;

import java.util.List;
import org.leagueflow.deadline.CaseDeadlines;
import org.leagueflow.deadline.DeadlineKind;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.notification.Recipient;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who is reminded of what an application waits for, and who hears that it is late. */
@Configuration(proxyBeanMethods = false)
class AdmissionDeadlines {

	/**
	 * Extended by the approving committee, up to {@link AdmissionTerm#APPROVAL_LIMIT}.
	 */
	static final String APPROVAL = "admission-approval";

	private static final int TALK_REMINDER_DAYS = 7;

	@Bean
	DeadlineKind talkDeadline(CaseDeadlines deadlines, AdmissionTermService terms) {
		return deadlines.named("admission-talk", (today) -> terms.waiting(AdmissionTerm.TALK))
			.before((caseId) -> TALK_REMINDER_DAYS, "talkDue", Recipient.post(Roles.BRANCH_SECRETARY))
			.late("talkOverdue", Recipient.post(Roles.LEAGUE_COMMITTEE));
	}

	@Bean
	DeadlineKind observationDeadline(CaseDeadlines deadlines, AdmissionTermService terms) {
		return deadlines.named("admission-observation", (today) -> terms.waiting(AdmissionTerm.OBSERVATION))
			.on("periodOver", Recipient.part(AdmissionRoles.MENTOR));
	}

	@Bean
	DeadlineKind approvalDeadline(CaseDeadlines deadlines, AdmissionTermService terms, Admissions admissions,
			Offices offices) {
		return deadlines.named(APPROVAL, (today) -> terms.unapproved(AdmissionTerm.APPROVAL, today))
			.late("approvalDue", 0, (caseId) -> List.of(committee(offices, approving(admissions, offices, caseId))))
			.extensible(new ApprovalExtension(terms, admissions, offices), "extensionOver");
	}

	/** At the limit the level above is told. */
	@Bean
	DeadlineKind approvalLimitDeadline(CaseDeadlines deadlines, AdmissionTermService terms, Admissions admissions,
			Offices offices, People people) {
		return deadlines
			.named("admission-approvalLimit", (today) -> terms.unapproved(AdmissionTerm.APPROVAL_LIMIT, today))
			.late("approvalLimit", 0, (caseId) -> {
				UnitCard unit = approving(admissions, offices, caseId);
				return List.of(committee(offices, (unit.parentId() != null) ? people.unit(unit.parentId()) : unit));
			});
	}

	@Bean
	DeadlineKind ceremonyDeadline(CaseDeadlines deadlines, AdmissionTermService terms) {
		return deadlines.named("admission-ceremony", (today) -> terms.waiting(AdmissionTerm.OATH))
			.late("ceremonyLate", Recipient.post(Roles.LEAGUE_COMMITTEE));
	}

	@Bean
	DeadlineKind archiveDeadline(CaseDeadlines deadlines, AdmissionTermService terms) {
		return deadlines.named("admission-archive", (today) -> terms.waiting(AdmissionTerm.ARCHIVE))
			.late("archiveLate", Recipient.post(Roles.LEAGUE_COMMITTEE));
	}

	private static UnitCard approving(Admissions admissions, Offices offices, CaseId caseId) {
		return offices.approving(admissions.of(caseId).branchId());
	}

	private static Recipient committee(Offices offices, UnitCard unit) {
		return Recipient.post(offices.committee(unit), unit.id());
	}

}
