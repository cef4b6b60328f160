package org.leagueflow.recommendation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The pairings of Party members with League members. */
interface Pairings extends Repository<Pairing, Long> {

	Pairing saveAndFlush(Pairing pairing);

	Optional<Pairing> findById(long id);

	/** Pairings of a branch, running ones first, the newest first. */
	@Query("select p from Pairing p where p.branchId = :branch "
			+ "order by case when p.endedOn is null then 0 else 1 end, p.id desc")
	List<Pairing> ofBranch(long branch, Limit limit);

	/** Pairings in which the person is one of the two. */
	@Query("select p from Pairing p where p.memberId = :person or p.partnerId = :person order by p.id desc")
	List<Pairing> of(long person, Limit limit);

	@Query("select p from Pairing p where (p.memberId = :person or p.partnerId = :person) and p.endedOn is null "
			+ "order by p.id")
	List<Pairing> runningOf(long person);

	List<Pairing> findByMemberIdOrderByIdDesc(long member);

	boolean existsByMemberIdAndPartnerIdAndEndedOnIsNull(long member, long partner);

	default Pairing known(long id) {
		return findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.recommendation.pairing"));
	}

	/** How many records each of the pairings has, as pairs of number and count. */
	@Query("select a.pairingId, count(a) from PairingActivity a where a.pairingId in :pairings group by a.pairingId")
	List<Object[]> activityCounts(Collection<Long> pairings);

}
