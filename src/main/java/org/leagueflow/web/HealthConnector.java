package org.leagueflow.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * A second port that answers {@code /actuator/health} and nothing else, with threads of
 * its own: whoever watches the node hears of it while every other thread is busy.
 */
final class HealthConnector extends ValveBase {

	private static final int THREADS = 4;

	private static final int MAX_CONNECTIONS = 50;

	private static final Duration BETWEEN_BYTES = Duration.ofSeconds(5);

	private final Connector connector;

	/**
	 * Takes a port of its own.
	 * @param port the port, 0 for one that is free
	 */
	HealthConnector(int port) {
		super(true);
		Http11NioProtocol protocol = new Http11NioProtocol();
		protocol.setMaxThreads(THREADS);
		protocol.setMinSpareThreads(1);
		protocol.setMaxConnections(MAX_CONNECTIONS);
		protocol.setConnectionTimeout((int) BETWEEN_BYTES.toMillis());
		this.connector = new Connector(protocol);
		this.connector.setPort(port);
	}

	Connector connector() {
		return this.connector;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (request.getConnector() == this.connector && !asksForHealth(request.getDecodedRequestURI())) {
			response.setStatus(404);
			return;
		}
		getNext().invoke(request, response);
	}

	private static boolean asksForHealth(String path) {
		return path != null && (path.equals("/actuator/health") || path.startsWith("/actuator/health/"));
	}

}
