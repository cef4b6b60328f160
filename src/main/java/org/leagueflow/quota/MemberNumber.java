package org.leagueflow.quota;

import java.time.LocalDateTime;

/**
 * A number of the pool.
 *
 * @param caseId the case that holds or used it, or null
 * @param voidedAt when it was voided, in UTC, or null
 */
record MemberNumber(String number, NumberState state, long holderUnitId, long blockId, Long caseId, String voidReason,
		String voidedByName, LocalDateTime voidedAt) {

	public String prefix() {
		return this.number.substring(0, 6);
	}

	public int serial() {
		return Integer.parseInt(this.number.substring(6));
	}

	boolean follows(MemberNumber other) {
		return prefix().equals(other.prefix()) && serial() == other.serial() + 1 && this.blockId == other.blockId;
	}

	static String of(String prefix, int serial) {
		return prefix + "%06d".formatted(serial);
	}

}
