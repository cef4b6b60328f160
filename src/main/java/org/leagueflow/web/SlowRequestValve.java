package org.leagueflow.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps request bodies that arrive slowly from holding every thread. A thread waits for
 * each body, and a read time-out alone is reset by every byte. So each body has a least
 * rate after a time of grace, and of those that are not there promptly only so many may
 * be under way for one address and in all; those of which least has arrived are cut off.
 */
final class SlowRequestValve extends ValveBase {

	/** Unfinished bodies older than a second that one address may have under way. */
	static final int MAX_PER_ADDRESS = 16;

	/** Bytes per second. */
	static final long MIN_BYTES_PER_SECOND = 8 * 1024;

	private static final Duration PROMPT_TIME = Duration.ofSeconds(1);

	/** How often it is looked at, and what is prompt while half of the threads wait. */
	private static final Duration CHECK_INTERVAL = Duration.ofMillis(200);

	private static final Comparator<Body> MOST_FIRST = Comparator.comparingLong(Body::arrived).reversed();

	private static final Logger LOG = LoggerFactory.getLogger(SlowRequestValve.class);

	private final Set<Body> bodies = ConcurrentHashMap.newKeySet();

	private final int maxInAll;

	private final Duration gracePeriod;

	private ScheduledExecutorService watch;

	/**
	 * Watches the bodies of one server.
	 * @param threads how many requests the server answers at once
	 * @param gracePeriod after this a body must have arrived at the least rate
	 */
	SlowRequestValve(int threads, Duration gracePeriod) {
		super(true);
		this.gracePeriod = gracePeriod;
		this.maxInAll = Math.max(1, threads / 2);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		BoundedHttpProtocol.served().ifPresent((served) -> watch(request, served));
		getNext().invoke(request, response);
	}

	/** Also while Tomcat swallows what the application did not read. */
	private void watch(Request request, BoundedHttpProtocol.Served served) {
		SocketChannel channel = served.channel();
		if (channel != null && hasBody(request)) {
			Body body = new Body(request, channel);
			this.bodies.add(body);
			served.afterwards(() -> this.bodies.remove(body));
		}
		else {
			served.afterwards(() -> {
			});
		}
	}

	private static boolean hasBody(Request request) {
		return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
	}

	@Override
	protected synchronized void startInternal() throws LifecycleException {
		super.startInternal();
		this.watch = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "slow-bodies");
			thread.setDaemon(true);
			return thread;
		});
		this.watch.scheduleWithFixedDelay(this::look, CHECK_INTERVAL.toMillis(), CHECK_INTERVAL.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	protected synchronized void stopInternal() throws LifecycleException {
		this.watch.shutdownNow();
		super.stopInternal();
	}

	private void look() {
		try {
			Collection<Body> excess = excess(this.bodies.stream().filter(Body::unfinished).toList());
			excess.forEach(Body::cutOff);
			if (!excess.isEmpty()) {
				LOG.warn("Cut off {} slow request bodies from {} address(es)", excess.size(),
						excess.stream().map((body) -> body.address).distinct().count());
			}
		}
		catch (RuntimeException ex) {
			LOG.error("Slow request bodies could not be looked at", ex); // the next look
																			// is in a
																			// moment
		}
	}

	private Collection<Body> excess(List<Body> unfinished) {
		Duration prompt = (unfinished.size() >= this.maxInAll) ? CHECK_INTERVAL : PROMPT_TIME;
		List<Body> slow = unfinished.stream()
			.filter((body) -> body.age().compareTo(prompt) > 0)
			.sorted(MOST_FIRST)
			.toList();
		Set<Body> excess = new HashSet<>(slow.stream().filter((body) -> body.tooSlow(this.gracePeriod)).toList());
		slow.stream()
			.collect(Collectors.groupingBy((body) -> body.address))
			.values()
			.forEach((ofOne) -> ofOne.stream().skip(MAX_PER_ADDRESS).forEach(excess::add));
		slow.stream().filter((body) -> !excess.contains(body)).skip(this.maxInAll).forEach(excess::add);
		return excess;
	}

	/** A body that a thread may be waiting for. */
	private static final class Body {

		private final org.apache.coyote.Request request;

		private final long length;

		private final SocketChannel channel;

		private final String address;

		private final long since = System.nanoTime();

		private volatile boolean cut;

		Body(Request request, SocketChannel channel) {
			this.request = request.getCoyoteRequest();
			this.length = request.getContentLengthLong();
			this.channel = channel;
			this.address = request.getRemoteAddr();
		}

		long arrived() {
			return this.request.getBytesRead();
		}

		Duration age() {
			return Duration.ofNanos(System.nanoTime() - this.since);
		}

		/** Chunked, without a length, until its last chunk was read. */
		boolean unfinished() {
			return !this.cut && ((this.length >= 0) ? arrived() < this.length : !this.request.isFinished());
		}

		boolean tooSlow(Duration gracePeriod) {
			long due = age().minus(gracePeriod).toMillis();
			return due > 0 && arrived() < due * MIN_BYTES_PER_SECOND / 1000;
		}

		/** The waiting thread finds the end of the stream and answers 400. */
		void cutOff() {
			this.cut = true;
			try {
				this.channel.shutdownInput();
			}
			catch (IOException ex) {
				LOG.debug("Already gone", ex);
			}
		}

	}

}
