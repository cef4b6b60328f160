package org.leagueflow.forms;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The drafts of all persons. */
interface DraftRepository extends JpaRepository<StoredDraft, StoredDraft.Id> {

	@Query("select d from StoredDraft d where d.id.personId = :personId order by d.savedAt desc, d.id.draftKey limit 20")
	List<StoredDraft> latest(long personId);

	@Query("select count(d) from StoredDraft d where d.id.personId = :personId")
	int count(long personId);

	@Query("select d.answers from StoredDraft d where d.id.personId = :personId")
	List<String> answers(long personId);

	/** Forgets one draft of a person. */
	@Modifying
	@Query("delete from StoredDraft d where d.id.personId = :personId and d.id.draftKey = :key")
	void delete(long personId, String key);

}
