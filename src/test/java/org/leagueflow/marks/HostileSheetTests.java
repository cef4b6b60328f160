package org.leagueflow.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Workbooks as offices write them that nobody warned: each lies in {@code sheets} beside
 * a text with the people in the books and what is to come of every cell.
 */
@StoryTest
class HostileSheetTests {

	@Autowired
	MarkImportService service;

	@Autowired
	MarkJobs jobs;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "h01-maxima-and-months", "h02-side-by-side", "h03-courses-as-columns",
			"h04-classes-written-otherwise", "h05-notes", "h06-values-and-strangers" })
	void eachCellIsTakenForWhatItSays(String name) throws IOException {
		String text = new String(content(name + ".txt"), StandardCharsets.UTF_8);
		PeopleFixture.College college = this.fixture.college();
		Actor office = this.fixture.holder(Roles.LEAGUE_COMMITTEE, college.committee());
		people(college, part(text, "people:", "expected:"));
		assertThat(found(name, college.committee(), office)).containsExactlyElementsOf(part(text, "expected:", null));
	}

	private static List<String> part(String text, String from, String to) {
		String after = text.substring(text.indexOf(from + "\n") + from.length() + 1);
		String part = (to != null) ? after.substring(0, after.indexOf(to + "\n")) : after;
		return part.lines().filter((line) -> !line.isBlank()).toList();
	}

	private void people(PeopleFixture.College college, List<String> lines) {
		Map<String, Long> classes = new HashMap<>();
		for (String line : lines) {
			String[] parts = line.split("\t");
			long unit = classes.computeIfAbsent(parts[0], (name) -> {
				long made = this.fixture.unit(college.generalBranch(), UnitKind.BRANCH, "CLASS");
				this.jdbc.sql("UPDATE unit SET name = ? WHERE id = ?").params(name, made).update();
				return made;
			});
			this.jdbc
				.sql("INSERT INTO person (unit_id, name, student_number, staff, party_member, restricted, active,"
						+ " version) VALUES (?, ?, ?, FALSE, FALSE, FALSE, TRUE, 0)")
				.params(unit, parts[2], parts[1])
				.update();
		}
	}

	private List<String> found(String name, long unit, Actor by) throws IOException {
		Path path = Files.write(Files.createTempFile("hostile", ".xlsx"), content(name + ".xlsx"));
		long id = this.service.open(unit, name + ".xlsx", by);
		this.jobs.survey(id, path, name + ".xlsx");
		MarkImportPage surveyed = this.service.page(id, MarkFilter.none(), by);
		assertThat(surveyed.head().failure()).isNull();
		Set<Integer> sheets = surveyed.layout()
			.sheets()
			.stream()
			.filter(MarkLayout.Sheet::chosen)
			.map(MarkLayout.Sheet::place)
			.collect(Collectors.toSet());
		int run = this.service.map(id, Map.of("year", "2023-2024", "term", surveyed.layout().term()), sheets, by);
		this.jobs.check(id, run, by);
		assertThat(this.service.page(id, MarkFilter.none(), by).head().failure()).isNull();
		List<String> found = new ArrayList<>();
		for (int page = 0; page < 4; page++) {
			this.service.page(id, new MarkFilter(null, null, null, page), by)
				.rows()
				.forEach((mark) -> found.add(line(mark)));
		}
		return found;
	}

	private static String line(StagedMark mark) {
		String rule = (mark.rule != null) ? " " + mark.rule : "";
		String item = (mark.itemName() != null)
				? mark.itemName() + ((mark.item.equals(mark.itemName())) ? "" : " [" + mark.item + "]") : "-";
		String range = (mark.high != null && mark.category == MarkItemCard.Category.SCORE)
				? " /" + mark.high.toPlainString() : "";
		String credit = (mark.credit != null) ? " ×" + mark.credit.toPlainString() : "";
		return "%s %s | %s%s%s | %s | %s | %s%s".formatted(mark.cell(), mark.who(), item, range, credit, mark.period(),
				mark.shown(), mark.verdict(), rule);
	}

	private static byte[] content(String name) throws IOException {
		try (InputStream content = HostileSheetTests.class.getResourceAsStream("/sheets/" + name)) {
			return content.readAllBytes();
		}
	}

}
