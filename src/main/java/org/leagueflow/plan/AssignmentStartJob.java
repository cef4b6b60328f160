package org.leagueflow.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.DueSpans.DueSpan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts each item at the beginning of its span, once, on whichever node comes first;
 * whatever came due while no node ran, or while the clock was moved, is started at the
 * next round.
 */
@Component
class AssignmentStartJob {

	private static final Logger LOG = LoggerFactory.getLogger(AssignmentStartJob.class);

	private static final int BATCH = 500;

	private static final int THREADS = 4;

	private final DueSpans due;

	private final AssignmentService service;

	private final BusinessClock clock;

	AssignmentStartJob(DueSpans due, AssignmentService service, BusinessClock clock) {
		this.due = due;
		this.service = service;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${leagueflow.plan.first-run:PT1M}", fixedDelayString = "PT1M")
	void run() {
		start();
	}

	/**
	 * Starts what is due, several at a time, since most of a start is waiting for the
	 * database; one that cannot be started keeps no other from starting.
	 * @return how many this node started
	 */
	int start() {
		List<DueSpan> some = this.due.by(this.clock.today(), DueSpan.NONE, BATCH);
		if (some.isEmpty()) {
			return 0;
		}
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			int started = start(some, threads);
			while (some.size() == BATCH) {
				some = this.due.by(this.clock.today(), some.get(BATCH - 1), BATCH);
				started += start(some, threads);
			}
			return started;
		}
		finally {
			threads.shutdown();
		}
	}

	private int start(List<DueSpan> some, ExecutorService threads) {
		Map<Long, PlanContent> contents = new ConcurrentHashMap<>();
		List<Future<Boolean>> attempts = some.stream()
			.map((one) -> threads.submit(() -> attempt(one, contents)))
			.toList();
		int started = 0;
		for (Future<Boolean> one : attempts) {
			started += done(one) ? 1 : 0;
		}
		return started;
	}

	private static boolean done(Future<Boolean> attempt) {
		try {
			return attempt.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean attempt(DueSpan one, Map<Long, PlanContent> contents) {
		try {
			PlanContent content = contents.computeIfAbsent(one.edition(), this.service::content);
			Optional<PlanLine> line = content.line(one.item());
			return line.isPresent() && this.service.start(one, line.get());
		}
		catch (DataIntegrityViolationException ex) {
			LOG.debug("Another node started item {} of {}", one.item(), one.span().from());
		}
		catch (Refusal | ConcurrencyFailureException ex) {
			LOG.info("Item {} waits for the next round: {}", one.item(), ex.getMessage());
		}
		catch (RuntimeException ex) {
			LOG.error("Item {} was not started", one.item(), ex);
		}
		return false;
	}

}
