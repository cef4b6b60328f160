package org.leagueflow.audit;

import java.time.Instant;

/**
 * A link of the chain: it fixes one entry and everything sealed before it.
 *
 * @param keyId the name of the key that marked the entry; null on seals of editions that
 * did not name it
 */
record Seal(long seq, long entryId, String prevHash, String hash, Instant sealedAt, String keyId) {
}
