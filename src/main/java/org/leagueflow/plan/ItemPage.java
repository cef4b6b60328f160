package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.leagueflow.engine.Task;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People.UnitCard;

/**
 * One item: what the plan says, how each of its spans stands, and what was reported.
 *
 * @param line what holds, or null where it is in the plan no more
 * @param supervises whether the reader supervises it
 * @param office whether the reader acts for the unit that plans it
 * @param books whether the reader books activities and meetings onto it
 * @param own totals without the units below
 * @param rollUp what units below report
 * @param below the units that the reader may send it to
 * @param units the units whose activities and meetings may all count
 */
record ItemPage(Plan plan, String unitName, long itemId, PlanLine line, PlanContent content, List<Run> runs,
		Map<Long, PlanTotal> totals, List<ProgressEntry> entries, boolean supervises, boolean office, boolean books,
		List<Booked> links, List<UnitCard> units, LocalDate today, Map<Long, PlanTotal> own, RollUp rollUp,
		List<UnitCard> below) {

	public MeetingKind[] meetingKinds() {
		return MeetingKind.values();
	}

	/** The rule by which it recurs, or null. */
	/** Indicators of which units below may be given a number to reach at least. */
	public List<PlanIndicator> floors() {
		return indicators().stream().filter((one) -> !HandDownService.alike(one)).toList();
	}

	public Recurrence recurrence() {
		return (this.line != null) ? Recurrence.read(this.line.recurrence()).orElse(null) : null;
	}

	/** The indicators of the item. */
	public List<PlanIndicator> indicators() {
		return (this.line != null) ? this.content.indicators(this.line) : List.of();
	}

	public PlanTotal total(long indicator) {
		return this.totals.getOrDefault(indicator, PlanTotal.NONE);
	}

	/** What was reported on the item itself, without units below. */
	public PlanTotal own(long indicator) {
		return this.own.getOrDefault(indicator, PlanTotal.NONE);
	}

	/** The name of an indicator that an entry is about. */
	public String indicatorName(Long indicator) {
		return this.content.indicators()
			.stream()
			.filter((one) -> Long.valueOf(one.id()).equals(indicator))
			.map(PlanIndicator::name)
			.findFirst()
			.orElse("");
	}

	/**
	 * One span that has begun.
	 *
	 * @param steps what waits for somebody now
	 * @param reports whether the reader may report now
	 * @param elapsed how much of its time has passed, in percent
	 * @param asks whether the reader may ask for more time
	 * @param issues whether the reader may issue a slip
	 */
	record Run(Assignment assignment, PlanLamp lamp, int elapsed, List<Step> steps, boolean reports, boolean holds,
			boolean asks, boolean issues, List<Request> requests, List<PlanSlip> slips,
			List<PlanOccurrence> occurrences) {

		/** How many times stand so. */
		public long count(String state) {
			return this.occurrences.stream().filter((one) -> one.state().equals(state)).count();
		}

	}

	/**
	 * What counts for the item by itself, with the unit's name where it is all of one.
	 */
	record Booked(PlanLink link, String unitName) {
	}

	/**
	 * What a span waits for.
	 *
	 * @param mine whether the reader may take it
	 */
	record Step(Task task, boolean mine) {
	}

	/**
	 * A request for more time.
	 *
	 * @param decides whether the reader answers it
	 */
	record Request(PlanExtension extension, String unitName, boolean decides) {
	}

}
