package org.leagueflow.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
	 * Starts what is due; one that cannot be started keeps no other from starting.
	 * @return how many this node started
	 */
	int start() {
		int started = 0;
		DueSpan last = DueSpan.NONE;
		List<DueSpan> some;
		do {
			some = this.due.by(this.clock.today(), last, BATCH);
			Map<Long, PlanContent> contents = new HashMap<>();
			for (DueSpan one : some) {
				started += attempt(one, contents) ? 1 : 0;
				last = one;
			}
		}
		while (some.size() == BATCH);
		return started;
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
