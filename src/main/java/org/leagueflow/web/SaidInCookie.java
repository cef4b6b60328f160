package org.leagueflow.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Carries what the next page says in a cookie instead of the session, which would be
 * written twice for it; anything but one plain message still goes through the session.
 */
@Component("flashMapManager")
class SaidInCookie extends SessionFlashMapManager {

	private static final String COOKIE = "said";

	private static final String SAID = "said";

	/** Longer than this it might not fit into the browser's limit for cookies. */
	private static final int LONGEST = 1500;

	@Override
	protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
		List<FlashMap> kept = super.retrieveFlashMaps(request);
		FlashMap said = read(request);
		if (said == null) {
			return kept;
		}
		List<FlashMap> all = new ArrayList<>(List.of(said));
		all.addAll((kept != null) ? kept : List.of());
		return all;
	}

	@Override
	protected void updateFlashMaps(List<FlashMap> all, HttpServletRequest request, HttpServletResponse response) {
		FlashMap last = all.stream().filter(SaidInCookie::plain).reduce((first, second) -> second).orElse(null);
		List<FlashMap> others = all.stream().filter((one) -> one != last && !one.equals(last)).toList();
		write(last, request, response);
		if (!others.isEmpty() || super.retrieveFlashMaps(request) != null) {
			super.updateFlashMaps(others, request, response);
		}
	}

	/** Whether it is one message whose arguments are as good as new after JSON. */
	private static boolean plain(FlashMap flash) {
		return flash.size() == 1 && flash.get(SAID) instanceof Message message
				&& message.args().stream().allMatch((arg) -> arg instanceof String || arg instanceof Integer)
				&& Json.write(message).length() < LONGEST && flash.getTargetRequestParams().isEmpty();
	}

	private static void write(FlashMap flash, HttpServletRequest request, HttpServletResponse response) {
		if (flash != null) {
			Content content = new Content((Message) flash.get(SAID), flash.getTargetRequestPath(),
					flash.getExpirationTime());
			String text = Base64.getUrlEncoder().encodeToString(Json.write(content).getBytes(StandardCharsets.UTF_8));
			add(text, (flash.getExpirationTime() - System.currentTimeMillis()) / 1000, request, response);
		}
		else if (WebUtils.getCookie(request, COOKIE) != null) {
			add("", 0, request, response);
		}
	}

	private static void add(String value, long seconds, HttpServletRequest request, HttpServletResponse response) {
		String path = request.getContextPath() + "/";
		ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
			.path(path)
			.maxAge(seconds)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static FlashMap read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		if (cookie == null || cookie.getValue().isEmpty()) {
			return null;
		}
		try {
			byte[] text = Base64.getUrlDecoder().decode(cookie.getValue());
			return flash(Json.read(new String(text, StandardCharsets.UTF_8), Content.class));
		}
		catch (IllegalArgumentException | UncheckedIOException ex) {
			return null; // somebody wrote their own cookie; nothing is said then
		}
	}

	/** A key and nothing else: a cookie must not put words of its own on a page. */
	private static FlashMap flash(Content content) {
		boolean sound = content != null && content.said() != null && content.said().key() != null
				&& content.said().key().matches("[a-z]+(\\.[A-Za-z0-9-]+)+") && content.said().args() != null;
		return sound ? content.flash() : null;
	}

	/** What stands in the cookie. */
	private record Content(Message said, String path, long expires) {

		FlashMap flash() {
			FlashMap flash = new FlashMap();
			flash.putAll(Map.of(SAID, this.said));
			flash.setTargetRequestPath(this.path);
			flash.setExpirationTime(this.expires);
			return flash;
		}

	}

}
