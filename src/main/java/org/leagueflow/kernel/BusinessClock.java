package org.leagueflow.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one clock that rules, pages and timers read; practice mode may move it ahead of
 * real time.
 */
public class BusinessClock extends Clock {

	private final ZoneId zone;

	private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

	public BusinessClock(ZoneId zone) {
		this.zone = zone;
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		BusinessClock clock = new BusinessClock(other);
		clock.offset.set(this.offset.get());
		return clock;
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(this.offset.get());
	}

	/** Today's date where the League works. */
	public LocalDate today() {
		return LocalDate.ofInstant(instant(), this.zone);
	}

	public LocalDateTime localNow() {
		return LocalDateTime.ofInstant(instant(), this.zone);
	}

	/** The first moment of this day. */
	public Instant startOf(LocalDate day) {
		return day.atStartOfDay(this.zone).toInstant();
	}

	public LocalDate dateOf(Instant moment) {
		return LocalDate.ofInstant(moment, this.zone);
	}

	public Duration offset() {
		return this.offset.get();
	}

	/**
	 * Moves this clock to run this much ahead of (or behind) real time; practice mode and
	 * tests only.
	 */
	public void offset(Duration ahead) {
		this.offset.set(ahead);
	}

	/**
	 * Moves this clock so that it reads the given moment now; practice mode and tests
	 * only.
	 */
	public void moveTo(Instant moment) {
		this.offset.set(Duration.between(Instant.now(), moment));
	}

}
