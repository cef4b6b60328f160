package org.leagueflow.ballot;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A voter whose browser is a program: signs in, asks for a blind signature with the
 * session, and casts without it, all through HTTP.
 */
public final class VoterClient {

	private static final HttpClient NAMELESS = HttpClient.newHttpClient();

	private final HttpClient session = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final String address;

	public VoterClient(String address, String account, String password) {
		this.address = address;
		String page = page("/login");
		String form = "username=" + encoded(account) + "&password=" + encoded(password) + "&_csrf="
				+ encoded(attribute(page, "content"));
		expect(200,
				text(HttpRequest.newBuilder(at("/login"))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.POST(BodyPublishers.ofString(form))));
	}

	/** Votes; returns the tracker. */
	public String vote(long ballot, String filled) {
		String page = page("/ballots/" + ballot);
		Phone phone = Phone.vote(bytes(attribute(page, "data-sign-key")), ballot, filled);
		HttpResponse<byte[]> answer = send(this.session,
				HttpRequest.newBuilder(at("/ballots/" + ballot + "/signature"))
					.header("Content-Type", "application/octet-stream")
					.header(attribute(page, "data-header"), attribute(page, "content"))
					.POST(BodyPublishers.ofByteArray(phone.request())),
				BodyHandlers.ofByteArray());
		expect(200, answer);
		Envelope edition = Envelope.of(Integer.parseInt(attribute(page, "data-edition"))).orElseThrow();
		byte[] envelope = Phone.seal(edition, ballot, bytes(attribute(page, "data-box-key")), phone.message,
				phone.unblind(answer.body()));
		expect(204,
				send(NAMELESS,
						HttpRequest.newBuilder(at("/ballot-box/" + ballot))
							.header("Content-Type", "application/octet-stream")
							.POST(BodyPublishers.ofByteArray(envelope)),
						BodyHandlers.ofByteArray()));
		return phone.tracker();
	}

	/** The text of a page or file that this voter sees. */
	public String page(String path) {
		HttpResponse<String> answer = text(HttpRequest.newBuilder(at(path)));
		expect(200, answer);
		return answer.body();
	}

	/** A file that this voter downloads. */
	public byte[] file(String path) {
		HttpResponse<byte[]> answer = send(this.session, HttpRequest.newBuilder(at(path)), BodyHandlers.ofByteArray());
		expect(200, answer);
		return answer.body();
	}

	private HttpResponse<String> text(HttpRequest.Builder request) {
		return send(this.session, request, BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	private static <T> HttpResponse<T> send(HttpClient client, HttpRequest.Builder request,
			HttpResponse.BodyHandler<T> as) {
		try {
			return client.send(request.build(), as);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static void expect(int status, HttpResponse<?> answer) {
		if (answer.statusCode() != status) {
			throw new IllegalStateException(answer.request() + " was answered " + answer.statusCode());
		}
	}

	private URI at(String path) {
		return URI.create(this.address + path);
	}

	/** The first such attribute; that of the CSRF token comes before all others. */
	private static String attribute(String page, String name) {
		String from = page.substring(Math.max(0, page.indexOf("csrf-token")));
		Matcher found = Pattern.compile("[\\s]" + name + "=\"([^\"]*)\"").matcher(from);
		if (!found.find()) {
			throw new IllegalStateException("The page has no " + name);
		}
		return found.group(1);
	}

	private static byte[] bytes(String base64) {
		return Base64.getDecoder().decode(base64.replace("&#43;", "+"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
