package org.leagueflow.ballot;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.leagueflow.kernel.Refusal;

/**
 * A ballot as its row tells.
 *
 * @param edition of the envelopes; a program that was rolled back may not know it
 * @param signKey the public key that papers are signed with, X.509
 * @param boxKey the point that envelopes are sealed to
 * @param statementKey the public key that the result is signed with, X.509
 * @param issued signatures given out; null while open
 * @param papers papers counted; null while open
 * @param count the sum; null while open, and for ever when it would tell too much
 */
record Ballot(long id, String title, long unitId, Long caseId, Paper paper, BallotState state, long tellerOne,
		long tellerTwo, boolean oneCloses, boolean twoCloses, DisclosureRule disclosure, int voters, int edition,
		byte[] signKey, byte[] boxKey, byte[] statementKey, Integer issued, Integer papers, Count count, byte[] digest,
		byte[] statement, String voidReason) {

	/** The name of its key file, and what people compare: first 128 bits of SHA-256. */
	String fingerprint() {
		return fingerprint(this.signKey);
	}

	static String fingerprint(byte[] signKey) {
		return HexFormat.of().formatHex(Vote.sha256(signKey), 0, 16);
	}

	boolean isOpen() {
		return this.state == BallotState.OPEN;
	}

	/** Whether it is neither counted nor void, so that its keys are needed. */
	boolean isUncounted() {
		return this.state == BallotState.OPEN || this.state == BallotState.SHUT;
	}

	boolean isTeller(long person) {
		return this.tellerOne == person || this.tellerTwo == person;
	}

	void requireTeller(long person) {
		if (!isTeller(person)) {
			throw new Refusal.NotAllowed("refusal.ballot.not-a-teller");
		}
	}

	/** Whether this teller has agreed to close. */
	boolean closes(long teller) {
		return (this.tellerOne == teller) ? this.oneCloses : this.tellerTwo == teller && this.twoCloses;
	}

	void requireOpen() {
		if (!isOpen()) {
			throw new Refusal.Conflict("refusal.ballot.state." + this.state);
		}
	}

	void requireUncounted() {
		if (!isUncounted()) {
			throw new Refusal.Conflict("refusal.ballot.state." + this.state);
		}
	}

	/** Whether numbers would tell who voted how. */
	boolean coarse(Count count) {
		return this.disclosure.covers(count);
	}

	int messageLength() {
		return Vote.length(this.id, this.paper);
	}

	/** Bytes of what is in an envelope: a vote of this ballot and its signature. */
	int contentLength() {
		return messageLength() + BlindSignature.LENGTH;
	}

	/** Bytes of an envelope of whichever edition. */
	int longestEnvelope() {
		return contentLength() + Envelope.EDITION_2.overhead();
	}

	/** Whether this program opens its envelopes. */
	boolean knowsEdition() {
		return Envelope.of(this.edition).isPresent();
	}

	void requireKnownEdition() {
		envelope();
	}

	/**
	 * The edition of the envelopes.
	 * @throws Refusal.Unavailable when only a newer program knows it
	 */
	Envelope envelope() {
		return Envelope.of(this.edition)
			.orElseThrow(() -> new Refusal.Unavailable("refusal.ballot.edition", this.edition));
	}

	/**
	 * Bytes of what the browser keeps for the recovery code: blinded, inverse, message.
	 */
	int recoveryLength() {
		return 2 * BlindSignature.LENGTH + messageLength() + Sealing.OVERHEAD;
	}

	/** What seals of this ballot are bound to. */
	byte[] about(String what) {
		return (what + " " + this.id).getBytes(StandardCharsets.US_ASCII);
	}

}
