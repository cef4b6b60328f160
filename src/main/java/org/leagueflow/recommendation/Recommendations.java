package org.leagueflow.recommendation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The recommendations. */
interface Recommendations extends Repository<Recommendation, Long>, JpaSpecificationExecutor<Recommendation> {

	Recommendation saveAndFlush(Recommendation recommendation);

	Optional<Recommendation> findByCaseId(long caseId);

	/** Everything about these persons, the latest first. */
	@Query("select r from Recommendation r where r.personId in :persons order by r.caseId desc")
	List<Recommendation> about(Collection<Long> persons);

	/** Valid recommendations of these persons that the Party may still list. */
	@Query("select r from Recommendation r where r.personId in :persons and r.validUntil >= :today "
			+ "and r.standing in (org.leagueflow.recommendation.Standing.UNDER_WAY, "
			+ "org.leagueflow.recommendation.Standing.HANDED_OVER, org.leagueflow.recommendation.Standing.RECEIVED)")
	List<Recommendation> valid(Collection<Long> persons, LocalDate today);

	/** What stands on these lists, in the order in which the cases began. */
	List<Recommendation> findByListIdInOrderByCaseId(Collection<Long> lists);

	boolean existsByListIdAndReceivedOnIsNotNull(long list);

	/** Cleared recommendations of these branches that nobody handed over yet. */
	@Query("select r from Recommendation r where r.branchId in :branches and r.clearedOn is not null "
			+ "and r.handedOverOn is null and r.runningPerson is not null order by r.line, r.branchId, r.caseId")
	List<Recommendation> readyToHandOver(Collection<Long> branches);

	/** Handed over, and the Party has not answered. */
	@Query("select r from Recommendation r where r.handedOverOn is not null and r.feedbackOn is null "
			+ "and r.runningPerson is not null")
	List<Recommendation> unanswered();

	/**
	 * Recommendations that run or were listed and whose last valid day is between the
	 * two; none that a later one of the same person has followed.
	 */
	@Query("select r from Recommendation r where r.validUntil between :from and :until "
			+ "and (r.runningPerson is not null or r.standing = org.leagueflow.recommendation.Standing.LISTED) "
			+ "and not exists (select 1 from Recommendation n where n.personId = r.personId and n.caseId > r.caseId "
			+ "and (n.runningPerson is not null or n.standing = org.leagueflow.recommendation.Standing.LISTED))")
	List<Recommendation> lapsing(LocalDate from, LocalDate until);

	/**
	 * The recommendation, for somebody who is not the person recommended.
	 * @throws Refusal.NotAllowed for the person recommended
	 */
	default Recommendation ofOther(CaseId caseId, Actor by) {
		Recommendation one = of(caseId);
		if (one.personId() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.recommendation.ownCase");
		}
		return one;
	}

	default Recommendation of(CaseId caseId) {
		return findByCaseId(caseId.value()).orElseThrow(() -> new Refusal.NotFound("refusal.recommendation.unknown"));
	}

}
