package org.leagueflow.inbox;

import java.util.function.Supplier;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a use case whose transaction collided with another one, up to three times; then
 * the collision is a {@link Refusal.Conflict}. Inside a caller's transaction nothing is
 * repeated: all is lost already, and only the caller can begin again.
 */
@Component
class ConflictRetry {

	private static final Logger LOG = LoggerFactory.getLogger(ConflictRetry.class);

	private static final int MAX_ATTEMPTS = 3;

	private final RetryTemplate retries = RetryTemplate.builder()
		.maxAttempts(MAX_ATTEMPTS)
		.retryOn(ConcurrencyFailureException.class)
		.retryOn(DuplicateKeyException.class)
		.noBackoff()
		.build();

	<T> T retry(Supplier<T> useCase) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			return useCase.get();
		}
		try {
			return this.retries.execute((attempt) -> useCase.get());
		}
		catch (ConcurrencyFailureException | DuplicateKeyException ex) {
			LOG.info("Gave up after {} collisions: {}", MAX_ATTEMPTS, ex.getMessage());
			throw new Refusal.Conflict("refusal.inbox.collision");
		}
	}

}
