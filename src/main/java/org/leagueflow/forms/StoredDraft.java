package org.leagueflow.forms;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A draft as it is stored: one per person and key. */
@Entity
@Table(name = "form_draft")
class StoredDraft {

	@EmbeddedId
	private Id id;

	private String formId;

	private String answers;

	private Instant savedAt;

	protected StoredDraft() {
	}

	StoredDraft(Draft draft) {
		this.id = new Id(draft.personId(), draft.key());
		this.formId = draft.formId();
		this.answers = draft.answers();
		this.savedAt = draft.savedAt();
	}

	Draft draft() {
		return new Draft(this.id.personId(), this.id.draftKey(), this.formId, this.answers, this.savedAt);
	}

	/** Whose draft, and of what. */
	@Embeddable
	record Id(long personId, String draftKey) implements Serializable {
	}

}
