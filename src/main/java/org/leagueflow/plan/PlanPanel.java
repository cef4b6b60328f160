package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.web.HomePanel;
import org.springframework.stereotype.Component;

/** On the home page: what is mine this month, and which plans have overdue items. */
@Component
class PlanPanel implements HomePanel {

	private static final int MAX_ROWS = 6;

	private final PlanHome home;

	private final BusinessClock clock;

	PlanPanel(PlanHome home, BusinessClock clock) {
		this.home = home;
		this.clock = clock;
	}

	@Override
	public int order() {
		return 17;
	}

	@Override
	public String template() {
		return "plan/panel";
	}

	@Override
	public Optional<Map<String, Object>> model(Actor reader) {
		LocalDate today = this.clock.today();
		List<PlanHome.Waiting> waiting = this.home.waiting(reader.personId(), PlanRights.unitsOf(reader),
				today.withDayOfMonth(today.lengthOfMonth()), MAX_ROWS + 1);
		List<String> paths = reader.oversees() ? List.of()
				: reader.posts()
					.stream()
					.filter((post) -> PlanRights.OFFICE.contains(post.role()))
					.map(Post::unitPath)
					.distinct()
					.toList();
		List<PlanHome.Red> red = paths.isEmpty() ? List.of() : this.home.red(paths, today, MAX_ROWS);
		if (waiting.isEmpty() && red.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(Map.of("rows", waiting.stream().limit(MAX_ROWS).toList(), "more", waiting.size() > MAX_ROWS,
				"red", red, "today", today));
	}

}
