package org.leagueflow.award;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.life.Activities;
import org.leagueflow.life.HeldActivity;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Component;

/** Themed days that branches held within the period of a batch which judges them. */
@Component
class BatchActivities {

	private final Activities activities;

	BatchActivities(Activities activities) {
		this.activities = activities;
	}

	/** Those of the branch, by day. */
	List<HeldActivity> of(Batch batch, BatchPlan plan, UnitCard branch) {
		AwardPeriod.Days days = plan.period().days(batch.period());
		return this.activities.held(branch.id(), HeldActivity.THEMED_DAY, days.from(), days.to());
	}

	/**
	 * Those that are nominated; what the award does not take is refused by itself.
	 * @throws Refusal.NotFound for what the branch did not hold in the period
	 */
	List<Subject> subjects(Batch batch, BatchPlan plan, UnitCard branch, Collection<Long> ids,
			Map<Long, Refusal> refused) {
		Map<Long, HeldActivity> held = of(batch, plan, branch).stream()
			.collect(Collectors.toMap((one) -> one.caseId().value(), Function.identity()));
		Map<Long, Subject> found = new LinkedHashMap<>();
		for (long id : ids) {
			HeldActivity one = held.get(id);
			if (one == null) {
				throw new Refusal.NotFound("refusal.award.activity");
			}
			whyNot(plan, one).ifPresentOrElse(
					(why) -> refused.put(id, new Refusal.Conflict(why.key(), why.args().toArray())),
					() -> found.put(id, new Subject(Subject.Kind.ACTIVITY, id, one.title())));
		}
		return List.copyOf(found.values());
	}

	/** Why the award does not take it, or empty. */
	Optional<Message> whyNot(BatchPlan plan, HeldActivity one) {
		AwardTheme theme = AwardTheme.of(one);
		return (plan.theme() == null || plan.theme() == theme) ? Optional.empty()
				: Optional.of(Message.of("refusal.award.theme." + theme.code(), one.title()));
	}

	/** The activity of a nomination, or empty where it is about something else. */
	Optional<HeldActivity> of(Nomination one) {
		return (one.subject().kind() == Subject.Kind.ACTIVITY) ? this.activities.of(new CaseId(one.subject().id()))
				: Optional.empty();
	}

}
