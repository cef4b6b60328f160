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
 * Repeats a use case whose transaction collided with another one, a few times; a lost
 * race that stays lost is a conflict and no bug.
 */
@Component
class Patience {

	private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

	private static final int TRIES = 3;

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
				if (attempt == TRIES) {
					LOG.info("Gave up after {} collisions: {}", TRIES, ex.getMessage());
					throw new Refusal.Conflict("refusal.inbox.collision");
				}
			}
		}
	}

}
