package org.leagueflow.audit;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.leagueflow.kernel.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seals committed entries into the chain and proves that nobody touched it. */
@Service
class SealService {

	private static final Logger LOG = LoggerFactory.getLogger(SealService.class);

	/** So many entries at most are sealed at once. */
	static final int BATCH_SIZE = 500;

	/** What the first seal follows. */
	static final String GENESIS_HASH = "0".repeat(64);

	private final Seals seals;

	private final AuditKey key;

	private final BusinessClock clock;

	SealService(Seals seals, AuditKey key, BusinessClock clock) {
		this.seals = seals;
		this.key = key;
		this.clock = clock;
	}

	/**
	 * Seals what is committed and not yet sealed, in the order of entry numbers; an entry
	 * that commits late gets a later seal.
	 * @param above entries up to this number are known to be sealed
	 * @param others numbers of entries that are not known to be
	 * @return the numbers of the entries that were sealed
	 */
	@Transactional
	public List<Long> sealBatch(long above, Collection<Long> others) {
		Seals.Head head = this.seals.lockHead();
		List<Entry> entries = this.seals.unsealed(above, others, BATCH_SIZE);
		List<Seal> made = new ArrayList<>();
		long seq = head.seq();
		String hash = head.hash();
		for (Entry entry : entries) {
			if (!this.key.marked(entry, null)) {
				LOG.error("Entry {} of the record was not written by this application", entry.id());
			}
			String next = entry.hashAfter(hash, ++seq);
			made.add(new Seal(seq, entry.id(), hash, next, this.clock.instant().truncatedTo(ChronoUnit.MILLIS),
					this.key.markedWith(entry).orElse(null)));
			hash = next;
		}
		if (!made.isEmpty()) {
			this.seals.add(made);
			this.seals.moveHead(seq, hash);
		}
		return entries.stream().map(Entry::id).toList();
	}

	@Transactional(readOnly = true)
	public long highestSealed() {
		return this.seals.highestSealed();
	}

	/**
	 * Numbers of committed entries between these that no seal covers, lowest first; looks
	 * without a lock, so that nobody waits for it.
	 */
	@Transactional(readOnly = true)
	public List<Long> passedOver(long above, long upTo) {
		return this.seals.passedOver(above, upTo, BATCH_SIZE);
	}

	/**
	 * Recomputes the whole chain; stops at the first entry that is not as it was sealed.
	 */
	@Transactional
	public VerificationResult verify() {
		Link at = Link.FIRST;
		while (at.result() == null) {
			at = verify(at.seq(), at.hash(), BATCH_SIZE);
		}
		return at.result();
	}

	/** Recomputes the next links of the chain after the one with this number and hash. */
	@Transactional(readOnly = true)
	Link verify(long after, String hashThere, int limit) {
		Seals.Head head = this.seals.head();
		long seq = after;
		String hash = hashThere;
		List<Seals.Link> links = this.seals.after(seq, limit);
		for (Seals.Link link : links) {
			String fault = fault(link, seq + 1, hash);
			if (fault != null) {
				return new Link(seq, hash, VerificationResult.bad(seq, link.seal().entryId(), fault, head));
			}
			seq = link.seal().seq();
			hash = link.seal().hash();
		}
		if (links.size() == limit) {
			return new Link(seq, hash, null);
		}
		return new Link(seq, hash,
				(seq < head.seq()) ? VerificationResult.bad(seq, null, "cut", head) : unsealed(seq, hash));
	}

	/** Whether the chain has this hash at this place. */
	@Transactional(readOnly = true)
	boolean stands(long seq, String hash) {
		return this.seals.hash(seq).filter(hash::equals).isPresent();
	}

	@Transactional(readOnly = true)
	Seals.Head head() {
		return this.seals.head();
	}

	private String fault(Seals.Link link, long seq, String previous) {
		if (link.seal().seq() != seq || !link.seal().prevHash().equals(previous)) {
			return "chain";
		}
		if (link.entry() == null) {
			return "deleted";
		}
		if (!link.entry().hashAfter(previous, seq).equals(link.seal().hash())) {
			return "changed";
		}
		String keyId = link.seal().keyId();
		if (keyId != null && !keyId.equals(this.key.id())) {
			return "key";
		}
		return this.key.marked(link.entry(), keyId) ? null : "inserted";
	}

	private VerificationResult unsealed(long seq, String hash) {
		List<Entry> pending = this.seals.unsealed(0, List.of(), BATCH_SIZE);
		return pending.stream()
			.filter((entry) -> !this.key.marked(entry, null))
			.findFirst()
			.map((entry) -> VerificationResult.bad(seq, entry.id(), "inserted", new Seals.Head(seq, hash)))
			.orElseGet(() -> new VerificationResult(seq, pending.size(), null, null, hash));
	}

	/**
	 * How far the chain was recomputed.
	 *
	 * @param verdict null while there is more
	 */
	record Link(long seq, String hash, VerificationResult result) {

		static final Link FIRST = new Link(0, GENESIS_HASH, null);

	}

}
