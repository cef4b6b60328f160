package org.leagueflow.notification;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@StoryTest
class NotificationPageTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	Notifications notifications;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	final Actor reader = new Actor(-ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), "page", "读者", List.of());

	@Test
	void whatIWasToldStandsInTheListUntilIHaveReadIt() throws Exception {
		tell("/cases/17");
		page("/notifications/badge", ">1<");
		page("/notifications", "3 条未读消息");
		long id = this.jdbc.queryForObject("SELECT id FROM notification WHERE person_id = ?", Long.class,
				this.reader.personId());
		this.mvc.perform(post("/notifications/" + id + "/open").with(csrf()).with(Principal.signedIn(this.reader)))
			.andExpect(redirectedUrl("/cases/17"));
		page("/notifications", "查看");
	}

	@Test
	void anEmptyListSaysWhatWillAppearHere() throws Exception {
		page("/notifications", "还没有消息");
	}

	@Test
	void allCanBeMarkedAsRead() throws Exception {
		tell(null);
		this.mvc.perform(post("/notifications/read-all").with(csrf()).with(Principal.signedIn(this.reader)))
			.andExpect(redirectedUrl("/notifications"));
		this.mvc.perform(post("/notifications/999999999/open").with(csrf()).with(Principal.signedIn(this.reader)))
			.andExpect(status().isNotFound());
	}

	private void page(String path, String holds) throws Exception {
		this.mvc.perform(get(path).accept(MediaType.TEXT_HTML).with(Principal.signedIn(this.reader)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(holds)));
	}

	private void tell(String link) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.notifications
			.tell(this.reader.personId(), Message.of("notification.unread", 3), link));
	}

}
