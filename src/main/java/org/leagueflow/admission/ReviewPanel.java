package org.leagueflow.admission;

import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/** On the home page: the yearly review of admissions, as long as it is lacking. */
@Component
class ReviewPanel implements HomePanel {

	private final ReviewService reviews;

	ReviewPanel(ReviewService reviews) {
		this.reviews = reviews;
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public String template() {
		return "admission/review-panel";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		return Optional.of(this.reviews.lacking(reader))
			.filter((pages) -> !pages.isEmpty())
			.map((pages) -> Map.of("pages", pages));
	}

}
