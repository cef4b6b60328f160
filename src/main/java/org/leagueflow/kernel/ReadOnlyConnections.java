package org.leagueflow.kernel;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lends connections to read-only transactions and leaves them in auto-commit: under READ
 * COMMITTED every statement sees what is committed when it begins, with a transaction
 * around it or without, so that switching auto-commit off, committing and switching it on
 * again are three round trips for nothing. Locks would end with their statement, so that
 * a statement that takes one is refused.
 */
final class ReadOnlyConnections extends DelegatingDataSource {

	private static final String LOCKING = "FOR UPDATE";

	ReadOnlyConnections(DataSource pool) {
		super(pool);
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		connection.setReadOnly(true);
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, new Reading(connection));
	}

	/** Answers what begins and ends a transaction by itself. */
	private static final class Reading implements InvocationHandler {

		private final Connection connection;

		private boolean autoCommit = true;

		Reading(Connection connection) {
			this.connection = connection;
		}

		@Override
		public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
			switch (method.getName()) {
				case "getAutoCommit":
					return this.autoCommit;
				case "setAutoCommit":
					this.autoCommit = (Boolean) args[0];
					return null;
				case "commit", "rollback":
					return null;
				case "prepareStatement":
					check((String) args[0]);
					break;
				default:
			}
			return asked(method, args);
		}

		private static void check(String sql) throws SQLException {
			int end = sql.length() - LOCKING.length();
			if (sql.regionMatches(true, end, LOCKING, 0, LOCKING.length())) {
				throw new SQLException("A read-only transaction holds no lock: " + sql);
			}
		}

		private Object asked(Method method, Object[] args) throws Throwable {
			try {
				return method.invoke(this.connection, args);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		}

	}

}
