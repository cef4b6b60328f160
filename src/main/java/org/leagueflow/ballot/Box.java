package org.leagueflow.ballot;

import java.util.Arrays;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The box: opens what the browser sealed, checks the signature, and seals it again for
 * storage. Neither who casts nor when comes in here, and nothing of it goes out, not into
 * a log either.
 */
@Component
class Box {

	private final KeyRing ring;

	private final BoxContents rows;

	Box(KeyRing ring, BoxContents rows) {
		this.ring = ring;
		this.rows = rows;
	}

	/** Bytes of the longest envelope that is read; what is longer is refused unread. */
	int longest(OpenBallot open) {
		return open.ballot().longestEnvelope();
	}

	/** Puts a paper in, once: the same paper again is in the box already. */
	Cast cast(OpenBallot open, byte[] envelope) {
		Ballot ballot = open.ballot();
		Envelope edition = ballot.envelope();
		if (Envelope.named(envelope, ballot.contentLength()) != edition.number()) {
			return Cast.OTHER_EDITION;
		}
		try {
			return put(open, edition.open(open.keys().box(), ballot.id(), envelope));
		}
		catch (Vote.Malformed ex) {
			return Cast.MALFORMED;
		}
		catch (DataAccessException ex) {
			return Cast.BUSY;
		}
	}

	private Cast put(OpenBallot open, byte[] plain) throws Vote.Malformed {
		Ballot ballot = open.ballot();
		int length = ballot.messageLength();
		if (plain.length != ballot.contentLength()) {
			return Cast.MALFORMED;
		}
		byte[] message = Arrays.copyOf(plain, length);
		Vote.filled(message, ballot.id(), ballot.paper());
		if (!BlindSignature.verifies(open.keys().signing().getPublic(), message,
				Arrays.copyOfRange(plain, length, plain.length))) {
			return Cast.NOT_SIGNED;
		}
		byte[] slip = open.keys().slip(message);
		byte[] sealed = Sealing.seal(open.keys().storage(), plain, about(ballot, slip));
		if (open.enter(() -> this.rows.put(ballot.id(), slip, sealed)) == BoxContents.Added.CLOSED) {
			this.ring.forget(ballot.id());
			return Cast.CLOSED;
		}
		return Cast.IN_THE_BOX;
	}

	static byte[] about(Ballot ballot, byte[] slip) {
		return Bytes.join(ballot.about("slip of"), slip);
	}

	/** What became of a paper. */
	enum Cast {

		/** In the box, now or before. */
		IN_THE_BOX,
		/** Not sealed to this box, or no paper of this ballot. */
		MALFORMED,
		/** Sealed in an edition that the ballot was not opened under. */
		OTHER_EDITION,
		/** No signature of this ballot, or of another paper. */
		NOT_SIGNED,
		/** Too late. */
		CLOSED,
		/** The database did not take it; to be tried again. */
		BUSY

	}

}
