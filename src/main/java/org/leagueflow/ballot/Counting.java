package org.leagueflow.ballot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.leagueflow.kernel.Refusal;

/** Opens and checks what is in a box that is shut. */
final class Counting {

	private Counting() {
	}

	/**
	 * All papers, in the order of their trackers, which is no order of anything else.
	 * @throws Refusal.Conflict when rows were changed with database tools
	 */
	static List<PublishedPaper> open(OpenBallot box, List<BoxContents.Slip> slips) {
		return slips.parallelStream()
			.map((slip) -> open(box.ballot(), box.keys(), slip))
			.sorted(Comparator.comparing(PublishedPaper::tracker))
			.toList();
	}

	private static PublishedPaper open(Ballot ballot, BallotKeys keys, BoxContents.Slip slip) {
		try {
			byte[] plain = Sealing.open(keys.storage(), slip.sealed(), Box.about(ballot, slip.name()));
			int length = ballot.messageLength();
			byte[] message = Arrays.copyOf(plain, length);
			byte[] signature = Arrays.copyOfRange(plain, length, plain.length);
			String filled = Vote.filled(message, ballot.id(), ballot.paper());
			if (!BlindSignature.verifies(keys.signing().getPublic(), message, signature)
					|| !Arrays.equals(slip.name(), keys.slip(message))) {
				throw new Vote.Malformed();
			}
			return new PublishedPaper(Vote.tracker(message), filled, message, signature);
		}
		catch (Vote.Malformed ex) {
			throw new Refusal.Conflict("refusal.ballot.tampered");
		}
	}

}
