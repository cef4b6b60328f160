package org.leagueflow.life;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.springframework.stereotype.Component;

/**
 * How many branches are behind, as of half a minute ago at most: a committee's members
 * come home often, and a branch does not fall behind from one minute to the next. The
 * overview itself is always reckoned anew.
 */
@Component
class RecentSums {

	private static final long FRESH = Duration.ofSeconds(30).toNanos();

	private static final int MOST = 500;

	private final Map<List<Post>, Kept> kept = new ConcurrentHashMap<>();

	private final OverviewService overviews;

	private final BusinessClock clock;

	RecentSums(OverviewService overviews, BusinessClock clock) {
		this.overviews = overviews;
		this.clock = clock;
	}

	List<Overview.Sum> of(Actor by) {
		Kept before = this.kept.get(by.posts());
		if (before != null && before.day().equals(this.clock.today()) && System.nanoTime() - before.at() < FRESH) {
			return before.sums();
		}
		List<Overview.Sum> sums = this.overviews.sums(by);
		if (this.kept.size() >= MOST) {
			this.kept.clear();
		}
		this.kept.put(by.posts(), new Kept(this.clock.today(), System.nanoTime(), sums));
		return sums;
	}

	/** What was reckoned, on which day by the business clock, and when. */
	private record Kept(LocalDate day, long at, List<Overview.Sum> sums) {
	}

}
