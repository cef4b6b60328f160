package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.BallotFixture;
import org.leagueflow.ballot.Paper;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.Inbox;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Roles;
import org.leagueflow.ledger.Booking;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.meeting.Agenda;
import org.leagueflow.meeting.AgendaRequest;
import org.leagueflow.meeting.MeetingFacade;
import org.leagueflow.meeting.MeetingFixture;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Role × page × ownership: whatever role somebody holds in another county, things that
 * belong to this one are not there or not allowed, on every page whose path names a
 * thing.
 */
@StoryTest
class OwnershipMatrixTests {

	/** Pages whose path names nothing that belongs to anybody, and why. */
	private static final Map<String, String> NOBODYS = Map.ofEntries(
			Map.entry("/diagrams/{version}", "diagrams are the same for all"),
			Map.entry("/start/{process}", "names a process, not a case"),
			Map.entry("/drafts/{key}", "a draft is the writer's own"), Map.entry("/notices/{id}", "public by law"),
			Map.entry("/notices/{id}/objections", "public by law"),
			Map.entry("/audit/{id}", "auditors audit everywhere"),
			Map.entry("/account/sessions/{key}/end", "looked for among the own"),
			Map.entry("/ballot-box/{id}", "the box knows nobody, by design"),
			Map.entry("/certificates/{code}", "whoever has the code may ask"),
			Map.entry("/plan/feed/{token}.ics", "whoever has the secret address may read"),
			Map.entry("/audit/{id}/proof", "auditors audit everywhere"),
			Map.entry("/audit/checkpoints/{size}/witness", "there is one record for all"));

	/** Which thing a path names, by the path up to it. */
	private final Map<String, Object> things = new HashMap<>();

	@Autowired
	MockMvc mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	PeopleFixture people;

	@Autowired
	People directory;

	@Autowired
	Inbox inbox;

	@Autowired
	UserTasks tasks;

	@Autowired
	Cases cases;

	@Autowired
	Ledger ledger;

	@Autowired
	Agenda agenda;

	@Autowired
	MeetingFixture meetings;

	@Autowired
	MeetingFacade facade;

	@Autowired
	BallotFixture ballots;

	@Autowired
	Notifications notifications;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	BusinessClock clock;

	private Actor applicant;

	private Actor secretary;

	@AfterEach
	void today() {
		this.clock.offset(Duration.ZERO);
	}

	@Test
	void nobodyOfAnotherCountyReachesWhatBelongsToThisOne() throws Exception {
		furnish();
		List<Actor> strangers = strangers();
		List<String> faults = new ArrayList<>();
		int asked = 0;
		for (Map.Entry<String, Endpoint> one : endpoints().entrySet()) {
			Endpoint endpoint = one.getValue();
			if (NOBODYS.containsKey(endpoint.pattern())) {
				continue;
			}
			String path = path(endpoint.pattern());
			if (path == null) {
				faults.add("say in this test which thing " + one.getKey() + " names");
				continue;
			}
			for (Actor stranger : strangers) {
				asked += 2;
				int sound = ask(endpoint, path, stranger, entered(endpoint.pattern()));
				if (sound != 403 && sound != 404) {
					faults.add(one.getKey() + " as " + stranger.name() + " got " + sound);
				}
				int blank = ask(endpoint, path, stranger, blank(endpoint.pattern()));
				if (blank != 403 && blank != 404 && blank != 400) {
					faults.add(one.getKey() + " with nothing entered as " + stranger.name() + " got " + blank);
				}
			}
		}
		System.out.printf("Ownership matrix: %d pages × %d strangers × 2 = %d requests%n", endpoints().size(),
				strangers.size(), asked);
		assertThat(faults).isEmpty();
	}

	@Test
	void thoseConcernedDoReachThem() throws Exception {
		furnish();
		Map<String, Actor> readers = new LinkedHashMap<>();
		readers.put("/cases/{id}", this.applicant);
		readers.put("/inbox/{taskId}", this.secretary);
		readers.put("/meetings/{id}", this.secretary);
		readers.put("/attachments/{id}", this.secretary);
		readers.put("/members/{id}", this.secretary);
		readers.put("/life/branches/{branch}", this.applicant);
		readers.put("/life/classes/{meeting}", this.applicant);
		readers.put("/ballots/{id}", this.secretary);
		for (Map.Entry<String, Actor> reader : readers.entrySet()) {
			Endpoint endpoint = new Endpoint(RequestMethod.GET, reader.getKey());
			assertThat(ask(endpoint, path(reader.getKey()), reader.getValue(), Map.of())).as(reader.getKey())
				.isEqualTo(200);
		}
	}

	/** Somebody for each role, and somebody with all of them, all in one other county. */
	private List<Actor> strangers() {
		PeopleFixture.College other = this.people.college();
		Map<String, Long> seats = new LinkedHashMap<>();
		seats.put(Roles.BRANCH_COMMITTEE, other.branch());
		seats.put(Roles.BRANCH_SECRETARY, other.branch());
		seats.put(Roles.GENERAL_BRANCH, other.generalBranch());
		seats.put(Roles.LEAGUE_COMMITTEE, other.committee());
		seats.put(Roles.LEAGUE_SECRETARY, other.committee());
		seats.put(Roles.COUNTY_COMMITTEE, other.county());
		seats.put(Roles.PARTY_LIAISON, this.people.unit(other.committee(), UnitKind.PARTY_BRANCH, null));
		seats.put(Roles.AUDITOR, other.county());
		seats.put(Roles.ADMIN, other.county());
		List<Post> all = new ArrayList<>();
		List<Actor> strangers = new ArrayList<>();
		strangers.add(stranger(other, "a member", List.of()));
		seats.forEach((role, unit) -> {
			Post post = new Post(role, unit, this.directory.unit(unit).path());
			all.add(post);
			strangers.add(stranger(other, role, List.of(post)));
		});
		strangers.add(stranger(other, "everything", all));
		return strangers;
	}

	private Actor stranger(PeopleFixture.College other, String name, List<Post> posts) {
		long person = this.people.member(other.branch());
		return new Actor(person, "p" + person, name, posts);
	}

	/** One of each thing, all in one county. */
	private void furnish() throws Exception {
		PeopleFixture.College college = this.people.college();
		List<Long> members = IntStream.range(0, 6).mapToObj((i) -> this.people.member(college.branch())).toList();
		this.people.appoint(members.get(0), Roles.BRANCH_SECRETARY, college.branch());
		long post = this.people.appoint(members.get(0), Roles.BRANCH_COMMITTEE, college.branch());
		this.secretary = this.people.actor(members.get(0));
		long youth = this.people.youth(college.branch(), this.clock.today().minusYears(17));
		this.applicant = this.people.actor(youth);
		CaseId caseId = this.inbox.start("admission", this.applicant,
				Map.of("reason", "我志愿加入中国共产主义青年团，愿意努力学习、积极工作。", "phone", "13800000000", "truthful", true), key());
		things("/cases/{id}", caseId.value(), "/admission/{caseId}", caseId.value(), "/recommendation/{caseId}",
				caseId.value(), "/recommendation/branches/{branch}", college.branch(), "/inbox/{taskId}",
				this.tasks.open(caseId).get(0).id());
		things("/members/{id}", youth, "/members/{personId}", youth, "/admin/people/{id}", youth, "/admin/units/{id}",
				college.branch(), "/quota/{unit}", college.committee(), "/admin/policies/{unit}", college.committee(),
				"/admin/appointments/{id}", post, "/admin/authority/{id}",
				this.people.authorise(college.generalBranch(), null));
		meeting(college, members);
		things("/ballots/{id}", this.ballots.open(Paper.decision(1, "表决"), college.branch(), members, 0).id());
		long entry = this.ledger.record(youth,
				Booking.one(EntryKind.VOLUNTEER_REGISTERED, this.clock.today(), "注册志愿者", "截图", null), this.secretary);
		new TransactionTemplate(this.transactions).executeWithoutResult((transaction) -> this.notifications.tell(youth,
				Message.of("cases.said.withdrawn"), "/cases/" + caseId));
		organisationalLife(college);
		things("/ledger/{entry}", entry, "/ledger/units/{unit}", college.branch(), "/notifications/{id}",
				newest("notification"), "/attachments/{id}", upload());
		rows(college, caseId, youth);
		award(college, caseId, youth);
		plan(college, caseId, youth);
	}

	private void plan(PeopleFixture.College college, CaseId caseId, long youth) {
		java.time.LocalDateTime now = java.time.LocalDateTime.now();
		this.jdbc
			.sql("INSERT INTO plan (version, unit_id, unit_path, plan_year, title, created_at)"
					+ " VALUES (0, ?, ?, 2025, '计划', ?)")
			.params(college.committee(), this.directory.unit(college.committee()).path(), now)
			.update();
		long plan = newest("plan");
		this.jdbc
			.sql("INSERT INTO plan_edition (version, plan_id, edition_no, state, on_paper, drafted_by, drafted_by_name,"
					+ " drafted_at) VALUES (0, ?, 1, 'DRAFT', FALSE, 0, '系统', ?)")
			.params(plan, now)
			.update();
		long edition = newest("plan_edition");
		this.jdbc.sql("UPDATE plan SET open_id = ?, published_id = ? WHERE id = ?")
			.params(edition, edition, plan)
			.update();
		this.jdbc.sql("INSERT INTO plan_item (plan_id, item_no) VALUES (?, 1)").param(plan).update();
		long item = newest("plan_item");
		this.jdbc
			.sql("INSERT INTO plan_line (edition_id, item_id, kind, position_no, content)"
					+ " VALUES (?, ?, 'MONTHLY', 1, '开展调研')")
			.params(edition, item)
			.update();
		this.jdbc.sql(
				"INSERT INTO plan_paper (version, unit_id, unit_path, plan_year, source_name, pasted, content, brought_by,"
						+ " brought_by_name, brought_at) VALUES (0, ?, ?, 2025, '', TRUE, ?, 0, '系统', ?)")
			.params(college.committee(), this.directory.unit(college.committee()).path(),
					"3月\n1.开展调研".getBytes(java.nio.charset.StandardCharsets.UTF_8), now)
			.update();
		things("/plan/{plan}", plan, "/plan/editions/{edition}", edition, "/plan/editions/{edition}/items/{item}", item,
				"/plan/items/{item}", item, "/plan/papers/{paper}", newest("plan_paper"));
		this.jdbc
			.sql("INSERT INTO assignment (version, plan_id, item_id, case_id, unit_id, unit_path, title, lead_kind, lead_id,"
					+ " lead_name, starts_on, planned_on, due_on, percent, stage, accepted, opened_at, hold_wanted,"
					+ " held_days, extended, sent_back) VALUES (0, ?, ?, ?, ?, ?, '开展调研', 'PERSON', ?, '某人', '2025-01-01',"
					+ " '2199-01-01', '2199-01-01', 0, 'execution', TRUE, ?, FALSE, 0, 0, 0)")
			.params(plan, item, caseId.value(), college.committee(), this.directory.unit(college.committee()).path(),
					youth, now)
			.update();
		long assignment = newest("assignment");
		this.jdbc
			.sql("INSERT INTO plan_extension (version, assignment_id, due_on, until_on, reason, progress, unit_id, answer_by,"
					+ " state, asked_by, asked_by_name, asked_at) VALUES (0, ?, '2199-01-01', '2199-02-01', '缘由', '一半', ?,"
					+ " '2025-01-01', 'ASKED', ?, '某人', ?)")
			.params(assignment, college.committee(), youth, now)
			.update();
		this.jdbc.sql("INSERT INTO plan_slip (version, assignment_id, slip_no, unit_id, addressee_kind, addressee_id,"
				+ " addressee_name, methods, finding, demand, limit_on, state, issued_by, issued_by_name, issued_at)"
				+ " VALUES (0, ?, 1, ?, 'PERSON', ?, '某人', 'onSite', '落后', '抓紧', '2199-01-01', 'ISSUED', 0, '系统', ?)")
			.params(assignment, college.committee(), youth, now)
			.update();
		this.jdbc.sql("INSERT INTO plan_occurrence (assignment_id, due_on, state) VALUES (?, '2199-01-01', 'OPEN')")
			.param(assignment)
			.update();
		this.jdbc
			.sql("INSERT INTO plan_link (item_id, source_kind, unit_id, linked_by, linked_by_name, linked_at)"
					+ " VALUES (?, 'ACTIVITY', ?, 0, '系统', ?)")
			.params(item, college.committee(), now)
			.update();
		things("/plan/items/{item}/occurrences/{occurrence}", newest("plan_occurrence"),
				"/plan/items/{item}/links/{link}", newest("plan_link"));
		this.jdbc.sql(
				"INSERT INTO plan_handed (version, item_id, unit_id, unit_name, state, starts_on, ends_on, sent_by_name,"
						+ " sent_at) VALUES (0, ?, ?, '团总支', 'SENT', '2025-01-01', '2025-12-31', '系统', ?)")
			.params(item, college.generalBranch(), now)
			.update();
		things("/plan/handed/{handed}", newest("plan_handed"), "/plan/items/{item}/units/{handed}",
				newest("plan_handed"));
		things("/plan/items/{item}/extensions/{extension}", newest("plan_extension"), "/plan/slips/{slip}",
				newest("plan_slip"));
	}

	private void award(PeopleFixture.College college, CaseId caseId, long youth) {
		java.time.LocalDateTime now = java.time.LocalDateTime.now();
		String path = this.directory.unit(college.committee()).path();
		this.jdbc.sql("INSERT INTO award (unit_id, created_at) VALUES (?, ?)")
			.params(college.committee(), now)
			.update();
		this.jdbc.sql(
				"INSERT INTO award_edition (award_id, edition_no, name, state, definition, changed_by, changed_by_name,"
						+ " changed_at) VALUES (?, 1, '评优', 'RELEASED', ?, 0, '系统', ?)")
			.params(newest("award"),
					"{\"name\":\"评优\",\"judged\":\"PERSON\",\"period\":\"MONTH\",\"apply\":true,"
							+ "\"overflow\":false,\"fill\":false,\"ties\":\"NONE\"}",
					now)
			.update();
		this.jdbc.sql(
				"INSERT INTO award_batch (version, case_id, edition_id, name, period, unit_id, unit_path, closes_on, stage,"
						+ " notice_level, round_no, corrected, sent_back, in_favour, started_at)"
						+ " VALUES (0, ?, ?, '批次', '2025', ?, ?, '2199-01-01', 'gather', 0, 0, FALSE, FALSE, FALSE, ?)")
			.params(caseId.value(), newest("award_edition"), college.committee(), path, now)
			.update();
		long batch = newest("award_batch");
		this.jdbc
			.sql("INSERT INTO award_nomination (batch_id, subject_kind, subject_id, subject_name, unit_id, unit_name,"
					+ " unit_path, own, nominated_by, grounds, state, nominated_at) VALUES (?, 'PERSON', ?, '某人', ?, '某班', ?,"
					+ " FALSE, 0, '表现突出', 'NOMINATED', ?)")
			.params(batch, youth, college.branch(), this.directory.unit(college.branch()).path(), now)
			.update();
		long nomination = newest("award_nomination");
		this.jdbc
			.sql("INSERT INTO award_question (version, batch_id, nomination_id, by_person, by_name, content, asked_at)"
					+ " VALUES (0, ?, ?, ?, '某人', '怎样得出的？', ?)")
			.params(batch, nomination, youth, now)
			.update();
		this.jdbc.sql("INSERT INTO award_recount (batch_id, objection_id, opened_at) VALUES (?, ?, ?)")
			.params(batch, nomination, now)
			.update();
		this.jdbc
			.sql("INSERT INTO award_certificate (version, batch_id, nomination_id, number, code, subject_kind, subject_id,"
					+ " subject_name, unit_name, unit_path, honour, period, issuer, issued_on) VALUES (0, ?, ?, ?, ?,"
					+ " 'PERSON', ?, '某人', '某班', ?, '评优', '2025', '团委', '2025-01-01')")
			.params(batch, nomination, "LF-" + batch, "CODE" + batch, youth,
					this.directory.unit(college.branch()).path())
			.update();
		things("/awards/batches/{batch}", batch, "/awards/batches/{batch}/units/{unit}", college.branch(),
				"/awards/nominations/{nomination}", nomination, "/awards/questions/{question}",
				newest("award_question"), "/awards/recounts/{recount}", newest("award_recount"),
				"/awards/certificates/{certificate}", newest("award_certificate"));
	}

	private void meeting(PeopleFixture.College college, List<Long> members) {
		long candidate = this.people.youth(college.branch(), this.clock.today().minusYears(16));
		CaseId caseId = this.cases.open("probe", "接收团员", candidate, college.branch(), this.secretary);
		this.agenda.await(new AgendaRequest(caseId, "admission-branchMeeting", MeetingKind.BRANCH_GENERAL_MEETING,
				college.branch(), candidate, this.directory.person(candidate).name(), List.of()));
		long meeting = this.meetings.opens(MeetingKind.BRANCH_GENERAL_MEETING, college.branch(), this.secretary,
				members);
		things("/meetings/motions/{entry}", this.meetings.moves(college.branch(), this.secretary));
		things("/meetings/{id}/absences/{absence}",
				this.meetings.asksForLeave(college.branch(), this.secretary, this.people.actor(members.get(1))));
		things("/meetings/{id}", meeting, "/meetings/{id}/items/{item}",
				this.meetings.item(meeting, this.secretary, caseId));
	}

	private void organisationalLife(PeopleFixture.College college) {
		things("/life/branches/{branch}", college.branch(), "/life/classes/{meeting}",
				this.facade.convene(MeetingKind.LEAGUE_CLASS, college.branch(), "教室",
						this.clock.localNow().plusHours(1), "学党史", this.secretary));
		this.jdbc
			.sql("INSERT INTO life_vacation (unit_id, name, first_day, last_day, entered_by, entered_by_name) "
					+ "VALUES (?, '寒假', '2020-01-01', '2020-02-01', 0, '系统')")
			.param(college.committee())
			.update();
		things("/life/vacations/{id}", newest("life_vacation"));
	}

	/** What has no use case that a test of another module may call. */
	private void rows(PeopleFixture.College college, CaseId caseId, long uploader) {
		this.jdbc
			.sql("INSERT INTO roster_import (unit_id, file_name, state, uploaded_by, uploader, created_at, heartbeat, "
					+ "total, done, version) VALUES (?, 'a.xlsx', 'CHECKED', ?, '某人', ?, ?, 0, 0, 0)")
			.params(college.committee(), uploader, java.time.LocalDateTime.now(), java.time.LocalDateTime.now())
			.update();
		this.jdbc
			.sql("INSERT INTO mark_import (unit_id, file_name, state, uploaded_by, uploader, created_at, heartbeat, "
					+ "total, done, version) VALUES (?, 'a.xlsx', 'CHECKED', ?, '某人', ?, ?, 0, 0, 0)")
			.params(college.committee(), uploader, java.time.LocalDateTime.now(), java.time.LocalDateTime.now())
			.update();
		things("/marks/import/{id}", newest("mark_import"), "/marks/people/{person}", uploader);
		this.jdbc
			.sql("INSERT INTO admission_ceremony (version, unit_id, starts_at, place, leader, held, planned_by) "
					+ "VALUES (0, ?, ?, '大礼堂', '李书记', FALSE, ?)")
			.params(college.committee(), java.time.LocalDateTime.of(2025, 1, 1, 9, 0), uploader)
			.update();
		long ceremony = newest("admission_ceremony");
		this.jdbc.sql("INSERT INTO admission_ceremony_member (ceremony_id, case_id) VALUES (?, ?)")
			.params(ceremony, caseId.value())
			.update();
		this.jdbc.sql(
				"INSERT INTO appointment_request (person_id, role, unit_id, asked_at, version) VALUES (?, 'admin', ?, ?, 0)")
			.params(this.secretary.personId(), college.committee(), java.time.LocalDateTime.now())
			.update();
		things("/admin/appointments/requests/{id}", newest("appointment_request"));
		this.jdbc
			.sql("INSERT INTO recommendation_list (unit_id, party_id, line, handed_over_on, no, handed_over_by,"
					+ " handed_over_by_name) VALUES (?, ?, 'PARTY_ACTIVIST', '2025-01-01', 1, ?, '某人')")
			.params(college.committee(), this.people.unit(college.committee(), UnitKind.PARTY_BRANCH, null), uploader)
			.update();
		this.jdbc
			.sql("INSERT INTO recommendation_pairing (version, branch_id, member_id, partner_id, begun_on, goal, slot,"
					+ " begun_by) VALUES (0, ?, ?, ?, '2025-01-01', '共同进步', 1, ?)")
			.params(college.branch(), uploader, this.secretary.personId(), uploader)
			.update();
		things("/recommendation/lists/{list}", newest("recommendation_list"),
				"/recommendation/lists/{list}/forms/{case}", caseId.value(), "/recommendation/pairings/{id}",
				newest("recommendation_pairing"), "/recommendation/pairings/branches/{branch}", college.branch());
		this.jdbc.sql("INSERT INTO award (unit_id, created_at) VALUES (?, ?)")
			.params(college.committee(), java.time.LocalDateTime.now())
			.update();
		this.jdbc.sql(
				"INSERT INTO award_edition (award_id, edition_no, name, state, definition, changed_by, changed_by_name,"
						+ " changed_at) VALUES (?, 1, '奖', 'DRAFT', '{}', ?, '某人', ?)")
			.params(newest("award"), uploader, java.time.LocalDateTime.now())
			.update();
		things("/awards/definitions/{edition}", newest("award_edition"));
		things("/members/import/{id}", newest("roster_import"), "/admission/ceremonies/{id}", ceremony);
	}

	private long newest(String table) {
		return this.jdbc.sql("SELECT MAX(id) FROM " + table).query(Long.class).single();
	}

	private Object upload() throws Exception {
		MockMultipartFile file = new MockMultipartFile("file", "笔记.pdf", "application/pdf",
				"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes());
		String made = this.mvc
			.perform(multipart("/attachments").file(file).with(csrf()).with(Principal.signedIn(this.secretary)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		return Json.readMap(made).get("id");
	}

	private void things(Object... pairs) {
		for (int i = 0; i < pairs.length; i += 2) {
			this.things.put((String) pairs[i], pairs[i + 1]);
		}
	}

	/** The path with the things of this county in it, or null when one is unknown. */
	private String path(String pattern) {
		Matcher variable = Pattern.compile("\\{[^}]*}").matcher(pattern);
		StringBuilder path = new StringBuilder();
		while (variable.find()) {
			Object thing = this.things.get(pattern.substring(0, variable.end()));
			if (thing == null) {
				return null;
			}
			variable.appendReplacement(path, thing.toString());
		}
		return variable.appendTail(path).toString();
	}

	private int ask(Endpoint endpoint, String path, Actor by, Map<String, Object> entered) {
		return new TransactionTemplate(this.transactions).execute((transaction) -> {
			transaction.setRollbackOnly();
			try {
				MvcResult result = this.mvc.perform(request(endpoint, path, by, entered)).andReturn();
				return result.getResponse().getStatus();
			}
			catch (Exception ex) {
				throw new IllegalStateException(endpoint + " as " + by.name(), ex);
			}
		});
	}

	private MockHttpServletRequestBuilder request(Endpoint endpoint, String path, Actor by,
			Map<String, Object> entered) {
		MockHttpServletRequestBuilder request = MockMvcRequestBuilders
			.request(HttpMethod.valueOf(endpoint.method().name()), path)
			.accept(MediaType.TEXT_HTML, MediaType.ALL)
			.with(csrf())
			.with(Principal.signedIn(by));
		if (endpoint.method() != RequestMethod.GET) {
			entered.forEach((name, value) -> request.param(name, value.toString()));
		}
		return request;
	}

	/** Something sound for every field there is, so that only ownership can refuse. */
	private Map<String, Object> entered(String pattern) {
		LocalDate today = this.clock.today();
		Object person = this.things.get("/members/{id}");
		Object unit = this.things.get("/admin/units/{id}");
		Map<String, Object> entered = new HashMap<>(Map.of("reason", "缘由", "toBranch", unit, "unitId", unit, "parentId",
				unit, "to", today.plusMonths(2), "on", today, "person", person, "personId", person, "name", "名称"));
		entered.putAll(Map.of("introducer1", person, "introducer2", this.secretary.personId()));
		entered.putAll(Map.of("guest", "来宾", "tellerOne", person, "tellerTwo", this.secretary.personId(), "minutes",
				"记录", "login", "someone1", "key", "mentor.talks", "value", "3", "answers", "{}", "idempotencyKey",
				key()));
		entered.putAll(Map.of("prefix", "202544", "first", "1", "count", "1", "number", "202544000001", "kind", "TALK",
				"amount", "1", "title", "谈心"));
		entered.putAll(Map.of("line", "party-activist", "leaving", person, "coming", this.secretary.personId()));
		if (pattern.startsWith("/members/import/")) {
			entered.remove("line"); // there it is the number of a row
		}
		if (pattern.endsWith("/allot")) {
			entered.put("to", unit);
		}
		if (pattern.endsWith("/people/{id}/leave")) {
			entered.put("reason", "DEPARTED");
		}
		if (pattern.endsWith("/count")) {
			entered.remove("count");
		}
		return entered;
	}

	/**
	 * Nothing in any field of words: a page may call that malformed, but must not look at
	 * it more closely than that.
	 */
	private Map<String, Object> blank(String pattern) {
		Map<String, Object> blank = new HashMap<>(entered(pattern));
		blank.replaceAll((name, value) -> (value instanceof String) ? "" : value);
		return blank;
	}

	private Map<String, Endpoint> endpoints() {
		Map<String, Endpoint> endpoints = new TreeMap<>();
		this.mappings.getHandlerMethods().keySet().forEach((mapping) -> {
			Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
			mapping.getPatternValues()
				.stream()
				.filter((pattern) -> pattern.contains("{"))
				.map((pattern) -> pattern.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
				.forEach((pattern) -> (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
					.forEach((method) -> endpoints.put(method + " " + pattern, new Endpoint(method, pattern))));
		});
		return endpoints;
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

	private record Endpoint(RequestMethod method, String pattern) {
	}

}
