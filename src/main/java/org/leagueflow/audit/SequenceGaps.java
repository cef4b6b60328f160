package org.leagueflow.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Entry numbers that the sealer skipped: their transaction is still open or was rolled
 * back. Every seal run asks for them again for ten minutes, so that a late entry is found
 * without a scan far back.
 */
final class SequenceGaps {

	static final Duration RETENTION = Duration.ofMinutes(10);

	/** More than this no look asks for; the wider looks find the rest. */
	static final int MAX_GAPS = 500;

	private final NavigableMap<Long, Instant> gaps = new TreeMap<>();

	/** Notes what lies between these numbers, lowest first, and what they fill. */
	void passed(long from, List<Long> sealed, Instant now) {
		long next = from + 1;
		for (long id : sealed) {
			for (long gap = Math.max(next, id - MAX_GAPS); gap < id; gap++) {
				this.gaps.putIfAbsent(gap, now);
			}
			next = Math.max(next, id + 1);
			this.gaps.remove(id);
		}
		this.gaps.values().removeIf((since) -> since.plus(RETENTION).isBefore(now));
		while (this.gaps.size() > MAX_GAPS) {
			this.gaps.pollFirstEntry();
		}
	}

	/**
	 * All of them; the last one repeated until there are 1, 2, 4, 8 …, so that few
	 * different statements ask for them.
	 */
	List<Long> all() {
		List<Long> all = new ArrayList<>(this.gaps.keySet());
		while (Integer.bitCount(all.size()) > 1) {
			all.add(this.gaps.lastKey());
		}
		return all;
	}

}
