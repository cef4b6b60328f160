package org.leagueflow.plan;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What an edition says of an item.
 *
 * @param itemId the item, the same one in every edition
 * @param number its number in the plan
 * @param position its place in the edition
 * @param paperNumber the number on the paper, as text
 * @param statusWords what a column of results on the paper said
 * @param recurrence the rule by which the work recurs ({@link Recurrence}), or null
 * @param festival the day of the festival calendar that it belongs to, or null
 * @param mainTasks the items that it serves
 * @param indicators the indicators that it shares
 */
public record PlanLine(long itemId, int number, PlanItemKind kind, int position, String paperNumber, String section,
		String content, String measure, String periodWords, String remark, String original, String place, String source,
		String statusWords, FiveHaves haves, String recurrence, String festival, List<PlanSpan> spans,
		List<PlanOwner> owners, List<Long> mainTasks, List<Long> indicators) {

	public Optional<PlanOwner> lead() {
		return this.owners.stream().filter(PlanOwner::lead).findFirst();
	}

	/** Those who answer beside the lead. */
	public List<PlanOwner> coOwners() {
		return this.owners.stream().filter((one) -> !one.lead()).toList();
	}

	/** How many of the five haves it has. */
	public int haveCount() {
		return this.haves.count(lead().isPresent());
	}

	/** The month in which it begins, or null where no time is said. */
	public YearMonth begins() {
		return this.spans.stream().map((span) -> YearMonth.from(span.from())).min(YearMonth::compareTo).orElse(null);
	}

	/** How it reads in a list: number and the first words. */
	public String title() {
		return PlanText.first(this.content, 60);
	}

}
