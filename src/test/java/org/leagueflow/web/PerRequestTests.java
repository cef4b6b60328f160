package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What several parts of a page ask for is found once a request. */
class PerRequestTests {

	private final AtomicInteger asked = new AtomicInteger();

	@AfterEach
	void over() {
		RequestContextHolder.resetRequestAttributes();
	}

	@Test
	void anAnswerHoldsForItsRequestAndKeyOnly() {
		for (int request = 1; request <= 2; request++) {
			serve("GET");
			assertThat(answer("one")).isEqualTo(answer("one"));
			assertThat(answer("two")).isNotEqualTo(answer("one"));
			assertThat(this.asked).hasValue(2 * request);
		}
	}

	@Test
	void outsideOfRequestsItIsFoundEachTime() {
		assertThat(answer("one")).isNotEqualTo(answer("one"));
	}

	@Test
	void aRequestThatChangesSomethingFindsItEachTime() {
		for (String method : new String[] { "POST", "PUT", "DELETE", "" }) {
			serve(method);
			assertThat(answer("one")).as(method).isNotEqualTo(answer("one"));
		}
	}

	private static void serve(String method) {
		RequestContextHolder
			.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest(method, "/")));
	}

	private int answer(String key) {
		return PerRequest.get(key, this.asked::incrementAndGet);
	}

}
