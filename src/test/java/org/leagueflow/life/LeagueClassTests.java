package org.leagueflow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.ledger.Ledger;
import org.leagueflow.ledger.LedgerEntry;
import org.leagueflow.life.Classroom.Branch;
import org.leagueflow.meeting.MeetingChanged;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.MeetingRecord.Stage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A League class from its call to its study hours, and what keeps it from being complete.
 */
@StoryTest
class LeagueClassTests {

	@Autowired
	Classroom room;

	@Autowired
	ClassAttendanceService attendance;

	@Autowired
	Ledger ledger;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	@AfterEach
	void today() {
		this.room.clock.offset(Duration.ZERO);
	}

	@Test
	void aClassWithAllFiveIsHeldAndBooksStudyHoursForMembersAndApplicantsWhoCame() {
		Branch branch = this.room.branch(4);
		long applicant = this.room.people.youth(branch.id(), this.room.clock.today().minusYears(16));
		long absent = branch.members().get(3);
		List<Long> present = List.of(branch.members().get(0), branch.members().get(1), applicant);
		long meeting = this.room.held(branch, present);
		assertThat(this.room.facade.record(meeting, branch.secretary()).stage()).isEqualTo(Stage.HELD);
		assertThat(present).allSatisfy((person) -> assertThat(hours(person)).isEqualTo(15));
		assertThat(hours(absent)).isZero();
		LedgerEntry entry = this.ledger.entries(applicant).get(0);
		assertThat(entry.title()).isEqualTo("团课：学习团章");
		assertThat(entry.evidence()).contains("会议 " + meeting, branch.secretary().name());
		assertThat(entry.on()).isEqualTo(this.room.clock.today());
		assertThat(entry.recordedBy()).isZero();
		assertThat(entry.caseId()).isEqualTo(this.room.facade.record(meeting, branch.secretary()).caseId());
	}

	@Test
	void eachOfTheFiveIsMissedByName() {
		Branch branch = ledByTeacher(this.room.branch(3));
		long meeting = this.room.calls(branch.id(), null, branch.secretary());
		assertThat(missing(meeting, branch)).containsExactly(ClassRequirements.Kind.values());
		this.room.answer(meeting, "invite", Map.of(), branch.secretary());
		this.room.answer(meeting, "checkIn", Map.of(), branch.secretary());
		assertThat(missing(meeting, branch)).doesNotContain(ClassRequirements.Kind.NOTICE).hasSize(4);
		this.room.answer(meeting, "open", Map.of(), branch.secretary());
		assertThatThrownBy(() -> this.room.answer(meeting, "close", Map.of(), branch.secretary()))
			.isInstanceOfSatisfying(Refusal.Invalid.class,
					(refusal) -> assertThat(refusal.fields()).containsOnlyKeys("classAttendance"));
		this.room.facade.arrive(meeting, branch.members().get(1), branch.secretary());
		this.room.answer(meeting, "close", Map.of(), branch.secretary());
		this.room.answer(meeting, "minute", Map.of("minutes", "讨论。"), branch.secretary());
		assertThat(missing(meeting, branch)).containsExactly(ClassRequirements.Kind.PREPARATION,
				ClassRequirements.Kind.THEME);
		assertThatThrownBy(() -> this.room.answer(meeting, "sign", Map.of(), branch.secretary()))
			.isInstanceOfSatisfying(Refusal.Invalid.class,
					(refusal) -> assertThat(refusal.fields()).containsOnlyKeys("classPreparation", "classTheme"));
		assertThat(hours(branch.members().get(1))).isZero();
		this.room.plan(meeting, branch.secretary());
		assertThat(missing(meeting, branch)).isEmpty();
		assertThat(this.attendance.page(meeting, branch.secretary()).requirements().get(1).have().key())
			.as("what was prepared after the class began says so")
			.isEqualTo("condition.classPreparation.late");
		this.room.answer(meeting, "sign", Map.of(), branch.secretary());
		assertThat(hours(branch.members().get(1))).isEqualTo(15);
	}

	/** The same with a secretary who is on no roll, so that nobody may have come. */
	private Branch ledByTeacher(Branch branch) {
		long teacher = this.room.people.staff(branch.id());
		this.room.people.appoint(teacher, Roles.BRANCH_SECRETARY, branch.id());
		return new Branch(branch.college(), branch.members(), this.room.people.actor(teacher), branch.committee());
	}

	private List<ClassRequirements.Kind> missing(long meeting, Branch branch) {
		return this.attendance.page(meeting, branch.secretary())
			.requirements()
			.stream()
			.filter((must) -> !must.ok())
			.map((must) -> Arrays.stream(ClassRequirements.Kind.values())
				.filter((kind) -> kind.key().equals(must.key()))
				.findFirst()
				.orElseThrow())
			.toList();
	}

	@Test
	void otherMeetingsNeedNoneOfTheFive() {
		Branch branch = this.room.branch(3);
		long meeting = this.room.meets(branch, MeetingKind.BRANCH_GENERAL_MEETING, branch.members().subList(0, 1));
		assertThat(this.room.facade.record(meeting, branch.secretary()).stage()).isEqualTo(Stage.HELD);
		assertThatThrownBy(() -> this.attendance.page(meeting, branch.secretary()))
			.isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void aFileIsPreparationAndTheClassmatesReadIt() {
		Branch branch = this.room.branch(3);
		long meeting = this.room.opened(branch, branch.members());
		byte[] pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes();
		this.room.classes.addMaterial(meeting, "提纲.pdf", pdf, branch.secretary());
		assertThat(missing(meeting, branch)).doesNotContain(ClassRequirements.Kind.PREPARATION);
		Actor classmate = this.room.people.actor(branch.members().get(2));
		assertThat(this.attendance.page(meeting, classmate).material()).hasSize(1);
		assertThat(this.attendance.page(meeting, classmate).edits()).isFalse();
		assertThatThrownBy(() -> this.room.classes.addMaterial(meeting, "a.pdf", pdf, classmate))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.room.classes.addMaterial(meeting, "a.pdf", new byte[0], branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.room.classes.addMaterial(meeting, "a.pdf", "MZ".getBytes(), branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void whoLeftBeforeTheEndIsNotCounted() {
		Branch branch = this.room.branch(3);
		long meeting = this.room.opened(branch, branch.members());
		this.room.plan(meeting, branch.secretary());
		this.room.leave(meeting, branch.members().get(2), branch.secretary());
		this.room.finish(meeting, branch.secretary());
		assertThat(hours(branch.members().get(1))).isEqualTo(15);
		assertThat(hours(branch.members().get(2))).isZero();
		ClassPage page = this.attendance.page(meeting, branch.committee());
		assertThat(page.attendance()).extracting(ClassPage.Line::counted).containsExactlyInAnyOrder(true, true, false);
	}

	@Test
	void tellingTheSameClassAgainBooksNothingTwice() {
		Branch branch = this.room.branch(3);
		long meeting = this.room.held(branch, branch.members());
		this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new MeetingChanged(this.room.facade.record(meeting, branch.secretary()))));
		assertThat(branch.members()).allSatisfy((person) -> {
			assertThat(hours(person)).isEqualTo(15);
			assertThat(this.ledger.entries(person)).hasSize(1);
		});
	}

	@Test
	void aCorrectionIsACounterEntryWithItsReasonAndCanBeTurnedBack() {
		Branch branch = this.room.branch(4);
		long there = branch.members().get(1);
		long away = branch.members().get(3);
		long meeting = this.room.held(branch, branch.members().subList(0, 3));
		this.attendance.correct(meeting, there, false, "签到有误，本人未到", branch.secretary());
		assertThat(hours(there)).isZero();
		LedgerEntry counter = this.ledger.entries(there).get(0);
		assertThat(counter.counter()).isTrue();
		assertThat(counter.reason()).isEqualTo("签到有误，本人未到");
		assertThat(counter.recordedBy()).isEqualTo(branch.secretary().personId());
		this.attendance.correct(meeting, there, false, "再说一次", branch.secretary());
		assertThat(this.ledger.entries(there)).as("saying it again changes nothing").hasSize(2);
		this.attendance.correct(meeting, there, true, "核实后确认到课", branch.secretary());
		assertThat(hours(there)).isEqualTo(15);
		this.attendance.correct(meeting, away, true, "忘记签到", branch.committee());
		assertThat(hours(away)).isEqualTo(15);
		ClassPage page = this.attendance.page(meeting, branch.secretary());
		assertThat(page.corrections()).extracting(AttendanceCorrection::attended).containsExactly(false, true, true);
		assertThat(page.attendance()).hasSize(4).allMatch(ClassPage.Line::counted);
		assertThat(page.others()).isEmpty();
	}

	@Test
	void whatWasTakenBackInTheLedgerByHandIsNotTakenBackTwice() {
		Branch branch = this.room.branch(3);
		long person = branch.members().get(1);
		long meeting = this.room.held(branch, branch.members());
		this.ledger.correct(this.ledger.entries(person).get(0).id(), 5, "早退", branch.secretary());
		this.attendance.correct(meeting, person, false, "本人未到", branch.secretary());
		assertThat(hours(person)).isZero();
	}

	@Test
	void correctionsAreRefusedToTheWrongPeopleAtTheWrongTimeAndWithoutAReason() {
		Branch branch = this.room.branch(3);
		Branch other = this.room.branch(2);
		long running = this.room.opened(branch, branch.members());
		assertThatThrownBy(
				() -> this.attendance.correct(running, branch.members().get(1), false, "早了", branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class);
		this.room.plan(running, branch.secretary());
		this.room.finish(running, branch.secretary());
		long person = branch.members().get(1);
		Actor member = this.room.people.actor(branch.members().get(2));
		assertThatThrownBy(() -> this.attendance.correct(running, person, false, "无权", member))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.attendance.correct(running, person, false, "外人", other.secretary()))
			.isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(
				() -> this.attendance.correct(running, other.members().get(0), true, "外人", branch.secretary()))
			.isInstanceOf(Refusal.NotFound.class);
		for (String reason : new String[] { null, " ", "长".repeat(501) }) {
			assertThatThrownBy(() -> this.attendance.correct(running, person, false, reason, branch.secretary()))
				.isInstanceOf(Refusal.Invalid.class);
		}
		assertThatThrownBy(
				() -> this.attendance.correct(running, branch.secretary().personId(), false, "自己", branch.secretary()))
			.as("nobody corrects the own hours")
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThat(hours(person)).isEqualTo(15);
		assertThat(this.attendance.page(running, member).corrects()).isFalse();
	}

	@Test
	void twoCorrectionsAtOnceBookOnce() throws Exception {
		Branch branch = this.room.branch(4);
		long away = branch.members().get(3);
		long meeting = this.room.held(branch, branch.members().subList(0, 3));
		ExecutorService pool = Executors.newFixedThreadPool(4);
		try {
			Callable<Void> add = () -> {
				this.attendance.correct(meeting, away, true, "忘记签到", branch.committee());
				return null;
			};
			for (Future<Void> one : pool.invokeAll(List.of(add, add, add, add))) {
				one.get();
			}
		}
		finally {
			pool.shutdownNow();
		}
		assertThat(hours(away)).isEqualTo(15);
		assertThat(this.ledger.entries(away)).hasSize(1);
	}

	@Test
	void theSheetTakesOnlyWhatFitsAndIsClosedOnceSigned() {
		Branch branch = this.room.branch(3);
		long meeting = this.room.opened(branch, branch.members());
		Actor secretary = branch.secretary();
		for (ClassPlan wrong : List.of(new ClassPlan("长".repeat(101), List.of(), null, "1", null),
				new ClassPlan("主题", List.of(), "长".repeat(101), "1", null),
				new ClassPlan("主题", List.of(), null, "1", "长".repeat(4001)),
				new ClassPlan("主题", List.of(), null, "8.1", null), new ClassPlan("主题", List.of(), null, "0.4", null),
				new ClassPlan("主题", List.of(), null, "1.55", null), new ClassPlan("主题", List.of(), null, "-1", null),
				new ClassPlan("主题", List.of(), null, "", null))) {
			assertThatThrownBy(() -> this.room.classes.plan(meeting, wrong, secretary))
				.isInstanceOf(Refusal.Invalid.class);
		}
		this.room.classes.plan(meeting, new ClassPlan("𬭩".repeat(45) + "<script>", null, null, "8", "x"), secretary);
		assertThatThrownBy(() -> this.room.plan(meeting, this.room.people.actor(branch.members().get(1))))
			.isInstanceOf(Refusal.NotAllowed.class);
		this.room.finish(meeting, secretary);
		assertThatThrownBy(() -> this.room.plan(meeting, secretary)).isInstanceOf(Refusal.Conflict.class);
		assertThat(this.ledger.entries(branch.members().get(1)).get(0).title()).contains("𬭩𬭩", "<script>");
	}

	@Test
	void aGuestWhoIsTooYoungSitsInWithoutHoursAndKeepsNoClassFromBeingSigned() {
		Branch branch = this.room.branch(3);
		long child = this.room.people.youth(branch.id(), this.room.clock.today().minusYears(12));
		long meeting = this.room.held(branch, List.of(branch.members().get(0), branch.members().get(1), child));
		assertThat(this.room.facade.record(meeting, branch.secretary()).stage()).isEqualTo(Stage.HELD);
		assertThat(hours(branch.members().get(1))).isEqualTo(15);
		assertThat(hours(child)).isZero();
		assertThatThrownBy(() -> this.attendance.correct(meeting, child, true, "到课", branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void aFormThatIsSentTwiceCallsOneClass() {
		Branch branch = this.room.branch(2);
		String key = java.util.UUID.randomUUID().toString();
		assertThat(this.room.classes.convene(branch.id(), this.room.clock.localNow(), "三教201", null, key,
				branch.secretary()))
			.isPresent();
		assertThat(this.room.classes.convene(branch.id(), this.room.clock.localNow(), "三教201", null, key,
				branch.secretary()))
			.isEmpty();
	}

	private int hours(long person) {
		return this.ledger.total(person, EntryKind.STUDY_HOURS, null, null);
	}

}
