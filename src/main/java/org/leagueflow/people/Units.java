package org.leagueflow.people;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The org tree. */
interface Units extends JpaRepository<Unit, Long> {

	List<Unit> findByParentIdAndActiveTrue(Long parentId);

	/** Locks the top of the tree, so that two changes of its shape never mix. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select u from Unit u where u.parentId is null")
	List<Unit> holdTree();

	/** Gives every unit below one that moved its new path. */
	@Modifying(flushAutomatically = true)
	@Query("update Unit u set u.path = concat(:to, substring(u.path, :cut)), u.version = u.version + 1"
			+ " where u.path like concat(:from, '%') and u.path <> :from")
	int rewritePaths(String from, String to, int cut);

}
