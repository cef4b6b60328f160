package org.leagueflow.practice;

import org.springframework.data.jpa.repository.JpaRepository;

/** Where the clock of the practice college stands, over restarts. */
interface PracticeClocks extends JpaRepository<PracticeClock, Integer> {

}
