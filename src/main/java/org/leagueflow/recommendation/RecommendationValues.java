package org.leagueflow.recommendation;

import java.util.List;
import java.util.Map;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.TaskValues;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.GuideChoices;
import org.springframework.stereotype.Component;

/**
 * What the forms of a recommendation offer: whom as raters, which Party branches, and
 * what the branch committee decided.
 */
@Component
class RecommendationValues implements TaskValues {

	private final Cases cases;

	private final GuideChoices guides;

	private final PartyBranches parties;

	private final FindingService findings;

	RecommendationValues(Cases cases, GuideChoices guides, PartyBranches parties, FindingService findings) {
		this.findings = findings;
		this.parties = parties;
		this.cases = cases;
		this.guides = guides;
	}

	@Override
	public String process() {
		return "recommendation";
	}

	@Override
	public Map<String, Object> values(Task task, Actor by) {
		return switch (task.box()) {
			case "appointRaters" -> Map.of("people", raters(this.cases.card(task.caseId())));
			case "handOver" -> Map.of("parties", parties(this.cases.card(task.caseId())));
			case "decideFinding" -> this.findings.offered(task.caseId());
			default -> Map.of();
		};
	}

	private List<Map<String, Object>> parties(CaseCard card) {
		return this.parties.of(card.unitId())
			.stream()
			.map((unit) -> Map.<String, Object>of("label", unit.name(), "value", Long.toString(unit.id())))
			.toList();
	}

	/** Members of the branch, staff and Party members; never the person recommended. */
	List<Map<String, Object>> raters(CaseCard card) {
		return this.guides.of(card.unitId(), List.of(), card.subjectPersonId());
	}

}
