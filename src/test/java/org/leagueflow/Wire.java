package org.leagueflow;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One kept-open HTTP connection to this machine that costs next to nothing itself, so
 * that a benchmark on the same processors measures the server and not the client.
 */
public final class Wire implements AutoCloseable {

	private static final long MAX_IDLE = TimeUnit.SECONDS.toNanos(5);

	private final int port;

	private Socket socket;

	private InputStream in;

	private long usedAt;

	public Wire(int port) {
		this.port = port;
	}

	/** The port that ends an address. */
	public static Wire to(String address) {
		return new Wire(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
	}

	public Answer get(String path, Map<String, String> headers) throws IOException {
		return ask("GET", path, headers, new byte[0]);
	}

	public Answer post(String path, Map<String, String> headers, byte[] body) throws IOException {
		return ask("POST", path, headers, body);
	}

	private Answer ask(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
		if (this.socket != null && System.nanoTime() - this.usedAt > MAX_IDLE) {
			close(); // the server closes what was idle, without saying so
		}
		if (this.socket == null) {
			this.socket = new Socket("127.0.0.1", this.port);
			this.socket.setTcpNoDelay(true);
			this.in = new BufferedInputStream(this.socket.getInputStream(), 1 << 14);
		}
		StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
		if (!headers.containsKey("Host")) {
			head.append("Host: 127.0.0.1\r\n");
		}
		headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
		all.writeBytes(body);
		this.socket.getOutputStream().write(all.toByteArray());
		Answer answer = answer();
		this.usedAt = System.nanoTime();
		return answer;
	}

	private Answer answer() throws IOException {
		int status = Integer.parseInt(line().split(" ")[1]);
		List<String> headers = new ArrayList<>();
		for (String line = line(); !line.isEmpty(); line = line()) {
			headers.add(line);
		}
		Answer answer = new Answer(status, headers, new byte[0]);
		byte[] body = answer.all("Transfer-Encoding").isEmpty() ? this.in.readNBytes(length(answer)) : chunks();
		if (answer.all("Connection").contains("close")) {
			close();
		}
		return new Answer(status, headers, body);
	}

	private static int length(Answer answer) {
		return answer.all("Content-Length").stream().mapToInt(Integer::parseInt).findFirst().orElse(0);
	}

	private byte[] chunks() throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
			all.writeBytes(this.in.readNBytes(length));
			line();
		}
		line();
		return all.toByteArray();
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int read = this.in.read(); read != '\n'; read = this.in.read()) {
			if (read < 0) {
				throw new EOFException("The server closed the connection");
			}
			if (read != '\r') {
				line.append((char) read);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		if (this.socket != null) {
			this.socket.close();
			this.socket = null;
		}
	}

	/** What came back. */
	public record Answer(int status, List<String> headers, byte[] body) {

		public List<String> all(String name) {
			return this.headers.stream()
				.filter((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
				.map((line) -> line.substring(name.length() + 1).strip())
				.toList();
		}

		public String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

	}

}
