package org.leagueflow.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.forms.Readers;
import org.leagueflow.inbox.TaskRouting;
import org.leagueflow.inbox.TaskValues;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.meeting.AgendaRequest;
import org.leagueflow.meeting.CommitteeDecisions;
import org.leagueflow.meeting.DecisionMatter;
import org.leagueflow.meeting.ItemDecided;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.leagueflow.voting.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which meeting decides an edition, and whose the tasks of its approval are. */
@Configuration(proxyBeanMethods = false)
class PlanMatters {

	/** What a meeting in this system decides. */
	static final String RESOLVE = "workplan-resolve";

	/** What is taken over from the minutes of a meeting held outside. */
	static final String RECORD = "workplan-record";

	@Bean
	DecisionMatter resolvePlanMatter(Cases cases, People people, Offices offices, PlanEditions editions) {
		return new PlanMatter(RESOLVE, cases, people, offices, editions);
	}

	@Bean
	DecisionMatter recordPlanMatter(Cases cases, People people, Offices offices, PlanEditions editions) {
		return new PlanMatter(RECORD, cases, people, offices, editions);
	}

	@Bean
	TaskRouting planRouting(PlanSeats seats) {
		return (Task task,
				CaseCard card) -> (PlanApprovalService.PROCESS.equals(task.process()) && task.matter() == null)
						? Optional.of(seats.office(card.unitId())) : Optional.empty();
	}

	@Bean
	TaskValues planValues(CommitteeDecisions decisions, Cases cases) {
		return new TaskValues() {
			@Override
			public String process() {
				return PlanApprovalService.PROCESS;
			}

			@Override
			public Map<String, Object> values(Task task, Actor by) {
				return decisions.offered(task.caseId(), RECORD, cases.card(task.caseId()).unitId());
			}
		};
	}

	/** The committee of the plan's own unit decides; in a group its members do. */
	private record PlanMatter(String name, Cases cases, People people, Offices offices,
			PlanEditions editions) implements DecisionMatter {

		@Override
		public AgendaRequest request(CaseId caseId) {
			CaseCard card = this.cases.card(caseId);
			UnitKind kind = this.people.unit(card.unitId()).kind();
			return new AgendaRequest(caseId, this.name, meeting(kind, card.unitId()), card.unitId(), 0,
					"审议：" + card.title(), List.of());
		}

		private MeetingKind meeting(UnitKind kind, long unitId) {
			return switch (kind) {
				case GROUP -> MeetingKind.GROUP_MEETING;
				case BRANCH -> (this.offices.committeeMembers(unitId).size() > 1) ? MeetingKind.BRANCH_COMMITTEE
						: MeetingKind.BRANCH_GENERAL_MEETING;
				default -> MeetingKind.COMMITTEE_MEETING;
			};
		}

		@Override
		public void decided(ItemDecided event) {
			outside(event.caseId(), event.outcome());
			if (event.outcome() != Outcome.VOID) {
				this.editions.of(event.caseId()).decided(event.outcome() == Outcome.PASSED, event.heldOn());
			}
		}

		@Override
		public void outside(CaseId caseId, Outcome outcome) {
			this.cases.note(caseId, Actor.SYSTEM, Message.of("plan.note.vote." + outcome),
					Readers.of(Readers.EVERYONE));
		}

	}

}
