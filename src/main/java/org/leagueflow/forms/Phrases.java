package org.leagueflow.forms;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The phrases of all persons. */
interface Phrases extends JpaRepository<Phrase, Long> {

	List<Phrase> findByPersonIdOrderById(long personId);

}
