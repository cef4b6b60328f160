package org.leagueflow.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports rosters of one line, for tests of what follows an import. */
@Component
public class RosterFixture {

	private static final AtomicInteger SERIAL = new AtomicInteger(500_000);

	private final RosterService service;

	private final RosterJobs jobs;

	private final People people;

	private final PeopleFixture fixture;

	private final JdbcClient jdbc;

	RosterFixture(RosterService service, RosterJobs jobs, People people, PeopleFixture fixture, JdbcClient jdbc) {
		this.service = service;
		this.jobs = jobs;
		this.people = people;
		this.fixture = fixture;
		this.jdbc = jdbc;
	}

	/** A student whom the next roster names. */
	public int serial() {
		return SERIAL.incrementAndGet();
	}

	/**
	 * Imports a roster that has the student as a member of the branch.
	 * @param post as people write it, or null
	 */
	public Actor imported(int serial, long branchId, String post, PeopleFixture.College college) {
		Actor by = this.fixture.holder(Roles.LEAGUE_COMMITTEE, college.committee());
		People.UnitCard branch = this.people.unit(branchId);
		Map<RosterColumn, String> line = RosterSheet.line(serial, branch.name(),
				this.people.unit(branch.parentId()).name());
		if (post != null) {
			line.put(RosterColumn.POST, post);
		}
		long id = this.service.open(college.committee(), "名册.xlsx", by);
		this.jobs.check(id, new RosterSheet().with(line).write());
		this.jobs.importAll(id, this.service.chooseClean(id, by), by);
		assertThat(this.service.page(id, RosterFilter.none(), by).outcome("REFUSED")).isZero();
		return this.fixture.actor(this.jdbc.sql("SELECT id FROM person WHERE student_number = ?")
			.param(line.get(RosterColumn.STUDENT_NUMBER))
			.query(Long.class)
			.single());
	}

}
