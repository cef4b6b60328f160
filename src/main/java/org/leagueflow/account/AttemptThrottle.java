package org.leagueflow.account;

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
import org.leagueflow.web.TooManyAttempts;
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
 * Delays repeated attempts at passwords and one-time codes, by address and account
 * together, so that nobody can lock out somebody else. A known device is counted apart.
 */
@Component
class AttemptThrottle {

	private static final Logger log = LoggerFactory.getLogger(AttemptThrottle.class);

	private static final Duration RETENTION = Duration.ofDays(2);

	private static final int MAX_WRITE_ATTEMPTS = 5;

	private final AttemptCounts counts;

	private final ServerKey key;

	private final BusinessClock clock;

	private final TransactionTemplate transaction;

	AttemptThrottle(AttemptCounts counts, ServerKey key, BusinessClock clock, PlatformTransactionManager transactions) {
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
	Duration admit(CredentialAttempt attempt) {
		Instant now = now();
		Duration wait = attempt.known() ? Duration.ZERO : longer(wait(AttemptLimit.ACCOUNT, accountKey(attempt), now),
				wait(AttemptLimit.ADDRESS, addressKey(attempt), now));
		return !wait.isZero() ? wait : inTransaction(() -> charge(attempt));
	}

	private Duration charge(CredentialAttempt attempt) {
		String own = ownKey(attempt);
		Optional<AttemptCount> count = this.counts.lock(own);
		Instant now = now(); // behind the lock: later than what others left
		Duration wait = count.map((known) -> AttemptLimit.BOTH.wait(one(known), now)).orElse(Duration.ZERO);
		if (wait.isZero()) {
			store(own, attempt, count,
					(known) -> new AttemptCount(AttemptLimit.BOTH.left(known, now) + 1, known.successes(), now));
		}
		return wait;
	}

	/** The owner's earlier successes allow no further failures on one account. */
	private static AttemptCount one(AttemptCount count) {
		return new AttemptCount(count.failures(), 0, count.lastAt());
	}

	/**
	 * The try was wrong.
	 * @return whether the next one has to wait, and this one had not
	 */
	boolean failed(CredentialAttempt attempt) {
		Instant now = now();
		int before = this.counts.find(ownKey(attempt)).map(AttemptCount::failures).orElse(0);
		if (!attempt.known()) {
			fail(AttemptLimit.ADDRESS, addressKey(attempt), attempt, now);
			fail(AttemptLimit.ACCOUNT, accountKey(attempt), attempt, now);
		}
		return before == AttemptLimit.BOTH.free() + 1;
	}

	private void fail(AttemptLimit limit, String key, CredentialAttempt attempt, Instant now) {
		if (key != null) {
			inTransaction(() -> store(key, attempt, this.counts.lock(key),
					(count) -> new AttemptCount(limit.left(count, now) + 1, count.successes(), now)));
		}
	}

	/** The try was right: earlier mistakes count no more. */
	void succeeded(CredentialAttempt attempt) {
		Instant now = now();
		boolean first = inTransaction(() -> {
			Optional<AttemptCount> count = this.counts.lock(ownKey(attempt));
			store(ownKey(attempt), attempt, count, (known) -> new AttemptCount(0, 1, now));
			return count.map(AttemptCount::successes).orElse(0) == 0;
		});
		if (first && !attempt.known()) {
			inTransaction(() -> store(addressKey(attempt), attempt, this.counts.lock(addressKey(attempt)),
					(count) -> new AttemptCount(count.failures(), count.successes() + 1, count.lastAt())));
		}
	}

	/**
	 * Looks at an answer unless there is a wait; a wrong one counts. Call it outside a
	 * transaction.
	 * @param field where the answer was typed
	 * @throws Refusal.Invalid at that field, while there is a wait
	 */
	void check(String field, CredentialAttempt attempt, BooleanSupplier right) {
		Duration wait = admit(attempt);
		if (!wait.isZero()) {
			throw Refusal.Invalid.field(field, "refusal.people.guess-wait", TooManyAttempts.seconds(wait));
		}
		if (right.getAsBoolean()) {
			succeeded(attempt);
		}
		else {
			failed(attempt);
		}
	}

	/** Forgets all tries at this account; an administrator knows whose they were. */
	void forgive(String account) {
		this.counts.removeOf(hash("account", account));
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void removeOld() {
		inTransaction(() -> this.counts.removeBefore(now().minus(RETENTION)));
	}

	private int store(String key, CredentialAttempt attempt, Optional<AttemptCount> known,
			UnaryOperator<AttemptCount> change) {
		AttemptCount count = change.apply(known.orElse(new AttemptCount(0, 0, now())));
		if (known.isPresent()) {
			this.counts.set(key, count);
		}
		else {
			boolean ofAccount = !key.equals(addressKey(attempt)) && !attempt.account().isEmpty();
			this.counts.add(key, ofAccount ? hash("account", attempt.account()) : null, count);
		}
		return count.failures();
	}

	private Duration wait(AttemptLimit limit, String key, Instant now) {
		return (key == null) ? Duration.ZERO
				: this.counts.find(key).map((count) -> limit.wait(count, now)).orElse(Duration.ZERO);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	/** Two that come first at once collide; the second one finds what the first left. */
	private <T> T inTransaction(Supplier<T> work) {
		for (int left = MAX_WRITE_ATTEMPTS; true; left--) {
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

	private String ownKey(CredentialAttempt attempt) {
		return hash(attempt.known() ? "device" : "both", attempt.about(), attempt.account(),
				attempt.known() ? attempt.device() : attempt.address());
	}

	private String addressKey(CredentialAttempt attempt) {
		return hash("address", attempt.about(), attempt.address());
	}

	/** Codes that belong to nobody have no account to slow down. */
	private String accountKey(CredentialAttempt attempt) {
		return attempt.account().isEmpty() ? null : hash("anywhere", attempt.about(), attempt.account());
	}

	private String hash(String... parts) {
		return HexFormat.of().formatHex(this.key.mark("leagueflow/guess-throttle", String.join("\n", parts)));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
