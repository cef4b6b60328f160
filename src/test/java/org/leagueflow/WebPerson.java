package org.leagueflow;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser who signs in once, at any node, and sends forms. */
final class WebPerson {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final HttpClient HTTP = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final long id;

	private final String login;

	private final String password;

	private final Map<String, String> cookies = new TreeMap<>();

	private String token;

	WebPerson(long id, String login, String password) {
		this.id = id;
		this.login = login;
		this.password = password;
	}

	long id() {
		return this.id;
	}

	/** Sends a form, signed in; fails with an IOException when no answer comes back. */
	Answer post(int port, String path, Map<String, String> form) throws IOException {
		String cookie;
		Map<String, String> all;
		synchronized (this) {
			if (this.token == null) {
				signIn(port);
			}
			cookie = cookie();
			all = new TreeMap<>(form);
			all.put("_csrf", this.token);
		}
		return Answer.of(send(request(port, path, cookie).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(encoded(all)))));
	}

	/**
	 * From the beginning: a node killed in the middle of an earlier try may have signed
	 * the session in already, and then the log-in page only leads away.
	 */
	private void signIn(int port) throws IOException {
		this.cookies.clear();
		String page = page(port, "/login");
		remember(send(request(port, "/login", cookie()).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers
				.ofString(encoded(Map.of("username", this.login, "password", this.password, "_csrf", token(page)))))));
		this.token = token(page(port, "/account/password"));
	}

	private String page(int port, String path) throws IOException {
		HttpResponse<String> answer = send(request(port, path, cookie()).GET());
		remember(answer);
		return answer.body();
	}

	private String token(String page) {
		Matcher token = TOKEN.matcher(page);
		if (!token.find()) {
			throw new AssertionError("No token for " + this.login + " on " + page);
		}
		return token.group(1);
	}

	private void remember(HttpResponse<?> answer) {
		answer.headers().allValues("Set-Cookie").forEach((line) -> {
			String[] pair = line.split(";")[0].split("=", 2);
			this.cookies.put(pair[0], pair[1]);
		});
	}

	private String cookie() {
		return this.cookies.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + one.getValue())
			.collect(Collectors.joining("; "));
	}

	private static HttpRequest.Builder request(int port, String path, String cookie) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("Accept", "text/html,*/*")
			.timeout(Duration.ofSeconds(30));
		return cookie.isEmpty() ? request : request.header("Cookie", cookie);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
		try {
			return HTTP.send(request.build(), BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/** What came back. */
	record Answer(int status, String location, String body) {

		static Answer of(HttpResponse<String> answer) {
			String location = answer.headers().firstValue("Location").orElse(null);
			return new Answer(answer.statusCode(), (location != null) ? URI.create(location).getPath() : null,
					answer.body());
		}

	}

}
