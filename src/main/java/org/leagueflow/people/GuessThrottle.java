package org.leagueflow.people;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.ServerKey;
import org.leagueflow.web.TooManyGuesses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down whoever guesses passwords and one-time codes, by address and account
 * together, so that nobody keeps somebody else out. A known device is counted by itself:
 * what others do at the same address or account does not slow it down. Every count is
 * committed at once, whatever becomes of the caller's transaction.
 */
@Component
class GuessThrottle {

	private static final Logger log = LoggerFactory.getLogger(GuessThrottle.class);

	private static final Duration KEPT = Duration.ofDays(2);

	private static final int TRIES = 5;

	private final GuessCounts counts;

	private final ServerKey key;

	private final BusinessClock clock;

	private final TransactionTemplate transaction;

	GuessThrottle(GuessCounts counts, ServerKey key, BusinessClock clock, PlatformTransactionManager transactions) {
		this.counts = counts;
		this.key = key;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Lets a try through, which counts as failed until {@link #succeeded} is called: of
	 * many at once no more get through than one after the other.
	 * @return how long to wait instead; zero when the try may go on
	 */
	Duration admit(Guess guess) {
		Instant now = now();
		Duration wait = guess.known() ? Duration.ZERO : longer(wait(GuessLimit.ACCOUNT, accountKey(guess), now),
				wait(GuessLimit.ADDRESS, addressKey(guess), now));
		return !wait.isZero() ? wait : inTransaction(() -> charge(guess));
	}

	private Duration charge(Guess guess) {
		String own = ownKey(guess);
		Optional<GuessCount> count = this.counts.lock(own);
		Instant now = now(); // behind the lock: later than what others left
		Duration wait = count.map((known) -> GuessLimit.BOTH.wait(one(known), now)).orElse(Duration.ZERO);
		if (wait.isZero()) {
			store(own, guess, count,
					(known) -> new GuessCount(GuessLimit.BOTH.left(known, now) + 1, known.successes(), now));
		}
		return wait;
	}

	/** The owner's earlier successes allow no further failures on one account. */
	private static GuessCount one(GuessCount count) {
		return new GuessCount(count.failures(), 0, count.lastAt());
	}

	/**
	 * The try was wrong.
	 * @return whether the next one has to wait, and this one had not
	 */
	boolean failed(Guess guess) {
		Instant now = now();
		int before = this.counts.find(ownKey(guess)).map(GuessCount::failures).orElse(0);
		if (!guess.known()) {
			fail(GuessLimit.ADDRESS, addressKey(guess), guess, now);
			fail(GuessLimit.ACCOUNT, accountKey(guess), guess, now);
		}
		return before == GuessLimit.BOTH.free() + 1;
	}

	private void fail(GuessLimit limit, String key, Guess guess, Instant now) {
		if (key != null) {
			inTransaction(() -> store(key, guess, this.counts.lock(key),
					(count) -> new GuessCount(limit.left(count, now) + 1, count.successes(), now)));
		}
	}

	/** The try was right: earlier mistakes count no more. */
	void succeeded(Guess guess) {
		Instant now = now();
		boolean first = inTransaction(() -> {
			Optional<GuessCount> count = this.counts.lock(ownKey(guess));
			store(ownKey(guess), guess, count, (known) -> new GuessCount(0, 1, now));
			return count.map(GuessCount::successes).orElse(0) == 0;
		});
		if (first && !guess.known()) {
			inTransaction(() -> store(addressKey(guess), guess, this.counts.lock(addressKey(guess)),
					(count) -> new GuessCount(count.failures(), count.successes() + 1, count.lastAt())));
		}
	}

	/**
	 * Looks at an answer unless there is a wait; a wrong one counts. Call it outside a
	 * transaction.
	 * @param field where the answer was typed
	 * @throws Refusal.Invalid at that field, while there is a wait
	 */
	void check(String field, Guess guess, BooleanSupplier right) {
		Duration wait = admit(guess);
		if (!wait.isZero()) {
			throw Refusal.Invalid.field(field, "refusal.people.guess-wait", TooManyGuesses.seconds(wait));
		}
		if (right.getAsBoolean()) {
			succeeded(guess);
		}
		else {
			failed(guess);
		}
	}

	/** Forgets all tries at this account; an administrator knows whose they were. */
	void forgive(String account) {
		this.counts.removeOf(hash("account", account));
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void removeOld() {
		inTransaction(() -> this.counts.removeBefore(now().minus(KEPT)));
	}

	private int store(String key, Guess guess, Optional<GuessCount> known, UnaryOperator<GuessCount> change) {
		GuessCount count = change.apply(known.orElse(new GuessCount(0, 0, now())));
		if (known.isPresent()) {
			this.counts.set(key, count);
		}
		else {
			boolean ofAccount = !key.equals(addressKey(guess)) && !guess.account().isEmpty();
			this.counts.add(key, ofAccount ? hash("account", guess.account()) : null, count);
		}
		return count.failures();
	}

	private Duration wait(GuessLimit limit, String key, Instant now) {
		return (key == null) ? Duration.ZERO
				: this.counts.find(key).map((count) -> limit.wait(count, now)).orElse(Duration.ZERO);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	/** Two that come first at once collide; the second one finds what the first left. */
	private <T> T inTransaction(Supplier<T> work) {
		for (int left = TRIES; true; left--) {
			try {
				return this.transaction.execute((status) -> work.get());
			}
			catch (DuplicateKeyException | PessimisticLockingFailureException ex) {
				if (left == 1) {
					throw ex;
				}
				log.debug("Counting a guess again", ex);
			}
		}
	}

	private String ownKey(Guess guess) {
		return hash(guess.known() ? "device" : "both", guess.about(), guess.account(),
				guess.known() ? guess.device() : guess.address());
	}

	private String addressKey(Guess guess) {
		return hash("address", guess.about(), guess.address());
	}

	/** Codes that belong to nobody have no account to slow down. */
	private String accountKey(Guess guess) {
		return guess.account().isEmpty() ? null : hash("anywhere", guess.about(), guess.account());
	}

	private String hash(String... parts) {
		return HexFormat.of().formatHex(this.key.mark("leagueflow/guess-throttle", String.join("\n", parts)));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
