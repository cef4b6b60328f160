package org.leagueflow.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.quota.Places.Account;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Places of a limit over a period: counted once for each case, and never overdrawn. */
@StoryTest
class PlacesTests {

	private static final AtomicLong IDS = new AtomicLong(7_000_000_000L);

	@Autowired
	BusinessClock clock;

	@Autowired
	Places places;

	@Autowired
	TransactionTemplate transaction;

	private static Account account() {
		return new Account("probe", IDS.incrementAndGet(), "2026");
	}

	private static CaseId aCase() {
		return new CaseId(IDS.incrementAndGet());
	}

	@Test
	void aCaseTakesOnePlaceHoweverOftenItAsks() {
		Account account = account();
		CaseId one = aCase();
		assertThat(this.places.take(one, account, 1)).isTrue();
		assertThat(this.places.take(one, account, 1)).isTrue();
		assertThat(this.places.holds(one, "probe")).isTrue();
		assertThat(this.places.taken(account)).isEqualTo(1);
		assertThat(this.places.take(aCase(), account, 1)).isFalse();
		assertThat(this.places.taken(account)).isEqualTo(1);
	}

	@Test
	void aPlaceGivenBackIsThereForTheNext() {
		Account account = account();
		CaseId one = aCase();
		this.places.take(one, account, 1);
		this.places.release(one, "probe");
		this.places.release(one, "probe");
		assertThat(this.places.taken(account)).isZero();
		assertThat(this.places.holds(one, "probe")).isFalse();
		assertThat(this.places.take(aCase(), account, 1)).isTrue();
	}

	@Test
	void aLimitOfZeroGivesNoPlaceAndALoweredOneTakesNoneAway() {
		Account account = account();
		assertThat(this.places.take(aCase(), account, 0)).isFalse();
		CaseId one = aCase();
		CaseId two = aCase();
		assertThat(this.places.take(one, account, 2)).isTrue();
		assertThat(this.places.take(two, account, 2)).isTrue();
		assertThat(this.places.take(two, account, 1)).as("keeps what it has").isTrue();
		this.places.release(one, "probe");
		assertThat(this.places.take(aCase(), account, 1)).as("one is still taken").isFalse();
	}

	@Test
	void purposesUnitsAndPeriodsAreCountedApart() {
		Account account = account();
		CaseId one = aCase();
		Account otherLine = new Account("probe-two", account.unitId(), account.period());
		Account nextYear = new Account("probe", account.unitId(), "2027");
		Account nextDoor = account();
		assertThat(this.places.take(one, account, 1)).isTrue();
		assertThat(this.places.take(one, otherLine, 1)).isTrue();
		assertThat(this.places.take(aCase(), nextYear, 1)).isTrue();
		LocalDate today = this.clock.today();
		assertThat(this.places.taken("probe", List.of(account.unitId(), nextDoor.unitId()), today, today.plusDays(1)))
			.as("of whatever period")
			.containsOnly(java.util.Map.entry(account.unitId(), 2), java.util.Map.entry(nextDoor.unitId(), 0));
		assertThat(this.places.taken("probe", List.of(account.unitId()), today.plusDays(1), today.plusDays(2)))
			.containsOnly(java.util.Map.entry(account.unitId(), 0));
		assertThat(this.places.taken("probe", List.of(), today, today)).isEmpty();
		assertThat(this.places.elsewhere(account, today, today.plusDays(1))).isEqualTo(1);
		assertThat(this.places.elsewhere(account, today.minusDays(1), today)).as("the last day is not in it").isZero();
		assertThat(this.places.taken(nextYear)).isEqualTo(1);
	}

	@Test
	void aCaseThatMovesToAnotherBranchOrPeriodGivesItsOldPlaceBack() {
		Account before = account();
		Account after = account();
		CaseId one = aCase();
		this.places.take(one, before, 1);
		this.places.take(aCase(), after, 1);
		assertThat(this.places.take(one, after, 1)).as("full there").isFalse();
		assertThat(this.places.taken(before)).as("nothing is lost by a refusal").isEqualTo(1);
		assertThat(this.places.take(one, after, 2)).isTrue();
		assertThat(this.places.taken(before)).isZero();
		assertThat(this.places.taken(after)).isEqualTo(2);
	}

	@Test
	void whatIsRolledBackTookNothing() {
		Account account = account();
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.places.take(aCase(), account, 1)).isTrue();
			status.setRollbackOnly();
		});
		assertThat(this.places.taken(account)).isZero();
		assertThat(this.places.take(aCase(), account, 1)).isTrue();
	}

	/** Two meetings decide at once on the last place; so do many on the first ones. */
	@Test
	void meetingsThatDecideAtOnceDoNotOverdraw() throws Exception {
		for (int round = 0; round < 5; round++) {
			Account account = account();
			assertThat(atOnce(8, account, 3)).isEqualTo(3);
			assertThat(this.places.taken(account)).isEqualTo(3);
			assertThat(atOnce(2, account, 4)).as("the last place").isEqualTo(1);
		}
	}

	/**
	 * How many of so many cases got a place, each in a transaction that takes a while.
	 */
	private long atOnce(int cases, Account account, int most) throws Exception {
		ExecutorService meetings = Executors.newFixedThreadPool(cases);
		CountDownLatch ready = new CountDownLatch(cases);
		try {
			List<Callable<Boolean>> deciding = new ArrayList<>();
			for (int i = 0; i < cases; i++) {
				CaseId one = aCase();
				deciding.add(() -> {
					ready.countDown();
					ready.await(10, TimeUnit.SECONDS);
					return this.transaction.execute((status) -> {
						boolean taken = this.places.take(one, account, most);
						pause();
						return taken;
					});
				});
			}
			long taken = 0;
			for (Future<Boolean> one : meetings.invokeAll(deciding)) {
				taken += one.get() ? 1 : 0;
			}
			return taken;
		}
		finally {
			meetings.shutdownNow();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
