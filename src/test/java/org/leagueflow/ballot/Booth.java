package org.leagueflow.ballot;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A voter's browser that talks to a server: logs in, has a paper signed with its session
 * and casts it without. What the page's script sends again when no answer comes is sent
 * again here.
 */
public final class Booth {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final Pattern HEADER = Pattern.compile("name=\"csrf-token\"[^>]*content=\"([^\"]+)\"");

	private final HttpClient http;

	private final Supplier<String> address;

	private final Map<String, String> cookies = new TreeMap<>();

	private String token;

	/** How often an answer that did not come is asked for again. */
	private final int attempts;

	public Booth(HttpClient http, Supplier<String> address, int attempts) {
		this.http = http;
		this.address = address;
		this.attempts = attempts;
	}

	public static HttpClient client() {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(5))
			.build();
	}

	public Booth logIn(String login, String password) throws IOException, InterruptedException {
		String form = "username=" + encoded(login) + "&password=" + encoded(password) + "&_csrf="
				+ encoded(found(TOKEN, text(page("/login"))));
		HttpResponse<byte[]> answer = send(named("/login").header("Content-Type", "application/x-www-form-urlencoded")
			.post(BodyPublishers.ofString(form)));
		if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("error")) {
			throw new IllegalStateException("Nobody is logged in: " + answer.statusCode());
		}
		return this;
	}

	/** Opens the voter's page. */
	void enter(long ballot) throws IOException, InterruptedException {
		open("/ballots/" + ballot);
	}

	/** Opens a page and remembers its token. */
	public void open(String path) throws IOException, InterruptedException {
		this.token = found(HEADER, text(page(path)));
	}

	/** Sends a form of the page that was opened. */
	public HttpResponse<byte[]> submit(String path, String form) throws IOException, InterruptedException {
		return send(named(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("X-XSRF-TOKEN", this.token)
			.post(BodyPublishers.ofString(form)));
	}

	/** Asks for the signature and takes the blinding off. */
	byte[] sign(long ballot, Phone phone, byte[] request) throws IOException, InterruptedException {
		return phone.unblind(answer(ballot, request));
	}

	/** What the server answers to a blinded message. */
	byte[] answer(long ballot, byte[] request) throws IOException, InterruptedException {
		return good(send(named("/ballots/" + ballot + "/signature").header("Content-Type", "application/octet-stream")
			.header("X-XSRF-TOKEN", this.token)
			.post(BodyPublishers.ofByteArray(request)))).body();
	}

	/** The headers of a request that this browser sends. */
	Map<String, String> headers() {
		return Map.of("Content-Type", "application/octet-stream", "X-XSRF-TOKEN", this.token, "Cookie", known());
	}

	/** Puts a paper into the box, as nobody. */
	void cast(long ballot, byte[] envelope) throws IOException, InterruptedException {
		good(again(new Request("/ballot-box/" + ballot).header("Content-Type", "application/octet-stream")
			.post(BodyPublishers.ofByteArray(envelope))));
	}

	public HttpResponse<byte[]> page(String path) throws IOException, InterruptedException {
		return send(named(path).header("Accept", "text/html,*/*"));
	}

	/** With a cookie that a {@link BallotNode} takes for a log-in. */
	Booth as(long voter) {
		this.cookies.put("voter", Long.toString(voter));
		this.token = "none";
		return this;
	}

	private Request named(String path) {
		return new Request(path).header("Cookie", known());
	}

	private String known() {
		return this.cookies.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + one.getValue())
			.collect(Collectors.joining("; "));
	}

	private HttpResponse<byte[]> send(Request request) throws IOException, InterruptedException {
		HttpResponse<byte[]> answer = again(request);
		answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.map((cookie) -> cookie.split(";")[0].split("=", 2))
			.forEach((cookie) -> this.cookies.put(cookie[0], cookie[1]));
		return answer;
	}

	private HttpResponse<byte[]> again(Request request) throws IOException, InterruptedException {
		for (int left = this.attempts;; left--) {
			try {
				HttpResponse<byte[]> answer = this.http.send(request.to(this.address.get()),
						BodyHandlers.ofByteArray());
				if (answer.statusCode() < 502 || left == 0) {
					return answer;
				}
			}
			catch (IOException ex) {
				if (left == 0) {
					throw ex;
				}
			}
			Thread.sleep(100);
		}
	}

	private static HttpResponse<byte[]> good(HttpResponse<byte[]> answer) {
		if (answer.statusCode() >= 300) {
			throw new IllegalStateException("The server said " + answer.statusCode() + " " + text(answer));
		}
		return answer;
	}

	private static String found(Pattern what, String page) {
		Matcher matcher = what.matcher(page);
		if (!matcher.find()) {
			throw new IllegalStateException("No " + what + " on the page");
		}
		return matcher.group(1);
	}

	private static String text(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** What is asked, of whichever server answers just now. */
	private static final class Request {

		private final String path;

		private final Map<String, String> headers = new TreeMap<>();

		private BodyPublisher body = BodyPublishers.noBody();

		private String method = "GET";

		Request(String path) {
			this.path = path;
		}

		Request header(String name, String value) {
			this.headers.put(name, value);
			return this;
		}

		Request post(BodyPublisher body) {
			this.body = body;
			this.method = "POST";
			return this;
		}

		HttpRequest to(String address) {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + this.path))
				.timeout(Duration.ofSeconds(20))
				.method(this.method, this.body);
			this.headers.forEach(request::header);
			return request.build();
		}

	}

}
