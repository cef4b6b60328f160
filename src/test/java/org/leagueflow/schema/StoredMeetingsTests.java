package org.leagueflow.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.leagueflow.MySqlDatabase;
import org.leagueflow.kernel.Json;

/**
 * Meetings, notices, transfers and imports that an earlier version stored, after the
 * migrations of this one.
 */
@Tag("database")
class StoredMeetingsTests {

	private static final boolean MYSQL = "mysql".equals(System.getProperty("leagueflow.test.db"));

	private final String url = MYSQL ? MySqlDatabase.create()
			: "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

	private final String user = MYSQL ? System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_USER", "league") : "sa";

	private final String password = MYSQL ? System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_PASSWORD", "league")
			: "";

	@Test
	void aDecidedBallotKeepsItsPaperItsCountsAndItsResolution() throws SQLException {
		migrate("063");
		run("INSERT INTO agenda_entry (id, case_id, matter, kind, unit_id, candidate_id, title, state, since, meeting_id,"
				+ " version) VALUES (1, 7, 'admission-vote', 'BRANCH_GENERAL_MEETING', 3, 42, ?, 'DECIDED',"
				+ " '2026-03-01 08:00:00', 1, 0)", "接收\"沈𬭩\"\\团员");
		run("INSERT INTO meeting (id, kind, unit_id, place, starts_at, chair_id, recorder_id, state, convened_at,"
				+ " convened_by, version) VALUES (1, 'BRANCH_GENERAL_MEETING', 3, '201', '2026-03-02 08:00:00', 5, 5,"
				+ " 'HELD', '2026-03-01 09:00:00', 5, 0)");
		run("INSERT INTO meeting_item (id, meeting_id, entry_id, place_no, state, ballot_mode, rule_json, teller_one,"
				+ " teller_two, round_no, entitled, present, written, ballot_at, decided_at, reported) VALUES (1, 1, 1, 1,"
				+ " 'PASSED', 'PAPER', '{\"secret\":true}', 8, 9, 2, 30, 16, 1, '2026-03-02 08:10:00',"
				+ " '2026-03-02 08:20:00', TRUE)");
		for (int round = 1; round <= 2; round++) {
			for (int teller = 8; teller <= 9; teller++) {
				run("INSERT INTO teller_count (item_id, teller_id, round_no, handed_out, returned, in_favour, against,"
						+ " abstained, invalid, written_in_favour, written_against, written_abstained, written_invalid,"
						+ " entered_at) VALUES (1, ?, ?, 16, 16, 13, 1, 2, 0, 1, 0, 0, 0, '2026-03-02 08:20:00')",
						teller, round);
			}
		}
		run("INSERT INTO resolution (number, meeting_id, item_id, case_id, matter, outcome, wording, rule_text,"
				+ " rule_source, held_on, chair, recorder, entitled, present, handed_out, returned, in_favour, against,"
				+ " abstained, invalid, written_in_favour, written_against, written_abstained, written_invalid) VALUES"
				+ " ('2026-1', 1, 1, 7, 'admission-vote', 'PASSED', '通过', 'r', 's', '2026-03-02', '甲', '乙', 30, 16, 16, 16,"
				+ " 13, 1, 2, 0, 1, 0, 0, 0)");
		migrate("latest");
		assertThat(Json.readMap(one("SELECT paper_json FROM meeting_round")))
			.hasToString("{form=DECISION, lines=[{id=42, name=接收\"沈𬭩\"\\团员}], seats=1}");
		assertThat(one("SELECT CONCAT(attempt_no, mode, teller_one, teller_two, entitled, present, written)"
				+ " FROM meeting_round WHERE decided_at IS NOT NULL AND ended_one AND ended_two"))
			.isEqualTo("2PAPER8930161");
		assertThat(one("SELECT COUNT(*) FROM meeting_count c JOIN meeting_round r ON r.id = c.round_id"
				+ " AND r.attempt_no = c.attempt_no"))
			.isEqualTo("2");
		assertThat(Json.readMap(one("SELECT MAX(count_json) FROM meeting_count")))
			.hasToString("{handedOut=16, returned=16, papers={lines=[{FOR=13, AGAINST=1, ABSTAIN=2}], spoilt=0},"
					+ " written={lines=[{FOR=1, AGAINST=0, ABSTAIN=0}], spoilt=0}}");
		assertThat(one("SELECT wording_text FROM resolution")).isEqualTo("通过");
		assertThat(one("SELECT matter FROM resolution")).isEqualTo("admission-branchMeeting");
		String ballot = one("SELECT SUBSTRING(ballots_json, 2, CHAR_LENGTH(ballots_json) - 2) FROM resolution");
		assertThat(Json.readMap(ballot).get("tally")).hasToString(
				"{entitled=30, present=16, handedOut=16, returned=16, papers={lines=[{FOR=13, AGAINST=1, ABSTAIN=2}],"
						+ " spoilt=0}, written={lines=[{FOR=1, AGAINST=0, ABSTAIN=0}], spoilt=0},"
						+ " electronic={lines=[{}], spoilt=0}}");
		assertThat(Json.readMap(ballot).get("paper"))
			.isEqualTo(Json.readMap(one("SELECT paper_json FROM meeting_round")));
	}

	/** What waited and was resolved under the words of earlier versions. */
	@Test
	void aMatterIsNamedByItsProcessAndBox() throws SQLException {
		migrate("220");
		run("INSERT INTO case_file (id, version, process, title, subject_person_id, subject_name, unit_id, unit_path,"
				+ " state, opened_by, opened_at) VALUES (7, 0, 'admission', '发展团员', 42, '甲', 3, '/3/', 'OPEN', 5,"
				+ " '2026-03-01 08:00:00')");
		String[] matters = { "activist", "activist", "candidate", "candidate", "admission-vote", "admission-approve",
				"election" };
		String[] kinds = { "BRANCH_COMMITTEE", "BRANCH_GENERAL_MEETING", "BRANCH_COMMITTEE", "BRANCH_GENERAL_MEETING",
				"BRANCH_GENERAL_MEETING", "COMMITTEE_MEETING", "ELECTION_MEETING" };
		for (int i = 0; i < matters.length; i++) {
			run("INSERT INTO meeting (id, kind, unit_id, place, starts_at, chair_id, recorder_id, state, convened_at,"
					+ " convened_by, version) VALUES (?, ?, 3, '201', '2026-03-02 08:00:00', 5, 5, 'HELD',"
					+ " '2026-03-01 09:00:00', 5, 0)", i + 1, kinds[i]);
			run("INSERT INTO agenda_entry (id, case_id, matter, kind, unit_id, candidate_id, title, state, since,"
					+ " rule_day, version) VALUES (?, ?, ?, ?, 3, 42, '议题', 'WAITING', '2026-03-01 08:00:00',"
					+ " '2026-03-01', 0)", i + 1, matters[i].equals("election") ? 0 : 7, matters[i], kinds[i]);
			run("INSERT INTO meeting_item (id, meeting_id, entry_id, place_no, state, entitled, present) VALUES (?, ?, ?, 1,"
					+ " 'PASSED', 5, 4)", i + 1, i + 1, i + 1);
			run("INSERT INTO resolution (number, meeting_id, item_id, case_id, matter, outcome, rule_text, rule_source,"
					+ " held_on, chair, recorder) VALUES (?, ?, ?, 7, ?, 'PASSED', 'r', 's', '2026-03-02', '甲', '乙')",
					"2026-" + i, i + 1, i + 1, matters[i]);
		}
		migrate("latest");
		String[] names = { "admission-decide", "admission-activistMeeting", "admission-consent",
				"admission-consentMeeting", "admission-branchMeeting", "admission-committeeMeeting", "election" };
		for (int i = 0; i < names.length; i++) {
			String process = matters[i].equals("election") ? "none" : "admission";
			assertThat(one(
					"SELECT CONCAT(matter, ' ', COALESCE(process, 'none')) FROM agenda_entry WHERE id = " + (i + 1)))
				.isEqualTo(names[i] + " " + process);
			assertThat(one("SELECT matter FROM resolution WHERE meeting_id = " + (i + 1))).isEqualTo(names[i]);
		}
	}

	@Test
	void aNoticeKeepsWhomItWasAboutAndWhatWasUpheld() throws SQLException {
		migrate("220");
		for (int id = 1; id <= 2; id++) {
			run("INSERT INTO notice (id, case_id, matter, unit_id, unit_path, unit_name, person_id, person_name, content,"
					+ " opened_on, first_day, last_day, workdays, sureness, opened_by, version) VALUES (?, 7, ?, 3, '/3/',"
					+ " '团委', 42, '沈𬭩', '拟接收沈𬭩', '2026-03-02', '2026-03-02', '2026-03-06', 5, 'CERTAIN', 0, 0)", id,
					(id == 1) ? "activist" : "admission");
			run("INSERT INTO objection (notice_id, content, filed_at, state, version) VALUES (?, '不实',"
					+ " '2026-03-03 08:00:00', ?, 0)", id, (id == 1) ? "DISMISSED" : "UPHELD");
		}
		migrate("latest");
		String subject = "SELECT CONCAT(kind, subject_id, name) FROM notice_subject WHERE place_no = 0 AND notice_id = ";
		String notice = "SELECT CONCAT(process, ' ', matter, ' ', policy_key, ' ', CASE WHEN upheld THEN 1 ELSE 0 END)"
				+ " FROM notice WHERE id = ";
		assertThat(one(subject + 1)).isEqualTo("PERSON42沈𬭩");
		assertThat(one(subject + 2)).isEqualTo("PERSON42沈𬭩");
		assertThat(one(notice + 1)).isEqualTo("admission admission-publishActivist p1.publicity.workdays 0");
		assertThat(one(notice + 2)).isEqualTo("admission admission-publish p1.publicity.workdays 1");
		assertThat(one("SELECT COUNT(*) FROM objection WHERE subject_no IS NULL")).isEqualTo("2");
	}

	/** Said by versions before deadlines were kept in one place, and by that version. */
	@Test
	void whatWasSaidOfDeadlinesNamesItsCase() throws SQLException {
		migrate("257");
		run("INSERT INTO case_file (id, version, process, title, subject_person_id, subject_name, unit_id, unit_path,"
				+ " state, opened_by, opened_at) VALUES (7, 0, 'admission', '发展团员', 42, '甲', 3, '/3/', 'OPEN', 5,"
				+ " '2026-03-01 08:00:00')");
		String[][] told = { { "admission.told.talkDue", "2026-04-01 08:00:00" },
				{ "admission.told.extensionOver", "2026-04-02 08:00:00" },
				{ "recommendation.told.feedbackAsked", "2026-04-02 08:00:00" },
				{ "recommendation.told.feedbackAsked", "2026-05-02 08:00:00" } };
		for (String[] one : told) {
			run("INSERT INTO case_event (case_id, message_key, args, by_person, by_name, made_at) VALUES (7, ?,"
					+ " '[\"甲\",\"1\",\"2026-04-01\"]', 0, '系统', ?)", one[0], one[1]);
		}
		migrate("260");
		run("INSERT INTO deadline_reminder (kind, due_day, subject, step, round, said_at) VALUES"
				+ " ('admission-ceremony', '2026-04-01', '7', 'late', 0, '2026-04-03 08:00:00')");
		// To MySQL both are the same key.
		if (!MYSQL) {
			run("INSERT INTO deadline_reminder (kind, due_day, subject, step, round, said_at) VALUES"
					+ " ('admission-ceremony', '2026-04-01', '7   ', 'late', 0, '2026-04-02 08:00:00')");
		}
		migrate("latest");
		assertThat(one("SELECT COUNT(*) FROM deadline_reminder")).isEqualTo("5");
		assertThat(one("SELECT COUNT(*) FROM deadline_reminder WHERE due_day = '2026-04-01' AND subject = '7'"
				+ " AND CHAR_LENGTH(subject) = 1"))
			.isEqualTo("5");
		assertThat(one("SELECT CONCAT(MIN(round), MAX(round)) FROM deadline_reminder WHERE step = 'feedbackAsked'"))
			.isEqualTo("01");
		assertThat(one("SELECT step FROM deadline_reminder WHERE kind = 'admission-approval'"))
			.isEqualTo("approvalDue");
	}

	@Test
	void aFileUnderTransferIsBackWithTheBranchThatHandedItOver() throws SQLException {
		migrate("131");
		unit(1, "COMMITTEE", "/1/");
		unit(2, "BRANCH", "/1/2/");
		unit(3, "COMMITTEE", "/3/");
		unit(4, "BRANCH", "/3/4/");
		for (int id = 1; id <= 2; id++) {
			run("INSERT INTO case_file (id, version, process, title, subject_person_id, subject_name, unit_id, unit_path,"
					+ " school_id, state, stage, opened_by, opened_at) VALUES (?, 0, 'admission', 't', 42, '沈𬭩', 4,"
					+ " '/3/4/', 3, 'OPEN', 'observe', 42, '2026-03-01 08:00:00')", id);
			run("INSERT INTO admission (case_id, version, applicant_id, branch_id, course, applied_on, by_pioneers,"
					+ " transfer_from) VALUES (?, 0, 42, 4, 'ONWARD', '2026-03-01', FALSE, ?)", id,
					(id == 1) ? 2 : null);
		}
		migrate("latest");
		String where = "SELECT CONCAT(unit_id, unit_path, school_id) FROM case_file WHERE id = ";
		assertThat(one(where + 1)).isEqualTo("2/1/2/1");
		assertThat(one(where + 2)).isEqualTo("4/3/4/3");
		assertThat(one("SELECT CONCAT(branch_id, '>', transfer_to) FROM admission WHERE case_id = 1")).isEqualTo("2>4");
		assertThat(one("SELECT COUNT(*) FROM admission WHERE transfer_to IS NOT NULL")).isEqualTo("1");
	}

	private void unit(int id, String kind, String path) throws SQLException {
		run("INSERT INTO unit (id, kind, name, path, secondary_school, active, version) VALUES (?, ?, ?, ?, FALSE, TRUE, 0)",
				id, kind, path, path);
	}

	/** What stopped an import has words, under whichever name it was stored. */
	@Test
	void whatStoppedAnImportIsStillSaidInWords() throws Exception {
		migrate("283");
		run("INSERT INTO unit (id, kind, name, path, secondary_school, active, version) VALUES (3, 'COMMITTEE', '团委',"
				+ " '/3/', FALSE, TRUE, 0)");
		List<String> old = List.of("apple", "archive", "bomb", "corrupt", "csv", "empty", "encrypted", "failed",
				"file-gone", "html", "macros", "not-checked", "not-excel", "not-interrupted", "ods", "old-excel",
				"sheet-chosen", "template", "too-large", "xlsb", "xml-table", "no-heading", "no-lines",
				"too-many-lines", "missing-columns", "column-twice");
		for (int i = 0; i < old.size(); i++) {
			run("INSERT INTO roster_import (id, unit_id, file_name, state, uploaded_by, uploader, created_at, heartbeat,"
					+ " total, done, failure, version) VALUES (?, 3, 'refusal.roster.corrupt.xlsx', 'FAILED', 5, '甲',"
					+ " '2026-03-01 08:00:00', '2026-03-01 08:00:00', 0, 0, ?, 0)", i + 1,
					"{\"key\":\"refusal.roster." + old.get(i) + "\",\"args\":[\"20\"]}");
		}
		migrate("latest");
		Properties words = new Properties();
		for (String file : List.of("sheet", "roster")) {
			try (var content = getClass().getResourceAsStream("/i18n/" + file + ".properties")) {
				words.load(new InputStreamReader(content, StandardCharsets.UTF_8));
			}
		}
		for (int i = 0; i < old.size(); i++) {
			var stored = Json.readMap(one("SELECT failure FROM roster_import WHERE id = " + (i + 1)));
			assertThat(words).containsKey(stored.get("key"));
			assertThat(stored.get("args")).hasToString("[20]");
		}
		assertThat(one("SELECT COUNT(*) FROM roster_import WHERE file_name = 'refusal.roster.corrupt.xlsx'"))
			.isEqualTo(String.valueOf(old.size()));
	}

	/** Cells of a check that waits for a choice are still there, in their order. */
	@Test
	void cellsThatWaitForAChoiceStay() throws SQLException {
		migrate("302");
		run("INSERT INTO unit (id, kind, name, path, secondary_school, active, version) VALUES (3, 'COMMITTEE', '团委',"
				+ " '/3/', FALSE, TRUE, 0)");
		run("INSERT INTO mark_import (id, unit_id, file_name, state, uploaded_by, uploader, created_at, heartbeat, total,"
				+ " done, run, version) VALUES (9, 3, '成绩.xlsx', 'CHECKED', 5, '甲', '2026-03-01 08:00:00',"
				+ " '2026-03-01 08:00:00', 2, 2, 1, 0)");
		for (int row = 3; row >= 2; row--) {
			run("INSERT INTO mark_import_cell (import_id, sheet_name, line_no, column_no, who, student_number, raw_text,"
					+ " person_id, item_key, item_name, category, period, term, attempt, points, verdict, rule_name, args,"
					+ " plan, chosen, outcome) VALUES (9, '成绩', ?, 2, '沈𬭩', 'N3', '87.5', 42, '劳动', '劳动', 'SCORE',"
					+ " '2023-2024', '', 0, 87.5, 'WARNED', 'rounded', '[\"87.5\"]', 'NEW', TRUE, NULL)", row);
		}
		migrate("latest");
		assertThat(one("SELECT line_no FROM mark_import_cell ORDER BY id")).isEqualTo("3");
		assertThat(one(
				"SELECT CONCAT(COUNT(*), ' ', MAX(who), ' ', MAX(args), ' ', SUM(CASE WHEN chosen THEN 1 ELSE 0 END))"
						+ " FROM mark_import_cell WHERE import_id = 9 AND outcome IS NULL"))
			.isEqualTo("2 沈𬭩 [\"87.5\"] 2");
		run("INSERT INTO mark_import_cell (import_id, sheet_name, line_no, column_no, who, student_number, raw_text,"
				+ " category, period, term, attempt, verdict, plan, chosen) VALUES (9, '成绩', 4, 2, '', '', '', 'SCORE', '',"
				+ " '', 0, 'BLOCKED', 'NONE', FALSE)");
		assertThat(one("SELECT COUNT(*) FROM mark_import_cell")).isEqualTo("3");
	}

	private void migrate(String target) {
		String vendor = MYSQL ? "mysql" : "h2";
		Flyway.configure()
			.dataSource(this.url, this.user, this.password)
			.locations("classpath:db/engine/" + vendor, "classpath:db/migration", "classpath:db/vendor/" + vendor)
			.target(MigrationVersion.fromVersion(target))
			.load()
			.migrate();
	}

	private void run(String sql, Object... values) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url, this.user, this.password);
				var statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				statement.setObject(i + 1, values[i]);
			}
			statement.executeUpdate();
		}
	}

	private String one(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url, this.user, this.password);
				ResultSet rows = connection.createStatement().executeQuery(sql)) {
			assertThat(rows.next()).as(sql).isTrue();
			return rows.getString(1);
		}
	}

}
