package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How long the application takes from the start of its process to its first answer, and
 * the memory it resides in, next to a Camunda Boot application without anything in it,
 * with no more libraries than that needs and with all of ours, which tells what the
 * libraries cost and what our own code and tables do; on an empty H2 in memory, and
 * LeagueFlow on one with practice data, too. Plainly, each with an archive of its
 * classes, and LeagueFlow with the cache of a newer virtual machine, as the image has
 * one. What is told as x is measured by the bare application's plain start. Run with
 * {@code mvn -Pbench test -Dtest=StartBench -Dleagueflow.bench.jdk25=<its home>}; prints
 * and asserts no figures.
 */
class StartBench {

	private static final int STARTS = Integer.getInteger("leagueflow.bench.starts", 3);

	private static final int REQUESTS = 200;

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();

	/** The home of a JDK of version 25 or later. */
	private static final String NEWER_JAVA = System.getProperty("leagueflow.bench.jdk25");

	private static final List<String> SETTINGS = List.of("--spring.profiles.active=start",
			"--spring.datasource.url=jdbc:h2:mem:start;DB_CLOSE_DELAY=-1",
			"--leagueflow.crypto.key=dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktMzJieXQ=",
			"--camunda.bpm.generic-properties.properties.history-time-to-live=P1D");

	/** What the bare application has no use for, by the names of files. */
	private static final Pattern OURS = Pattern
		.compile("hibernate|spring-data|spring-orm|spring-security|spring-session|"
				+ "modulith|flyway|thymeleaf|attoparser|actuator|micrometer-(?!observation|commons)|mail|activation|poi|tika|"
				+ "excel|mysql|selenium|archunit|junit|mockito|assertj|coverage|jsonpath|hamcrest|spring-test|boot-test|re2j");

	@Test
	void onH2() throws Exception {
		Application bare = Application.of("bare Camunda Boot", BareCamunda.class, "bare",
				(part) -> !part.endsWith("/classes") && !OURS.matcher(new File(part).getName()).find(), "/");
		Application libraries = Application.of("with our libraries", BareCamunda.class, "bare",
				(part) -> !part.endsWith("/classes"), "/login");
		Application ours = Application.of("LeagueFlow", LeagueFlow.class, ".",
				(part) -> !part.endsWith("/test-classes"), "/login");
		Application practice = ours.withPracticeData();
		List<Application> all = List.of(bare, libraries, ours, practice);
		List<Start> least = compare("plain", all, (application) -> List.of(JAVA), null);
		Map<Application, List<String>> archives = new HashMap<>();
		for (Application application : all) {
			archives.put(application, application.archived());
		}
		compare("class archive", all, archives::get, least);
		if (NEWER_JAVA == null) {
			System.out.println("StartBench: no leagueflow.bench.jdk25, the cache of a newer machine is not measured");
			return;
		}
		Map<Application, List<String>> caches = Map.of(ours, ours.cached(), practice, practice.cached());
		compare("AOT cache", List.of(ours, practice), caches::get, least);
	}

	/** The first is what the others are measured by, unless something else is given. */
	private static List<Start> compare(String how, List<Application> applications,
			Function<Application, List<String>> command, List<Start> measure) throws Exception {
		Map<Application, List<Start>> took = new LinkedHashMap<>();
		for (int i = 0; i < STARTS; i++) {
			for (Application one : applications) {
				took.computeIfAbsent(one, (key) -> new ArrayList<>()).add(one.start(command.apply(one), 30));
			}
		}
		System.out.printf("| %s | load %.1f on %d cores |%n", how,
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
				Runtime.getRuntime().availableProcessors());
		List<Start> least = (measure != null) ? measure : took.get(applications.get(0));
		took.forEach((application, starts) -> print(application.name(), starts, least));
		return least;
	}

	private static void print(String name, List<Start> starts, List<Start> least) {
		System.out.printf(
				"| %-29s | start %5.1f s (of %s), %.2f x | processor %5.1f s, %.2f x | resident %d MB after start, %d MB after %d requests |%n",
				name, median(starts, Start::seconds),
				starts.stream().map((one) -> "%.1f".formatted(one.seconds())).collect(Collectors.joining(", ")),
				median(starts, Start::seconds) / median(least, Start::seconds), median(starts, Start::processor),
				median(starts, Start::processor) / median(least, Start::processor),
				starts.stream().mapToLong(Start::fresh).max().orElse(0),
				starts.stream().mapToLong(Start::used).max().orElse(0), REQUESTS);
	}

	private static double median(List<Start> starts, ToDoubleFunction<Start> what) {
		return starts.stream().map(what::applyAsDouble).sorted().toList().get(starts.size() / 2);
	}

	/** What is started, from a class path of jars, and the page that tells it is up. */
	private record Application(String name, String main, String classPath, String page, List<String> settings) {

		/**
		 * What of the directories of classes belongs to it: everything, or one folder.
		 */
		static Application of(String name, Class<?> main, String folder, Predicate<String> classPath, String page)
				throws IOException {
			List<String> parts = new ArrayList<>();
			for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
				if (classPath.test(part)) {
					parts.add(Files.isDirectory(Path.of(part)) ? jar(name, Path.of(part), folder) : part);
				}
			}
			return new Application(name, main.getName(), String.join(File.pathSeparator, parts), page, SETTINGS);
		}

		/** The same on a database that a first start has filled. */
		Application withPracticeData() throws Exception {
			Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/start-bench")), "data")
				.toAbsolutePath();
			Application filled = new Application(this.name + " with practice data", this.main, this.classPath,
					this.page,
					List.of("--spring.profiles.active=practice",
							"--spring.datasource.url=jdbc:h2:file:" + data.resolve("practice"),
							"--leagueflow.ballot.keys=" + data.resolve("keys"), SETTINGS.get(2)));
			filled.start(List.of(JAVA), 60);
			return filled;
		}

		/** The virtual machine archives classes from jars only. */
		private static String jar(String name, Path classes, String folder) throws IOException {
			Path jar = file(name, ".jar");
			ToolProvider.findFirst("jar")
				.orElseThrow()
				.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), folder);
			return jar.toString();
		}

		private static Path file(String name, String ending) throws IOException {
			return Files.createDirectories(Path.of("target/start-bench").toAbsolutePath())
				.resolve(name.toLowerCase(Locale.ROOT).replace(' ', '-') + ending);
		}

		/** What starts it from an archive of the classes that a start needs. */
		List<String> archived() throws Exception {
			Path archive = file(this.name, ".jsa");
			Files.deleteIfExists(archive);
			start(List.of(JAVA, "-XX:ArchiveClassesAtExit=" + archive), 300);
			assertThat(archive).exists();
			return List.of(JAVA, "-XX:SharedArchiveFile=" + archive);
		}

		/** What starts it from the cache of a newer virtual machine. */
		List<String> cached() throws Exception {
			String java = Path.of(NEWER_JAVA, "bin/java").toString();
			Path cache = file(this.name, ".aot");
			Files.deleteIfExists(cache);
			start(List.of(java, "-XX:AOTCacheOutput=" + cache), 300);
			assertThat(cache).exists();
			return List.of(java, "-XX:AOTCache=" + cache);
		}

		/** Java and its options first. */
		Start start(List<String> java, int secondsToEnd) throws Exception {
			int port = freePort();
			Path log = file(this.name, ".log");
			List<String> command = new ArrayList<>(java);
			command.addAll(List.of("-Xmx384m", "-cp", this.classPath, this.main, "--server.port=" + port));
			command.addAll(this.settings);
			long begun = System.nanoTime();
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			try {
				while (!answers(port, this.page)) {
					if (!process.isAlive() || System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(5)) {
						fail(this.name + " did not start; see " + log);
					}
					Thread.sleep(20);
				}
				double seconds = (System.nanoTime() - begun) / 1e9;
				double processor = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
				long fresh = resident(process);
				for (int i = 0; i < REQUESTS; i++) {
					answers(port, this.page);
				}
				return new Start(seconds, processor, fresh, resident(process));
			}
			finally {
				process.destroy();
				process.waitFor(secondsToEnd, TimeUnit.SECONDS);
				process.destroyForcibly();
			}
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
	private record Start(double seconds, double processor, long fresh, long used) {
	}

}
