package org.leagueflow.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody reads the own notifications; the mail post takes them one try at a time. */
@Service
class NotificationService {

	static final int PAGE_SIZE = 30;

	private final NotificationRepository list;

	private final People people;

	private final BusinessClock clock;

	NotificationService(NotificationRepository list, People people, BusinessClock clock) {
		this.list = list;
		this.people = people;
		this.clock = clock;
	}

	/** One page and one more, newest first. */
	@Transactional(readOnly = true)
	public List<Notification> of(Actor by, Long before) {
		return this.list.findByPersonIdAndIdLessThanOrderByIdDesc(by.personId(),
				(before != null) ? before : Long.MAX_VALUE, Limit.of(PAGE_SIZE + 1));
	}

	@Transactional(readOnly = true)
	public int unread(Actor by) {
		return this.list.countByPersonIdAndReadAtIsNull(by.personId());
	}

	/**
	 * Marks it read and returns it.
	 * @throws Refusal.NotFound when it is not the actor's
	 */
	@Transactional
	public Notification open(long id, Actor by) {
		Notification notification = this.list.findById(id)
			.filter((found) -> found.personId() == by.personId())
			.orElseThrow(() -> new Refusal.NotFound("refusal.notification.unknown"));
		this.list.read(id, this.clock.instant());
		return notification;
	}

	@Transactional
	public void readAll(Actor by) {
		this.list.readAll(by.personId(), this.clock.instant());
	}

	/** What is still to be mailed: the notification, and whether it may be tried now. */
	@Transactional(readOnly = true)
	public boolean mailDue(long id) {
		return this.list.findById(id).map((found) -> found.mailDue(Instant.now())).orElse(false);
	}

	/**
	 * Takes a notification for one try at mailing it.
	 * @return the mail, or empty when there is nothing to send any more
	 * @throws NotYet when it must be tried later, or another node is at it
	 */
	@Transactional
	public Optional<Mail> takeMail(long id) {
		Optional<Notification> open = this.list.findById(id).filter((found) -> !found.mailDone());
		Optional<String> address = open.flatMap((found) -> this.people.email(found.personId()));
		if (address.isEmpty()) {
			return Optional.empty();
		}
		Notification seen = open.get();
		Instant now = Instant.now();
		if (!seen.mailDue(now) || this.list.take(id, seen.mailTries(), now.plus(seen.retryDelay())) == 0) {
			throw new NotYet(id);
		}
		return Optional.of(new Mail(address.get(), seen));
	}

	@Transactional
	public void mailed(long id) {
		this.list.mailed(id, Instant.now());
	}

	/** A notification on its way to an address. */
	record Mail(String address, Notification notification) {
	}

	/** Keeps the publication open, so that it is tried again. */
	static final class NotYet extends RuntimeException {

		private NotYet(long id) {
			super("The mail for notification " + id + " is being sent, or waits for its next try", null, false, false);
		}

	}

}
