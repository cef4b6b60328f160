package org.leagueflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@StoryTest
class NotificationTests {

	private static final Message WORDS = Message.of("notification.unread", "𬭩");

	@Autowired
	Notifications notifications;

	@Autowired
	NotificationService service;

	@Autowired
	MailPost mailPost;

	@Autowired
	JavaMailSenderImpl sender;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	TransactionTemplate transaction;

	String address;

	Actor reader;

	@BeforeEach
	void begin() {
		this.transaction = new TransactionTemplate(this.transactions);
		this.server.start();
		this.sender.setPort(this.server.getSmtp().getPort());
		this.address = UUID.randomUUID() + "@example.org";
		this.reader = new Actor(person(this.address), "reader", "读者", List.of());
	}

	@AfterEach
	void end() {
		this.server.stop();
		this.sender.setPort(9);
	}

	@Test
	void whoIsToldFindsItInTheListAndInTheMail() throws Exception {
		tell(this.reader, "/cases/17");
		Notification told = this.service.of(this.reader, null).get(0);
		assertThat(told.words()).isEqualTo(WORDS);
		assertThat(told.link()).isEqualTo("/cases/17");
		assertThat(this.service.unread(this.reader)).isEqualTo(1);
		until(() -> letters().length == 1);
		assertThat(letters()[0].getSubject()).contains("𬭩");
		assertThat(letters()[0].getContent().toString()).contains("𬭩").contains("/cases/17");
	}

	@Test
	void nothingIsToldWhenTheTransactionRollsBack() throws Exception {
		this.transaction.executeWithoutResult((status) -> {
			this.notifications.tell(this.reader.personId(), WORDS, null);
			status.setRollbackOnly();
		});
		tell(this.reader, null);
		until(() -> letters().length == 1);
		Thread.sleep(300);
		assertThat(letters()).hasSize(1);
		assertThat(this.service.of(this.reader, null)).hasSize(1);
	}

	@Test
	void aDeadMailServerHarmsNobodyAndTheMailGoesOutLater() {
		this.sender.setPort(9);
		tell(this.reader, null);
		assertThat(this.service.unread(this.reader)).isEqualTo(1);
		// The second try begins when the first has failed.
		until(() -> {
			retryNow();
			return tries() >= 2;
		});
		this.sender.setPort(this.server.getSmtp().getPort());
		until(() -> {
			retryNow();
			return letters().length > 0;
		});
		until(() -> waitingPublications() == 0);
	}

	@Test
	void aMailThatWaitsUnderAFormerNameOfItsEventGoesOutAfterTheUpgrade() {
		this.sender.setPort(9);
		tell(this.reader, null);
		until(() -> tries() == 1);
		this.jdbc.update("UPDATE EVENT_PUBLICATION SET EVENT_TYPE = 'org.leagueflow.notification.Told', LISTENER_ID ="
				+ " 'org.leagueflow.notification.MailPost.send(org.leagueflow.notification.Told)'"
				+ " WHERE SERIALIZED_EVENT = ?", event());
		this.transaction.executeWithoutResult((status) -> this.jdbc.execute((ConnectionCallback<Void>) (connection) -> {
			ScriptUtils.executeSqlScript(connection,
					new ClassPathResource("db/migration/R__publication_log_names.sql"));
			return null;
		}));
		this.sender.setPort(this.server.getSmtp().getPort());
		until(() -> {
			retryNow();
			return letters().length > 0;
		});
		until(() -> waitingPublications() == 0);
	}

	@Test
	void twoNodesSendOneMail() {
		this.sender.setPort(9);
		tell(this.reader, null);
		until(() -> tries() == 1);
		long id = this.service.of(this.reader, null).get(0).id();
		assertThatThrownBy(() -> this.service.takeMail(id)).isInstanceOf(NotificationService.NotYet.class);
		assertThat(this.service.mailDue(id)).isFalse();
	}

	@Test
	void withoutAnAddressThereIsNothingToSend() {
		Actor nobody = new Actor(person(null), "silent", "无邮箱", List.of());
		tell(nobody, null);
		long id = this.service.of(nobody, null).get(0).id();
		assertThat(this.service.takeMail(id)).isEmpty();
		assertThat(this.service.unread(nobody)).isEqualTo(1);
	}

	@Test
	void readingMarksItReadAndOnlyForTheOwner() {
		tell(this.reader, null);
		tell(this.reader, null);
		long id = this.service.of(this.reader, null).get(0).id();
		Actor stranger = new Actor(person(null), "stranger", "旁人", List.of());
		assertThatThrownBy(() -> this.service.open(id, stranger)).isInstanceOf(Refusal.NotFound.class);
		this.service.open(id, this.reader);
		assertThat(this.service.unread(this.reader)).isEqualTo(1);
		this.service.readAll(this.reader);
		assertThat(this.service.unread(this.reader)).isZero();
	}

	@Test
	void tellingOutsideATransactionOrToAnotherSiteIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> this.notifications.tell(1, WORDS, null));
		for (String link : List.of("https://example.org", "//example.org", "/\\example.org", "cases")) {
			assertThatIllegalArgumentException().isThrownBy(() -> tell(this.reader, link));
		}
	}

	private void tell(Actor person, String link) {
		this.transaction.executeWithoutResult((status) -> this.notifications.tell(person.personId(), WORDS, link));
	}

	private void retryNow() {
		this.jdbc.update("UPDATE notification SET mail_next = NULL WHERE person_id = ?", this.reader.personId());
		this.mailPost.retryOlderThan(Duration.ZERO);
	}

	private MimeMessage[] letters() {
		return this.server.getReceivedMessagesForDomain(this.address);
	}

	private int tries() {
		return this.service.of(this.reader, null).get(0).mailTries();
	}

	private int waitingPublications() {
		return this.jdbc.queryForObject(
				"SELECT COUNT(*) FROM EVENT_PUBLICATION WHERE SERIALIZED_EVENT = ?" + " AND COMPLETION_DATE IS NULL",
				Integer.class, event());
	}

	private String event() {
		return "{\"id\":" + this.service.of(this.reader, null).get(0).id() + "}";
	}

	private long person(String email) {
		String name = "读者" + UUID.randomUUID();
		this.jdbc.update("INSERT INTO unit (kind, name, path, secondary_school, active, version)"
				+ " VALUES ('BRANCH', ?, '/0/', FALSE, FALSE, 0)", name);
		this.jdbc.update("INSERT INTO person (unit_id, name, staff, party_member, restricted, active, email, version)"
				+ " SELECT id, name, FALSE, FALSE, FALSE, TRUE, ?, 0 FROM unit WHERE name = ?", email, name);
		return this.jdbc.queryForObject("SELECT id FROM person WHERE name = ?", Long.class, name);
	}

	private static void until(BooleanSupplier done) {
		for (int i = 0; i < 2400; i++) {
			if (done.getAsBoolean()) {
				return;
			}
			pause();
		}
		fail("It did not happen within two minutes");
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
