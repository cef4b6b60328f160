package org.leagueflow.calendar;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The years of the calendar. */
interface YearEntries extends JpaRepository<YearEntry, Integer> {

	List<YearEntry> findAllByOrderByYearNoDesc();

}
