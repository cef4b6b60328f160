package org.leagueflow.publicity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Limits how often one address objects to a notice within an hour. Addresses are never
 * stored: only a salted hash in this node's memory, for an hour.
 */
@Component
class ObjectionRateLimit {

	static final int MAX_PER_HOUR = 5;

	private static final int MAX_REMEMBERED = 20_000;

	private final Map<Long, Deque<Instant>> knocks = new ConcurrentHashMap<>();

	private final byte[] salt = new SecureRandom().generateSeed(16);

	private final BusinessClock clock;

	ObjectionRateLimit(BusinessClock clock) {
		this.clock = clock;
	}

	/**
	 * @throws Refusal.Conflict when too many were taken within the hour
	 */
	void require(long noticeId, String address) {
		Instant hourAgo = this.clock.instant().minus(Duration.ofHours(1));
		Deque<Instant> taken = this.knocks.getOrDefault(mark(noticeId, address), new ArrayDeque<>());
		synchronized (taken) {
			taken.removeIf((moment) -> moment.isBefore(hourAgo));
			if (taken.size() >= MAX_PER_HOUR) {
				throw new Refusal.Conflict("refusal.publicity.tooMany");
			}
		}
	}

	/** Counts one that was taken; what was refused for a mistake does not count. */
	void passed(long noticeId, String address) {
		Instant now = this.clock.instant();
		forget(now.minus(Duration.ofHours(1)));
		Deque<Instant> taken = this.knocks.computeIfAbsent(mark(noticeId, address), (mark) -> new ArrayDeque<>());
		synchronized (taken) {
			taken.add(now);
		}
	}

	private long mark(long noticeId, String address) {
		return ((long) Objects.hash(Arrays.hashCode(this.salt), address) << 32) ^ noticeId;
	}

	private void forget(Instant before) {
		if (this.knocks.size() > MAX_REMEMBERED) {
			this.knocks.values().removeIf((moments) -> {
				synchronized (moments) {
					return moments.isEmpty() || moments.getLast().isBefore(before);
				}
			});
		}
	}

}
