package org.leagueflow.forms;

import java.time.Instant;
import org.leagueflow.kernel.CaseId;

/**
 * An attached file without its content.
 *
 * @param sha256 hash of the content in hexadecimal
 * @param name the file's name, made harmless
 * @param size in bytes
 * @param mediaType by content
 * @param uploadedBy the person
 * @param caseId the case it was filed under, or null
 * @param filedAs what else it belongs to, {@code ledger:42}, or null
 */
public record AttachmentCard(long id, String sha256, String name, long size, String mediaType, long uploadedBy,
		Instant uploadedAt, CaseId caseId, String filedAs) {

	/** Whether pages can show it. */
	public boolean picture() {
		return this.mediaType.equals("image/jpeg") || this.mediaType.equals("image/png");
	}

}
