package org.leagueflow.audit;

import java.time.Instant;

/** A link of the chain: it fixes one entry and everything sealed before it. */
record Seal(long seq, long entryId, String prevHash, String hash, Instant sealedAt) {
}
