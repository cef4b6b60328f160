package org.leagueflow.inbox;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Writes down what is asked of the database while it is told to, call by call: one line
 * is one way to the server and back. Costs nothing while it is not.
 */
final class Statements implements BeanPostProcessor {

	private static final List<String> WAYS = List.of("commit", "rollback", "setAutoCommit", "setReadOnly",
			"setTransactionIsolation");

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private volatile boolean listening;

	void listen() {
		this.lines.clear();
		this.listening = true;
	}

	/** What was asked since it began to listen. */
	List<String> stop() {
		this.listening = false;
		return List.copyOf(this.lines);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource database) ? new Heard(database) : bean;
	}

	private Object connection(Method method, Object[] args, Object result) {
		if (WAYS.contains(method.getName())) {
			this.lines.add(method.getName() + ((args != null) ? " " + args[0] : ""));
		}
		if (result instanceof PreparedStatement statement) {
			return wrap(PreparedStatement.class, statement, (call, ignored, back) -> {
				if (call.getName().startsWith("execute")) {
					this.lines.add(((String) args[0]).replaceAll("\\s+", " "));
				}
				return back;
			});
		}
		return (result instanceof Statement statement) ? wrap(Statement.class, statement, (call, words, back) -> {
			if (call.getName().startsWith("execute")) {
				this.lines.add((words != null) ? words[0].toString() : call.getName());
			}
			return back;
		}) : result;
	}

	private static <T> T wrap(Class<T> type, T target, Listener listener) {
		InvocationHandler handler = (proxy, method, args) -> {
			try {
				return listener.heard(method, args, method.invoke(target, args));
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		};
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	/** The pool, heard only while somebody listens. */
	private final class Heard extends DelegatingDataSource {

		Heard(DataSource pool) {
			super(pool);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return Statements.this.listening ? wrap(Connection.class, connection, Statements.this::connection)
					: connection;
		}

	}

	/** Hears of a call after it was made and may answer something else. */
	private interface Listener {

		Object heard(Method method, Object[] args, Object result);

	}

}
