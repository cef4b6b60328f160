package org.leagueflow.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@StoryTest
class PhraseTests {

	private static final AtomicLong IDS = new AtomicLong(8_800_000);

	private final Actor reader = new Actor(IDS.incrementAndGet(), "reader", "王小明", List.of());

	@Autowired
	PhraseService phrases;

	@Autowired
	MockMvc mvc;

	@Test
	void aPhraseIsKeptOnceForItsOwnerOnlyAndForgotten() throws Exception {
		String words = " 同意，<b>请</b>按程序办理 ";
		for (int i = 0; i < 2; i++) {
			this.mvc
				.perform(post("/phrases").param("words", words)
					.with(csrf())
					.with(Principal.signedIn(this.reader))
					.accept(MediaType.APPLICATION_JSON))
				.andExpect(status().isOk())
				.andExpect(jsonPath("$.length()").value(1))
				.andExpect(jsonPath("$[0]").value(words.strip()));
		}
		Actor other = new Actor(IDS.incrementAndGet(), "other", "李小红", List.of());
		this.phrases.forget(words.strip(), other);
		assertThat(this.phrases.of(other)).isEmpty();
		assertThat(this.phrases.of(this.reader)).containsExactly(words.strip());
		this.mvc
			.perform(post("/phrases/forget").param("words", words.strip())
				.with(csrf())
				.with(Principal.signedIn(this.reader))
				.accept(MediaType.APPLICATION_JSON))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.length()").value(0));
	}

	@Test
	void whatIsNoPhraseAndWhatIsTooManyIsRefused() {
		for (String words : new String[] { "", "  ", null, "长".repeat(201), "不\u0001可" }) {
			assertThatThrownBy(() -> this.phrases.keep(words, this.reader)).isInstanceOf(Refusal.Invalid.class);
		}
		this.phrases.keep("长".repeat(200), this.reader);
		for (int i = 1; i < 20; i++) {
			this.phrases.keep("同意" + i, this.reader);
		}
		assertThatThrownBy(() -> this.phrases.keep("再来一条", this.reader)).isInstanceOf(Refusal.Conflict.class);
		this.phrases.keep("同意1", this.reader);
		assertThat(this.phrases.of(this.reader)).hasSize(20);
		assertThat(this.phrases.of(null)).isEmpty();
	}

}
