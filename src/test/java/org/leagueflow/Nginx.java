package org.leagueflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real nginx with the configuration that docker-compose.yml mounts, in front of nodes
 * on this machine. Only what differs between a container and here is replaced: ports,
 * directories, and the address it calls the nodes from.
 */
public final class Nginx implements AutoCloseable {

	/** From where the nodes see the proxy come; a client on this machine has another. */
	public static final String ADDRESS = "127.0.0.9";

	private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

	private final Process process;

	private Nginx(Process process) {
		this.process = process;
	}

	public static boolean installed() {
		return Files.isExecutable(PROGRAM);
	}

	/**
	 * Starts it on two ports of this machine.
	 * @param directory for its files
	 * @param http the port without TLS
	 * @param https the port with TLS
	 * @param outer the proxy in front that is believed, or an empty text
	 * @param nodes the ports of the two nodes
	 */
	public static Nginx start(Path directory, int http, int https, String outer, int... nodes) throws IOException {
		Path home = Files.createDirectories(directory).toAbsolutePath();
		Files.createDirectories(home.resolve("tls"));
		run(Map.of("LEAGUEFLOW_OUTER_DIR", home + "/outer", "LEAGUEFLOW_OUTER_PROXY", outer), "sh",
				"src/main/docker/outer-proxy.sh");
		run(Map.of(), "sh", "-c",
				"sed 's#^tls=.*#tls=%s/tls#' src/main/docker/certificate.sh | LEAGUEFLOW_TLS_NAME=localhost sh"
					.formatted(home));
		Files.writeString(home.resolve("nginx.conf"), configuration(home, http, https, nodes));
		Process process = new ProcessBuilder(PROGRAM.toString(), "-p", home.toString(), "-c", home + "/nginx.conf",
				"-e", home + "/error.log", "-g", "daemon off; pid %s/nginx.pid;".formatted(home))
			.redirectErrorStream(true)
			.redirectOutput(home.resolve("nginx.log").toFile())
			.start();
		return new Nginx(process);
	}

	private static String configuration(Path home, int http, int https, int... nodes) throws IOException {
		String temporary = "";
		for (String kind : new String[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }) {
			temporary += "  %s_temp_path %s/%s;\n".formatted(kind, home, kind);
		}
		return Files.readString(Path.of("src/main/docker/nginx.conf"))
			.replace("/etc/nginx/tls/", home + "/tls/")
			.replace("/etc/nginx/outer/", home + "/outer/")
			.replace("/dev/stdout", home + "/access.log")
			.replace("server node1:8080", "server 127.0.0.1:" + nodes[0])
			.replace("server node2:8080", "server 127.0.0.1:" + nodes[1])
			.replace("listen 80;", "listen 127.0.0.1:%d;".formatted(http))
			.replace("listen 443 ssl;", "listen 127.0.0.1:%d ssl;".formatted(https))
			.replace("  server_tokens off;",
					"  server_tokens off;\n  proxy_bind %s;\n%s".formatted(ADDRESS, temporary));
	}

	private static void run(Map<String, String> environment, String... command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(environment);
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes());
		try {
			if (process.waitFor() != 0) {
				throw new IOException(String.join(" ", command) + ": " + said);
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
