package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leagueflow.Wire;
import org.leagueflow.people.PeopleFixture;

/** As much of a browser as a form needs: cookies, the token, and no redirects. */
final class Browser {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final Wire wire;

	private final Map<String, String> cookies = new TreeMap<>();

	private String token;

	Browser(String address) {
		this.wire = Wire.to(address);
	}

	Browser logIn(String account) throws IOException {
		readToken("/login");
		Wire.Answer answer = post("/login",
				"username=" + encoded(account) + "&password=" + encoded(PeopleFixture.PASSWORD), Map.of());
		assertThat(answer.all("Location").toString()).doesNotContain("error");
		readToken("/inbox");
		return this;
	}

	void answer(String task, String answers, Map<String, String> headers) throws IOException {
		Wire.Answer answer = post("/inbox/" + task,
				"idempotencyKey=" + InboxStory.key() + "&answers=" + encoded(answers), headers);
		if (answer.status() != 302 || !answer.all("Location").get(0).endsWith("/inbox")) {
			throw new IllegalStateException("The answer got " + answer.status() + " " + answer.all("Location"));
		}
		this.cookies.remove("said"); // as the next page, which is not asked for, does
	}

	/** The page at this path. */
	String page(String path) throws IOException {
		return page(path, Map.of());
	}

	String page(String path, Map<String, String> more) throws IOException {
		Map<String, String> headers = headers();
		headers.putAll(more);
		Wire.Answer answer = kept(this.wire.get(path, headers));
		assertThat(answer.status()).as(path).isEqualTo(200);
		return answer.text();
	}

	private void readToken(String path) throws IOException {
		Matcher token = TOKEN.matcher(page(path));
		assertThat(token.find()).as("there is a CSRF token on " + path).isTrue();
		this.token = token.group(1);
	}

	private Wire.Answer post(String path, String form, Map<String, String> more) throws IOException {
		Map<String, String> headers = headers();
		headers.putAll(more);
		headers.put("Content-Type", "application/x-www-form-urlencoded");
		return kept(this.wire.post(path, headers,
				(form + "&_csrf=" + encoded(this.token)).getBytes(StandardCharsets.US_ASCII)));
	}

	private Map<String, String> headers() {
		String known = this.cookies.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + one.getValue())
			.collect(Collectors.joining("; "));
		return new TreeMap<>(
				known.isEmpty() ? Map.of("Accept", "text/html") : Map.of("Accept", "text/html", "Cookie", known));
	}

	private Wire.Answer kept(Wire.Answer answer) {
		answer.all("Set-Cookie")
			.stream()
			.map((cookie) -> cookie.split(";")[0].split("=", 2))
			.forEach((cookie) -> this.cookies.put(cookie[0], cookie[1]));
		return answer;
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
