package org.leagueflow.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.leagueflow.kernel.Message;
import org.leagueflow.web.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Mails what people were told, where there is a mail server. A failure stays here: the
 * publication log keeps what could not be sent, and it is tried again.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailPost {

	private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

	private final NotificationService notifications;

	private final JavaMailSender sender;

	private final IncompleteEventPublications publications;

	private final Words words;

	private final String from;

	private final String url;

	MailPost(NotificationService notifications, JavaMailSender sender, IncompleteEventPublications publications,
			Words words, @Value("${leagueflow.mail.from}") String from, @Value("${leagueflow.url}") String url) {
		this.notifications = notifications;
		this.sender = sender;
		this.publications = publications;
		this.words = words;
		this.from = from;
		this.url = url;
	}

	@Async
	@TransactionalEventListener
	void send(NotificationCreated created) {
		this.notifications.takeMail(created.id()).ifPresent((mail) -> {
			this.sender.send(letter(mail));
			this.notifications.mailed(created.id());
		});
	}

	/** Tries again what is due. */
	@Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
	void retry() {
		retryOlderThan(RETRY_AFTER);
	}

	void retryOlderThan(Duration age) {
		Instant before = Instant.now().minus(age);
		this.publications
			.resubmitIncompletePublications((publication) -> publication.getPublicationDate().isBefore(before)
					&& publication.getEvent() instanceof NotificationCreated created
					&& this.notifications.mailDue(created.id()));
	}

	private SimpleMailMessage letter(NotificationService.Mail mail) {
		Notification notification = mail.notification();
		String words = text(notification.words());
		SimpleMailMessage letter = new SimpleMailMessage();
		letter.setFrom(this.from);
		letter.setTo(mail.address());
		letter.setSubject(text(Message.of("notification.mail.subject", words.replaceAll("\\s+", " "))));
		letter.setText(words + "\n\n" + ((notification.link() != null) ? this.url + notification.link() + "\n\n" : "")
				+ text(Message.of("notification.mail.footer")));
		return letter;
	}

	private String text(Message message) {
		return this.words.in(Locale.SIMPLIFIED_CHINESE, message);
	}

}
