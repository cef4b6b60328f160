package org.leagueflow.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.ServerKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Knows a device again from which an account signed in before, by a signed cookie of that
 * account. It opens nothing: it only keeps others from slowing this device down.
 */
@Component
class KnownDevices {

	private static final String PREFIX = "device-";

	private static final Duration MAX_AGE = Duration.ofDays(180);

	/** So many accounts may share a device before the oldest is forgotten. */
	private static final int MAX_ACCOUNTS = 8;

	private final ServerKey key;

	private final BusinessClock clock;

	KnownDevices(ServerKey key, BusinessClock clock) {
		this.key = key;
		this.clock = clock;
	}

	/** The device's number, when the account signed in from it lately. */
	Optional<String> of(String account, HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, name(account));
		return Optional.ofNullable(cookie)
			.map((it) -> it.getValue().split("\\."))
			.filter((parts) -> parts.length == 3 && valid(account, parts))
			.map((parts) -> parts[0]);
	}

	private boolean valid(String account, String[] parts) {
		byte[] expected = mark(account, parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
		return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8))
				&& since(parts[1]).plus(MAX_AGE).isAfter(this.clock.instant());
	}

	/** After the account signed in. */
	void remember(String account, HttpServletRequest request, HttpServletResponse response) {
		String device = of(account, request).orElseGet(() -> UUID.randomUUID().toString());
		String moment = Long.toString(this.clock.instant().getEpochSecond());
		set(name(account), device + "." + moment + "." + mark(account, device, moment), MAX_AGE, request, response);
		List<Cookie> others = Stream.of(cookies(request))
			.filter((cookie) -> cookie.getName().startsWith(PREFIX) && !cookie.getName().equals(name(account)))
			.sorted(Comparator.comparing(KnownDevices::since))
			.toList();
		others.stream()
			.limit(Math.max(0, others.size() - MAX_ACCOUNTS + 1))
			.forEach((cookie) -> set(cookie.getName(), "", Duration.ZERO, request, response));
	}

	private static void set(String name, String value, Duration age, HttpServletRequest request,
			HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(name, value)
			.path(request.getContextPath() + "/")
			.maxAge(age)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static Cookie[] cookies(HttpServletRequest request) {
		return (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
	}

	private static Instant since(Cookie cookie) {
		String[] parts = cookie.getValue().split("\\.");
		return (parts.length == 3) ? since(parts[1]) : Instant.EPOCH;
	}

	private static Instant since(String seconds) {
		return seconds.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : Instant.EPOCH;
	}

	private String name(String account) {
		return PREFIX + HexFormat.of().formatHex(this.key.mark("leagueflow/device/name", account), 0, 6);
	}

	private String mark(String account, String device, String moment) {
		byte[] mark = this.key.mark("leagueflow/device", device + "\n" + moment + "\n" + account);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
	}

}
