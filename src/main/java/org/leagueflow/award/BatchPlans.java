package org.leagueflow.award;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Post;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.scoring.Rational;
import org.springframework.stereotype.Component;

/** Reads editions of awards as batches follow them. */
@Component
class BatchPlans {

	/** Where neither edition nor anything else says more, one working day. */
	static final String NOTICE_WORKDAYS = "p3.publicity.workdays";

	private final AwardCatalogue catalogue;

	private final People people;

	private final Offices offices;

	BatchPlans(AwardCatalogue catalogue, People people, Offices offices) {
		this.catalogue = catalogue;
		this.people = people;
		this.offices = offices;
	}

	BatchPlan of(long edition) {
		AwardDefinition one = this.catalogue.edition(edition).definition();
		return new BatchPlan(one.name(), one.judged().subject(), one.judged() == AwardJudged.CADRE,
				one.apply() && one.judged().person(), one.requirements(), one.scheme(), one.tieBreakers(),
				one.levels().stream().map(AwardLevel::name).map(BatchPlan.Level::new).toList(), one.overflow(),
				one.fill(), one.ties(), notices(one), one.period(), one.ballot().orElse(null), one.theme());
	}

	AwardDefinition definition(long edition) {
		return this.catalogue.edition(edition).definition();
	}

	/** A list that no step announces is announced once all the same. */
	private static List<BatchPlan.Notice> notices(AwardDefinition one) {
		List<BatchPlan.Notice> notices = new ArrayList<>();
		one.steps()
			.stream()
			.filter((step) -> step.kind() == AwardStep.Kind.NOTICE)
			.forEach((step) -> notices
				.add(new BatchPlan.Notice(step.tier(), (step.workingDays() != null) ? step.workingDays() : 0)));
		return notices.isEmpty() ? List.of(new BatchPlan.Notice(AwardStep.Tier.SCHOOL, 0)) : notices;
	}

	/** The unit that gives the award. */
	long owner(long edition) {
		return this.catalogue.edition(edition).unitId();
	}

	/** What the actor may announce. */
	List<AwardEditionCard> announceable(Actor by) {
		return by.posts()
			.stream()
			.filter((post) -> Offices.LEADING.contains(post.role()))
			.map(Post::unitId)
			.distinct()
			.flatMap((unit) -> this.catalogue.announceable(unit).stream())
			.filter((card) -> this.offices.leads(by, this.people.unit(card.unitId()).path()))
			.distinct()
			.toList();
	}

	/**
	 * Which rule of the two awards keeps one subject from both, whichever of them says
	 * it; empty where both may be had.
	 */
	Optional<AwardExclusion.Kind> excluding(long edition, long other) {
		AwardEditionCard one = this.catalogue.edition(edition);
		AwardEditionCard two = this.catalogue.edition(other);
		return says(one, two).or(() -> says(two, one));
	}

	private Optional<AwardExclusion.Kind> says(AwardEditionCard one, AwardEditionCard two) {
		return one.definition()
			.exclusions()
			.stream()
			.filter((exclusion) -> says(exclusion, one, two))
			.map(AwardExclusion::kind)
			.findFirst();
	}

	private boolean says(AwardExclusion exclusion, AwardEditionCard one, AwardEditionCard two) {
		return switch (exclusion.kind()) {
			case ONE_AWARD -> true;
			case OTHER_AWARD -> two.definition().name().equals(exclusion.award());
			case MEMBER_AND_CADRE -> one.definition().judged().person() && two.definition().judged().person()
					&& one.definition().judged() != two.definition().judged();
			case SCHOOL_AND_FACULTY -> {
				UnitCard here = this.people.unit(one.unitId());
				UnitCard there = this.people.unit(two.unitId());
				yield here.id() != there.id()
						&& (here.path().startsWith(there.path()) || there.path().startsWith(here.path()));
			}
			// These look at the collective's people, not at another award:
			// CollectiveBars.
			case COLLECTIVE_SANCTION, COLLECTIVE_FAILED -> false;
		};
	}

}
