package org.leagueflow.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chinese unless the reader chose English, whatever the browser prefers; any other value
 * of the cookie counts as none.
 */
class ReaderLocale implements LocaleResolver {

	static final String COOKIE = "locale";

	private static final Duration COOKIE_AGE = Duration.ofDays(365);

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return (cookie != null && Locale.ENGLISH.toLanguageTag().equals(cookie.getValue())) ? Locale.ENGLISH
				: Locale.SIMPLIFIED_CHINESE;
	}

	@Override
	public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		Cookies.set(COOKIE, locale.toLanguageTag(), COOKIE_AGE, request, response);
	}

}
