package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@StoryTest
class ShellTests {

	@Autowired
	MockMvc mvc;

	@Test
	void whoeverIsNotSignedInComesToTheLogInPageAndBack() throws Exception {
		this.mvc.perform(page("/"))
			.andExpect(status().is3xxRedirection())
			.andExpect(redirectedUrl("/login"))
			.andExpect(cookie().exists(ReturnPath.COOKIE));
	}

	@Test
	void aPagePartLeavesThePageAroundItWhereItIs() throws Exception {
		this.mvc.perform(get("/").header("HX-Request", "true"))
			.andExpect(status().isUnauthorized())
			.andExpect(header().doesNotExist("HX-Redirect"))
			.andExpect(cookie().doesNotExist(ReturnPath.COOKIE));
	}

	@Test
	void aProgramIsToldToLogInWithoutAPage() throws Exception {
		this.mvc.perform(get("/").accept(MediaType.APPLICATION_JSON)).andExpect(status().isUnauthorized());
	}

	@Test
	void theLogInPageCarriesStrictHeaders() throws Exception {
		this.mvc.perform(page("/login"))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("X-Frame-Options", "DENY"))
			.andExpect(header().doesNotExist("Strict-Transport-Security"))
			.andExpect(content().string(startsWith("<!DOCTYPE html>")))
			.andExpect(content().string(containsString("name=\"_csrf\"")))
			.andExpect(content().string(not(containsString("??"))));
	}

	@Test
	void httpsIsRemembered() throws Exception {
		this.mvc.perform(page("/login").secure(true)).andExpect(header().exists("Strict-Transport-Security"));
	}

	@Test
	void theHomePageGreetsByName() throws Exception {
		this.mvc.perform(page("/").with(Principal.holding()))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("无名，您好")));
	}

	@Test
	void filesAreNamedAfterWhatIsInThemAndKept() throws Exception {
		String page = this.mvc.perform(page("/login")).andReturn().getResponse().getContentAsString();
		for (String kind : new String[] { "/css/[\\w./]+-[0-9a-f]{32}\\.css", "/js/[\\w./]+-[0-9a-f]{32}\\.js",
				"/vendor/[\\w./-]+-[0-9a-f]{32}\\.js", "/favicon-[0-9a-f]{32}\\.svg" }) {
			Matcher file = Pattern.compile(kind).matcher(page);
			assertThat(file.find()).as(kind).isTrue();
			this.mvc.perform(get(file.group()))
				.andExpect(status().isOk())
				.andExpect(header().string("Cache-Control", "max-age=604800"));
		}
		this.mvc.perform(page("/css/none.css").with(Principal.holding())).andExpect(status().isNotFound());
		this.mvc.perform(page("/nowhere").with(Principal.holding())).andExpect(status().isNotFound());
	}

	@Test
	void anAddressWrittenOtherwiseLeadsToTheSamePage() throws Exception {
		for (String path : new String[] { "/ballots/practice", "/%62allots/practice", "/ballots/pract%69ce" }) {
			this.mvc.perform(page(path).with(Principal.holding())).andExpect(status().isOk());
		}
		this.mvc.perform(page("/%62allots/0").with(Principal.holding()))
			.andExpect(status().isNotFound())
			.andExpect(content().string(containsString("没有这项表决")));
	}

	@Test
	void aPostWithoutTheSecurityTokenIsRefused() throws Exception {
		this.mvc.perform(post("/login").param("username", "a").param("password", "b"))
			.andExpect(redirectedUrl("/login?stale"))
			.andExpect(unauthenticated());
		this.mvc.perform(post("/account/password").with(Principal.holding())).andExpect(status().isForbidden());
	}

	@Test
	void aWrongPasswordComesBackToTheLogInPage() throws Exception {
		this.mvc.perform(post("/login").with(csrf()).param("username", "nobody-at-all").param("password", "wrong"))
			.andExpect(redirectedUrl("/login?error"));
	}

	@Test
	void anUnknownAddressIsAFriendly404() throws Exception {
		this.mvc.perform(page("/no/such/page").with(Principal.holding()))
			.andExpect(status().isNotFound())
			.andExpect(content().string(containsString("没有找到")));
	}

	@Test
	void theLanguageIsChosenByCookieAndTheReaderStaysOnThePage() throws Exception {
		this.mvc.perform(page("/locale?lang=en").header("Referer", "https://elsewhere.example/login?out"))
			.andExpect(redirectedUrl("/login?out"))
			.andExpect(cookie().value("locale", "en"));
		this.mvc.perform(page("/login").cookie(new Cookie("locale", "en")))
			.andExpect(content().string(containsString("Log-in name")));
	}

	@Test
	void aLanguageCookieOfAnybodysMakingIsNoLanguage() throws Exception {
		for (String value : new String[] { "..", "", "zh_CN", "en_", "EN", "fr", "x-y-z", "en/../..", "%", "${7*7}",
				"a".repeat(4000) }) {
			this.mvc.perform(page("/login").cookie(new Cookie("locale", value)))
				.andExpect(status().isOk())
				.andExpect(content().string(containsString("登录名")));
		}
	}

	@Test
	void cookiesStayWithThisSiteAndOverHttpsGoThereOnly() throws Exception {
		for (boolean https : new boolean[] { false, true }) {
			for (MockHttpServletRequestBuilder request : java.util.List.of(page("/login"), page("/"),
					page("/locale?lang=en"), post("/logout").with(csrf()))) {
				Cookie[] cookies = this.mvc.perform(request.secure(https)).andReturn().getResponse().getCookies();
				assertThat(cookies).isNotEmpty()
					.allMatch((one) -> "Lax".equals(one.getAttribute("SameSite")) && one.isHttpOnly())
					.allMatch((one) -> one.getSecure() == https);
			}
		}
	}

	@Test
	void otherSitesCannotOpenFrameOrEmbedAPage() throws Exception {
		this.mvc.perform(page("/login"))
			.andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
			.andExpect(header().string("Cross-Origin-Embedder-Policy", "require-corp"))
			.andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"));
	}

	@Test
	void aRefererCannotLeadElsewhere() throws Exception {
		this.mvc.perform(page("/locale?lang=en").header("Referer", "https://h//elsewhere.example/"))
			.andExpect(redirectedUrl("/"));
	}

	@Test
	void onlyHealthIsPublicAmongTheOperationsEndpoints() throws Exception {
		this.mvc.perform(get("/actuator/health")).andExpect(content().json("{status: 'UP'}", false));
		this.mvc.perform(page("/actuator/metrics")).andExpect(status().is3xxRedirection());
		this.mvc.perform(page("/actuator/metrics").with(Principal.holding("auditor")))
			.andExpect(status().isForbidden());
		this.mvc.perform(get("/actuator/metrics").with(Principal.holding("admin"))).andExpect(status().isOk());
	}

	private static MockHttpServletRequestBuilder page(String path) {
		return get(java.net.URI.create(path)).accept(MediaType.TEXT_HTML);
	}

}
