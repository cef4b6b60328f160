package org.leagueflow.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.kernel.Hmac;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.ServerKey;
import org.springframework.stereotype.Component;
import org.springframework.util.CollectionUtils;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Keeps a flash message in a cookie instead of the session, which would be written twice
 * for it; flash attributes other than one plain message still go through the session.
 */
@Component("flashMapManager")
class CookieFlashMaps extends SessionFlashMapManager {

	private static final String COOKIE = "said";

	private static final String SAID = "said";

	/** Longer than this it might not fit into the browser's limit for cookies. */
	private static final int MAX_LENGTH = 1500;

	private final byte[] key;

	CookieFlashMaps(ServerKey key) {
		this.key = key.of("leagueflow/said-list");
	}

	@Override
	protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
		List<FlashMap> kept = super.retrieveFlashMaps(request);
		List<FlashMap> all = new ArrayList<>(read(request));
		all.addAll((kept != null) ? kept : List.of());
		return all.isEmpty() ? null : all;
	}

	@Override
	protected void updateFlashMaps(List<FlashMap> all, HttpServletRequest request, HttpServletResponse response) {
		List<Written> said = new LinkedList<>();
		List<FlashMap> others = new ArrayList<>(); // Spring adds to it and takes away
		all.stream()
			.distinct()
			.forEach((flash) -> Written.of(flash).ifPresentOrElse(said::add, () -> others.add(flash)));
		write(said, request, response);
		if (!others.isEmpty() || super.retrieveFlashMaps(request) != null) {
			super.updateFlashMaps(others, request, response);
		}
	}

	/** Where there is no session there is nothing to guard, and none is opened for it. */
	@Override
	protected Object getFlashMapsMutex(HttpServletRequest request) {
		return (request.getSession(false) != null) ? super.getFlashMapsMutex(request) : null;
	}

	/** Of what nobody came for yet, the oldest gives way where not all fit. */
	private void write(List<Written> said, HttpServletRequest request, HttpServletResponse response) {
		String list = list(said);
		while (said.size() > 1 && list.length() > MAX_LENGTH) {
			said.remove(0);
			list = list(said);
		}
		if (!said.isEmpty()) {
			String text = encode(list.getBytes(StandardCharsets.UTF_8));
			long until = said.get(said.size() - 1).expires();
			Cookies.set(COOKIE, text + "." + seal(text), Duration.ofMillis(until - System.currentTimeMillis()), request,
					response);
		}
		else if (WebUtils.getCookie(request, COOKIE) != null) {
			Cookies.remove(COOKIE, request, response);
		}
	}

	private static String list(List<Written> said) {
		return said.stream().map(Written::json).collect(Collectors.joining(",", "[", "]"));
	}

	/** What this server wrote itself; a cookie of anybody else's making says nothing. */
	private List<FlashMap> read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		String[] parts = (cookie != null) ? cookie.getValue().split("\\.", 2) : new String[0];
		if (parts.length != 2 || !MessageDigest.isEqual(seal(parts[0]).getBytes(StandardCharsets.UTF_8),
				parts[1].getBytes(StandardCharsets.UTF_8))) {
			return List.of();
		}
		byte[] text = Base64.getUrlDecoder().decode(parts[0]);
		Content[] contents = Json.read(new String(text, StandardCharsets.UTF_8), Content[].class);
		return Stream.of(contents).map(Content::flash).toList();
	}

	private String seal(String text) {
		return encode(Hmac.sha256(this.key, text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** One message as the cookie holds it. */
	private record Written(String json, long expires) {

		/**
		 * Nothing unless it is one message whose arguments are as good as new after JSON.
		 */
		static Optional<Written> of(FlashMap flash) {
			boolean plain = flash.size() == 1 && flash.get(SAID) instanceof Message message
					&& message.args().stream().allMatch((arg) -> arg instanceof String || arg instanceof Integer);
			return Optional.of(flash)
				.filter((it) -> plain)
				.map((it) -> new Written(Json.write(Content.of(it)), it.getExpirationTime()))
				.filter((written) -> written.json().length() < MAX_LENGTH);
		}

	}

	/** One message in the cookie. */
	private record Content(Message said, String path, Map<String, List<String>> params, long expires) {

		static Content of(FlashMap flash) {
			return new Content((Message) flash.get(SAID), flash.getTargetRequestPath(), flash.getTargetRequestParams(),
					flash.getExpirationTime());
		}

		FlashMap flash() {
			FlashMap flash = new FlashMap();
			flash.put(SAID, this.said);
			flash.setTargetRequestPath(this.path);
			flash.addTargetRequestParams(CollectionUtils.toMultiValueMap(this.params));
			flash.setExpirationTime(this.expires);
			return flash;
		}

	}

}
