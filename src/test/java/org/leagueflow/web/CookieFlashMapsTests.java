package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.FlashMap;

/** What the next page says arrives there once, whatever it is, and only from us. */
@StoryTest
class CookieFlashMapsTests {

	@Autowired
	CookieFlashMaps said;

	@Autowired
	MockMvc mvc;

	@Autowired
	PeopleFixture people;

	private MockHttpSession session;

	@BeforeEach
	void freshSession() {
		this.session = new MockHttpSession();
	}

	@Test
	void aMessageForAPageWithAQueryTravelsInTheCookieAndIsSaidOnce() {
		Cookie cookie = save(flash(Message.of("policy.saved"), "/admin/policies", Map.of("unit", "2")), null);
		assertThat(this.session.getAttributeNames().hasMoreElements()).as("the session is not written").isFalse();
		assertThat(next("/admin/policies", "1", cookie)).as("another page").isNull();
		assertThat(next("/admin/policies", "2", cookie)).isEqualTo(Message.of("policy.saved"));
		assertThat(next("/admin/policies", "2", null)).isNull();
	}

	@Test
	void twoThatNobodyCameForYetAreBothKeptAndNotInTheSession() {
		Cookie first = save(flash(Message.of("policy.saved"), "/a", Map.of()), null);
		Cookie both = save(flash(Message.of("inbox.said.released"), "/b", Map.of()), first);
		assertThat(this.session.getAttributeNames().hasMoreElements()).as("the session is not written").isFalse();
		assertThat(next("/b", null, both)).isEqualTo(Message.of("inbox.said.released"));
		assertThat(next("/a", null, both)).isEqualTo(Message.of("policy.saved"));
	}

	@Test
	void ofTooManyTheOldestGiveWay() {
		Cookie cookie = null;
		for (int i = 0; i < 100; i++) {
			cookie = save(flash(Message.of("policy.saved"), "/page/" + i, Map.of()), cookie);
		}
		assertThat(cookie.getValue()).hasSizeLessThan(4000);
		assertThat(next("/page/0", null, cookie)).isNull();
		assertThat(next("/page/99", null, cookie)).isEqualTo(Message.of("policy.saved"));
	}

	@Test
	void whatFitsNoCookieGoesThroughTheSessionHoweverManyAreUnderWay() {
		save(flash(new int[] { 1 }, "/a", Map.of()), null);
		save(flash(new int[] { 2 }, "/b", Map.of()), null);
		Cookie cookie = save(flash(Message.of("policy.saved"), "/c", Map.of()), null);
		assertThat(next("/b", null, cookie)).isEqualTo(new int[] { 2 });
		assertThat(next("/c", null, cookie)).isEqualTo(Message.of("policy.saved"));
		assertThat(next("/a", null, null)).isEqualTo(new int[] { 1 });
		assertThat(next("/a", null, null)).isNull();
	}

	@Test
	void aPageNobodyOpensInTimeBreaksNothingLater() {
		FlashMap old = flash(new int[] { 1 }, "/a", Map.of());
		save(old, null);
		old.setExpirationTime(1);
		assertThat(next("/b", null, null)).isNull();
		assertThat(next("/a", null, null)).isNull();
	}

	@Test
	void aCookieOfSomebodyElsesMakingSaysNothing() {
		Cookie ours = save(flash(Message.of("policy.saved"), "/c", Map.of()), null);
		String[] parts = ours.getValue().split("\\.");
		for (String forged : new String[] { "", "x", parts[0], parts[0] + ".", parts[0] + "x." + parts[1],
				parts[0] + "." + parts[1].substring(1), "." + parts[1], "?.?", ours.getValue() + ".x" }) {
			assertThat(next("/c", null, new Cookie("said", forged))).as(forged).isNull();
		}
	}

	@Test
	void savingARuleLeadsBackToItsPageAndSaysSo() throws Exception {
		PeopleFixture.College college = this.people.college();
		Actor county = this.people.holder(Roles.COUNTY_COMMITTEE, college.county());
		String page = "/admin/policies?unit=" + college.committee();
		MockHttpServletResponse saved = this.mvc
			.perform(post("/admin/policies/" + college.committee()).param("value.p1.mentor.talks", "3")
				.session(this.session)
				.with(csrf())
				.with(Principal.signedIn(county)))
			.andExpect(redirectedUrl(page))
			.andReturn()
			.getResponse();
		this.mvc
			.perform(get(page).session(this.session).cookie(saved.getCookie("said")).with(Principal.signedIn(county)))
			.andExpect(status().isOk())
			.andExpect(content().string(org.hamcrest.Matchers.containsString("已保存")));
	}

	private static FlashMap flash(Object words, String path, Map<String, String> params) {
		FlashMap flash = new FlashMap();
		flash.put("said", words);
		flash.setTargetRequestPath(path);
		params.forEach(flash::addTargetRequestParam);
		return flash;
	}

	/** As after a post: keeps the flash and hands out the cookie. */
	private Cookie save(FlashMap flash, Cookie cookie) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.said.saveOutputFlashMap(flash, request("/posted", null, cookie), response);
		return response.getCookie("said");
	}

	/** As when a page is asked for: what there is to say on it. */
	private Object next(String path, String unit, Cookie cookie) {
		FlashMap flash = this.said.retrieveAndUpdate(request(path, unit, cookie), new MockHttpServletResponse());
		return (flash != null) ? flash.get("said") : null;
	}

	private MockHttpServletRequest request(String path, String unit, Cookie cookie) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setSession(this.session);
		if (unit != null) {
			request.setQueryString("unit=" + unit);
		}
		if (cookie != null) {
			request.setCookies(cookie);
		}
		return request;
	}

}
