package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All vacations that were entered. */
interface Vacations extends JpaRepository<Vacation, Long> {

	/** Those that touch the days, of whatever unit. */
	@Query("select v from Vacation v where v.lastDay >= :from and v.firstDay <= :until order by v.firstDay, v.id")
	List<Vacation> touching(LocalDate from, LocalDate until);

	/** Those of these units, the latest first. */
	List<Vacation> findByUnitIdInOrderByFirstDayDescIdDesc(Collection<Long> units);

}
