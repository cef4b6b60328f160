package org.leagueflow.marks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.springframework.stereotype.Component;

/** Brings marks into the books as an office does, by a sheet. */
@Component
public class MarkFixture {

	private final MarkImportService service;

	private final MarkJobs jobs;

	MarkFixture(MarkImportService service, MarkJobs jobs) {
		this.service = service;
		this.jobs = jobs;
	}

	/** One of the sheets that offices handed in. */
	public static Path given(String name) {
		return MarkWorkbook.given(name);
	}

	/** Class, number and name of everybody in them. */
	public static List<String[]> people() {
		return MarkWorkbook.people();
	}

	/** Imports a sheet of one school year: a row of titles, then one row each. */
	public void imports(long unit, String year, Actor by, Object[]... rows) {
		MarkWorkbook workbook = new MarkWorkbook().sheet("成绩");
		for (Object[] row : rows) {
			workbook.row(row);
		}
		long id = this.service.open(unit, "成绩.xlsx", by);
		this.jobs.survey(id, workbook.write(), "成绩.xlsx");
		MarkImportPage page = this.service.page(id, MarkFilter.none(), by);
		Set<Integer> sheets = page.layout()
			.sheets()
			.stream()
			.filter(MarkLayout.Sheet::chosen)
			.map(MarkLayout.Sheet::place)
			.collect(Collectors.toSet());
		this.jobs.check(id, this.service.map(id, Map.of("year", year, "term", ""), sheets, by), by);
		this.jobs.importAll(id, this.service.chooseAll(id, true, by), by);
	}

}
