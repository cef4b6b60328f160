package org.leagueflow.admission;

import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
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
	public boolean shownTo(Actor reader) {
		boolean reviews = reader.holds(Roles.LEAGUE_COMMITTEE) || reader.holds(Roles.LEAGUE_SECRETARY)
				|| reader.holds(Roles.COUNTY_COMMITTEE);
		return reviews && !this.reviews.lacking(reader).isEmpty();
	}

	@Override
	public Map<String, Object> model(Actor reader) {
		return Map.of("pages", this.reviews.lacking(reader));
	}

}
