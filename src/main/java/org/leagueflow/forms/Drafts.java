package org.leagueflow.forms;

import java.util.List;
import java.util.Optional;

/**
 * What people have not finished writing: private to the writer, never steering anything.
 */
public interface Drafts {

	/**
	 * Keeps the draft in place of an earlier one under the same key; the answers are not
	 * checked.
	 */
	void save(long personId, String key, String formId, String answers);

	Optional<Draft> find(long personId, String key);

	/** What the person wrote and did not submit, the last saved first. */
	List<Draft> of(long personId);

	/** Forgets the draft, as after its answers were submitted. */
	void delete(long personId, String key);

	/** Forgets everybody's drafts under this key, as when a task was taken away. */
	void deleteAll(String key);

}
