package org.leagueflow.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.sheet.ImportCard;
import org.leagueflow.sheet.ImportSummary;

/** What the page of one import shows. */
record RosterPage(Head head, Map<String, Integer> verdicts, Map<String, Integer> plans, Map<String, Integer> outcomes,
		List<RosterRowRepository.Tally> tallies, List<Unknown> unknown, RosterFilter filter, int count,
		List<RosterRowRepository.Seen> rows) implements ImportSummary {

	@Override
	public int verdict(String name) {
		return this.verdicts.getOrDefault(name, 0);
	}

	@Override
	public int plan(String name) {
		return this.plans.getOrDefault(name, 0);
	}

	@Override
	public int outcome(String name) {
		return this.outcomes.getOrDefault(name, 0);
	}

	public int all() {
		return this.verdicts.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** Lines that can still be imported. */
	public int importable() {
		return verdict("CLEAN") + verdict("WARNED") - this.outcomes.values().stream().mapToInt(Integer::intValue).sum();
	}

	@Override
	public boolean hasNext() {
		return (long) (this.filter.page() + 1) * RosterRowRepository.PAGE_SIZE < this.count;
	}

	@Override
	public int pages() {
		return Math.max(1, (this.count + RosterRowRepository.PAGE_SIZE - 1) / RosterRowRepository.PAGE_SIZE);
	}

	/**
	 * An import in short.
	 *
	 * @param silent whether whoever works on it has not been heard of for too long
	 * @param sheet the sheet that is read, or null while none is
	 * @param sheets those to choose from, empty when there is nothing to choose
	 */
	record Head(long id, String unit, String fileName, String uploader, LocalDate day, String state, int total,
			int done, boolean running, boolean silent, Message failure, String sheet, List<SheetSurvey.Card> sheets,
			LocalDate forgotten) implements ImportCard {

		@Override
		public String home() {
			return "/members/import";
		}

		@Override
		public String words() {
			return "roster";
		}

		@Override
		public boolean choosing() {
			return this.state.equals("CHOOSING");
		}

		/** Whether rows or columns of a sheet that can be read are hidden. */
		public boolean anyHidden() {
			return this.sheets.stream()
				.anyMatch((one) -> one.readable() && (one.hiddenLines() > 0 || !one.hiddenColumns().isEmpty()));
		}

	}

	/** A branch that the roster names and the books do not know. */
	record Unknown(String args, String branch, String generalBranch, int lines) {
	}

}
