package org.leagueflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Stands before a server on this machine and makes faults that a network makes: it stands
 * still, or it does something to the server in the moment when an answer is on its way
 * and nobody has it yet.
 */
public final class FaultProxy implements AutoCloseable {

	private final ServerSocket door;

	private volatile int target;

	private volatile boolean still;

	private final AtomicInteger asked = new AtomicInteger();

	/** What happens instead of the next answer that begins with a redirect. */
	private final AtomicReference<Runnable> trap = new AtomicReference<>();

	/**
	 * Opens a door for the server.
	 * @param target the port of the server
	 */
	public FaultProxy(int target) throws IOException {
		this.target = target;
		this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		thread("door", this::serve);
	}

	public int port() {
		return this.door.getLocalPort();
	}

	/** Leads new connections elsewhere. */
	public void target(int port) {
		this.target = port;
	}

	/** Nothing goes through, in neither direction, but nothing is closed. */
	public void standStill(boolean on) {
		this.still = on;
	}

	/** How many requests that change something wait for their answers. */
	public int serving() {
		return this.asked.get();
	}

	/**
	 * The next redirect that answers a change (so it is committed) is not passed on;
	 * instead this is run and the connection is cut.
	 */
	public void insteadOfTheNextAnswer(Runnable action) {
		this.trap.set(action);
	}

	public boolean trapped() {
		return this.trap.get() == null;
	}

	private void serve() {
		while (!this.door.isClosed()) {
			try {
				Socket client = this.door.accept();
				thread("connection", () -> connect(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void connect(Socket client) {
		try (Socket asking = client; Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target)) {
			asking.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			AtomicInteger open = new AtomicInteger();
			Predicate<String> asks = (bytes) -> {
				if (bytes.startsWith("POST ")) {
					open.incrementAndGet();
					this.asked.incrementAndGet();
				}
				return true;
			};
			Predicate<String> answers = (bytes) -> !bytes.startsWith("HTTP/1.1 ") || answered(open, bytes);
			try {
				Thread there = thread("request", () -> pump(asking, server, asks));
				pump(server, asking, answers);
				there.join();
			}
			finally {
				this.asked.addAndGet(-open.getAndSet(0));
			}
		}
		catch (IOException ex) {
			// the server is not there, or somebody hung up
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether the answer may go on to whoever asked. */
	private boolean answered(AtomicInteger open, String bytes) {
		if (open.get() == 0) {
			return true;
		}
		if (bytes.startsWith("HTTP/1.1 302")) {
			Runnable action = this.trap.getAndSet(null);
			if (action != null) {
				action.run();
				return false;
			}
		}
		open.decrementAndGet();
		this.asked.decrementAndGet();
		return true;
	}

	private void pump(Socket from, Socket to, Predicate<String> passes) {
		byte[] buffer = new byte[1 << 14];
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				while (this.still && !this.door.isClosed()) {
					Thread.sleep(20);
				}
				if (!passes.test(new String(buffer, 0, Math.min(length, 40), StandardCharsets.ISO_8859_1))) {
					break;
				}
				out.write(buffer, 0, length);
				out.flush();
			}
		}
		catch (IOException ex) {
			// one side hung up
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		close(from);
		close(to);
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// then it is closed
		}
	}

	private static Thread thread(String name, Runnable work) {
		Thread thread = new Thread(work, "proxy-" + name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

}
