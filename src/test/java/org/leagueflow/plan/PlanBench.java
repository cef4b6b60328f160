package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.plan.PlanStory.Office;
import org.leagueflow.plan.PlanStory.Told;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Measures the start of a month with 5,000 items on one node with the to-do list
 * meanwhile, and what a county's indicators come to over 40 schools and 1,200 branches.
 * Prints times and asserts none. {@code mvn -Pbench test -Dtest=PlanBench} runs on MySQL
 * where it is given, else H2.
 */
@StoryTest
class PlanBench {

	private static final int ITEMS = 5000;

	/** Milliseconds between two looks at the to-do list. */
	private static final int PAUSE = 250;

	private static final int INDICATORS = 50;

	private static final int SCHOOLS = 40;

	private static final int BRANCHES = 30;

	@Autowired
	PlanStory story;

	@Autowired
	AssignmentStartJob job;

	@Autowired
	ProgressEntries entries;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	MockMvc mvc;

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void startOfAMonth() throws Exception {
		this.story.begin();
		Office office = this.story.office();
		List<DraftLine> lines = new ArrayList<>();
		for (int i = 0; i < ITEMS; i++) {
			lines.add(new DraftLine("k" + i, PlanItemKind.MONTHLY, Integer.toString(i), null, "工作" + i, null, null,
					null, null, List.of(PlanSpan.months(YearMonth.of(2025, 4), YearMonth.of(2025, 4))),
					List.of(new DraftOwner(PlanOwnerKind.PERSON, office.staff().get(i % 3), "某人", true)), List.of(),
					List.of(), null, null));
		}
		long adopted = System.nanoTime();
		Adopted plan = this.story.drafts.adopt(office.units().committee(), 2025,
				new PlanDraft("2025年工作计划", "bench", lines, List.of()), PlanStory.key(), office.by(0));
		print("adopt a paper of 5,000 items", adopted);
		new Told(this.story, office, plan.planId()).published();
		this.story.at(LocalDate.of(2025, 4, 1));
		long begun = System.nanoTime();
		CompletableFuture<Integer> started = CompletableFuture.supplyAsync(this.job::start);
		Actor lead = this.story.people.actor(office.staff().get(0));
		List<Long> lists = new ArrayList<>();
		while (!started.isDone()) {
			long asked = System.nanoTime();
			this.mvc.perform(get("/inbox").with(Principal.signedIn(lead))).andReturn();
			lists.add(System.nanoTime() - asked);
			Thread.sleep(PAUSE);
		}
		print("start of a month, 5,000 items on one node", begun);
		assertThat(started.get()).isEqualTo(ITEMS);
		lists.sort(null);
		System.out.printf("Plan bench: to-do list of a lead meanwhile, %d times: median %d ms, p95 %d ms%n",
				lists.size(), lists.get(lists.size() / 2) / 1_000_000, lists.get(lists.size() * 95 / 100) / 1_000_000);
		long again = System.nanoTime();
		assertThat(this.job.start()).isZero();
		print("a round in which nothing is due", again);
	}

	@Test
	void rollUpOfACounty() {
		List<Long> county = plan(List.of());
		for (int school = 0; school < SCHOOLS; school++) {
			List<Long> own = plan(county);
			for (int branch = 0; branch < BRANCHES; branch++) {
				plan(own);
			}
		}
		long root = this.jdbc.queryForObject("SELECT plan_id FROM plan_indicator WHERE id = ?", Long.class,
				county.get(0));
		long summed = System.nanoTime();
		Map<Long, PlanTotal> totals = this.entries.totals(root);
		print("roll-up of 50 indicators over 1,241 units", summed);
		assertThat(totals.get(county.get(0)).total().intValue()).isEqualTo(1 + SCHOOLS + SCHOOLS * BRANCHES);
	}

	/** A plan with indicators below these, each with one reported. */
	private List<Long> plan(List<Long> above) {
		this.jdbc.update("INSERT INTO plan (version, unit_id, unit_path, plan_year, title, created_at)"
				+ " SELECT 0, 900000000 + COUNT(*), '/900000000/', 2025, '计划', CURRENT_TIMESTAMP FROM plan");
		long plan = this.jdbc.queryForObject("SELECT MAX(id) FROM plan", Long.class);
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < INDICATORS; i++) {
			rows.add(new Object[] { plan, i + 1, above.isEmpty() ? null : above.get(i) });
		}
		this.jdbc.batchUpdate("INSERT INTO plan_indicator (plan_id, indicator_no, parent_id, total, of_total, reports)"
				+ " VALUES (?, ?, ?, 1, 0, 1)", rows);
		return this.jdbc.queryForList("SELECT id FROM plan_indicator WHERE plan_id = ? ORDER BY indicator_no",
				Long.class, plan);
	}

	private static void print(String what, long since) {
		System.out.printf("Plan bench: %s: %,d ms%n", what, (System.nanoTime() - since) / 1_000_000);
	}

}
