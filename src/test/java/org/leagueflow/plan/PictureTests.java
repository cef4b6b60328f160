package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.plan.PlanYear.Told2025;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The one picture against numbers worked out by hand. */
@StoryTest
@Tag("database")
class PictureTests {

	@Autowired
	PlanYear year;

	@Autowired
	PictureService pictures;

	@Autowired
	PlanViewService views;

	@Autowired
	PlanReportService reports;

	@Autowired
	ProgressEntries entries;

	@Autowired
	PlanStory story;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	MockMvc mvc;

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void lampsOfAUnitAndOfThoseBelowIt() throws Exception {
		Told2025 told = this.year.tell();
		long college = told.told().plan;
		Actor office = told.told().office.by(0);
		PicturePage alone = this.pictures.picture(college, office);
		assertThat(counts(alone.all())).containsExactly(1L, 2L, 0L, 1L, 1L, 1L, 0L);
		PlanStanding standing = this.views.year(college, office).standing();
		assertThat(counts(alone.all())).as("as on the page of the year")
			.isEqualTo(Stream.of(PlanLamp.values()).map(standing::count).toList());
		assertThat(alone.all().underWay()).isEqualTo(3);
		assertThat(alone.late().stream().map((row) -> row.item().title() + " " + row.days()))
			.as("due on 31 March, seen on 15 April")
			.containsExactly("春季调研 15");
		branchOf(told);
		PicturePage page = this.pictures.picture(college, office);
		assertThat(page.rows().stream().map((row) -> row.plans() + ": " + counts(row.counts())))
			.containsExactly("1: [1, 2, 0, 1, 1, 1, 0]", "1: [0, 0, 1, 2, 0, 1, 1]");
		assertThat(counts(page.all())).containsExactly(1L, 2L, 1L, 3L, 1L, 2L, 1L);
		assertThat(page.late().stream().map((row) -> row.item().title())).as("the longest overdue first")
			.containsExactly("一", "二", "春季调研");
		assertThat(page.indicators().get(0).value()).as("700 and the 50 of the unit below").isEqualTo("750");
		assertThat(page.indicators().get(0).percent()).isEqualTo("30.0");
		assertThat(page.indicators().get(0).pace()).isEqualTo(PlanPace.AHEAD);
		assertThat(page.indicators().get(0).total())
			.isEqualTo(this.entries.totals(college).get(page.indicators().get(0).indicator().id()));
		assertThat(this.reports.report(college, 4, office).units().stream().map(PlanReport.Unit::counts))
			.as("the bulletin by units: begun, done, under way, overdue, ended otherwise")
			.containsExactly(new PlanReport.Counts(5, 1, 3, 1, 0), new PlanReport.Counts(5, 1, 1, 2, 1));
		Actor member = this.story.people.actor(this.story.people.member(told.told().office.units().branch()));
		PicturePage own = this.pictures.picture(college, member);
		assertThat(own.below()).isFalse();
		assertThat(counts(own.all())).as("a reader sees the plan alone").containsExactly(1L, 2L, 0L, 1L, 1L, 1L, 0L);
		assertThat(own.late()).hasSize(1);
		for (String path : List.of("/picture", "/year")) {
			String html = this.mvc.perform(get("/plan/" + college + path).with(Principal.signedIn(office)))
				.andReturn()
				.getResponse()
				.getContentAsString();
			assertThat(html).contains("序时进度 25.0%", "春季调研", "培训人数", "30.0").doesNotContain("??");
		}
	}

	/** In the order of {@link PlanLamp}. */
	private static List<Long> counts(PicturePage.Counts counts) {
		return Stream.of(PlanLamp.values()).map(counts::of).toList();
	}

	/**
	 * A unit below: two overdue, one near its end, one done, one ended undone, one taken
	 * back; it has counted 50 persons.
	 */
	private void branchOf(Told2025 told) {
		long unit = told.told().office.units().generalBranch();
		String path = this.story.directory.unit(unit).path();
		LocalDateTime now = LocalDateTime.of(2025, 3, 1, 8, 0);
		this.jdbc.update("INSERT INTO plan (version, unit_id, unit_path, plan_year, title, created_at)"
				+ " VALUES (0, ?, ?, 2025, '总支计划', ?)", unit, path, now);
		long plan = this.jdbc.queryForObject("SELECT MAX(id) FROM plan", Long.class);
		this.jdbc.update("INSERT INTO plan_edition (version, plan_id, edition_no, state, on_paper, drafted_by,"
				+ " drafted_by_name, drafted_at) VALUES (0, ?, 1, 'PUBLISHED', FALSE, 0, '系统', ?)", plan, now);
		this.jdbc.update("UPDATE plan SET published_id = (SELECT MAX(id) FROM plan_edition) WHERE id = ?", plan);
		item(plan, unit, path, "一", "2025-03-10", null, null);
		item(plan, unit, path, "二", "2025-03-20", null, null);
		item(plan, unit, path, "三", "2025-04-18", null, null);
		item(plan, unit, path, "四", "2025-03-31", "2025-03-30", null);
		item(plan, unit, path, "五", "2025-03-31", null, "unfinished");
		item(plan, unit, path, "六", "2025-03-31", null, "revoked");
		this.jdbc.update(
				"INSERT INTO plan_indicator (plan_id, indicator_no, parent_id, total, of_total, reports)"
						+ " SELECT ?, 1, MIN(id), 50, 0, 1 FROM plan_indicator WHERE plan_id = ?",
				plan, told.told().plan);
	}

	private void item(long plan, long unit, String path, String title, String due, String done, String outcome) {
		this.jdbc.update(
				"INSERT INTO plan_item (plan_id, item_no) SELECT ?, COUNT(*) + 1 FROM plan_item WHERE plan_id = ?",
				plan, plan);
		long item = this.jdbc.queryForObject("SELECT MAX(id) FROM plan_item", Long.class);
		this.jdbc
			.update("INSERT INTO assignment (version, plan_id, item_id, unit_id, unit_path, title, lead_kind, lead_id,"
					+ " lead_name, starts_on, planned_on, due_on, percent, stage, outcome, accepted, opened_at, completed_on,"
					+ " hold_wanted, held_days, extended, sent_back) VALUES (0, ?, ?, ?, ?, ?, 'UNIT', ?, '总支', '2025-03-01', ?, ?,"
					+ " 100, ?, ?, TRUE, '2025-03-01', ?, FALSE, 0, 0, 0)", plan, item, unit, path, title, unit,
					LocalDate.parse(due), LocalDate.parse(due), (outcome != null) ? null : "execution", outcome,
					(done != null) ? LocalDate.parse(done) : null);
	}

}
