package org.leagueflow;

import static org.assertj.core.api.Assertions.fail;

import bare.BareCamunda;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long the application takes from the start of its process to its first answer, and
 * the memory it resides in, next to a Camunda Boot application without anything in it;
 * both on an empty H2 in memory. Run with {@code mvn -Pbench test -Dtest=StartBench};
 * prints and asserts no figures.
 */
class StartBench {

	private static final int STARTS = Integer.getInteger("leagueflow.bench.starts", 3);

	private static final int REQUESTS = 200;

	/** What the bare application has no use for, by the names of files. */
	private static final Pattern OURS = Pattern
		.compile("hibernate|spring-data|spring-orm|spring-security|spring-session|"
				+ "modulith|flyway|thymeleaf|attoparser|actuator|micrometer-(?!observation|commons)|mail|activation|poi|tika|"
				+ "excel|mysql|selenium|archunit|junit|mockito|assertj|coverage|jsonpath|hamcrest|spring-test|boot-test|re2j");

	@Test
	void onH2() throws Exception {
		List<Start> ours = new ArrayList<>();
		List<Start> bare = new ArrayList<>();
		for (int i = 0; i < STARTS; i++) {
			ours.add(start("leagueflow", LeagueFlow.class, (part) -> !part.endsWith("test-classes"), "/login"));
			bare.add(start("bare", BareCamunda.class,
					(part) -> !part.endsWith("/classes") && !OURS.matcher(new File(part).getName()).find(), "/"));
		}
		print("LeagueFlow", ours);
		print("bare Camunda Boot", bare);
		System.out.printf("| ratio of start-up %.2f | load %.1f on %d cores |%n", median(ours) / median(bare),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
				Runtime.getRuntime().availableProcessors());
	}

	private static void print(String name, List<Start> starts) {
		System.out.printf("| %-17s | start %5.1f s (of %s) | resident %d MB after start, %d MB after %d requests |%n",
				name, median(starts),
				starts.stream().map((one) -> "%.1f".formatted(one.seconds())).collect(Collectors.joining(", ")),
				starts.stream().mapToLong(Start::fresh).max().orElse(0),
				starts.stream().mapToLong(Start::used).max().orElse(0), REQUESTS);
	}

	private static double median(List<Start> starts) {
		return starts.stream().map(Start::seconds).sorted().toList().get(starts.size() / 2);
	}

	private static Start start(String name, Class<?> main, Predicate<String> classPath, String page) throws Exception {
		int port = freePort();
		String parts = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(classPath)
			.collect(Collectors.joining(File.pathSeparator));
		Path log = Files.createDirectories(Path.of("target/start-bench")).resolve(name + ".log");
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-Xmx384m", "-cp", parts, main.getName(), "--server.port=" + port, "--spring.profiles.active=start",
				"--spring.datasource.url=jdbc:h2:mem:start;DB_CLOSE_DELAY=-1"));
		command.addAll(Arrays.asList("--leagueflow.crypto.key=dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktMzJieXQ=",
				"--camunda.bpm.generic-properties.properties.history-time-to-live=P1D"));
		long begun = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			while (!answers(port, page)) {
				if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(5)) {
					fail(name + " did not start; see " + log);
				}
				Thread.sleep(20);
			}
			double seconds = (System.nanoTime() - begun) / 1e9;
			long fresh = resident(process);
			for (int i = 0; i < REQUESTS; i++) {
				answers(port, page);
			}
			return new Start(seconds, fresh, resident(process));
		}
		finally {
			process.destroy();
			process.waitFor(30, TimeUnit.SECONDS);
			process.destroyForcibly();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** Whether there is an answer of any kind. */
	private static boolean answers(int port, String page) {
		try {
			HttpURLConnection request = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + page)
				.toURL()
				.openConnection();
			boolean answered = request.getResponseCode() > 0;
			(request.getResponseCode() < 400 ? request.getInputStream() : request.getErrorStream()).readAllBytes();
			return answered;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Megabytes of memory that the process resides in, where the system tells. */
	private static long resident(Process process) throws IOException {
		return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

	/** One start, in seconds and megabytes. */
	private record Start(double seconds, long fresh, long used) {
	}

}
