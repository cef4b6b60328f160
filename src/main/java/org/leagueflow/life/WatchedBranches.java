package org.leagueflow.life;

import org.springframework.data.jpa.repository.JpaRepository;

/** The branches that are watched. */
interface WatchedBranches extends JpaRepository<WatchedBranch, Long> {

}
