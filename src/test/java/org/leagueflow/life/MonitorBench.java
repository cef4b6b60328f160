package org.leagueflow.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Roles;
import org.leagueflow.kernel.Utc;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a college waits for its overview: 400 branches with a year of meetings and
 * weekly classes. Run with {@code mvn -Pbench test -Dtest=MonitorBench}; prints and
 * asserts no figures.
 */
@StoryTest
class MonitorBench {

	private static final int BRANCHES = 400;

	private static final int ROUNDS = 40;

	@Autowired
	PeopleFixture people;

	@Autowired
	OverviewService overviews;

	@Autowired
	BusinessClock clock;

	@Autowired
	JdbcClient jdbc;

	@Test
	void anOverviewOfACollege() {
		College college = this.people.college();
		Actor committee = this.people.holder(Roles.LEAGUE_COMMITTEE, college.committee());
		List<Long> branches = IntStream.range(0, BRANCHES)
			.mapToObj((i) -> this.people.unit(college.generalBranch(), UnitKind.BRANCH, "CLASS"))
			.toList();
		int rows = history(branches);
		print("overview, first page", rows,
				() -> this.overviews.overview(new OverviewFilter(null, null, null, null), committee));
		print("home panel", rows, () -> this.overviews.sums(committee));
	}

	private int history(List<Long> branches) {
		int meeting = 1_000_000;
		LocalDate today = this.clock.today();
		for (long branch : branches) {
			for (int week = 1; week <= 52; week++) {
				add(meeting++, branch, "LEAGUE_CLASS", today.minusWeeks(week));
			}
			for (int month = 1; month <= 12; month++) {
				add(meeting++, branch, "BRANCH_GENERAL_MEETING", today.minusMonths(month));
			}
		}
		return meeting - 1_000_000;
	}

	private void add(int meeting, long branch, String kind, LocalDate day) {
		this.jdbc
			.sql("INSERT INTO life_record (meeting_id, unit_id, branch_id, kind, stage, place, starts_at, opened_at,"
					+ " entitled, came) VALUES (?, ?, ?, ?, 'HELD', '教室', ?, ?, 30, 25)")
			.params(meeting, branch, branch, kind, Utc.column(this.clock.startOf(day)),
					Utc.column(this.clock.startOf(day)))
			.update();
	}

	private static void print(String what, int rows, Runnable page) {
		List<Long> nanos = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			long start = System.nanoTime();
			page.run();
			nanos.add(System.nanoTime() - start);
		}
		List<Long> warm = new ArrayList<>(nanos.subList(ROUNDS / 4, ROUNDS));
		Collections.sort(warm);
		System.out.printf("| %-20s | %d branches, %d meetings | median %d ms | p95 %d ms |%n", what, BRANCHES + 1, rows,
				warm.get(warm.size() / 2) / 1_000_000, warm.get(warm.size() * 95 / 100) / 1_000_000);
	}

}
