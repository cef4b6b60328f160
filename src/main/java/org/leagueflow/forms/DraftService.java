package org.leagueflow.forms;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people have not finished writing. */
@Service
class DraftService {

	/** More open drafts than this are not somebody's work. */
	private static final int MOST = 200;

	private final Drafts drafts;

	private final Forms forms;

	DraftService(Drafts drafts, Forms forms) {
		this.drafts = drafts;
		this.forms = forms;
	}

	/**
	 * Saves a draft; the answers must be JSON of bearable size and are not checked
	 * further.
	 */
	@Transactional
	void save(Actor by, String key, String formId, String answers) {
		if (!key.matches("(task|start):[A-Za-z0-9-]{1,64}") || !formId.matches("[A-Za-z0-9-]{1,100}")) {
			throw new Refusal.Invalid("refusal.forms.draft-key");
		}
		this.forms.read(answers);
		if (this.drafts.find(by.personId(), key).isEmpty() && this.drafts.count(by.personId()) >= MOST) {
			throw new Refusal.Conflict("refusal.forms.too-many-drafts", MOST);
		}
		this.drafts.save(by.personId(), key, formId, answers);
	}

}
