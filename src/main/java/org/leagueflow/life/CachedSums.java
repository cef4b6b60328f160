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
 * Caches for half a minute how many branches are behind, for the home page; the overview
 * page calculates it at every call.
 */
@Component
class CachedSums {

	private static final long MAX_AGE_NANOS = Duration.ofSeconds(30).toNanos();

	private static final int MAX_ENTRIES = 500;

	private final Map<List<Post>, Kept> kept = new ConcurrentHashMap<>();

	private final OverviewService overviews;

	private final BusinessClock clock;

	CachedSums(OverviewService overviews, BusinessClock clock) {
		this.overviews = overviews;
		this.clock = clock;
	}

	List<Overview.Sum> of(Actor by) {
		Kept before = this.kept.get(by.posts());
		if (before != null && before.day().equals(this.clock.today())
				&& System.nanoTime() - before.at() < MAX_AGE_NANOS) {
			return before.sums();
		}
		List<Overview.Sum> sums = this.overviews.sums(by);
		if (this.kept.size() >= MAX_ENTRIES) {
			this.kept.clear();
		}
		this.kept.put(by.posts(), new Kept(this.clock.today(), System.nanoTime(), sums));
		return sums;
	}

	/** What was reckoned, on which day by the business clock, and when. */
	private record Kept(LocalDate day, long at, List<Overview.Sum> sums) {
	}

}
