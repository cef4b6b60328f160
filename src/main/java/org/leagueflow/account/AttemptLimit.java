package org.leagueflow.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How a count of failed attempts delays further ones.
 *
 * @param free so many failures cost nothing
 * @param first the wait after the next one; each further one doubles it
 * @param longest the wait grows no further than this
 * @param forgotten one failure is forgotten after each such time without news
 */
record AttemptLimit(int free, Duration first, Duration longest, Duration forgotten) {

	/** The clocks of two nodes differ by less. */
	private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(5);

	/** One account from one address, or from one known device. */
	static final AttemptLimit BOTH = new AttemptLimit(4, Duration.ofSeconds(5), Duration.ofMinutes(2),
			Duration.ofMinutes(10));

	/**
	 * One account from any address: gentle, because its owner is slowed down as well.
	 */
	static final AttemptLimit ACCOUNT = new AttemptLimit(30, Duration.ofSeconds(1), Duration.ofSeconds(15),
			Duration.ofMinutes(1));

	/**
	 * Any account from one address, which a whole campus may share: each account that
	 * gets in from there allows one more failure.
	 */
	static final AttemptLimit ADDRESS = new AttemptLimit(20, Duration.ofSeconds(1), Duration.ofSeconds(15),
			Duration.ofSeconds(30));

	/** Failures that still count. */
	int left(AttemptCount count, Instant now) {
		Duration since = Duration.between(count.lastAt(), now);
		if (since.plus(MAX_CLOCK_SKEW).isNegative()) {
			return 0; // the clock was set back
		}
		return (int) Math.max(0, count.failures() - Math.max(0, since.dividedBy(this.forgotten)));
	}

	/** How long the next try has to wait; zero when it need not. */
	Duration wait(AttemptCount count, Instant now) {
		int over = left(count, now) - this.free - count.successes();
		if (over <= 0) {
			return Duration.ZERO;
		}
		Duration wait = this.first.multipliedBy(1L << Math.min(over - 1, 20));
		Instant until = count.lastAt().plus((wait.compareTo(this.longest) < 0) ? wait : this.longest);
		return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
	}

}
