package org.leagueflow.kernel;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lends connections to read-only transactions and leaves them in auto-commit: under READ
 * COMMITTED every statement sees what is committed when it begins, with a transaction
 * around it or without, so that switching auto-commit off, committing and switching it on
 * again are three round trips for nothing. Locks would end with their statement, so that
 * a statement that takes one is refused, and so is one that writes, which H2 would not
 * undo.
 */
final class ReadOnlyConnections extends DelegatingDataSource {

	private static final Pattern LOCKING = Pattern.compile("\\bFOR (UPDATE|SHARE)\\b", Pattern.CASE_INSENSITIVE);

	/** H2 writes on a read-only connection; MySQL refuses. */
	private static final Pattern WRITING = Pattern.compile("\\s*(INSERT|UPDATE|DELETE|MERGE|REPLACE)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	ReadOnlyConnections(DataSource pool) {
		super(pool);
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		try {
			connection.setReadOnly(true);
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
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
			if (LOCKING.matcher(sql).find()) {
				throw new SQLException("A read-only transaction holds no lock: " + sql);
			}
			if (WRITING.matcher(sql).matches()) {
				throw new SQLException("A read-only transaction writes nothing: " + sql);
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
