package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Log-in leads back to a page that a person opened, and to nothing else. */
@StoryTest
class ReturnPathTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	PeopleFixture people;

	private String account;

	@BeforeEach
	void somebody() {
		this.account = this.people.account(this.people.member(this.people.college().branch()));
	}

	@Test
	void logInLeadsBackToThePageWithItsQuery() throws Exception {
		Cookie asked = asked(page("/inbox?tab=DONE&text=%E5%BC%A0"));
		assertThat(asked.isHttpOnly()).isTrue();
		assertThat(asked.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(asked.getSecure()).isFalse();
		logIn(asked).andExpect(redirectedUrl("/inbox?tab=DONE&text=%E5%BC%A0"));
		assertThat(asked(page("/inbox").secure(true)).getSecure()).isTrue();
	}

	@Test
	void noFetchPartDownloadPictureOrServiceEndpointIsAPlaceToReturnTo() throws Exception {
		List<MockHttpServletRequestBuilder> others = List.of(get("/diagrams/admission").accept("application/xml"),
				get("/diagrams/admission").accept("*/*"), page("/diagrams/admission"), get("/inbox").accept("*/*"),
				get("/inbox"), page("/inbox").header("HX-Request", "true"),
				page("/inbox").header("X-Requested-With", "XMLHttpRequest"),
				page("/inbox").header("Sec-Fetch-Mode", "cors"), page("/inbox").header("Sec-Fetch-Dest", "empty"),
				page("/inbox").header("Sec-Fetch-Dest", "image"), page("/inbox").header("Sec-Fetch-Dest", "iframe"),
				page("/inbox").header("Sec-Purpose", "prefetch"), get("/inbox").accept("application/json"),
				page("/attachments/1"), page("/audit/export"), page("/actuator/metrics"), page("/vendor/none.js"),
				page("/no/such/page"), head("/inbox").accept("text/html"), post("/inbox/1").with(csrf()),
				page("/meetings/1/now").header("HX-Request", "true"));
		for (MockHttpServletRequestBuilder other : others) {
			var response = this.mvc.perform(other).andReturn().getResponse();
			assertThat(response.getCookie(ReturnPath.COOKIE)).as(response.getRedirectedUrl()).isNull();
		}
	}

	@Test
	void aCookieOfAnybodysMakingLeadsNowhereElseAndBreaksNothing() throws Exception {
		for (String forged : List.of("http://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example",
				"/inbox\r\nSet-Cookie: a=b", "/inbox\nX: y", "/in box", "/张", "", "javascript:alert(1)", "/\0",
				"/" + "x".repeat(5000), "http://[", "/%0d%0aX: y")) {
			String value = Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(forged.getBytes(StandardCharsets.UTF_8));
			logIn(new Cookie(ReturnPath.COOKIE, value)).andExpect(redirectedUrl("/"));
		}
		for (String forged : List.of("%", "a", "====", "..", "L2luYm94DQo")) {
			logIn(new Cookie(ReturnPath.COOKIE, forged)).andExpect(redirectedUrl("/"));
			this.mvc.perform(page("/login").cookie(new Cookie(ReturnPath.COOKIE, forged))).andExpect(status().isOk());
		}
	}

	@Test
	void aPageThatWasOpenedIsNoLongerOneToReturnTo() throws Exception {
		Cookie asked = asked(page("/inbox"));
		Cookie after = this.mvc.perform(page("/inbox").cookie(asked).with(Principal.holding()))
			.andReturn()
			.getResponse()
			.getCookie(ReturnPath.COOKIE);
		assertThat(after.getMaxAge()).isZero();
	}

	private org.springframework.test.web.servlet.ResultActions logIn(Cookie asked) throws Exception {
		return this.mvc.perform(post("/login").param("username", this.account)
			.param("password", PeopleFixture.PASSWORD)
			.cookie(asked)
			.with(csrf()));
	}

	private Cookie asked(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request)
			.andExpect(redirectedUrl("/login"))
			.andReturn()
			.getResponse()
			.getCookie(ReturnPath.COOKIE);
	}

	private static MockHttpServletRequestBuilder page(String path) {
		return get(java.net.URI.create(path)).accept("text/html", "application/xhtml+xml", "*/*");
	}

}
