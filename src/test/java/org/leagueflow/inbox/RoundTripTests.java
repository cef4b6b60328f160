package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.Statements;
import org.leagueflow.StoryTest;
import org.leagueflow.inbox.InboxStory.Place;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How often pages go to the database and back, session and pool included. */
@StoryTest
class RoundTripTests {

	@Autowired
	InboxStory story;

	private static final String QUESTION = "SELECT COUNT(*) FROM audit_head WHERE id = ?";

	private static final String LOCK = "SELECT id FROM audit_head WHERE id = ? FOR UPDATE";

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcTemplate jdbc;

	private TransactionTemplate reading;

	private TransactionTemplate writing;

	@BeforeEach
	void transactions(@Autowired PlatformTransactionManager transactions) {
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
		this.writing = new TransactionTemplate(transactions);
	}

	@Test
	void aMembersCasesTakeAtMostFourRoundTrips() throws Exception {
		Place place = this.story.place();
		for (int i = 0; i < 25; i++) {
			this.story.started(place);
		}
		Cookie session = signIn(place.applicant());
		ask(get("/cases").cookie(session), status().isOk());
		assertThat(ask(get("/cases").cookie(session), status().isOk())).hasSizeLessThanOrEqualTo(4);
	}

	@Test
	void aStepFromTheListToItsAnswerTakesAtMostSeventyRoundTrips() throws Exception {
		Place place = this.story.place();
		Cookie session = signIn(place.secretary());
		walk(place, session);
		assertThat(walk(place, session)).hasSizeLessThanOrEqualTo(70);
	}

	@Test
	void aReadOnlyTransactionAsksItsQuestionsAndNothingElse() throws Exception {
		List<String> lines = Statements.of(() -> this.reading.execute((status) -> question() + question())).lines();
		assertThat(asked(lines)).containsExactly(QUESTION, QUESTION);
	}

	/** Without the pool's question whether a connection that lay idle still lives. */
	private static List<String> asked(List<String> lines) {
		return lines.stream().filter((line) -> !line.startsWith("isValid")).toList();
	}

	@Test
	void aReadOnlyTransactionTakesNoLockThatWouldBeGoneAtOnce() {
		assertThatThrownBy(() -> this.reading.execute((status) -> this.jdbc.queryForList(LOCK, Long.class, 1)))
			.hasRootCauseMessage("A read-only transaction holds no lock: " + LOCK);
	}

	@Test
	void whatIsWrittenAfterReadingOnlyIsATransactionAgain() throws Exception {
		List<String> lines = Statements.of(() -> {
			this.reading.execute((status) -> question());
			return this.writing.execute((status) -> question());
		}).lines();
		assertThat(asked(lines)).containsExactly(QUESTION, "setAutoCommit false", QUESTION, "commit",
				"setAutoCommit true");
	}

	private int question() {
		return this.jdbc.queryForObject(QUESTION, Integer.class, 1);
	}

	private List<String> walk(Place place, Cookie session) throws Exception {
		String task = this.story.waiting(place);
		List<String> lines = new ArrayList<>(ask(get("/inbox").cookie(session), status().isOk()));
		lines.addAll(ask(get("/inbox/" + task).cookie(session), status().isOk()));
		lines.addAll(ask(post("/inbox/" + task).cookie(session)
			.with(csrf())
			.param("idempotencyKey", InboxStory.key())
			.param("answers", "{\"approved\":true}"), redirectedUrl("/inbox")));
		return lines;
	}

	private List<String> ask(MockHttpServletRequestBuilder request, ResultMatcher expected) throws Exception {
		List<String> lines = Statements.of(() -> this.mvc.perform(request).andExpect(expected)).lines();
		if (Boolean.getBoolean("leagueflow.bench.verbose")) {
			System.out.println("--- " + request.buildRequest(null).getRequestURI() + " " + lines.size());
			lines.forEach((line) -> System.out.println("    " + line));
		}
		return lines;
	}

	private Cookie signIn(Actor person) throws Exception {
		String account = this.story.people.account(person.personId());
		return this.mvc
			.perform(post("/login").with(csrf()).param("username", account).param("password", PeopleFixture.PASSWORD))
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
	}

}
