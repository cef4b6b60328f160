package org.leagueflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The log-in page and the choice of language. */
@Controller
class LoginController {

	private final ObjectProvider<PracticeLogins> practice;

	private final LocaleResolver locales;

	private final KeptTexts kept;

	LoginController(ObjectProvider<PracticeLogins> practice, LocaleResolver locales, KeptTexts kept) {
		this.kept = kept;
		this.practice = practice;
		this.locales = locales;
	}

	@GetMapping("/login")
	@AllowedTo(AllowedTo.EVERYBODY)
	String login(@RequestParam(required = false) Integer wait, Actor by, Model model) {
		if (by != null) {
			return "redirect:/";
		}
		model.addAttribute("wait", wait);
		PracticeLogins accounts = this.practice.getIfAvailable();
		model.addAttribute("accounts", (accounts != null) ? accounts.logins() : List.of());
		return "login";
	}

	/** For session.js: who is signed in by now, if anybody, and a fresh token. */
	@GetMapping("/session")
	@AllowedTo(AllowedTo.EVERYBODY)
	ResponseEntity<Map<String, String>> session(Actor by, CsrfToken token) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(Map.of("owner", (by != null) ? this.kept.owner(by) : "", "token", token.getToken()));
	}

	@GetMapping("/locale")
	@AllowedTo(AllowedTo.EVERYBODY)
	String language(@RequestParam(defaultValue = "zh-CN") String lang, HttpServletRequest request,
			HttpServletResponse response) {
		this.locales.setLocale(request, response, "en".equals(lang) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
		return "redirect:" + cameFrom(request.getHeader(HttpHeaders.REFERER));
	}

	/** The path of the page before, never another server. */
	private static String cameFrom(String referer) {
		try {
			URI page = URI.create((referer != null) ? referer : "/");
			String path = page.getRawPath();
			boolean ours = path != null && path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
			String query = (page.getRawQuery() != null) ? "?" + page.getRawQuery() : "";
			return ours ? path + query : "/";
		}
		catch (IllegalArgumentException ex) {
			return "/";
		}
	}

}
