package org.leagueflow.life;

import org.springframework.data.jpa.repository.JpaRepository;

/** What branches were reminded of already. */
interface LifeReminders extends JpaRepository<LifeReminder, LifeReminder.Key> {

}
