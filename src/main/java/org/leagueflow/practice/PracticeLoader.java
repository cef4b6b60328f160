package org.leagueflow.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.practice.PracticeStory.Chapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Loads the history of the practice college, chapter after chapter, each on its day. A
 * chapter that fails is rolled back and ends the loading.
 */
@Component
@Profile("practice")
class PracticeLoader {

	private static final Logger LOG = LoggerFactory.getLogger(PracticeLoader.class);

	/** Timers that are due run within moments of the clock's move. */
	private static final Duration TIMER_TIMEOUT = Duration.ofSeconds(30);

	private static final int MAX_ATTEMPTS = 10;

	private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

	private final ObjectProvider<PracticeStory> stories;

	private final PracticeChapterService chapters;

	private final BusinessClock clock;

	private volatile String stoppedAt;

	PracticeLoader(ObjectProvider<PracticeStory> stories, PracticeChapterService chapters, BusinessClock clock) {
		this.stories = stories;
		this.chapters = chapters;
		this.clock = clock;
	}

	/** The chapter at which the telling stopped, if it did. */
	Optional<String> stoppedAt() {
		return Optional.ofNullable(this.stoppedAt);
	}

	/** Tells whatever has not been told yet. */
	void tell(PracticeCollege college) {
		List<Chapter> left = this.stories.orderedStream()
			.flatMap((story) -> story.chapters().stream())
			.sorted(Comparator.comparing(Chapter::daysAgo).reversed())
			.filter((chapter) -> !this.chapters.told(chapter))
			.toList();
		Duration now = this.clock.offset();
		try {
			for (Chapter chapter : left) {
				if (!tell(chapter, college, now)) {
					return;
				}
			}
		}
		finally {
			this.clock.offset(now);
		}
	}

	private boolean tell(Chapter chapter, PracticeCollege college, Duration now) {
		try {
			this.clock.offset(moment(chapter.daysAgo(), now));
			await(chapter, college);
			keepTelling(chapter, college);
			return true;
		}
		catch (RuntimeException ex) {
			this.stoppedAt = chapter.name();
			LOG.error(
					"The practice college is only partly there: its chapter \"{}\" failed. Nothing of this chapter was"
							+ " kept, and the next start goes on with it. To begin anew, stop and delete the data directory.",
					chapter.name(), ex);
			return false;
		}
	}

	/** A timer may move the case of a chapter at the same moment. */
	private void keepTelling(Chapter chapter, PracticeCollege college) {
		for (int attempt = 1;; attempt++) {
			try {
				this.chapters.tell(chapter, college);
				return;
			}
			catch (ConcurrencyFailureException ex) {
				if (attempt == MAX_ATTEMPTS) {
					throw ex;
				}
				LOG.info("Telling the chapter \"{}\" once more ({})", chapter.name(), ex.getMessage());
				pause();
			}
		}
	}

	/**
	 * What is past happened in the afternoon, when people meet. The clock itself only
	 * ever moves ahead from chapter to chapter: what the engine took in hand at a later
	 * time it would keep locked until then.
	 */
	private Duration moment(int daysAgo, Duration now) {
		ZonedDateTime present = Instant.now().plus(now).atZone(this.clock.getZone());
		ZonedDateTime then = present.minusDays(daysAgo).with(AFTERNOON);
		return (daysAgo == 0) ? now : now.plus(Duration.between(present, then));
	}

	private void await(Chapter chapter, PracticeCollege college) {
		long end = System.nanoTime() + TIMER_TIMEOUT.toNanos();
		while (!chapter.ready().test(college)) {
			if (System.nanoTime() > end) {
				throw new IllegalStateException("What this chapter waits for did not happen");
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting", ex);
		}
	}

}
