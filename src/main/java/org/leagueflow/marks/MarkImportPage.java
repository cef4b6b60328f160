package org.leagueflow.marks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.sheet.ImportCard;
import org.leagueflow.sheet.ImportSummary;

/** What the page of one import of marks shows. */
record MarkImportPage(Head head, MarkLayout layout, Map<String, Integer> verdicts, Map<String, Integer> plans,
		Map<String, Integer> outcomes, Map<String, Integer> importable, int people,
		List<MarkCellRepository.Tally> tallies, MarkFilter filter, int count,
		List<StagedMark> rows) implements ImportSummary {

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

	/** What nothing stands against. */
	public int clean() {
		return this.importable.getOrDefault("CLEAN", 0) + this.importable.getOrDefault("WARNED", 0);
	}

	public int doubtful() {
		return this.importable.getOrDefault("DOUBTFUL", 0);
	}

	@Override
	public int pages() {
		return Math.max(1, (this.count + MarkCellRepository.PAGE_SIZE - 1) / MarkCellRepository.PAGE_SIZE);
	}

	@Override
	public boolean hasNext() {
		return this.filter.page() + 1 < pages();
	}

	/**
	 * An import in short.
	 *
	 * @param silent whether whoever works on it has not been heard of for too long
	 */
	record Head(long id, String unit, String fileName, String uploader, LocalDate day, String state, int total,
			int done, boolean running, boolean silent, Message failure, boolean choosing,
			LocalDate forgotten) implements ImportCard {

		@Override
		public String home() {
			return "/marks/import";
		}

		@Override
		public String words() {
			return "marks";
		}

	}

}
