package org.leagueflow.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.marks.MarkFixture;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lines of imports go when their time is over; what they brought into the books stays.
 */
@StoryTest
class ImportRetentionTests {

	@Autowired
	ImportRetentionJob job;

	@Autowired
	MarkFixture marks;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	JdbcClient jdbc;

	private PeopleFixture.College college;

	private long id;

	@BeforeEach
	void anImport() {
		this.college = this.fixture.college();
		Actor office = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
		long unit = this.fixture.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		this.jdbc
			.sql("INSERT INTO person (unit_id, name, student_number, staff, party_member, restricted, active, version)"
					+ " VALUES (?, '李娜', 'N3', FALSE, FALSE, FALSE, TRUE, 0)")
			.param(unit)
			.update();
		this.marks.imports(this.college.committee(), "2023-2024", office, new Object[] { "学号", "姓名", "劳动" },
				new Object[] { "N3", "李娜", 20 });
		this.id = this.jdbc.sql("SELECT MAX(id) FROM mark_import WHERE unit_id = ?")
			.param(this.college.committee())
			.query(Long.class)
			.single();
	}

	private int count(String table, String column) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ?")
			.param(this.id)
			.query(Integer.class)
			.single();
	}

	private void ended(LocalDateTime at) {
		this.jdbc.sql("UPDATE mark_import SET heartbeat = ?, imported_at = ? WHERE id = ?")
			.params(at, at, this.id)
			.update();
	}

	private void rule(String days) {
		this.jdbc
			.sql("INSERT INTO policy_setting (unit_id, rule_key, setting_value, set_by, set_by_name, set_at)"
					+ " VALUES (?, ?, ?, 1, '学校', ?)")
			.params(this.college.committee(), ImportRetentionJob.DAYS, days, LocalDateTime.of(2020, 1, 1, 0, 0))
			.update();
	}

	private String layout() {
		return this.jdbc.sql("SELECT layout FROM mark_import WHERE id = ?").param(this.id).query(String.class).single();
	}

	@Test
	void linesOfAnOldImportAreForgottenAndTheMarksStay() {
		assertThat(layout()).contains("李娜");
		ended(LocalDateTime.of(2020, 1, 1, 0, 0));
		this.job.run();
		assertThat(count("mark_import_cell", "import_id")).isZero();
		assertThat(count("mark", "import_id")).isEqualTo(1);
		assertThat(count("mark_import", "id")).isEqualTo(1);
		assertThat(layout()).contains("劳动").doesNotContain("李娜");
	}

	@Test
	void theRuleOfTheUnitSaysForHowLongTheyAreKept() {
		LocalDateTime tenDays = LocalDateTime.now(java.time.ZoneOffset.UTC).minusDays(10);
		ended(tenDays);
		this.job.run();
		assertThat(count("mark_import_cell", "import_id")).isEqualTo(1);
		rule("7");
		this.job.run();
		assertThat(count("mark_import_cell", "import_id")).isZero();
	}

	@Test
	void whatIsBeingImportedIsNotForgotten() {
		ended(LocalDateTime.of(2020, 1, 1, 0, 0));
		this.jdbc.sql("UPDATE mark_import SET state = 'IMPORTING' WHERE id = ?").param(this.id).update();
		this.job.run();
		assertThat(count("mark_import_cell", "import_id")).isEqualTo(1);
	}

}
