package org.leagueflow.kernel;

/**
 * A key that the database must have been written with.
 *
 * @param purpose {@link KeyWitness#SERVER} or {@link KeyWitness#AUDIT}
 * @param id the key's name
 * @param source where this node has it from
 */
public record KeyHolder(String purpose, String id, String source) {
}
