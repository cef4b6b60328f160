package org.leagueflow.web;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP/1.1 that tells {@link SlowRequestValve} which connection a thread is
 * serving, and when it has served it.
 */
public class BoundedHttpProtocol extends Http11NioProtocol {

	private static final ThreadLocal<Served> SERVED = new ThreadLocal<>();

	@Override
	protected Processor createProcessor() {
		return new Http11Processor(this, getAdapter()) {

			@Override
			public SocketState service(SocketWrapperBase<?> connection) throws IOException {
				SERVED.set(new Served(connection));
				try {
					return super.service(connection);
				}
				finally {
					SERVED.get().done();
					SERVED.remove();
				}
			}

		};
	}

	/** What this thread is serving; nothing under another protocol. */
	static Optional<Served> served() {
		return Optional.ofNullable(SERVED.get());
	}

	/** One connection while a thread serves it. */
	static final class Served {

		private final SocketWrapperBase<?> connection;

		private Runnable afterwards = () -> {
		};

		private Served(SocketWrapperBase<?> connection) {
			this.connection = connection;
		}

		/** The socket below it, or null where there is none. */
		SocketChannel channel() {
			return (this.connection.getSocket() instanceof NioChannel channel) ? channel.getIOChannel() : null;
		}

		/** Ends what the request before asked for, and runs this when this one ended. */
		void afterwards(Runnable action) {
			done();
			this.afterwards = action;
		}

		private void done() {
			this.afterwards.run();
			this.afterwards = () -> {
			};
		}

	}

}
