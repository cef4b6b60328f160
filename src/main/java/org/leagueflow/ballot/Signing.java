package org.leagueflow.ballot;

import java.util.Arrays;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Gives each voter one blind signature. The right to vote is used up in the database
 * first; then the answer can be given as often as it is asked for, and is always the
 * same.
 */
@Component
class Signing {

	private final KeyRing ring;

	private final BoxContents box;

	private final BallotRepository rows;

	Signing(KeyRing ring, BoxContents box, BallotRepository rows) {
		this.ring = ring;
		this.box = box;
		this.rows = rows;
	}

	/**
	 * @param request the blinded message, then what the recovery code opens
	 * @throws Refusal.NotFound when the person is not on the roll
	 * @throws Refusal.Invalid when it is not a request of this ballot
	 * @throws Refusal.Conflict when another signature was given out, or the ballot is
	 * over
	 * @throws Refusal.Unavailable when only a newer program opens its envelopes
	 */
	byte[] sign(long ballot, long person, byte[] request) {
		OpenBallot open = this.ring.require(ballot);
		if (request.length != BlindSignature.LENGTH + open.ballot().recoveryLength()) {
			throw malformed(ballot, person);
		}
		byte[] blinded = Arrays.copyOf(request, BlindSignature.LENGTH);
		if (!BlindSignature.signable(open.keys().signing().getPublic(), blinded)) {
			throw malformed(ballot, person);
		}
		if (!open.ballot().knowsEdition() && this.rows.onRoll(ballot, person)) {
			open.ballot().requireKnownEdition();
		}
		byte[] hash = Vote.sha256(blinded);
		byte[] recovery = Sealing.seal(open.keys().storage(),
				Arrays.copyOfRange(request, BlindSignature.LENGTH, request.length), about(open.ballot(), person));
		switch (open.enter(() -> this.box.claim(ballot, person, hash, recovery))) {
			case THERE -> requireSame(ballot, person, hash);
			case CLOSED -> throw over(ballot, person);
			default -> {
				// the right to vote is used now
			}
		}
		return answer(open, blinded);
	}

	private static byte[] answer(OpenBallot open, byte[] blinded) {
		try {
			return BlindSignature.sign(open.keys().signing().getPrivate(), blinded);
		}
		catch (Vote.Malformed ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void requireSame(long ballot, long person, byte[] hash) {
		BoxContents.Claim claim = this.box.claim(ballot, person).orElseThrow(() -> over(ballot, person));
		if (claim.blinded() == null) {
			throw new Refusal.Conflict("refusal.ballot.took-paper");
		}
		if (!claim.isFor(hash)) {
			throw new Refusal.Conflict("refusal.ballot.signed-already");
		}
	}

	/** What the voter's other device opens with the recovery code. */
	byte[] recovery(long ballot, long person) {
		OpenBallot open = this.ring.require(ballot);
		byte[] sealed = this.box.claim(ballot, person)
			.map(BoxContents.Claim::recovery)
			.orElseThrow(() -> new Refusal.NotFound("refusal.ballot.nothing-to-recover"));
		try {
			return Sealing.open(open.keys().storage(), sealed, about(open.ballot(), person));
		}
		catch (Vote.Malformed ex) {
			throw new Refusal.Conflict("refusal.ballot.tampered");
		}
	}

	private static byte[] about(Ballot ballot, long person) {
		return ballot.about("recovery of " + person + " in");
	}

	/** Strangers do not learn that there is a ballot. */
	private Refusal malformed(long ballot, long person) {
		return this.rows.onRoll(ballot, person) ? new Refusal.Invalid("refusal.ballot.malformed")
				: new Refusal.NotFound("refusal.ballot.none");
	}

	private Refusal over(long id, long person) {
		this.ring.forget(id);
		Ballot ballot = this.rows.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.ballot.none"));
		return (ballot.isOpen() || !this.rows.onRoll(id, person)) ? new Refusal.NotFound("refusal.ballot.none")
				: new Refusal.Conflict("refusal.ballot.state." + ballot.state());
	}

}
