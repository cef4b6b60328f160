package org.leagueflow.recommendation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.cases.CaseAction;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.cases.CaseState;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What cases and tasks of a recommendation show beside their forms. */
@Configuration(proxyBeanMethods = false)
class RecommendationPanels {

	private static final Set<String> CONDITIONED = Set.of("nominate", "appointRaters", "appraise", "review");

	private static final Set<String> MARKED = Set.of("appraise", "review", "investigate", "decideFinding");

	/** The conditions, while they are asked for. */
	@Bean
	@Order(10)
	CasePanel recommendationConditionsPanel(Recommendations recommendations, Candidates candidates,
			BusinessClock clock) {
		return (card, box, by) -> shown(card, box, CONDITIONED, Set.of("recommend", "assess")) ? recommendations
			.findByCaseId(card.id().value())
			.map((one) -> new CasePanel.Panel("requirement/panel", "panel", Map.of("requirements",
					candidates.requirements(one, clock.today()), "person", card.subjectPersonId(), "books", true)))
				: Optional.empty();
	}

	/** The marks, for those who sum them up and never for the person marked. */
	@Bean
	@Order(11)
	CasePanel recommendationMarksPanel(MarkService marks) {
		return (card, box,
				by) -> (box != null && shown(card, box, MARKED, Set.of()) && card.subjectPersonId() != by.personId())
						? Optional.of(new CasePanel.Panel("recommendation/panels", "marks",
								Map.of("view", marks.view(card.id()), "dimensions", List.of(Dimension.values()))))
						: Optional.empty();
	}

	/** Places left, the days of validity, and what the Party said. */
	@Bean
	@Order(12)
	CasePanel recommendationStandingPanel(Recommendations recommendations, RecommendationPlaces places, People people,
			BusinessClock clock) {
		return (card, box,
				by) -> "recommendation".equals(card.process()) ? recommendations.findByCaseId(card.id().value())
					.map((one) -> new CasePanel.Panel("recommendation/panels", "standing",
							standing(one, places, people, clock)))
						: Optional.empty();
	}

	private static Map<String, Object> standing(Recommendation one, RecommendationPlaces places, People people,
			BusinessClock clock) {
		Map<String, Object> model = new java.util.HashMap<>();
		model.put("line", one.line());
		model.put("standing", one.standing());
		model.put("heard", one.heard());
		model.put("votedOn", one.votedOn());
		model.put("validUntil", one.validUntil());
		model.put("score", one.score());
		model.put("handedTo", one.handedTo());
		model.put("handedOverOn", one.handedOverOn());
		model.put("receivedOn", one.receivedOn());
		model.put("feedbackOn", one.feedbackOn());
		model.put("reason", one.feedbackReason());
		model.put("places", (one.isRunning() && one.votedOn() == null && !one.heard())
				? places.of(one.line(), people.unit(one.branchId()), clock.today()) : null);
		return model;
	}

	@Bean
	CaseAction replaceRaterAction(Recommendations recommendations, Offices offices) {
		return (card,
				by) -> (running(card) && "assess".equals(card.stage()) && card.subjectPersonId() != by.personId()
						&& offices.keeps(by, card.unitPath()))
								? Optional.of(new CaseAction.Link("recommendation.action.raters",
										"/recommendation/" + card.id() + "/raters", "people"))
								: Optional.empty();
	}

	@Bean
	CaseAction giveMarksAction(MarkService marks) {
		return (card,
				by) -> (running(card) && "assess".equals(card.stage())
						&& marks.toRate(by.personId()).stream().anyMatch((one) -> one.id().equals(card.id())))
								? Optional.of(new CaseAction.Link("recommendation.action.marks",
										"/recommendation/" + card.id() + "/marks", "pencil-square"))
								: Optional.empty();
	}

	private static boolean shown(CaseCard card, String box, Set<String> boxes, Set<String> stages) {
		return running(card)
				&& ((box != null) ? boxes.contains(box) : card.stage() != null && stages.contains(card.stage()));
	}

	private static boolean running(CaseCard card) {
		return "recommendation".equals(card.process()) && card.state() == CaseState.OPEN;
	}

}
