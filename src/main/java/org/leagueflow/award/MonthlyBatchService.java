package org.leagueflow.award;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

	/** Months that are made up for at most, when nothing ran for long. */
	private static final int MAX_MONTHS = 12;

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
	 * Released monthly awards, the latest edition of each, with the months that have no
	 * batch: those after the award's last one, also when nothing ran meanwhile, and the
	 * last month of an award that has none yet.
	 * @param last the last month that is over
	 */
	@Transactional(readOnly = true)
	List<Due> due(YearMonth last) {
		return this.people.units()
			.stream()
			.filter((unit) -> unit.kind().leadsBranches())
			.map(UnitCard::id)
			.flatMap((unit) -> this.catalogue.announceable(unit).stream())
			.distinct()
			.filter((card) -> card.definition().period() == AwardPeriod.MONTH)
			.flatMap((card) -> months(card, last).map((month) -> new Due(card, month)))
			.toList();
	}

	private Stream<YearMonth> months(AwardEditionCard card, YearMonth last) {
		Optional<YearMonth> latest = this.batches.latestOccasion(card.awardId() + ":")
			.map((occasion) -> YearMonth.parse(occasion.substring(occasion.indexOf(':') + 1)));
		YearMonth earliest = last.minusMonths(MAX_MONTHS - 1);
		YearMonth first = latest.map((month) -> month.plusMonths(1)).orElse(last);
		return Stream.iterate(first.isBefore(earliest) ? earliest : first, (month) -> !month.isAfter(last),
				(month) -> month.plusMonths(1));
	}

	private static String occasion(AwardEditionCard card, YearMonth month) {
		return card.awardId() + ":" + month;
	}

	/**
	 * Announces one; where themes come from (指定或自主申报) is for the award to say.
	 */
	long announce(AwardEditionCard card, YearMonth month) {
		return this.service.announce(
				new Announcing(card.id(), "%d年%d月%s".formatted(month.getYear(), month.getMonthValue(), card.name()),
						month.toString(), this.clock.today().plusDays(DAYS), occasion(card, month)),
				Actor.SYSTEM);
	}

	/** An award whose month has no batch yet. */
	record Due(AwardEditionCard edition, YearMonth month) {
	}

}
