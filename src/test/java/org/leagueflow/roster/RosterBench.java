package org.leagueflow.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures how long a large roster takes, from file to books and again unchanged; prints
 * and asserts no times. {@code mvn -Pbench test -Dtest=RosterBench} takes 20,000 lines
 * ({@code -Dleagueflow.bench.roster}) on MySQL, or else H2, in a machine with 512 MB of
 * heap.
 */
@StoryTest
@Tag("limited-heap")
class RosterBench {

	private static final int BRANCH_SIZE = 40;

	private static final String[] POSTS = { "团支部书记", "团支部副书记", "组织委员", "宣传委员", "纪检委员" };

	@Autowired
	RosterService service;

	@Autowired
	RosterJobs jobs;

	@Autowired
	People people;

	@Autowired
	PeopleFixture fixture;

	@Test
	void aLargeRosterIsCheckedImportedAndRecognisedAgain() {
		int lines = Integer.getInteger("leagueflow.bench.roster", 20_000);
		PeopleFixture.College college = this.fixture.college();
		Actor by = this.fixture.holder(Roles.LEAGUE_COMMITTEE, college.committee());
		List<String> branches = new ArrayList<>();
		for (int i = 0; i <= lines / BRANCH_SIZE; i++) {
			branches.add(this.people.unit(this.fixture.unit(college.generalBranch(), UnitKind.BRANCH, "CLASS")).name());
		}
		String general = this.people.unit(college.generalBranch()).name();
		int base = (int) (System.nanoTime() % 70_000_000);
		RosterSheet sheet = new RosterSheet();
		for (int i = 0; i < lines; i++) {
			Map<RosterColumn, String> line = RosterSheet.line(base + i, branches.get(i / BRANCH_SIZE), general);
			if (i % BRANCH_SIZE < POSTS.length) {
				line.put(RosterColumn.POST, POSTS[i % BRANCH_SIZE]);
			}
			sheet.with(line);
		}
		Path first = sheet.write();
		Path second = sheet.write();
		long id = this.service.open(college.committee(), "bench.xlsx", by);
		time("check of a new roster", lines, () -> this.jobs.check(id, first));
		time("import", lines, () -> {
			this.jobs.importAll(id, this.service.chooseClean(id, by), by);
		});
		assertThat(this.service.page(id, RosterFilter.none(), by).outcome("CREATED")).isEqualTo(lines);
		long again = this.service.open(college.committee(), "bench.xlsx", by);
		time("check of the same roster", lines, () -> this.jobs.check(again, second));
		assertThat(this.service.page(again, RosterFilter.none(), by).plan("UNCHANGED")).isEqualTo(lines);
		time("page of findings", 1, () -> this.service.page(id, RosterFilter.none(), by));
	}

	/** What this thread has used of a processor, without compiler and collector. */
	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static void time(String what, int lines, Runnable work) {
		ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
		Instant start = Instant.now();
		long cpu = cpu();
		work.run();
		double cpuTook = (cpu() - cpu) / 1e9;
		Duration took = Duration.between(start, Instant.now());
		long peak = ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((pool) -> pool.getPeakUsage().getUsed())
			.sum();
		System.out.printf("roster bench | %-26s | %6d lines | %6.1f s | of it cpu %6.1f s | heap peak %4d of %4d MB%n",
				what, lines, took.toMillis() / 1000.0, cpuTook, peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
	}

}
