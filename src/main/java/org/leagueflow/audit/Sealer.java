package org.leagueflow.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Seals soon after each commit, so that an entry stands unsealed for less than a second;
 * looks every few seconds for what another node left behind.
 */
@Component
class Sealer implements TransactionSynchronization {

	private static final Logger log = LoggerFactory.getLogger(Sealer.class);

	private static final Duration SEAL_DELAY = Duration.ofMillis(300);

	// A transaction that commits after this many later entries is found by the full look.
	private static final long MAX_OVERTAKING = 10_000;

	// For what another node passed over before it stopped.
	private static final Duration WIDE_SCAN_INTERVAL = Duration.ofMinutes(1);

	private static final Duration FULL_SCAN_INTERVAL = Duration.ofHours(1);

	private final SequenceGaps gaps = new SequenceGaps();

	private final SealService seals;

	private final TaskScheduler scheduler;

	private final AtomicBoolean asked = new AtomicBoolean();

	private Instant nextWideLook = Instant.EPOCH;

	private Instant nextFullLook = Instant.EPOCH;

	Sealer(SealService seals, TaskScheduler scheduler) {
		this.seals = seals;
		this.scheduler = scheduler;
	}

	@Override
	public void afterCommit() {
		if (this.asked.compareAndSet(false, true)) {
			this.scheduler.schedule(this::seal, Instant.now().plus(SEAL_DELAY));
		}
	}

	/** Seals everything that is committed now. */
	@Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
	synchronized void seal() {
		this.asked.set(false);
		try {
			long top = this.seals.highestSealed();
			long above = lookAbove(top, Instant.now());
			List<Long> sealed;
			do {
				sealed = this.seals.sealBatch(top, others(above, top));
				this.gaps.passed(top, sealed, Instant.now());
				top = sealed.stream().mapToLong(Long::longValue).reduce(top, Math::max);
			}
			while (sealed.size() == SealService.BATCH_SIZE);
		}
		catch (TransientDataAccessException ex) {
			log.info("Another node is sealing; trying again soon ({})", ex.getMessage());
		}
	}

	/** What the seals passed over, found before the end of the chain is locked. */
	private List<Long> others(long above, long top) {
		return (above < top) ? Stream.concat(this.gaps.all().stream(), this.seals.passedOver(above, top).stream())
			.distinct()
			.toList() : this.gaps.all();
	}

	private long lookAbove(long top, Instant now) {
		if (now.isAfter(this.nextFullLook)) {
			this.nextFullLook = now.plus(FULL_SCAN_INTERVAL);
			return 0;
		}
		if (now.isAfter(this.nextWideLook)) {
			this.nextWideLook = now.plus(WIDE_SCAN_INTERVAL);
			return Math.max(0, top - MAX_OVERTAKING);
		}
		return top;
	}

}
