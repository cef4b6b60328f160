package org.leagueflow.ledger;

import org.leagueflow.forms.AttachmentAccess;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/** Lets whoever may read a line open the file that proves it. */
@Component
class LedgerFiles implements AttachmentAccess {

	private static final String PREFIX = "ledger:";

	private final LedgerEntries lines;

	private final LedgerService ledger;

	LedgerFiles(LedgerEntries lines, LedgerService ledger) {
		this.lines = lines;
		this.ledger = ledger;
	}

	/** How a file is marked that proves a line of this person, and perhaps of others. */
	static String of(long personId) {
		return PREFIX + personId;
	}

	@Override
	public boolean mayRead(AttachmentCard attachment, Actor by) {
		return attachment.filedAs() != null && attachment.filedAs().startsWith(PREFIX)
				&& this.lines.provedBy(attachment.id()).stream().anyMatch((person) -> this.ledger.mayRead(person, by));
	}

}
