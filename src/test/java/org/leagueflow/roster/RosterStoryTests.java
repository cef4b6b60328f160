package org.leagueflow.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.leagueflow.kernel.Message;
import org.leagueflow.sheet.StaleRunException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.IdNumber;
import org.leagueflow.people.IdNumberVault;
import org.leagueflow.people.NewPerson;
import org.leagueflow.people.People;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PostsChanged;
import org.leagueflow.people.UnitKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A roster goes from upload over a dry run into the books, and again. */
@StoryTest
@RecordApplicationEvents
class RosterStoryTests {

	private static final AtomicInteger SERIAL = new AtomicInteger(1_000);

	@Autowired
	RosterService service;

	@Autowired
	RosterJobs jobs;

	@Autowired
	RosterExport export;

	@Autowired
	IdNumberVault vault;

	@Autowired
	People people;

	@Autowired
	PeopleFixture fixture;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	BusinessClock clock;

	private PeopleFixture.College college;

	private String branch;

	private String general;

	private Actor by;

	@BeforeEach
	void aCollege() {
		this.college = this.fixture.college();
		this.branch = this.people.unit(this.college.branch()).name();
		this.general = this.people.unit(this.college.generalBranch()).name();
		this.by = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.college.committee());
	}

	@Test
	void theDryRunChangesNothingAndTheCommitEntersPersonsMembershipsAndPosts() {
		Map<RosterColumn, String> secretary = line();
		Map<RosterColumn, String> youth = RosterSheet.youth(SERIAL.incrementAndGet(), this.branch, this.general);
		RosterSheet sheet = new RosterSheet().with(secretary, RosterColumn.POST, "团支部书记").with(youth);
		long id = check(sheet);
		assertThat(page(id).verdict("WARNED")).isEqualTo(2);
		assertThat(page(id).plan("NEW")).isEqualTo(2);
		assertThat(persons()).isZero();
		commit(id);
		assertThat(page(id).outcome("CREATED")).isEqualTo(2);
		People.PersonCard card = card(secretary);
		assertThat(card.name()).isEqualTo(secretary.get(RosterColumn.NAME));
		assertThat(card.member()).isTrue();
		assertThat(card.memberSince()).isEqualTo("2022-05-04");
		assertThat(card.memberNumber()).isEqualTo(secretary.get(RosterColumn.MEMBER_NUMBER));
		assertThat(this.people.posts(card.id())).extracting("role")
			.containsExactlyInAnyOrder(Roles.BRANCH_SECRETARY, Roles.BRANCH_COMMITTEE);
		assertThat(this.people.memberCount(this.college.branch(), this.clock.today())).isEqualTo(1);
		assertThat(card(youth).member()).isFalse();
	}

	@Test
	void theSameRosterAgainChangesNothing() {
		RosterSheet sheet = new RosterSheet();
		for (int i = 0; i < 30; i++) {
			sheet.with(line());
		}
		commit(check(sheet));
		long again = check(sheet);
		assertThat(page(again).plan("UNCHANGED")).isEqualTo(30);
		commit(again);
		assertThat(page(again).outcome("UNCHANGED")).isEqualTo(30);
		assertThat(persons()).isEqualTo(30);
	}

	@Test
	void changedCellsAreShownBeforeAndAfterAndThenCorrected() {
		Map<RosterColumn, String> line = line();
		commit(check(new RosterSheet().with(line)));
		line.put(RosterColumn.PHONE, "19999999999");
		line.put(RosterColumn.NAME, "司徒𬭩");
		line.put(RosterColumn.POST, "组织委员");
		long id = check(new RosterSheet().with(line));
		RosterRowRepository.Seen row = page(id).rows().get(0);
		assertThat(row.row().plan()).isEqualTo(RosterRow.Plan.CHANGED);
		assertThat(row.row().changes()).extracting(RosterChange::field)
			.containsExactly("roster.column.name", "roster.column.phone", "roster.column.post");
		assertThat(row.row().changes().get(0).after()).isEqualTo("司徒𬭩");
		commit(id);
		assertThat(page(id).outcome("CHANGED")).isEqualTo(1);
		assertThat(card(line).name()).isEqualTo("司徒𬭩");
		assertThat(this.people.posts(card(line).id())).extracting("role").containsExactly(Roles.BRANCH_COMMITTEE);
		assertThat(persons()).isEqualTo(1);
	}

	@Test
	void somebodyKnownByStudentNumberOnlyGetsTheIdNumberAndMembership() {
		Map<RosterColumn, String> line = line();
		Map<RosterColumn, String> before = RosterSheet.youth(0, this.branch, this.general);
		before.put(RosterColumn.STUDENT_NUMBER, line.get(RosterColumn.STUDENT_NUMBER));
		before.put(RosterColumn.NAME, line.get(RosterColumn.NAME));
		before.keySet().removeAll(List.of(RosterColumn.ID_NUMBER, RosterColumn.BIRTH_DATE, RosterColumn.PHONE));
		commit(check(new RosterSheet().with(before)));
		commit(check(new RosterSheet().with(line)));
		assertThat(persons()).isEqualTo(1);
		People.PersonCard card = card(line);
		assertThat(card.member()).isTrue();
		assertThat(this.fixture.maskedIdNumber(card.id(), this.by))
			.isEqualTo(IdNumber.of(line.get(RosterColumn.ID_NUMBER)).masked());
	}

	@Test
	void aPersonInAnotherBranchOfTheCollegeIsMoved() {
		long other = this.fixture.unit(this.college.generalBranch(), UnitKind.BRANCH, "CLASS");
		Map<RosterColumn, String> line = line();
		commit(check(new RosterSheet().with(line)));
		line.put(RosterColumn.BRANCH, this.people.unit(other).name());
		commit(check(new RosterSheet().with(line)));
		assertThat(card(line).unitId()).isEqualTo(other);
		assertThat(this.people.memberCount(other, this.clock.today())).isEqualTo(1);
		assertThat(this.people.memberCount(this.college.branch(), this.clock.today())).isZero();
	}

	@Test
	void everyLineOfTwoWithTheSameNumberIsBlocked() {
		Map<RosterColumn, String> one = line();
		Map<RosterColumn, String> two = line();
		two.put(RosterColumn.BIRTH_DATE, one.get(RosterColumn.BIRTH_DATE));
		two.put(RosterColumn.ID_NUMBER, one.get(RosterColumn.ID_NUMBER).toLowerCase(Locale.ROOT));
		Map<RosterColumn, String> three = line();
		Map<RosterColumn, String> four = line();
		four.put(RosterColumn.STUDENT_NUMBER, three.get(RosterColumn.STUDENT_NUMBER));
		four.put(RosterColumn.MEMBER_NUMBER, three.get(RosterColumn.MEMBER_NUMBER));
		long id = check(new RosterSheet().with(one).with(two).with(three).with(four).with(line()));
		assertThat(page(id).verdict("BLOCKED")).isEqualTo(4);
		assertThat(rules(id)).contains("2 id-number-twice [3]", "3 id-number-twice [2]", "4 student-number-twice [5]",
				"5 member-number-twice [4]");
		commit(id);
		assertThat(persons()).isEqualTo(1);
	}

	@Test
	void numbersOfSomebodyElseInTheBooksBlockTheLine() {
		Map<RosterColumn, String> known = line();
		commit(check(new RosterSheet().with(known)));
		Map<RosterColumn, String> sameId = line();
		sameId.put(RosterColumn.NAME, "另一人");
		sameId.put(RosterColumn.BIRTH_DATE, known.get(RosterColumn.BIRTH_DATE));
		sameId.put(RosterColumn.ID_NUMBER, known.get(RosterColumn.ID_NUMBER));
		Map<RosterColumn, String> sameStudent = line();
		sameStudent.put(RosterColumn.STUDENT_NUMBER, known.get(RosterColumn.STUDENT_NUMBER));
		Map<RosterColumn, String> sameMember = line();
		sameMember.put(RosterColumn.MEMBER_NUMBER, known.get(RosterColumn.MEMBER_NUMBER));
		long id = check(new RosterSheet().with(sameId).with(sameStudent).with(sameMember));
		assertThat(rules(id)).contains("2 id-number-taken []", "3 student-number-other-id []",
				"4 member-number-taken []");
		assertThat(page(id).verdict("BLOCKED")).isEqualTo(3);
	}

	@Test
	void personsOfAnotherSchoolAreNotPulledIn() {
		Map<RosterColumn, String> line = line();
		commit(check(new RosterSheet().with(line)));
		PeopleFixture.College other = this.fixture.college();
		line.put(RosterColumn.BRANCH, this.people.unit(other.branch()).name());
		line.put(RosterColumn.GENERAL_BRANCH, this.people.unit(other.generalBranch()).name());
		this.by = this.fixture.holder(Roles.LEAGUE_COMMITTEE, other.committee());
		this.college = other;
		assertThat(rules(check(new RosterSheet().with(line)))).contains("2 person-elsewhere []");
	}

	@Test
	void unknownBranchesAreCreatedWhenTicked() {
		Map<RosterColumn, String> one = line();
		one.put(RosterColumn.BRANCH, "护理24101班团支部");
		Map<RosterColumn, String> two = line();
		two.put(RosterColumn.BRANCH, "会计,24101班团支部");
		two.put(RosterColumn.GENERAL_BRANCH, "经济管理分团委");
		Map<RosterColumn, String> three = line();
		three.put(RosterColumn.BRANCH, "写错的团支部");
		long id = check(new RosterSheet().with(one).with(two).with(three));
		assertThat(page(id).verdict("BLOCKED")).isEqualTo(3);
		List<String> ticked = page(id).unknown()
			.stream()
			.filter((unknown) -> !unknown.branch().startsWith("写错"))
			.map(RosterPage.Unknown::args)
			.toList();
		this.service.createBranches(id, ticked, this.by);
		assertThat(page(id).verdict("BLOCKED")).isEqualTo(1);
		commit(id);
		assertThat(card(one).unitName()).isEqualTo("护理24101班团支部");
		assertThat(this.people.lineage(card(two).unitId())).extracting(People.UnitCard::name)
			.startsWith("会计,24101班团支部", "经济管理分团委");
		assertThat(page(id).unknown()).hasSize(1);
	}

	@Test
	void aBranchUnderAnotherGeneralBranchIsAnErrorInThatColumn() {
		Map<RosterColumn, String> line = line();
		line.put(RosterColumn.GENERAL_BRANCH, "别的分团委");
		assertThat(rules(check(new RosterSheet().with(line))))
			.anyMatch((rule) -> rule.startsWith("2 branch-elsewhere"));
	}

	@Test
	void onlyTheChosenLinesAreImportedAndBlockedOnesCannotBeChosen() {
		Map<RosterColumn, String> good = line();
		long id = check(
				new RosterSheet().with(good).with(line()).with(line(), RosterColumn.NAME, "=cmd|' /C calc'!A0"));
		assertThatThrownBy(() -> this.service.choose(id, List.of(2, 4), this.by)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.service.choose(id, List.of(), this.by)).isInstanceOf(Refusal.Invalid.class);
		this.jobs.importAll(id, this.service.choose(id, List.of(2), this.by), this.by);
		assertThat(persons()).isEqualTo(1);
		assertThat(page(id).importable()).isEqualTo(1);
		this.jobs.importAll(id, this.service.chooseClean(id, this.by), this.by);
		assertThat(persons()).isEqualTo(2);
		assertThatThrownBy(() -> this.service.chooseClean(id, this.by)).isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void aRosterFullOfErrorsImportsNothingAndTellsEachInADownload() throws Exception {
		RosterSheet sheet = new RosterSheet();
		sheet.with(line(), RosterColumn.ID_NUMBER, "990100200606027809");
		sheet.with(line(), RosterColumn.NAME, "=cmd|' /C calc'!A0");
		sheet.with(line(), RosterColumn.JOINED, "2018-01-01");
		sheet.with(line(), RosterColumn.BRANCH, "没有的团支部");
		sheet.with(line(), RosterColumn.MEMBER_NUMBER, "12");
		sheet.with(RosterSheet.youth(SERIAL.incrementAndGet(), this.branch, this.general), RosterColumn.POST, "组织委员");
		long id = check(sheet);
		assertThat(page(id).verdict("BLOCKED")).isEqualTo(6);
		assertThat(page(id).importable()).isZero();
		assertThatThrownBy(() -> this.service.chooseClean(id, this.by)).isInstanceOf(Refusal.Invalid.class);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.export.write(id, Locale.SIMPLIFIED_CHINESE, out);
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			var rows = workbook.getSheetAt(0);
			assertThat(rows.getLastRowNum()).isGreaterThanOrEqualTo(6);
			assertThat(rows).flatExtracting((row) -> List.of(row.getCell(2).getStringCellValue()))
				.contains("'=cmd|' /C calc'!A0")
				.noneMatch((text) -> text.startsWith("="));
		}
	}

	@Test
	void filtersShowLinesOfOneRuleAndColumn() {
		long id = check(new RosterSheet().with(line()).with(line(), RosterColumn.PHONE, "1").with(line()));
		RosterFilter filter = new RosterFilter("", null, "bad-phone", "PHONE", 0);
		RosterPage page = this.service.page(id, filter, this.by);
		assertThat(page.count()).isEqualTo(1);
		assertThat(page.rows()).extracting((seen) -> seen.line().number()).containsExactly(3);
		assertThat(this.service.page(id, new RosterFilter("x' OR '1'='1", null, null, null, 0), this.by).count())
			.isZero();
	}

	@Test
	void anUnreadableFileLeavesAFailedImportThatSaysWhy() throws Exception {
		long id = this.service.open(this.college.committee(), "web.xlsx", this.by);
		Path path = Files.writeString(Files.createTempFile("roster", ".xlsx"), "<html>");
		this.jobs.check(id, path);
		RosterPage.Head head = this.service.head(id, this.by);
		assertThat(head.state()).isEqualTo("FAILED");
		assertThat(head.failure().key()).isEqualTo("refusal.sheet.html");
		assertThat(path).doesNotExist();
	}

	@Test
	void onlyTheCommitteeOverTheUnitMayImportOrLook() {
		Actor stranger = this.fixture.holder(Roles.LEAGUE_COMMITTEE, this.fixture.college().committee());
		Actor secretary = this.fixture.holder(Roles.BRANCH_SECRETARY, this.college.branch());
		long id = check(new RosterSheet().with(line()));
		for (Actor other : List.of(stranger, secretary)) {
			assertThatThrownBy(() -> this.service.open(this.college.committee(), "x.xlsx", other))
				.isInstanceOf(Refusal.NotAllowed.class);
			assertThatThrownBy(() -> this.service.page(id, RosterFilter.none(), other))
				.isInstanceOf(Refusal.NotFound.class);
			assertThatThrownBy(() -> this.service.chooseClean(id, other)).isInstanceOf(Refusal.NotFound.class);
			assertThatThrownBy(() -> this.service.createBranches(id, List.of(), other))
				.isInstanceOf(Refusal.NotFound.class);
		}
		assertThatThrownBy(() -> this.service.open(this.college.branch(), "x.xlsx", this.by))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.service.targets(this.by)).extracting(People.UnitCard::id)
			.containsExactlyInAnyOrder(this.college.committee(), this.college.generalBranch());
	}

	@Test
	void idNumbersLieSealedInEveryTable() {
		Map<RosterColumn, String> line = line();
		commit(check(new RosterSheet().with(line)));
		String number = line.get(RosterColumn.ID_NUMBER);
		String stored = this.jdbc.sql("SELECT id_number_cipher FROM person WHERE id = ?")
			.param(card(line).id())
			.query(String.class)
			.single();
		assertThat(stored).doesNotContain(number);
		assertThat(this.fixture.openIdNumber(card(line).id(), "核对证件", this.by)).isEqualTo(number);
		assertThat(
				this.jdbc.sql("SELECT COUNT(*) FROM roster_row WHERE content LIKE ? OR changes LIKE ? OR id_masked = ?")
					.params("%" + number + "%", "%" + number + "%", number)
					.query(Integer.class)
					.single())
			.isZero();
	}

	@Test
	void anIdNumberIsOpenedForAReasonOnlyAndThatIsRecorded() {
		Map<RosterColumn, String> line = line();
		commit(check(new RosterSheet().with(line)));
		long person = card(line).id();
		Actor secretary = this.fixture.holder(Roles.BRANCH_SECRETARY, this.college.branch());
		Actor stranger = this.fixture.holder(Roles.BRANCH_SECRETARY, this.fixture.college().branch());
		assertThat(this.fixture.mayOpenIdNumber(person, secretary)).isFalse();
		assertThatThrownBy(() -> this.fixture.maskedIdNumber(person, stranger)).isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.fixture.openIdNumber(person, "核对证件", secretary))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.fixture.openIdNumber(person, " 无 ", this.by)).isInstanceOf(Refusal.Invalid.class);
		assertThat(this.fixture.openIdNumber(person, "核对证件", this.by)).isEqualTo(line.get(RosterColumn.ID_NUMBER));
		assertThat(audited("id-number.opened", "person:" + person)).isEqualTo(1);
	}

	@Test
	void somebodyOnProbationGetsNoPost() {
		Map<RosterColumn, String> line = line();
		commit(check(new RosterSheet().with(line)));
		this.fixture.restricted(card(line).id());
		line.put(RosterColumn.POST, "团支部书记");
		long id = check(new RosterSheet().with(line));
		assertThat(rules(id)).contains("2 post-restricted []");
		assertThat(page(id).importable()).isZero();
		line.remove(RosterColumn.POST);
		long between = check(new RosterSheet().with(line, RosterColumn.POST, "组织委员"));
		assertThat(page(between).verdict("BLOCKED")).isEqualTo(1);
		assertThat(this.people.posts(card(line).id())).isEmpty();
	}

	@Test
	void probationThatBeganSinceTheCheckRefusesTheLineInTheWordsOfThePages() {
		Map<RosterColumn, String> line = line();
		commit(check(new RosterSheet().with(line)));
		line.put(RosterColumn.POST, "团支部书记");
		Map<RosterColumn, String> other = line();
		long id = check(new RosterSheet().with(line).with(other));
		int run = this.service.chooseClean(id, this.by);
		this.fixture.restricted(card(line).id());
		this.jobs.importAll(id, run, this.by);
		assertThat(page(id).outcome("REFUSED")).isEqualTo(1);
		assertThat(page(id).outcome("CREATED")).isEqualTo(1);
		assertThat(this.people.posts(card(line).id())).isEmpty();
	}

	@Test
	void workOfAnEarlierRunDoesNothing() {
		long id = check(new RosterSheet().with(line()).with(line()));
		int first = this.service.chooseClean(id, this.by);
		assertThatThrownBy(() -> this.service.resume(id, this.by)).as("it is worked on")
			.isInstanceOf(Refusal.Conflict.class);
		silence(id);
		this.service.waits(id, first);
		assertThatThrownBy(() -> this.service.resume(id, this.by)).as("it waits for its turn")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.service.importNext(id, first, 1, this.by)).isEqualTo(1);
		silence(id);
		int second = this.service.resume(id, this.by);
		this.jobs.importAll(id, first, this.by);
		this.service.fail(id, first, Message.of("refusal.sheet.failed"));
		assertThat(page(id).head().state()).isEqualTo("IMPORTING");
		assertThat(page(id).outcome("CREATED")).isEqualTo(1);
		assertThatThrownBy(() -> this.service.checked(id, first)).isInstanceOf(StaleRunException.class);
		this.jobs.importAll(id, second, this.by);
		assertThat(page(id).outcome("CREATED")).isEqualTo(2);
		assertThatThrownBy(() -> this.service.imported(id, second, this.by)).as("it is imported once")
			.isInstanceOf(StaleRunException.class);
	}

	private void silence(long id) {
		this.jdbc.sql("UPDATE roster_import SET heartbeat = ? WHERE id = ?")
			.params(LocalDateTime.of(2020, 1, 1, 0, 0), id)
			.update();
	}

	@Test
	void whoeverImportsGivesNobodyTheOwnPost() {
		Map<RosterColumn, String> line = line();
		commit(check(new RosterSheet().with(line)));
		long self = card(line).id();
		this.fixture.appoint(self, Roles.LEAGUE_COMMITTEE, this.college.committee());
		this.by = this.fixture.actor(self);
		long id = check(new RosterSheet().with(line, RosterColumn.POST, "组织委员").with(line()));
		this.jobs.importAll(id, this.service.chooseClean(id, this.by), this.by);
		assertThat(page(id).outcome("REFUSED")).isEqualTo(1);
		assertThat(page(id).outcome("CREATED")).isEqualTo(1);
		assertThat(page(id).rows().get(0).row().findings()).extracting((one) -> one.words().key())
			.contains("refusal.people.not-yourself");
	}

	@Test
	void whatARosterEntersIsRecordedAndToldAsThePagesDo(ApplicationEvents events) {
		Map<RosterColumn, String> line = line();
		line.put(RosterColumn.BRANCH, "新开的团支部");
		long id = check(new RosterSheet().with(line, RosterColumn.POST, "团支部书记").with(line()));
		List<String> ticked = page(id).unknown().stream().map(RosterPage.Unknown::args).toList();
		this.service.createBranches(id, ticked, this.by);
		this.service.createBranches(check(new RosterSheet().with(line())), List.of(), this.by);
		commit(id);
		People.PersonCard card = card(line);
		String person = "person:" + card.id();
		assertThat(audited("person.entered", person)).isEqualTo(1);
		assertThat(audited("member.admitted", person)).isEqualTo(1);
		assertThat(audited("post.given", person)).isEqualTo(2);
		assertThat(audited("unit.opened", "unit:" + card.unitId())).isEqualTo(1);
		assertThat(events.stream(PostsChanged.class)).contains(new PostsChanged(card.unitId()));
		line.put(RosterColumn.JOINED, "2022-05-05");
		line.put(RosterColumn.PHONE, "19912345678");
		commit(check(new RosterSheet().with(line)));
		assertThat(audited("person.corrected", person)).isEqualTo(1);
		assertThat(audited("member.corrected", person)).isEqualTo(1);
		assertThat(card(line).memberSince()).isEqualTo("2022-05-05");
		assertThat(this.people.memberCount(card.unitId(), LocalDate.of(2022, 5, 4))).isZero();
		assertThat(this.people.memberCount(card.unitId(), LocalDate.of(2022, 5, 5))).isEqualTo(1);
	}

	@Test
	void ofManyLinesEachPersonHasTheOwnMembershipPostsAndEntries() {
		Map<RosterColumn, String> youth = RosterSheet.youth(SERIAL.incrementAndGet(), this.branch, this.general);
		RosterSheet sheet = new RosterSheet().with(youth);
		List<Map<RosterColumn, String>> lines = Stream.generate(this::line)
			.limit(RosterRowRepository.CHUNK_SIZE + 20)
			.toList();
		for (int i = 0; i < lines.size(); i++) {
			lines.get(i).put(RosterColumn.JOINED, LocalDate.of(2022, 1, 1).plusDays(i % 300).toString());
			sheet.with(lines.get(i));
		}
		lines.get(7).put(RosterColumn.POST, "团支部书记");
		commit(check(sheet));
		assertThat(card(youth).member()).isFalse();
		assertThat(lines).allSatisfy((line) -> {
			People.PersonCard card = card(line);
			assertThat(card.studentNumber()).isEqualTo(line.get(RosterColumn.STUDENT_NUMBER));
			assertThat(card.memberNumber()).isEqualTo(line.get(RosterColumn.MEMBER_NUMBER));
			assertThat(card.memberSince()).isEqualTo(line.get(RosterColumn.JOINED));
			assertThat(this.jdbc.sql("SELECT from_date FROM membership WHERE person_id = ?")
				.param(card.id())
				.query(LocalDate.class)
				.list()).containsExactly(card.memberSince());
		});
		assertThat(this.people.posts(card(lines.get(7)).id())).hasSize(2);
		assertThat(audited("person.entered", "person:" + card(lines.get(7)).id())).isEqualTo(1);
		assertThat(audited("member.admitted", "person:" + card(lines.get(519)).id())).isEqualTo(1);
	}

	@Test
	void twoCommitteesThatOpenOneBranchGetOne() {
		Map<RosterColumn, String> line = line();
		line.put(RosterColumn.BRANCH, "同时新建的团支部");
		long one = check(new RosterSheet().with(line));
		Map<RosterColumn, String> next = line();
		next.put(RosterColumn.BRANCH, "同时新建的团支部");
		long two = check(new RosterSheet().with(next));
		for (long id : List.of(one, two)) {
			this.service.createBranches(id, page(id).unknown().stream().map(RosterPage.Unknown::args).toList(),
					this.by);
			commit(id);
		}
		assertThat(card(line).unitId()).isEqualTo(card(next).unitId());
	}

	@Test
	void oneStudentNumberIsOnePersonOnThePagesAndInTheRosterOfOneSchool() {
		Map<RosterColumn, String> line = line();
		commit(check(new RosterSheet().with(line)));
		String number = line.get(RosterColumn.STUDENT_NUMBER);
		Actor admin = this.fixture.holder(Roles.ADMIN, this.college.committee());
		assertThatThrownBy(() -> this.fixture
			.enter(new NewPerson(this.college.branch(), "另一 人", null, null, number, false, false, null, null), admin))
			.isInstanceOf(Refusal.Invalid.class);
		PeopleFixture.College other = this.fixture.college();
		long elsewhere = this.fixture.enter(
				new NewPerson(other.branch(), "阿依 • 古丽\u200B", null, null, number, false, false, null, null),
				this.fixture.holder(Roles.ADMIN, other.committee()));
		assertThat(this.people.person(elsewhere).name()).isEqualTo("阿依·古丽");
	}

	@Test
	void sheetsAreChosenBeforeAnythingIsRead() throws Exception {
		long id = this.service.open(this.college.committee(), "各班.xlsx", this.by);
		this.jobs.check(id, sheets());
		RosterPage.Head head = this.service.head(id, this.by);
		assertThat(head.state()).isEqualTo("CHOOSING");
		assertThat(head.sheets()).extracting(SheetSurvey.Card::name).containsExactly("2023级存档", "信息一班", "信息二班", "设计一班");
		assertThat(page(id).all()).isZero();
		byte[] kept = this.jdbc.sql("SELECT content FROM sheet_file WHERE purpose = 'roster' AND import_id = ?")
			.param(id)
			.query((row, number) -> row.getBytes(1))
			.single();
		assertThat(new String(kept, StandardCharsets.ISO_8859_1)).as("the workbook waits sealed")
			.doesNotContain("xl/worksheets", "Content_Types");
		assertThatThrownBy(() -> this.service.pick(id, Set.of(), this.by)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.service.pick(id, Set.of(1, 9), this.by)).isInstanceOf(Refusal.Invalid.class);
		RosterService.Picked picked = this.service.pick(id, Set.of(1, 3), this.by);
		assertThat(picked.imports()).hasSize(2).hasEntrySatisfying(id, (pick) -> assertThat(pick.place()).isEqualTo(1));
		picked.imports().forEach((one, pick) -> {
			this.jobs.check(one, pick.run(), write(picked.file()), new SheetSurvey.Choice(pick.place(), false, false));
		});
		assertThat(page(id).rows()).extracting(RosterRowRepository.Seen::name).containsExactly("蒋一凡", "韩三思");
		assertThat(this.service.head(id, this.by).sheet()).isEqualTo("信息一班");
		assertThatThrownBy(() -> this.service.pick(id, Set.of(2), this.by)).isInstanceOf(Refusal.Conflict.class);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM sheet_file WHERE purpose = 'roster' AND import_id = ?")
			.param(id)
			.query(Integer.class)
			.single()).isZero();
	}

	private Path sheets() throws Exception {
		try (var content = getClass().getResourceAsStream("/sheets/a03-hidden-first-sheet-and-classes.xlsx")) {
			return write(content.readAllBytes());
		}
	}

	private static Path write(byte[] content) {
		try {
			return Files.write(Files.createTempFile("roster-test", ".xlsx"), content);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Test
	void anImportLeavesOneEntryForItsStartAndOneForItsEnd() {
		long id = check(new RosterSheet().with(line()).with(line()));
		commit(id);
		assertThat(audited("roster.uploaded", "roster:" + id)).isEqualTo(1);
		assertThat(audited("roster.import-started", "roster:" + id)).isEqualTo(1);
		assertThat(audited("roster.imported", "roster:" + id)).isEqualTo(1);
	}

	@Test
	void whatChangedInTheBooksSinceTheCheckRefusesTheLineAndNotTheRest() {
		Map<RosterColumn, String> one = line();
		long id = check(new RosterSheet().with(one).with(line()));
		long taken = this.fixture.member(this.college.branch());
		this.jdbc.sql("UPDATE person SET member_number = ? WHERE id = ?")
			.params(one.get(RosterColumn.MEMBER_NUMBER), taken)
			.update();
		commit(id);
		assertThat(page(id).outcome("REFUSED")).isEqualTo(1);
		assertThat(page(id).outcome("CREATED")).isEqualTo(1);
		assertThat(rules(id)).contains("2 member-number-taken []");
	}

	/**
	 * 960 fictional people, as a college enters them: 74 joined before 14, two share an
	 * ID number.
	 */
	@Test
	void aWholeCollegesRosterImports() throws Exception {
		Path file = Path.of("src/test/resources/sheets/roster-college.xlsx");
		long id = this.service.open(this.college.committee(), "roster-college.xlsx", this.by);
		this.jobs.check(id, Files.copy(file, Files.createTempDirectory("roster").resolve("copy.xlsx")));
		RosterPage page = page(id);
		assertThat(page.all()).isEqualTo(960);
		assertThat(page.unknown()).hasSize(24);
		this.service.createBranches(id, page.unknown().stream().map(RosterPage.Unknown::args).toList(), this.by);
		page = page(id);
		assertThat(page.verdict("BLOCKED")).isEqualTo(74);
		assertThat(page.verdict("WARNED")).isEqualTo(886);
		assertThat(page.tallies()).extracting((tally) -> tally.rule() + " " + tally.count())
			.contains("joined-under-14 74", "id-number-twice 2", "id-number-region 960");
		commit(id);
		assertThat(page(id).outcome("CREATED")).isEqualTo(886);
		assertThat(this.people.search("王𣲗", this.by, 10)).isNotEmpty();
		assertThat(this.people.search("阿依·古丽", this.by, 10)).isNotEmpty();
		assertThat(this.people.memberCount(this.college.committee(), this.clock.today())).isEqualTo(448 - 74);
		long again = this.service.open(this.college.committee(), "roster-college.xlsx", this.by);
		this.jobs.check(again, Files.copy(file, Files.createTempDirectory("roster").resolve("copy.xlsx")));
		assertThat(page(again).plan("UNCHANGED")).isEqualTo(886);
	}

	private Map<RosterColumn, String> line() {
		return RosterSheet.line(SERIAL.incrementAndGet(), this.branch, this.general);
	}

	private long check(RosterSheet sheet) {
		long id = this.service.open(this.college.committee(), "名册.xlsx", this.by);
		this.jobs.check(id, sheet.write());
		RosterPage.Head head = this.service.head(id, this.by);
		assertThat(head.state()).as(String.valueOf(head.failure())).isEqualTo("CHECKED");
		return id;
	}

	private void commit(long id) {
		this.jobs.importAll(id, this.service.chooseClean(id, this.by), this.by);
		assertThat(this.service.head(id, this.by).state()).isEqualTo("IMPORTED");
	}

	private RosterPage page(long id) {
		return this.service.page(id, RosterFilter.none(), this.by);
	}

	private List<String> rules(long id) {
		return page(id).rows()
			.stream()
			.flatMap((seen) -> seen.row()
				.findings()
				.stream()
				.map((one) -> seen.line().number() + " " + one.rule() + " " + one.args()))
			.toList();
	}

	/** Persons of the college but for those who hold the posts of this test. */
	private int persons() {
		return this.jdbc.sql(
				"SELECT COUNT(*) FROM person p JOIN unit u ON u.id = p.unit_id WHERE u.path LIKE ? AND p.staff = FALSE")
			.param(this.people.unit(this.college.committee()).path() + "%")
			.query(Integer.class)
			.single();
	}

	private People.PersonCard card(Map<RosterColumn, String> line) {
		return this.people.person(this.jdbc.sql("SELECT id FROM person WHERE id_number_hash = ?")
			.param(this.vault.hash(line.get(RosterColumn.ID_NUMBER)))
			.query(Long.class)
			.single());
	}

	private int audited(String what, String subject) {
		return this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE what = ? AND subject = ?")
			.params(what, subject)
			.query(Integer.class)
			.single();
	}

}
