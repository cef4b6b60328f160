package org.leagueflow.forms;

import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps drafts, within bounds. */
@Service
class DraftService implements Drafts {

	/** More open drafts than this are not somebody's work. */
	private static final int MAX_DRAFTS = 200;

	private final DraftRepository rows;

	private final Forms forms;

	private final BusinessClock clock;

	private final JdbcTemplate jdbc;

	DraftService(DraftRepository rows, Forms forms, BusinessClock clock, JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.forms = forms;
		this.clock = clock;
	}

	/**
	 * Saves what a browser sent; it must be JSON of bearable size and is not checked
	 * further.
	 * @throws org.springframework.dao.DuplicateKeyException when another window saves the
	 * same draft for the first time just now
	 */
	@Transactional
	public void take(Actor by, String key, String formId, String answers) {
		if (!key.matches("(task|start):[A-Za-z0-9-]{1,64}") || !formId.matches("[A-Za-z0-9-]{1,100}")) {
			throw new Refusal.Invalid("refusal.forms.draft-key");
		}
		this.forms.read(answers);
		if (this.rows.findById(new StoredDraft.Id(by.personId(), key)).isEmpty()
				&& this.rows.count(by.personId()) >= MAX_DRAFTS) {
			throw new Refusal.Conflict("refusal.forms.too-many-drafts", MAX_DRAFTS);
		}
		save(by.personId(), key, formId, answers);
	}

	@Override
	@Transactional
	public void save(long personId, String key, String formId, String answers) {
		this.rows.save(new StoredDraft(new Draft(personId, key, formId, answers, this.clock.instant())));
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Draft> find(long personId, String key) {
		return this.rows.findById(new StoredDraft.Id(personId, key)).map(StoredDraft::draft);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Draft> of(long personId) {
		return this.rows.latest(personId).stream().map(StoredDraft::draft).toList();
	}

	@Override
	@Transactional
	public void delete(long personId, String key) {
		this.rows.delete(personId, key);
	}

	/**
	 * Every step of a case does this: through the repository it took 4 % of a step, most
	 * of it Hibernate's preparations for what it may hold of the table.
	 */
	@Override
	@Transactional
	public void deleteAll(String key) {
		this.jdbc.update("DELETE FROM form_draft WHERE draft_key = ?", key);
	}

}
