package org.leagueflow.award;

import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskRouting;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.meeting.CaseMatters;
import org.leagueflow.meeting.DecisionMatter;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.voting.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who decides a batch, and whose tasks it has. */
@Configuration(proxyBeanMethods = false)
class BatchMatters {

	/** The committee that runs the batch decides its list in a meeting. */
	@Bean
	DecisionMatter resolveBatchMatter(CaseMatters matters, Batches batches, BusinessClock clock) {
		return matters.named("award-resolve", MeetingKind.COMMITTEE_MEETING, "评优评先：%s")
			.noted("award.note.vote")
			.then((event) -> {
				if (event.outcome() != Outcome.VOID) {
					batches.of(event.caseId()).decided(event.outcome() == Outcome.PASSED, event.heldOn());
				}
			});
	}

	/** Tasks of a batch are answered by the committee of its own unit. */
	@Bean
	TaskRouting batchRouting(People people, Offices offices) {
		return (Task task, CaseCard card) -> {
			if (!BatchService.PROCESS.equals(task.process()) || task.matter() != null) {
				return Optional.empty();
			}
			UnitCard unit = people.unit(card.unitId());
			return Optional.of(new TaskRouting.Seat(offices.committee(unit), unit.id()));
		};
	}

}
