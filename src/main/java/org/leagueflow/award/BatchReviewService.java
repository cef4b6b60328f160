package org.leagueflow.award;

import java.util.List;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the levels above the classes check, and who answers for it. */
@Service
@Transactional
class BatchReviewService {

	private final Batches batches;

	private final Nominations nominations;

	private final Recounts recounts;

	private final BatchTrail trail;

	private final People people;

	private final Offices offices;

	BatchReviewService(Batches batches, Nominations nominations, Recounts recounts, BatchTrail trail, People people,
			Offices offices) {
		this.batches = batches;
		this.nominations = nominations;
		this.recounts = recounts;
		this.trail = trail;
		this.people = people;
		this.offices = offices;
	}

	/**
	 * The committee answers after its faculties have; sent back, the panel and the
	 * faculties look again.
	 */
	void verify(CaseId caseId, boolean back, String opinion, Actor by) {
		Batch batch = this.batches.of(caseId);
		List<UnitCard> waiting = unreviewed(batch);
		if (!back && !waiting.isEmpty()) {
			throw new Refusal.Conflict("refusal.award.facultiesMissing",
					waiting.stream().map(UnitCard::name).collect(Collectors.joining("、")));
		}
		batch.reviewed(back);
		this.trail.add(batch.id(), null, this.people.unit(batch.unitId()), back ? "sentBack" : "verified", opinion, by);
	}

	/**
	 * General branches that have somebody to review, whose classes nominated, and who
	 * have not said anything yet.
	 */
	@Transactional(readOnly = true)
	List<UnitCard> unreviewed(Batch batch) {
		List<Long> done = this.trail.unitsThat(batch.id(), "reviewed");
		List<String> paths = this.nominations.unitPaths(batch.id());
		return this.people.within(batch.unitId())
			.stream()
			.filter((unit) -> unit.kind() == UnitKind.GENERAL_BRANCH && unit.id() != batch.unitId())
			.filter((unit) -> !done.contains(unit.id()))
			.filter((unit) -> paths.stream().anyMatch((path) -> path.startsWith(unit.path())))
			.filter((unit) -> !this.offices.committeeMembers(unit.id()).isEmpty())
			.toList();
	}

	void archive(CaseId caseId, Actor by) {
		Batch batch = this.batches.of(caseId);
		int open = this.recounts.open(batch.id());
		if (open > 0) {
			throw new Refusal.Conflict("refusal.award.openRecounts", open);
		}
		this.trail.add(batch.id(), null, this.people.unit(batch.unitId()), "archived", null, by);
	}

}
