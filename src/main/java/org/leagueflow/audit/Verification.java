package org.leagueflow.audit;

import java.time.Instant;

/**
 * How far the record is verified.
 *
 * @param firstSeq after which link this verification began
 * @param seq the last link that is as it was sealed, with its hash
 * @param mark all of this, marked with the key of the record
 * @param headSeq where the chain ended when it began
 * @param endedAt null while it goes on
 */
record Verification(State state, Long personId, String personName, Instant begunAt, Instant endedAt, long firstSeq,
		long seq, String hash, String mark, long headSeq, int pending, Long badEntry, String fault) {

	/** What it found; null while it goes on. */
	public VerificationResult result() {
		return ended() ? new VerificationResult(this.seq, this.pending, this.badEntry, this.fault, this.hash) : null;
	}

	public boolean ended() {
		return this.state == State.GOOD || this.state == State.BAD;
	}

	public boolean running() {
		return this.state == State.RUNNING;
	}

	/** The same with its mark. */
	Verification marked(String mark) {
		return new Verification(this.state, this.personId, this.personName, this.begunAt, this.endedAt, this.firstSeq,
				this.seq, this.hash, mark, this.headSeq, this.pending, this.badEntry, this.fault);
	}

	/** As if nobody had verified. */
	Verification unknown() {
		return new Verification(State.NONE, null, null, null, null, 0, 0, SealService.GENESIS_HASH, null, 0, 0, null,
				null);
	}

	/** Hundredths that are done. */
	public long percent() {
		long all = this.headSeq - this.firstSeq;
		return (all <= 0) ? 100 : Math.min(100, 100 * (this.seq - this.firstSeq) / all);
	}

	/** Where the verification stands. */
	enum State {

		/** Nobody has verified yet. */
		NONE,
		/** The job goes on with it. */
		RUNNING,
		/** All is as it was sealed. */
		GOOD,
		/** Something is not as it was sealed. */
		BAD

	}

}
