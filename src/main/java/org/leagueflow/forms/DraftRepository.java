package org.leagueflow.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the drafts of all persons. */
@Repository
class DraftRepository {

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	DraftRepository(JdbcClient jdbc, BusinessClock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Keeps the draft in place of an earlier one under the same key. */
	void save(long personId, String key, String formId, String answers) {
		if (!replaced(personId, key, formId, answers)) {
			try {
				add(personId, key, formId, answers);
			}
			catch (DuplicateKeyException ex) {
				replaced(personId, key, formId, answers); // saved in another window just
															// now
			}
		}
	}

	private boolean replaced(long personId, String key, String formId, String answers) {
		return this.jdbc
			.sql("UPDATE form_draft SET form_id = ?, answers = ?, saved_at = ? WHERE person_id = ? AND draft_key = ?")
			.params(formId, answers, now(), personId, key)
			.update() > 0;
	}

	private void add(long personId, String key, String formId, String answers) {
		this.jdbc
			.sql("INSERT INTO form_draft (person_id, draft_key, form_id, answers, saved_at) VALUES (?, ?, ?, ?, ?)")
			.params(personId, key, formId, answers, now())
			.update();
	}

	Optional<Draft> find(long personId, String key) {
		return this.jdbc.sql("SELECT * FROM form_draft WHERE person_id = ? AND draft_key = ?")
			.params(personId, key)
			.query(DraftRepository::row)
			.optional();
	}

	List<Draft> of(long personId) {
		return this.jdbc.sql("SELECT * FROM form_draft WHERE person_id = ? ORDER BY saved_at DESC, draft_key LIMIT 20")
			.param(personId)
			.query(DraftRepository::row)
			.list();
	}

	/** How many drafts a person keeps. */
	int count(long personId) {
		return this.jdbc.sql("SELECT COUNT(*) FROM form_draft WHERE person_id = ?")
			.param(personId)
			.query(Integer.class)
			.single();
	}

	/** Whether some draft of the person names the upload. */
	boolean name(long personId, long attachmentId) {
		Pattern id = Pattern.compile("(?<![0-9])" + attachmentId + "(?![0-9])");
		return this.jdbc.sql("SELECT answers FROM form_draft WHERE person_id = ?")
			.param(personId)
			.query(String.class)
			.list()
			.stream()
			.anyMatch((answers) -> id.matcher(answers).find());
	}

	/** Forgets the draft, as after its answers were submitted. */
	void delete(long personId, String key) {
		this.jdbc.sql("DELETE FROM form_draft WHERE person_id = ? AND draft_key = ?").params(personId, key).update();
	}

	/** Forgets everybody's drafts under this key, as when a task was taken away. */
	void deleteAll(String key) {
		this.jdbc.sql("DELETE FROM form_draft WHERE draft_key = ?").param(key).update();
	}

	private LocalDateTime now() {
		return LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private static Draft row(ResultSet row, int number) throws SQLException {
		return new Draft(row.getLong("person_id"), row.getString("draft_key"), row.getString("form_id"),
				row.getString("answers"), row.getObject("saved_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
	}

}
