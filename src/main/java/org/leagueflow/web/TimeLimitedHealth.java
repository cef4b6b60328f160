package org.leagueflow.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.availability.AvailabilityStateHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Limits the time of health checks: they run in parallel, each on a thread of its own,
 * and one that takes longer than {@link #TIME_LIMIT} is down. A check that hangs is not
 * started a second time.
 */
@Component
class TimeLimitedHealth implements BeanPostProcessor {

	static final Duration TIME_LIMIT = Duration.ofMillis(1500);

	/** A result so young answers whoever asks next. */
	private static final Duration MAX_AGE = Duration.ofMillis(250);

	private final List<Check> checks = new CopyOnWriteArrayList<>();

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (!(bean instanceof HealthIndicator indicator) || bean instanceof AvailabilityStateHealthIndicator) {
			return bean; // what a node says of itself waits for nothing
		}
		Check check = new Check(name, indicator);
		this.checks.add(check);
		return (HealthIndicator) () -> answer(check);
	}

	private Health answer(Check asked) {
		this.checks.forEach(Check::begin);
		return asked.result();
	}

	/** One check and its run that was begun last. */
	private static final class Check {

		private final String name;

		private final HealthIndicator indicator;

		private FutureTask<Health> run;

		private long begun;

		Check(String name, HealthIndicator indicator) {
			this.name = name;
			this.indicator = indicator;
		}

		synchronized void begin() {
			boolean hangs = this.run != null && !this.run.isDone();
			if (hangs || this.run != null && System.nanoTime() - this.begun < MAX_AGE.toNanos()) {
				return;
			}
			this.run = new FutureTask<>(this.indicator::health);
			this.begun = System.nanoTime();
			Thread thread = new Thread(this.run, "health-" + this.name);
			thread.setDaemon(true);
			thread.start();
		}

		/** What the run said, or down when its time is over. */
		Health result() {
			FutureTask<Health> current;
			long left;
			synchronized (this) {
				current = this.run;
				left = this.begun + TIME_LIMIT.toNanos() - System.nanoTime();
			}
			try {
				return current.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException ex) {
				return Health.down().withDetail("no answer within", TIME_LIMIT).build();
			}
			catch (ExecutionException ex) {
				return Health.down(ex.getCause()).build();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Health.unknown().build();
			}
		}

	}

}
