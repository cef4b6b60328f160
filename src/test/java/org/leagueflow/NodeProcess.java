package org.leagueflow;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A whole node as a process of its own, without the test's classes. */
final class NodeProcess {

	private final String name;

	private final List<String> command = new ArrayList<>();

	private final int port;

	private final Path log;

	private Process process;

	/**
	 * @param before folders that come before the application's own on the class path
	 * @param options of the application
	 */
	NodeProcess(String name, List<Path> before, List<String> options) throws IOException {
		this.name = name;
		this.port = freePort();
		this.log = Path.of("target/nodes/" + name + ".log");
		Files.createDirectories(this.log.getParent());
		Files.deleteIfExists(this.log);
		String own = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((part) -> !part.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
		String path = before.stream().map((folder) -> folder + File.pathSeparator).collect(Collectors.joining()) + own;
		this.command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx384m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp", path, LeagueFlow.class.getName(),
				"--server.port=" + this.port, "--leagueflow.node=" + name));
		this.command.addAll(options);
	}

	String name() {
		return this.name;
	}

	int port() {
		return this.port;
	}

	NodeProcess start() throws IOException {
		this.process = new ProcessBuilder(this.command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
			.start();
		return this;
	}

	/** SIGKILL, and gone. */
	void kill() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean serves() {
		return health("/actuator/health/readiness") == 200;
	}

	/** The status with which the node answers for its health, 0 for no answer. */
	int health(String path) {
		if (!this.process.isAlive()) {
			throw new AssertionError(this.name + " ended with " + this.process.exitValue() + "; see " + this.log);
		}
		try {
			HttpURLConnection asked = (HttpURLConnection) URI.create("http://127.0.0.1:" + this.port + path)
				.toURL()
				.openConnection();
			asked.setConnectTimeout(1000);
			asked.setReadTimeout(5000);
			return asked.getResponseCode();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	void awaitServing() throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(6);
		while (!serves()) {
			if (System.nanoTime() > end) {
				throw new AssertionError(this.name + " does not serve; see " + this.log);
			}
			Thread.sleep(200);
		}
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
