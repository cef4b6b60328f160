package org.leagueflow.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.leagueflow.MySqlDatabase;
import org.leagueflow.StoryTest;
import org.leagueflow.admission.AdmissionStory.College;
import org.leagueflow.admission.AdmissionStory.Told;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Months;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A database that an earlier version wrote, commit 5fa764f, before processes could call
 * each other: twenty cases, each at another box of all six stages. It is migrated, the
 * application starts on it, and every case goes on to its end. Written by that version's
 * own stories, one file for each kind of database.
 */
@StoryTest
class StoredCasesTests {

	private static final boolean MYSQL = "mysql".equals(System.getProperty("leagueflow.test.db"));

	private static final MeetingKind BRANCH = MeetingKind.BRANCH_GENERAL_MEETING;

	/** The box at which each stored case waits; null where it waits for a meeting. */
	private static final Map<String, String> STANDS = stands();

	@Autowired
	AdmissionStory story;

	@Autowired
	Catalogue catalogue;

	@Autowired
	People people;

	private final Map<String, Told> told = new LinkedHashMap<>();

	@DynamicPropertySource
	static void stored(DynamicPropertyRegistry registry) throws SQLException, IOException {
		String url = MYSQL ? MySqlDatabase.create()
				: "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=256";
		String user = MYSQL ? System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_USER", "league") : "sa";
		String password = MYSQL ? System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_PASSWORD", "league") : "";
		try (Connection connection = DriverManager.getConnection(url, user, password);
				Statement statement = connection.createStatement()) {
			for (String sql : statements()) {
				statement.execute(sql);
			}
			said(statement);
		}
		registry.add("spring.datasource.url", () -> url);
		registry.add("spring.datasource.username", () -> user);
		registry.add("spring.datasource.password", () -> password);
	}

	/** What the earlier version would have said of one case on the days to come. */
	private static void said(Statement statement) throws SQLException {
		LocalDate applied;
		try (ResultSet row = statement.executeQuery("SELECT applied_on FROM admission WHERE case_id = 1")) {
			row.next();
			applied = row.getObject(1, LocalDate.class);
		}
		LocalDate due = Months.within(applied, 1, 31);
		for (String step : List.of("talkDue", "talkOverdue")) {
			statement
				.execute("INSERT INTO case_event (case_id, message_key, args, by_person, by_name, made_at, readers)"
						+ " VALUES (1, 'admission.told." + step + "', '[\"甲\",\"1\",\"" + due + "\"]', 0, '系统',"
						+ " '2025-06-10 02:00:00', 'everyone')");
		}
	}

	/** A line break behind a semicolon ends a statement; texts have theirs escaped. */
	private static List<String> statements() throws IOException {
		if (!MYSQL) {
			return List.of("RUNSCRIPT FROM 'classpath:stored/admission-h2.sql.gz' COMPRESSION GZIP CHARSET 'UTF-8'");
		}
		try (InputStream dump = new GZIPInputStream(
				StoredCasesTests.class.getResourceAsStream("/stored/admission-mysql.sql.gz"))) {
			return Arrays.stream(new String(dump.readAllBytes(), StandardCharsets.UTF_8).split(";\n"))
				.filter((sql) -> !sql.isBlank())
				.toList();
		}
	}

	private static Map<String, String> stands() {
		Map<String, String> stands = new LinkedHashMap<>();
		List.of("talk", "nominate", "decide", "approveActivist", "appointMentors", "cultivate", "evaluate", "consent",
				"preReview", "publish", "investigate", "issueBook", "chooseIntroducers", "fillBook", "branchMeeting",
				"onBallot", "submit", "committeeMeeting", "announce", "archive")
			.forEach((box) -> stands.put(box, box));
		List.of("publish", "branchMeeting", "onBallot", "committeeMeeting").forEach((box) -> stands.put(box, null));
		return stands;
	}

	@AfterAll
	static void resetClock(@Autowired AdmissionStory story) {
		story.clock.offset(Duration.ZERO);
	}

	/** Who and what the file holds, so that the story can be told on. */
	record Stored(String today, long county, long collegeCommittee, long general, long branch, List<Long> members,
			List<Long> committee, long countyOfficer, long openMeeting, Map<String, Long> cases,
			Map<String, Long> applicants) {
	}

	private Stored taken() throws IOException {
		try (InputStream json = StoredCasesTests.class.getResourceAsStream("/stored/admission.json")) {
			Stored stored = Json.read(new String(json.readAllBytes(), StandardCharsets.UTF_8), Stored.class);
			this.story.clock
				.moveTo(LocalDate.parse(stored.today()).atTime(11, 0).atZone(this.story.clock.getZone()).toInstant());
			College college = new College(
					new PeopleFixture.College(stored.county(), stored.collegeCommittee(), stored.general(),
							stored.branch()),
					stored.members(), stored.committee(), this.story.people.actor(stored.countyOfficer()));
			STANDS.keySet()
				.forEach((box) -> this.told.put(box, new Told(this.story, college,
						this.story.people.actor(stored.applicants().get(box)), new CaseId(stored.cases().get(box)))));
			return stored;
		}
	}

	@Test
	void casesOfEveryStageThatAnEarlierVersionStoredGoOnToTheirEnd() throws IOException {
		Stored stored = taken();
		this.told.forEach(
				(box, one) -> assertThat(one.boxes().contains(box) || STANDS.get(box) == null && one.boxes().isEmpty())
					.as(box + " stands at " + one.boxes())
					.isTrue());
		Map<String, String> editions = this.told.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(one) -> this.catalogue.progress(one.getValue().caseId).processVersion()));
		assertThat(editions.values()).as("they keep the diagram under which they began")
			.doesNotContain(this.catalogue.find("admission").orElseThrow().version());
		nothingIsSaidAgain();
		openMeetingIsHeld(stored);
		recommended(stored);
		appraised(stored);
		admitted(stored);
		this.told.forEach((box, one) -> assertThat(one.outcome()).as(box).isEqualTo("admitted"));
		this.told.values().forEach((one) -> assertThat(this.people.person(one.applicant.personId()).member()).isTrue());
	}

	/** The deadline of which the earlier version reminded everybody. */
	private void nothingIsSaidAgain() {
		Told talk = this.told.get("talk");
		Duration now = this.story.clock.offset();
		talk.months(2);
		this.story.deadlines.of(talk.caseId);
		for (String step : List.of("talkDue", "talkOverdue")) {
			assertThat(this.story.cases.timeline(talk.caseId))
				.filteredOn((moment) -> moment.words() != null && moment.words().key().equals("admission.told." + step))
				.as(step)
				.hasSize(1);
		}
		this.story.clock.offset(now);
	}

	/** A ballot on which one teller had counted, and an item behind it. */
	private void openMeetingIsHeld(Stored stored) {
		Actor chair = any().secretary();
		Told onBallot = this.told.get("onBallot");
		assertThat(this.story.meetings.secondCount(stored.openMeeting(), chair, onBallot.caseId, stored.members()))
			.isEqualTo("AGREE");
		this.story.meetings.vote(stored.openMeeting(), chair, this.told.get("branchMeeting").caseId, stored.members(),
				9);
		this.story.meetings.ends(stored.openMeeting(), chair);
		assertThat(onBallot.boxes()).as("one vote in favour of eleven").containsExactly("afterVote");
		onBallot.answers("afterVote", onBallot.member(1), Map.of("course", "continue", "opinion", "继续培养"));
	}

	private void recommended(Stored stored) {
		at("talk", Told::talked);
		at("nominate", Told::nominated);
		committee(stored, "decide", (answers) -> {
		});
		at("approveActivist", (one) -> one.answers("approveActivist", one.committee(),
				Map.of("activistDecision", "approve", "opinion", "同意")));
		at("appointMentors", (one) -> one.answers("appointMentors", one.member(1),
				Map.of("mentors", List.of(one.id(3), one.id(4)), "plan", "每月谈心")));
		any().months(3);
		at("cultivate", (one) -> one.learned().answers("cultivate", one.mentor(), Told.cultivated()));
	}

	private void appraised(Stored stored) {
		at("evaluate", (one) -> one.appraised("propose"));
		committee(stored, "consent", (answers) -> answers.put("consent", "agree"));
		at("preReview", (one) -> one.preReviewed("approve"));
		at("investigate", (one) -> one.investigated("dismissed", "经查不属实"));
		this.told.values()
			.stream()
			.filter((one) -> one.boxes().isEmpty() && "appraise".equals(one.stage()))
			.forEach(Told::noticeOver);
		at("issueBook", (one) -> one.answers("issueBook", one.committee(),
				Map.of("bookNumber", "ZY2025-" + one.caseId, "issuedOn", one.today().toString())));
		at("chooseIntroducers", (one) -> one.answers("chooseIntroducers", one.member(1),
				Map.of("introducer1", one.id(3), "introducer2", one.id(4))));
	}

	private void admitted(Stored stored) {
		at("fillBook", Told::bookFilled);
		this.story.meetings.decide(BRANCH, stored.branch(), any().secretary(), stored.members(), waiting("vote", 9));
		at("submit", Told::submitted);
		this.story.meetings.decide(MeetingKind.COMMITTEE_MEETING, stored.collegeCommittee(), any().committee(),
				stored.committee(), waiting("approve", 5));
		at("announce", Told::announced);
		at("archive", Told::archived);
		List<Long> cases = this.told.values().stream().map((one) -> one.caseId.value()).toList();
		Ceremony ceremony = this.story.oath.plan(
				new CeremonyPlan(this.story.clock.localNow().plusDays(1), "大礼堂", "李书记", cases, true),
				any().committee());
		any().days(2);
		this.story.oath.held(ceremony.id(), cases, any().committee());
	}

	private Told any() {
		return this.told.get("talk");
	}

	private void at(String box, Consumer<Told> step) {
		this.told.values().stream().filter((one) -> one.boxes().contains(box)).forEach(step);
	}

	/** The cases of the stage that wait for its meeting, each with so many votes. */
	private Map<CaseId, Integer> waiting(String stage, int inFavour) {
		return votes(this.told.values()
			.stream()
			.filter((one) -> one.boxes().isEmpty() && stage.equals(one.stage()))
			.toList(), inFavour);
	}

	private static Map<CaseId, Integer> votes(List<Told> some, int inFavour) {
		Map<CaseId, Integer> votes = new LinkedHashMap<>();
		some.forEach((one) -> votes.put(one.caseId, inFavour));
		return votes;
	}

	/** One meeting of the branch committee on all that wait at the box. */
	private void committee(Stored stored, String box, Consumer<Map<String, Object>> more) {
		List<Told> some = this.told.values().stream().filter((one) -> one.boxes().contains(box)).toList();
		List<Long> members = stored.members().subList(0, 3);
		long meeting = this.story.meetings.decide(MeetingKind.BRANCH_COMMITTEE, stored.branch(), any().secretary(),
				members, votes(some, 3));
		some.forEach((one) -> {
			Map<String, Object> answers = new LinkedHashMap<>(
					Map.of("heldMeeting", Long.toString(meeting), "opinion", "研究意见"));
			more.accept(answers);
			one.answers(box, one.member(1), answers);
		});
	}

}
