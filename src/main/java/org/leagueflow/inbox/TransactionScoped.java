package org.leagueflow.inbox;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Objects bound to the current transaction: found among its synchronizations, and
 * registered on first use.
 */
final class TransactionScoped {

	private TransactionScoped() {
	}

	static <S extends TransactionSynchronization> S get(Class<S> type, Predicate<S> which, Supplier<S> fresh) {
		return TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(type::isInstance)
			.map(type::cast)
			.filter(which)
			.findFirst()
			.orElseGet(() -> attach(fresh.get()));
	}

	private static <S extends TransactionSynchronization> S attach(S fresh) {
		TransactionSynchronizationManager.registerSynchronization(fresh);
		return fresh;
	}

}
