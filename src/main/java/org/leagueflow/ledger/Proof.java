package org.leagueflow.ledger;

/** An uploaded file that proves a line. */
record Proof(String name, byte[] content) {
}
