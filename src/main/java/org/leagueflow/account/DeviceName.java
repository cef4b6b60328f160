package org.leagueflow.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people call a device, from what its browser says of itself. */
final class DeviceName {

	/** Kept in the session from its first page on. */
	static final String ATTRIBUTE = "signed-in-from";

	private static final Map<String, String> SYSTEMS = names("iPhone", "iPhone", "iPad", "iPad", "HarmonyOS",
			"HarmonyOS", "Android", "Android", "Windows", "Windows", "Mac OS", "Mac", "Linux", "Linux");

	private static final Map<String, String> BROWSERS = names("MicroMessenger", "WeChat", "DingTalk", "DingTalk", "Edg",
			"Edge", "Firefox", "Firefox", "QQBrowser", "QQ", "Chrome", "Chrome", "Safari", "Safari");

	private DeviceName() {
	}

	/** System and browser; null when neither is known. */
	static String of(String userAgent) {
		String system = first(SYSTEMS, userAgent);
		String browser = first(BROWSERS, userAgent);
		return (system == null || browser == null) ? (system != null) ? system : browser : system + " · " + browser;
	}

	/** Notes in the session which device it belongs to. */
	static void keep(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null && session.getAttribute(ATTRIBUTE) == null) {
			String name = of(request.getHeader("User-Agent"));
			session.setAttribute(ATTRIBUTE, (name != null) ? name : "");
		}
	}

	private static String first(Map<String, String> names, String userAgent) {
		return (userAgent == null) ? null
				: names.entrySet()
					.stream()
					.filter((name) -> userAgent.contains(name.getKey()))
					.map(Map.Entry::getValue)
					.findFirst()
					.orElse(null);
	}

	/** In the order in which they are looked for: later ones stand in many others. */
	private static Map<String, String> names(String... pairs) {
		Map<String, String> names = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			names.put(pairs[i], pairs[i + 1]);
		}
		return names;
	}

}
