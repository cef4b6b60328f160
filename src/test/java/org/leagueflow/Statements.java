package org.leagueflow;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records what one thread asks of the database: one line per call that goes to the server
 * and back. Stands between pool and driver, so that what the pool adds when a connection
 * is lent and returned is counted, too.
 */
@Component
public final class Statements implements BeanPostProcessor, PriorityOrdered {

	/** A request with this header is recorded under the header's value. */
	public static final String HEADER = "X-Statements";

	/** setReadOnly stays in the driver: readOnlyPropagatesToServer is off. */
	private static final List<String> SWITCHES = List.of("setAutoCommit", "setTransactionIsolation", "setCatalog",
			"setNetworkTimeout");

	private static final List<String> ROUND_TRIPS = List.of("commit", "rollback", "isValid");

	private static final ThreadLocal<List<String>> LINES = new ThreadLocal<>();

	private final Map<String, List<String>> requests = new ConcurrentHashMap<>();

	/** What the calling thread asks while it does this work. */
	public static <T> Recorded<T> of(Callable<T> work) throws Exception {
		List<String> lines = new ArrayList<>();
		LINES.set(lines);
		try {
			return new Recorded<>(work.call(), lines);
		}
		finally {
			LINES.remove();
		}
	}

	/** What the request with this value of the header asked; forgotten afterwards. */
	public List<String> ofRequest(String key) {
		return this.requests.remove(key);
	}

	/** Before those that ask for the pool while they are made. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
			pool.setDataSource(new Recording(new DriverDataSource(pool.getJdbcUrl(), pool.getDriverClassName(),
					pool.getDataSourceProperties(), pool.getUsername(), pool.getPassword())));
		}
		return bean;
	}

	private static Object called(Connection connection, Method method, Object[] args) throws Throwable {
		List<String> lines = LINES.get();
		if (lines == null) {
			return invoke(connection, method, args);
		}
		if (ROUND_TRIPS.contains(method.getName()) || switches(connection, method, args)) {
			lines.add(method.getName() + ((args != null) ? " " + args[0] : ""));
		}
		Object result = invoke(connection, method, args);
		if (result instanceof PreparedStatement statement) {
			return proxy(PreparedStatement.class, (proxy, call, words) -> {
				if (call.getName().startsWith("execute")) {
					lines.add(((String) args[0]).replaceAll("\\s+", " "));
				}
				return invoke(statement, call, words);
			});
		}
		return (result instanceof Statement statement) ? proxy(Statement.class, (proxy, call, words) -> {
			if (call.getName().startsWith("execute")) {
				lines.add((words != null) ? words[0].toString() : call.getName());
			}
			return invoke(statement, call, words);
		}) : result;
	}

	/** A switch that stands as asked already stays in the driver. */
	private static boolean switches(Connection connection, Method method, Object[] args) throws SQLException {
		return SWITCHES.contains(method.getName()) && switch (method.getName()) {
			case "setAutoCommit" -> !args[0].equals(connection.getAutoCommit());
			case "setCatalog" -> !args[0].equals(connection.getCatalog());
			case "setNetworkTimeout" -> false; // of the socket
			default -> true;
		};
	}

	private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
		try {
			return method.invoke(target, args);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	/**
	 * What was recorded.
	 *
	 * @param result what the work returned
	 * @param lines one per round trip, in their order
	 */
	public record Recorded<T>(T result, List<String> lines) {

		/** How many transactions ended. */
		public long transactions() {
			return this.lines.stream().filter((line) -> line.equals("commit") || line.equals("rollback")).count();
		}

	}

	/** The driver's connections, each with a recorder around it. */
	private static final class Recording extends DelegatingDataSource {

		Recording(DataSource driver) {
			super(driver);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return recorded(super.getConnection());
		}

		@Override
		public Connection getConnection(String user, String password) throws SQLException {
			return recorded(super.getConnection(user, password));
		}

		private static Connection recorded(Connection connection) {
			return proxy(Connection.class, (proxy, method, args) -> called(connection, method, args));
		}

	}

	/** Records requests that ask for it. */
	@Component
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static final class Requests extends OncePerRequestFilter {

		private final Statements statements;

		Requests(Statements statements) {
			this.statements = statements;
		}

		@Override
		protected boolean shouldNotFilter(HttpServletRequest request) {
			return request.getHeader(HEADER) == null;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			List<String> lines = new ArrayList<>();
			LINES.set(lines);
			try {
				chain.doFilter(request, response);
			}
			finally {
				LINES.remove();
				this.statements.requests.put(request.getHeader(HEADER), lines);
			}
		}

	}

}
