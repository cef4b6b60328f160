package org.leagueflow.practice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.WorkingDays;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the business clock of the practice college ahead, so that a visitor sees a
 * three-month wait pass in a minute.
 */
@Service
@Profile("practice")
class PracticeClockService {

	/** Nobody needs to look further ahead, and holiday calendars end. */
	private static final Duration MAX_ADVANCE = Duration.ofDays(400);

	private final BusinessClock clock;

	private final WorkingDays workingDays;

	private final PracticeClocks clocks;

	PracticeClockService(BusinessClock clock, WorkingDays workingDays, PracticeClocks clocks) {
		this.clock = clock;
		this.workingDays = workingDays;
		this.clocks = clocks;
	}

	/** Goes on where the clock stood before the restart. */
	@Transactional(readOnly = true)
	void resume() {
		this.clocks.findById(PracticeClock.ID).ifPresent((stored) -> this.clock.offset(stored.ahead()));
	}

	@Transactional
	void move(Step step) {
		Duration ahead = ahead(step);
		if (ahead.compareTo(MAX_ADVANCE) > 0) {
			throw new Refusal.Invalid("refusal.practice.clock", MAX_ADVANCE.toDays());
		}
		this.clocks.saveAndFlush(new PracticeClock(ahead));
		this.clock.offset(ahead);
	}

	private Duration ahead(Step step) {
		ZonedDateTime now = this.clock.instant().atZone(this.clock.getZone());
		ZonedDateTime then = switch (step) {
			case DAY -> now.plusDays(1);
			case WORKWEEK -> now.with(afterWorkdays(now.toLocalDate()));
			case MONTH -> now.plusMonths(1);
			case BACK -> now.minus(this.clock.offset());
		};
		return this.clock.offset().plus(Duration.between(now, then));
	}

	/** The day after five working days, today counted when it is one. */
	private LocalDate afterWorkdays(LocalDate today) {
		return this.workingDays.lastDay(today, 5).plusDays(1);
	}

	/** How far the clock moves; BACK means real time again. */
	enum Step {

		DAY, WORKWEEK, MONTH, BACK

	}

}
