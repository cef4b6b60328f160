package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.PingHealthIndicator;
import org.springframework.boot.actuate.health.Status;

/** Health answers in time, whatever hangs, and never piles up threads. */
class TimeLimitedHealthTests {

	private final TimeLimitedHealth inTime = new TimeLimitedHealth();

	@Test
	void severalChecksThatHangCostTheirTimeOnlyOnceAndOneThreadEach() throws InterruptedException {
		CountDownLatch database = new CountDownLatch(1);
		AtomicInteger begun = new AtomicInteger();
		List<HealthIndicator> hanging = IntStream.range(0, 3)
			.mapToObj((i) -> indicator(() -> stuck(database, begun), "c" + i))
			.toList();
		HealthIndicator ping = indicator(new PingHealthIndicator(), "ping");
		for (int i = 0; i < 3; i++) {
			long start = System.nanoTime();
			assertThat(hanging).allSatisfy((one) -> assertThat(one.health().getStatus()).isEqualTo(Status.DOWN));
			assertThat(ping.health().getStatus()).isEqualTo(Status.UP);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
		}
		assertThat(begun.get()).isEqualTo(3);
		database.countDown();
		Thread.sleep(500);
		assertThat(hanging).allSatisfy((one) -> assertThat(one.health().getStatus()).isEqualTo(Status.UP));
	}

	@Test
	void aCheckThatBreaksIsDownAndTheNextOneAsksAgain() throws InterruptedException {
		AtomicInteger asked = new AtomicInteger();
		HealthIndicator one = indicator(() -> {
			if (asked.getAndIncrement() == 0) {
				throw new IllegalStateException("gone");
			}
			return Health.up().build();
		}, "one");
		assertThat(one.health().getStatus()).isEqualTo(Status.DOWN);
		Thread.sleep(300);
		assertThat(one.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void whatIsNoCheckStaysWhatItIs() {
		assertThat(this.inTime.postProcessAfterInitialization("bean", "bean")).isEqualTo("bean");
	}

	private static Health stuck(CountDownLatch until, AtomicInteger begun) {
		begun.incrementAndGet();
		try {
			until.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return Health.up().build();
	}

	private HealthIndicator indicator(HealthIndicator bean, String name) {
		return (HealthIndicator) this.inTime.postProcessAfterInitialization(bean, name);
	}

}
