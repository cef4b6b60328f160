package org.leagueflow.audit;

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

	private final AuditKey key;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	VerificationService(Verifications verifications, SealService chain, AuditKey key, AuditLog auditLog,
			BusinessClock clock) {
		this.verifications = verifications;
		this.chain = chain;
		this.key = key;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Verification state() {
		return this.verifications.get();
	}

	/**
	 * Begins, unless it goes on already.
	 * @param all from the first entry on, and not only what was sealed since the last
	 * time
	 */
	@Transactional
	void begin(boolean all, Actor by) {
		Verification before = this.verifications.lock();
		if (before.running()) {
			return;
		}
		boolean on = !all && before.state() == State.GOOD && mark(before.seq(), before.hash()).equals(before.mark())
				&& this.chain.stands(before.seq(), before.hash());
		long from = on ? before.seq() : 0;
		String hash = on ? before.hash() : SealService.GENESIS_HASH;
		this.verifications.write(new Verification(State.RUNNING, by.personId(), by.name(), this.clock.instant(), null,
				from, from, hash, mark(from, hash), this.chain.head().seq(), 0, null, null));
	}

	/**
	 * Goes on by one batch.
	 * @return whether there is more
	 */
	@Transactional
	boolean goOn(int batch) {
		return this.verifications.lockRunning().filter((running) -> !goOn(running, batch).ended()).isPresent();
	}

	private Verification goOn(Verification at, int batch) {
		boolean trusted = mark(at.seq(), at.hash()).equals(at.mark());
		SealService.Link next = trusted ? this.chain.verify(at.seq(), at.hash(), batch)
				: this.chain.verify(0, SealService.GENESIS_HASH, batch);
		VerificationResult found = next.result();
		Verification now = (found == null)
				? new Verification(State.RUNNING, at.personId(), at.personName(), at.begunAt(), null,
						trusted ? at.firstSeq() : 0, next.seq(), next.hash(), mark(next.seq(), next.hash()),
						at.headSeq(), 0, null, null)
				: new Verification(found.good() ? State.GOOD : State.BAD, at.personId(), at.personName(), at.begunAt(),
						this.clock.instant(), at.firstSeq(), found.sealed(), found.hash(),
						found.good() ? mark(found.sealed(), found.hash()) : null, at.headSeq(), found.pending(),
						found.badEntry(), found.fault());
		this.verifications.write(now);
		if (found != null) {
			Actor by = new Actor(at.personId(), "", at.personName(), List.of());
			this.auditLog.record(AuditEvent.of(by, "audit.verified", "audit")
				.as("auditor")
				.with(Map.of("after", now.firstSeq(), "verdict", found)));
		}
		return now;
	}

	private String mark(long seq, String hash) {
		return this.key.mark("verified " + seq + " " + hash);
	}

}
