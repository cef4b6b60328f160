package org.leagueflow.audit;

import java.io.Serializable;

/**
 * The result of recomputing the chain of seals.
 *
 * @param sealed how many entries were found as they were sealed
 * @param pending how many entries are not sealed yet (at most the first 500 are counted)
 * @param badEntry the first entry that is not as it was, or null
 * @param fault {@code changed}, {@code deleted}, {@code inserted} (not written by this
 * application), {@code key} (sealed with a key that is not this node's), {@code chain} (a
 * seal was touched), {@code tree} or {@code checkpoint} (they do not fit the chain, which
 * was made anew) or {@code cut} (the end is missing); null when all is well
 * @param hash the hash at the end of the chain, to be noted outside this system
 */
record VerificationResult(long sealed, int pending, Long badEntry, String fault, String hash) implements Serializable {

	static VerificationResult bad(long sealed, Long entry, String fault, Seals.Head head) {
		return new VerificationResult(sealed, 0, entry, fault, head.hash());
	}

	public boolean good() {
		return this.fault == null;
	}

}
