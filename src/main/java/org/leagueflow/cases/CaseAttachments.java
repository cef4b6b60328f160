package org.leagueflow.cases;

import java.util.Optional;
import org.leagueflow.forms.AttachmentAccess;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * Lets whoever may read an answer open the files that it names; whoever has to say why he
 * reads the case file says so before he opens a file of it.
 */
@Component
class CaseAttachments implements AttachmentAccess {

	private final Cases cases;

	private final CaseOpeningService openings;

	CaseAttachments(Cases cases, CaseOpeningService openings) {
		this.cases = cases;
		this.openings = openings;
	}

	@Override
	public boolean mayRead(AttachmentCard attachment, Actor by) {
		return attachment.caseId() != null && this.cases.mayOpen(attachment.caseId(), attachment.id(), by);
	}

	@Override
	public Optional<String> asks(AttachmentCard attachment, Actor by) {
		return this.openings.asks(this.cases.card(attachment.caseId()), by)
				? Optional.of("/cases/" + attachment.caseId() + "/reading?file=" + attachment.id()) : Optional.empty();
	}

	@Override
	public void opened(AttachmentCard attachment, Actor by) {
		if (attachment.caseId() != null) {
			this.openings.note(this.cases.card(attachment.caseId()), attachment, by);
		}
	}

}
