package org.leagueflow.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.leagueflow.audit.Verification.State;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Hmac;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Verifies the record a batch at a time, outside of requests: from the last verified
 * point on, or from the beginning.
 */
@Service
class VerificationService {

	private final Verifications verifications;

	private final SealService chain;

	private final CheckpointService checkpoints;

	private final AuditKey key;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	VerificationService(Verifications verifications, SealService chain, CheckpointService checkpoints, AuditKey key,
			AuditLog auditLog, BusinessClock clock) {
		this.verifications = verifications;
		this.chain = chain;
		this.checkpoints = checkpoints;
		this.key = key;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** How it stands; what the record's key did not mark counts as not verified. */
	@Transactional(readOnly = true)
	Verification state() {
		Verification now = this.verifications.get();
		return (now.running() || isMarked(now)) ? now : now.unknown();
	}

	/**
	 * Begins, unless it goes on already. Where the chain no longer holds the point that
	 * was verified last, that is the result.
	 * @param all from the first entry on, and not only what was sealed since the last
	 * time
	 */
	@Transactional
	void begin(boolean all, Actor by) {
		Verification before = this.verifications.lock();
		if (before.running()) {
			return;
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		boolean verified = before.state() == State.GOOD && isMarked(before);
		Seals.Head head = this.chain.head();
		if (verified && !this.chain.stands(before.seq(), before.hash())) {
			String fault = (before.seq() > head.seq()) ? "cut" : "chain";
			write(new Verification(State.BAD, by.personId(), by.name(), now, now, before.firstSeq(), before.seq(),
					before.hash(), null, head.seq(), 0, null, fault));
			return;
		}
		boolean on = !all && verified;
		long from = on ? before.seq() : 0;
		write(new Verification(State.RUNNING, by.personId(), by.name(), now, null, from, from,
				on ? before.hash() : SealService.GENESIS_HASH, null, head.seq(), 0, null, null));
	}

	/**
	 * Goes on by one batch.
	 * @return whether there is more
	 */
	@Transactional
	boolean goOn(int batch) {
		return this.verifications.lockRunning().filter((running) -> !goOn(running, batch).ended()).isPresent();
	}

	/** From where it was, or from the beginning where somebody else wrote that. */
	private Verification goOn(Verification at, int batch) {
		boolean marked = isMarked(at);
		long first = marked ? at.firstSeq() : 0;
		// Before the chain is read: what is signed afterwards may cover more than was
		// read.
		long signed = this.checkpoints.size();
		SealService.Link next = marked ? this.chain.verify(at.seq(), at.hash(), batch)
				: this.chain.verify(0, SealService.GENESIS_HASH, batch);
		VerificationResult found = proved(marked ? at.seq() : 0, next, signed);
		return write((found == null)
				? new Verification(State.RUNNING, at.personId(), at.personName(), at.begunAt(), null, first, next.seq(),
						next.hash(), null, at.headSeq(), 0, null, null)
				: new Verification(found.good() ? State.GOOD : State.BAD, at.personId(), at.personName(), at.begunAt(),
						this.clock.instant(), first, found.sealed(), found.hash(), null, at.headSeq(), found.pending(),
						found.badEntry(), found.fault()));
	}

	/** What was found, also of the tree over these links and its signed checkpoints. */
	private VerificationResult proved(long after, SealService.Link next, long signed) {
		if (next.result() != null && !next.result().good()) {
			return next.result();
		}
		String fault = this.checkpoints.fault(after, next.seq());
		if (fault == null && next.result() != null && signed > next.seq()) {
			fault = "cut";
		}
		return (fault == null) ? next.result()
				: VerificationResult.bad(next.seq(), null, fault, new Seals.Head(next.seq(), next.hash()));
	}

	private Verification write(Verification now) {
		Verification marked = marked(now);
		this.verifications.write(marked);
		if (now.ended()) {
			Actor by = (now.personId() != null) ? new Actor(now.personId(), "", now.personName(), List.of())
					: Actor.SYSTEM;
			this.auditLog.record(AuditEvent.of(by, "audit.verified", "audit")
				.as("auditor")
				.with(Map.of("after", now.firstSeq(), "verdict", now.result())));
		}
		return marked;
	}

	Verification marked(Verification now) {
		return now.marked(mark(now));
	}

	private boolean isMarked(Verification of) {
		return mark(of).equals(of.mark());
	}

	/** The moment of its beginning tells one verification from another. */
	private String mark(Verification of) {
		return this.key.mark(String.join(" ", "verified", of.state().name(), String.valueOf(of.begunAt()),
				String.valueOf(of.personId()), Long.toString(of.firstSeq()), Long.toString(of.seq()), of.hash(),
				String.valueOf(of.badEntry()), String.valueOf(of.fault())));
	}

}
