package org.leagueflow.recommendation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/** On the home page: whom one is to give marks, and the own recommendation. */
@Component
class RecommendationHome implements HomePanel {

	private final MarkService marks;

	private final Recommendations recommendations;

	RecommendationHome(MarkService marks, Recommendations recommendations) {
		this.marks = marks;
		this.recommendations = recommendations;
	}

	@Override
	public int order() {
		return 15;
	}

	@Override
	public String template() {
		return "recommendation/home";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		List<CaseCard> toRate = this.marks.toRate(reader.personId());
		boolean own = this.recommendations.about(List.of(reader.personId()))
			.stream()
			.anyMatch(Recommendation::isRunning);
		return (toRate.isEmpty() && !own) ? Optional.empty() : Optional.of(Map.of("toRate", toRate, "own", own));
	}

}
