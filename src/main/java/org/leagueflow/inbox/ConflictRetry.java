package org.leagueflow.inbox;

import java.util.function.Supplier;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a use case whose transaction collided with another one, up to three times; then
 * the collision is a {@link Refusal.Conflict}.
 */
@Component
class ConflictRetry {

	private static final Logger LOG = LoggerFactory.getLogger(ConflictRetry.class);

	private static final int MAX_ATTEMPTS = 3;

	<T> T retry(Supplier<T> useCase) {
		for (int attempt = 1;; attempt++) {
			try {
				return useCase.get();
			}
			catch (ConcurrencyFailureException | DuplicateKeyException ex) {
				// Inside a caller's transaction all is lost already: only the caller can
				// repeat it.
				if (TransactionSynchronizationManager.isActualTransactionActive()) {
					throw ex;
				}
				if (attempt == MAX_ATTEMPTS) {
					LOG.info("Gave up after {} collisions: {}", MAX_ATTEMPTS, ex.getMessage());
					throw new Refusal.Conflict("refusal.inbox.collision");
				}
			}
		}
	}

}
