package org.leagueflow.award;

import java.time.YearMonth;
import java.util.List;
import org.leagueflow.award.BatchService.Announcing;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds monthly awards that are due, and announces them. */
@Service
@Transactional
class MonthlyBatchService {

	/** How long a monthly batch takes nominations. */
	private static final int DAYS = 7;

	private final AwardCatalogue catalogue;

	private final Batches batches;

	private final BatchService service;

	private final People people;

	private final BusinessClock clock;

	MonthlyBatchService(AwardCatalogue catalogue, Batches batches, BatchService service, People people,
			BusinessClock clock) {
		this.catalogue = catalogue;
		this.batches = batches;
		this.service = service;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Released monthly awards without a batch of the month, the latest edition of each.
	 */
	@Transactional(readOnly = true)
	List<AwardEditionCard> due(YearMonth month) {
		return this.people.units()
			.stream()
			.filter((unit) -> unit.kind().leadsBranches())
			.map(UnitCard::id)
			.flatMap((unit) -> this.catalogue.announceable(unit).stream())
			.distinct()
			.filter((card) -> card.definition().period() == AwardPeriod.MONTH)
			.filter((card) -> !this.batches.existsByOccasion(occasion(card, month)))
			.toList();
	}

	private static String occasion(AwardEditionCard card, YearMonth month) {
		return card.awardId() + ":" + month;
	}

	/**
	 * Announces one; themes are assigned from above or proposed by the branches
	 * (指定或自主申报).
	 */
	long announce(AwardEditionCard card, YearMonth month) {
		return this.service.announce(
				new Announcing(card.id(), "%d年%d月%s".formatted(month.getYear(), month.getMonthValue(), card.name()),
						month.toString(), this.clock.today().plusDays(DAYS), "both", occasion(card, month)),
				Actor.SYSTEM);
	}

}
