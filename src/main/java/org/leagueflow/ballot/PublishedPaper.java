package org.leagueflow.ballot;

/**
 * A paper as published after the close.
 *
 * @param tracker by which its voter finds it
 * @param filled one letter a line
 * @param message what was signed
 * @param signature the ballot's signature, in which nobody recognises the voter
 */
record PublishedPaper(String tracker, String filled, byte[] message, byte[] signature) {
}
