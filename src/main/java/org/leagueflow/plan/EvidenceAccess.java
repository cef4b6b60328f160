package org.leagueflow.plan;

import java.util.List;
import org.leagueflow.forms.AttachmentAccess;
import org.leagueflow.forms.AttachmentCard;
import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/** Whoever supervises an item, audits it or owns a part of it opens what proves it. */
@Component
class EvidenceAccess implements AttachmentAccess {

	private final ProgressEntries entries;

	private final PlanContents contents;

	private final Plans plans;

	private final PlanRights rights;

	EvidenceAccess(ProgressEntries entries, PlanContents contents, Plans plans, PlanRights rights) {
		this.entries = entries;
		this.contents = contents;
		this.plans = plans;
		this.rights = rights;
	}

	@Override
	public boolean mayRead(AttachmentCard attachment, Actor by) {
		return this.entries.itemsOf(attachment.id()).stream().anyMatch((item) -> reads(item, by));
	}

	private boolean reads(long item, Actor by) {
		Plan plan = this.plans.of(this.contents.planOf(item).orElseThrow());
		if (this.rights.readsDrafts(plan, by)) {
			return true;
		}
		return plan.publishedId() != null && PlanRights
			.owns(this.contents.of(plan.publishedId()).line(item).map(PlanLine::owners).orElse(List.of()), by);
	}

}
