package org.leagueflow.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The one clock that rules, pages and timers read; practice mode may move it ahead of
 * real time.
 */
public class BusinessClock extends Clock {

	private final ZoneId zone;

	private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

	private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();

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
		this.followers.forEach((follower) -> follower.accept(ahead));
	}

	/** Another clock that has to move along with this one, such as the engine's. */
	public void followedBy(Consumer<Duration> follower) {
		this.followers.add(follower);
		follower.accept(offset());
	}

	/**
	 * Moves this clock so that it reads the given moment now; practice mode and tests
	 * only.
	 */
	public void moveTo(Instant moment) {
		offset(Duration.between(Instant.now(), moment));
	}

}
