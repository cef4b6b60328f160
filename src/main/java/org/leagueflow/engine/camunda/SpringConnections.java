package org.leagueflow.engine.camunda;

import java.sql.Connection;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.Transaction;
import org.apache.ibatis.transaction.TransactionFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Lets the engine work on the connection of the running transaction as it is; through the
 * engine's usual proxy each of its statements would be called by reflection.
 */
class SpringConnections implements TransactionFactory {

	@Override
	public Transaction newTransaction(DataSource dataSource, TransactionIsolationLevel level, boolean autoCommit) {
		DataSource pool = (dataSource instanceof TransactionAwareDataSourceProxy proxy) ? proxy.getTargetDataSource()
				: dataSource;
		return new Borrowed(pool);
	}

	@Override
	public Transaction newTransaction(Connection connection) {
		throw new UnsupportedOperationException("The engine never brings a connection of its own");
	}

	@Override
	public void setProperties(Properties properties) {
		// there are none
	}

	/** A connection that belongs to whoever began the transaction. */
	private static final class Borrowed implements Transaction {

		private final DataSource pool;

		private Connection connection;

		Borrowed(DataSource pool) {
			this.pool = pool;
		}

		@Override
		public Connection getConnection() {
			if (this.connection == null) {
				this.connection = DataSourceUtils.getConnection(this.pool);
			}
			return this.connection;
		}

		/** Spring does. */
		@Override
		public void commit() {
			// nothing is the engine's to commit
		}

		/** Spring does. */
		@Override
		public void rollback() {
			// nothing is the engine's to take back
		}

		@Override
		public void close() {
			DataSourceUtils.releaseConnection(this.connection, this.pool);
			this.connection = null;
		}

		@Override
		public Integer getTimeout() {
			return null;
		}

	}

}
