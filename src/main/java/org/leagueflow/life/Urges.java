package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** When branches were urged (催办), at most once a day. */
interface Urges extends JpaRepository<Urge, Long> {

	@Query("select new org.leagueflow.life.Urges$Last(u.branchId, max(u.urgedOn)) from Urge u"
			+ " where u.branchId in :branches group by u.branchId")
	List<Last> lastOf(Collection<Long> branches);

	/** The last day on which each of the branches was urged. */
	default Map<Long, LocalDate> last(Collection<Long> branches) {
		return branches.isEmpty() ? Map.of()
				: lastOf(branches).stream().collect(Collectors.toMap(Last::branchId, Last::day));
	}

	/** The last day on which a branch was urged. */
	record Last(long branchId, LocalDate day) {
	}

}
