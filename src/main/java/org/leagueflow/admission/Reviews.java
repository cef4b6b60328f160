package org.leagueflow.admission;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.repository.Repository;

/** The reviews of admissions. */
interface Reviews extends Repository<Review, Long> {

	Review saveAndFlush(Review review);

	List<Review> findByUnitIdAndHeldOnBetweenOrderByHeldOnDescIdDesc(long unitId, LocalDate from, LocalDate until);

	int countByUnitIdAndHeldOnBetween(long unitId, LocalDate from, LocalDate until);

}
