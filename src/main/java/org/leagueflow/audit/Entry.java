package org.leagueflow.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * One row of the record, exactly as it is stored.
 *
 * @param id the row's number, 0 before it is stored
 * @param mark proves that the application wrote the row: a keyed hash over the nonce and
 * all other columns but the number
 */
record Entry(long id, Instant at, long personId, String personName, Long actingFor, String post, Long unitId,
		Long caseId, String what, String subject, String beforeHash, String afterHash, String detail, String node,
		String nonce, String mark) {

	/**
	 * The chain's next hash: what came before, the place in the chain, and every column.
	 */
	String hashAfter(String previous, long seq) {
		return HexFormat.of().formatHex(Digests.sha256(previous + seq + canonical() + field(this.id) + this.mark));
	}

	/** The keyed hash that this row must carry as its mark. */
	String expectedMark(byte[] key) {
		return HexFormat.of().formatHex(Digests.hmac(key, canonical()));
	}

	Entry marked(byte[] key) {
		return new Entry(this.id, this.at, this.personId, this.personName, this.actingFor, this.post, this.unitId,
				this.caseId, this.what, this.subject, this.beforeHash, this.afterHash, this.detail, this.node,
				this.nonce, expectedMark(key));
	}

	public LocalDateTime atUtc() {
		return LocalDateTime.ofInstant(this.at, ZoneOffset.UTC);
	}

	// Each column with its length in front, so that no text can move from one into the
	// next; null differs from empty.
	private String canonical() {
		StringBuilder all = new StringBuilder();
		for (Object column : new Object[] { this.at.toEpochMilli(), this.personId, this.personName, this.actingFor,
				this.post, this.unitId, this.caseId, this.what, this.subject, this.beforeHash, this.afterHash,
				this.detail, this.node, this.nonce }) {
			all.append(field(column));
		}
		return all.toString();
	}

	private static String field(Object column) {
		return (column != null) ? column.toString().length() + ":" + column : "-";
	}

}
