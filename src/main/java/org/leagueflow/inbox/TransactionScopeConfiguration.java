package org.leagueflow.inbox;

import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.SimpleTransactionScope;

/**
 * Beans of this scope live as long as the transaction in which they are first asked for.
 */
@Configuration(proxyBeanMethods = false)
class TransactionScopeConfiguration {

	static final String TRANSACTION = "transaction";

	@Bean
	static CustomScopeConfigurer transactionScope() {
		CustomScopeConfigurer scopes = new CustomScopeConfigurer();
		scopes.addScope(TRANSACTION, new SimpleTransactionScope());
		return scopes;
	}

}
