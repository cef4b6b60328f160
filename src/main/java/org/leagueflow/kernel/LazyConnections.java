package org.leagueflow.kernel;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Lends a connection when the first statement needs it, so that a transaction that asks
 * the database nothing neither begins nor commits there, and one that only reads asks no
 * more than its questions.
 */
@Component
class LazyConnections implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof HikariDataSource pool) ? lazy(pool) : bean;
	}

	private static LazyConnectionDataSourceProxy lazy(HikariDataSource pool) {
		LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
		lazy.setTargetDataSource(pool);
		lazy.setReadOnlyDataSource(new ReadOnlyConnections(pool));
		lazy.setDefaultAutoCommit(true);
		lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
		return lazy;
	}

}
