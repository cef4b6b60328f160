package org.leagueflow.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The days that differ from their weekday. */
interface CalendarEntries extends JpaRepository<CalendarEntry, LocalDate> {

	List<CalendarEntry> findByDayDateBetweenOrderByDayDate(LocalDate first, LocalDate last);

	/** Lets the day go by its weekday again; how many entries that took away. */
	@Modifying
	@Query("delete from CalendarEntry e where e.dayDate = :day")
	int remove(LocalDate day);

}
