package org.leagueflow.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Notifications and the state of their mails. */
interface NotificationRepository extends Repository<Notification, Long> {

	Notification save(Notification notification);

	Optional<Notification> findById(long id);

	/** Newest first, only those with lower numbers than the given one. */
	List<Notification> findByPersonIdAndIdLessThanOrderByIdDesc(long personId, long before, Limit limit);

	int countByPersonIdAndReadAtIsNull(long personId);

	@Modifying
	@Query("update Notification n set n.readAt = :now where n.id = :id and n.readAt is null")
	void read(long id, Instant now);

	@Modifying
	@Query("update Notification n set n.readAt = :now where n.personId = :personId and n.readAt is null")
	void readAll(long personId, Instant now);

	/**
	 * Takes the mail for one try, unless another node did since it was looked at; nobody
	 * else tries before the given moment.
	 * @param tries how often it had been tried when it was looked at
	 * @return 1 when it was taken, otherwise 0
	 */
	@Modifying
	@Query("update Notification n set n.mailTries = n.mailTries + 1, n.mailNext = :next where n.id = :id"
			+ " and n.mailTries = :tries and n.mailedAt is null")
	int take(long id, int tries, Instant next);

	@Modifying
	@Query("update Notification n set n.mailedAt = :now where n.id = :id")
	void mailed(long id, Instant now);

}
