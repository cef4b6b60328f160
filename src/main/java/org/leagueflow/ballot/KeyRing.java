package org.leagueflow.ballot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys of running ballots: made at the opening, held in memory while a ballot is
 * open, destroyed after the close.
 */
@Component
class KeyRing {

	private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

	/** An opening takes no longer than this; a file without a ballot is left over. */
	private static final Duration OPENING = Duration.ofHours(1);

	private final Map<Long, OpenBallot> open = new ConcurrentHashMap<>();

	private final KeyFiles files;

	private final BallotRepository rows;

	KeyRing(KeyFiles files, BallotRepository rows) {
		this.files = files;
		this.rows = rows;
	}

	/**
	 * @throws Refusal.NotFound when there is no such ballot
	 * @throws Refusal.Conflict when it is over
	 * @throws Refusal.Unavailable when this node cannot see its keys
	 */
	OpenBallot require(long ballot) {
		return find(ballot).orElseThrow(() -> new Refusal.Unavailable("refusal.ballot.keys-missing"));
	}

	/**
	 * Nothing when this node cannot see the keys.
	 * @throws Refusal.NotFound when there is no such ballot
	 * @throws Refusal.Conflict when it is over
	 */
	Optional<OpenBallot> find(long ballot) {
		OpenBallot known = this.open.get(ballot);
		return (known != null) ? Optional.of(known) : load(ballot);
	}

	private Optional<OpenBallot> load(long id) {
		Ballot ballot = this.rows.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.ballot.none"));
		ballot.requireOpen();
		Optional<BallotKeys> keys = this.files.read(ballot.fingerprint());
		return keys.map((found) -> this.open.computeIfAbsent(id,
				(it) -> new OpenBallot(ballot, found, new ReentrantReadWriteLock())));
	}

	/**
	 * A ballot that is shut, to be counted; remembered by nobody.
	 * @throws Refusal.Unavailable when this node cannot see its keys
	 */
	OpenBallot kept(Ballot ballot) {
		return this.files.read(ballot.fingerprint())
			.map((keys) -> new OpenBallot(ballot, keys, new ReentrantReadWriteLock()))
			.orElseThrow(() -> new Refusal.Unavailable("refusal.ballot.keys-missing"));
	}

	/** After the close, or when the database said that the box is shut. */
	void forget(long ballot) {
		this.open.remove(ballot);
	}

	void write(BallotKeys keys) {
		this.files.write(Ballot.fingerprint(keys.signing().getPublic().getEncoded()), keys);
	}

	/** For ever. */
	void destroy(Ballot ballot) {
		forget(ballot.id());
		this.files.destroy(ballot.fingerprint());
	}

	/** Uncounted ballots whose keys this node cannot see. */
	List<Long> missing() {
		return this.rows.uncounted()
			.stream()
			.filter((ballot) -> this.files.read(ballot.fingerprint()).isEmpty())
			.map(Ballot::id)
			.toList();
	}

	/**
	 * Forgets and destroys what a close on another node, or one cut short, left behind.
	 */
	@Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
	void destroyEnded() {
		List<String> written = this.files.names();
		List<Ballot> running = this.rows.uncounted();
		Set<Long> ids = running.stream().map(Ballot::id).collect(Collectors.toSet());
		this.open.keySet().retainAll(ids);
		Set<String> needed = running.stream().map(Ballot::fingerprint).collect(Collectors.toSet());
		written.stream().filter((name) -> !needed.contains(name)).filter(this::leftOver).forEach((name) -> {
			this.files.destroy(name);
			LOG.info("Destroyed the keys {} of a ballot that is over", name);
		});
	}

	private boolean leftOver(String name) {
		boolean old = this.files.writtenAt(name)
			.filter((moment) -> moment.toInstant().plus(OPENING).isBefore(Instant.now()))
			.isPresent();
		return old || this.rows.isOver(name);
	}

}
