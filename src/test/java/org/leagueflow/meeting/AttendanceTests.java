package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.Hall.Branch;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is on the roll, who comes, who goes, who asked for leave. */
@StoryTest
class AttendanceTests {

	@Autowired
	Hall hall;

	@Autowired
	MeetingService meetings;

	@Autowired
	AttendanceService attendance;

	@Autowired
	AbsenceService absences;

	@Autowired
	HallPageService pages;

	@Autowired
	MinutesDocument document;

	@Autowired
	Meetings table;

	@AfterEach
	void resetClock() {
		this.hall.clock.offset(Duration.ZERO);
	}

	@Test
	void aMemberChecksInWithTheCodeOnTheScreen() {
		Branch branch = this.hall.branch(5);
		long meeting = invited(branch);
		Actor member = actor(branch, 3);
		assertThatThrownBy(() -> this.attendance.checkIn(meeting, "123456", member)).as("not begun")
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("no-check-in");
		this.attendance.beginCheckIn(meeting, branch.secretary());
		assertThat(this.attendance.checkIn(meeting, code(meeting, branch), member).key())
			.isEqualTo("meeting.said.checked-in");
		HallPage page = this.pages.page(meeting, member);
		assertThat(page.mine().present()).isTrue();
		assertThat(page.bar())
			.extracting(AttendanceSummary::entitled, AttendanceSummary::present, AttendanceSummary::quorum)
			.containsExactly(5, 1, 3);
		assertThat(this.attendance.checkIn(meeting, code(meeting, branch), member).key()).as("twice")
			.isEqualTo("meeting.said.checked-in-already");
		assertThat(line(meeting, branch, 3).moves()).hasSize(1);
	}

	@Test
	void theCodeBeforeIsStillGoodAndAnOlderOneIsNot() {
		Branch branch = this.hall.branch(5);
		long meeting = gathering(branch);
		String first = code(meeting, branch);
		this.hall.clock.offset(CheckInCodes.STEP);
		this.attendance.checkIn(meeting, first, actor(branch, 1));
		this.hall.clock.offset(CheckInCodes.STEP.multipliedBy(2));
		assertThatThrownBy(() -> this.attendance.checkIn(meeting, first, actor(branch, 2)))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("code-over");
		this.attendance.checkIn(meeting, code(meeting, branch), actor(branch, 2));
	}

	@Test
	void aClockThatJumpsLeavesOnlyTheCodeOfItsOwnTime() {
		Branch branch = this.hall.branch(5);
		long meeting = gathering(branch);
		this.hall.clock.offset(Duration.ofHours(3));
		String ahead = code(meeting, branch);
		this.attendance.checkIn(meeting, ahead, actor(branch, 1));
		this.hall.arrive(meeting, branch, 0, 1);
		this.meetings.open(meeting, branch.secretary());
		this.hall.clock.offset(Duration.ofHours(-1));
		assertThatThrownBy(() -> this.attendance.checkIn(meeting, ahead, actor(branch, 2)))
			.isInstanceOf(Refusal.Invalid.class);
		this.attendance.checkIn(meeting, code(meeting, branch), actor(branch, 2));
		this.meetings.close(meeting, branch.secretary());
		MeetingPage page = this.hall.page(meeting, branch);
		assertThat(page.closedAt()).isAfterOrEqualTo(page.openedAt());
	}

	@Test
	void aWrittenOpinionAfterTheStartStaysLateWhenTheClockIsSetBack() {
		Branch branch = this.hall.branch(5);
		CaseId candidate = this.hall.waits(branch);
		long meeting = this.hall.open(branch, 4);
		this.hall.clock.offset(Duration.ofMinutes(-30));
		this.meetings.receiveOpinion(meeting, this.hall.item(meeting, candidate, branch), branch.voters().get(4),
				branch.secretary());
		assertThat(this.hall.page(meeting, branch).items().get(0).written()).isZero();
	}

	@Test
	void afterFiveWrongCodesTheOfficerIsTheWayIn() {
		Branch branch = this.hall.branch(5);
		long meeting = gathering(branch);
		Actor member = actor(branch, 1);
		String wrong = code(meeting, branch).equals("000001") ? "000002" : "000001";
		for (int left = 4; left >= 0; left--) {
			int tries = left;
			assertThatThrownBy(() -> this.attendance.checkIn(meeting, wrong, member))
				.isInstanceOf(Refusal.Invalid.class)
				.hasMessageContaining("code-wrong, args=[" + tries + "]");
		}
		assertThatThrownBy(() -> this.attendance.checkIn(meeting, code(meeting, branch), member))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("code-locked");
		this.attendance.arrive(meeting, member.personId(), branch.secretary());
		assertThat(this.pages.page(meeting, member).mine().present()).isTrue();
	}

	@Test
	void guessingAtOnceBuysNoMoreTries() throws Exception {
		Branch branch = this.hall.branch(3);
		long meeting = gathering(branch);
		Actor member = actor(branch, 1);
		int right = Integer.parseInt(code(meeting, branch));
		List<String> said = atOnce(20,
				(i) -> this.attendance.checkIn(meeting, "%06d".formatted((right + 500_000 + i) % 1_000_000), member)
					.key());
		assertThat(said).filteredOn((one) -> one.contains("code-wrong")).hasSize(5);
		assertThat(said).filteredOn((one) -> one.contains("code-locked")).hasSize(15);
	}

	@Test
	void whatIsNoCodeIsSaidToBeNone() {
		Branch branch = this.hall.branch(3);
		long meeting = gathering(branch);
		for (String odd : new String[] { null, "", "12345", "1234567", "١٢٣٤٥٦", "12 456", "<script>",
				"1".repeat(10_000) }) {
			assertThatThrownBy(() -> this.attendance.checkIn(meeting, odd, actor(branch, 1)))
				.isInstanceOf(Refusal.Invalid.class)
				.hasMessageContaining("code-form");
		}
	}

	@Test
	void nobodyElseChecksInAndNobodyAfterTheClose() {
		Branch branch = this.hall.branch(3);
		long meeting = gathering(branch);
		Branch other = this.hall.branch(1);
		assertThatThrownBy(() -> this.attendance.checkIn(meeting, code(meeting, branch), other.secretary()))
			.isInstanceOf(Refusal.NotFound.class);
		Actor overseer = this.hall.people.holder(Roles.LEAGUE_COMMITTEE, branch.college().committee());
		assertThatThrownBy(() -> this.attendance.checkIn(meeting, code(meeting, branch), overseer))
			.isInstanceOf(Refusal.Invalid.class)
			.hasMessageContaining("not-on-roll");
		assertThatThrownBy(() -> this.pages.code(meeting, actor(branch, 1))).as("the screen is the chair's")
			.isInstanceOf(Refusal.NotAllowed.class);
		String last = code(meeting, branch);
		this.hall.arrive(meeting, branch, 0, 1);
		this.meetings.open(meeting, branch.secretary());
		this.meetings.close(meeting, branch.secretary());
		assertThatThrownBy(() -> this.attendance.checkIn(meeting, last, actor(branch, 1)))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("state.CLOSED");
		assertThatThrownBy(() -> this.attendance.arrive(meeting, branch.voters().get(1), branch.secretary()))
			.isInstanceOf(Refusal.Conflict.class)
			.hasMessageContaining("state.CLOSED");
		assertThat(this.pages.code(meeting, branch.secretary())).isNull();
	}

	@Test
	void whoGoesIsNotedAndCountsAgainWhenBack() {
		Branch branch = this.hall.branch(5);
		long meeting = this.hall.open(branch, 3);
		Actor member = actor(branch, 2);
		this.attendance.checkOut(meeting, member);
		assertThat(this.pages.page(meeting, member).bar().present()).isEqualTo(2);
		assertThat(line(meeting, branch, 2).leftAt()).isNotNull();
		this.attendance.checkIn(meeting, code(meeting, branch), member);
		assertThat(this.pages.page(meeting, member).bar().present()).isEqualTo(3);
		assertThat(line(meeting, branch, 2).moves()).extracting(MeetingPage.Move::step)
			.containsExactly(Attendance.Step.CAME, Attendance.Step.LEFT, Attendance.Step.CAME);
		assertThat(line(meeting, branch, 2).late()).isFalse();
		this.attendance.checkIn(meeting, code(meeting, branch), actor(branch, 4));
		assertThat(line(meeting, branch, 4).late()).isTrue();
	}

	@Test
	void checkingInDoesNotTouchTheMeeting() {
		Branch branch = this.hall.branch(5);
		long meeting = gathering(branch);
		int before = version(meeting);
		this.attendance.checkIn(meeting, code(meeting, branch), actor(branch, 1));
		this.attendance.arrive(meeting, branch.voters().get(2), branch.secretary());
		this.attendance.leave(meeting, branch.voters().get(2), branch.secretary());
		assertThat(version(meeting)).isEqualTo(before);
	}

	@Test
	void manyCheckInWhileTheMeetingOpensAndNobodyIsLost() throws Exception {
		Branch branch = this.hall.branch(40);
		long meeting = gathering(branch);
		String code = code(meeting, branch);
		List<String> said = atOnce(40, (i) -> {
			if (i == 20) {
				this.meetings.open(meeting, branch.secretary());
				return "opened";
			}
			return this.attendance.checkIn(meeting, code, actor(branch, i)).key();
		});
		assertThat(said).filteredOn("meeting.said.checked-in"::equals).hasSize(39);
		MeetingPage page = this.hall.page(meeting, branch);
		assertThat(page.state()).isEqualTo(Meeting.State.OPEN);
		assertThat(page.bar()).extracting(AttendanceSummary::entitled, AttendanceSummary::present)
			.containsExactly(40, 39);
	}

	@Test
	void aMeetingOpensOnceEvenWhenTwoPressAtOnce() throws Exception {
		Branch branch = this.hall.branch(5);
		long meeting = gathering(branch);
		this.hall.arrive(meeting, branch, 0, 1);
		List<String> said = atOnce(2, (i) -> {
			this.meetings.open(meeting, branch.secretary());
			return "opened";
		});
		assertThat(said).filteredOn("opened"::equals).hasSize(1);
		assertThat(said).filteredOn((one) -> one.contains("state.OPEN")).hasSize(1);
	}

	@Test
	void theRollIsOfTheDayTheMeetingOpens() {
		Branch branch = this.hall.branch(5);
		long meeting = invited(branch);
		long joined = this.hall.people.member(branch.college().branch());
		this.hall.people.restricted(branch.voters().get(1));
		long grown = this.hall.people.youth(branch.college().branch(), this.hall.clock.today().minusYears(28));
		this.hall.people.memberSince(grown, branch.college().branch(), this.hall.clock.today().minusYears(9));
		this.hall.arrive(meeting, branch, 0, 1);
		this.meetings.open(meeting, branch.secretary());
		MeetingPage page = this.hall.page(meeting, branch);
		assertThat(page.bar().entitled()).as("5 and the new one, without the one on probation").isEqualTo(5);
		assertThat(page.roll()).filteredOn((one) -> one.personId() == joined)
			.singleElement()
			.matches(MeetingPage.RollLine::votes);
		assertThat(page.roll()).filteredOn((one) -> !one.votes())
			.extracting(MeetingPage.RollLine::whyNot)
			.containsExactlyInAnyOrder("people.elector.restricted", "people.elector.over-age");
	}

	@Test
	void whoTurnsTwentyEightInAPostKeepsTheVote() {
		Branch branch = this.hall.branch(3);
		LocalDate birthday = this.hall.clock.today().minusYears(28);
		long leader = this.hall.people.youth(branch.college().branch(), birthday);
		this.hall.people.memberSince(leader, branch.college().branch(), birthday.plusYears(15));
		this.hall.people.appoint(leader, Roles.BRANCH_COMMITTEE, branch.college().branch());
		long almost = this.hall.people.youth(branch.college().branch(), birthday.plusDays(1));
		this.hall.people.memberSince(almost, branch.college().branch(), birthday.plusYears(15));
		long meeting = this.hall.open(branch, 3);
		assertThat(this.hall.page(meeting, branch).bar().entitled()).isEqualTo(5);
	}

	@Test
	void whoHasLeaveStaysEntitledAndIsShownSeparately() {
		Branch branch = this.hall.branch(6);
		long meeting = invited(branch);
		this.absences.ask(meeting, "参加省赛", actor(branch, 3));
		this.absences.ask(meeting, "实习", actor(branch, 4));
		this.absences.ask(meeting, "家中有事", actor(branch, 5));
		List<AbsenceLine> asked = this.hall.page(meeting, branch).absences();
		this.absences.decide(meeting, asked.get(0).id(), true, null, branch.secretary());
		assertThatThrownBy(() -> this.absences.decide(meeting, asked.get(1).id(), false, " ", branch.secretary()))
			.as("a refusal has a reason")
			.isInstanceOf(Refusal.Invalid.class);
		this.absences.decide(meeting, asked.get(1).id(), false, "实习可以改期", branch.secretary());
		this.absences.withdraw(meeting, actor(branch, 5));
		this.hall.arrive(meeting, branch, 0, 1);
		this.meetings.open(meeting, branch.secretary());
		MeetingPage page = this.hall.page(meeting, branch);
		assertThat(page.bar().entitled()).isEqualTo(6);
		assertThat(page.roll()).filteredOn(MeetingPage.RollLine::excused)
			.extracting(MeetingPage.RollLine::personId)
			.containsExactly(branch.voters().get(3));
		assertThat(this.pages.page(meeting, actor(branch, 4)).mine().absence().remark()).isEqualTo("实习可以改期");
		this.attendance.arrive(meeting, branch.voters().get(3), branch.secretary());
		assertThat(line(meeting, branch, 3).excused()).as("came after all").isFalse();
		assertThatThrownBy(() -> this.absences.ask(meeting, "临时有事", actor(branch, 2))).as("too late")
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void leaveIsAskedForByThoseExpectedAndGrantedByOthers() {
		Branch branch = this.hall.branch(4);
		long meeting = invited(branch);
		assertThatThrownBy(() -> this.absences.ask(meeting, " ", actor(branch, 1))).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.absences.ask(meeting, "长".repeat(501), actor(branch, 1)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.absences.ask(meeting, "旅行", this.hall.branch(1).secretary()))
			.isInstanceOf(Refusal.NotFound.class);
		this.absences.ask(meeting, "发烧𬭩", branch.secretary());
		long own = this.hall.page(meeting, branch).absences().get(0).id();
		assertThat(this.hall.page(meeting, branch).absences().get(0).reason()).isEqualTo("发烧𬭩");
		assertThatThrownBy(() -> this.absences.decide(meeting, own, true, null, branch.secretary()))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.absences.decide(meeting, own, true, null, actor(branch, 1)))
			.isInstanceOf(Refusal.NotAllowed.class);
		long elsewhere = invited(branch);
		assertThatThrownBy(() -> this.absences.decide(elsewhere, own, true, null, branch.secretary()))
			.isInstanceOf(Refusal.NotFound.class);
		assertThat(this.hall.pages.page(meeting, actor(branch, 1)).absences()).as("reasons are private").isEmpty();
	}

	@Test
	void guestsWithRareCharactersAreListedAndCountForNothing() {
		Branch branch = this.hall.branch(4);
		long meeting = this.hall.open(branch, 3);
		this.attendance.welcome(meeting, "  李𬭩𠮷  ", branch.secretary());
		MeetingPage page = this.hall.page(meeting, branch);
		assertThat(page.guests()).extracting(MeetingPage.RollLine::name).containsExactly("李𬭩𠮷");
		assertThat(page.bar())
			.extracting(AttendanceSummary::entitled, AttendanceSummary::present, AttendanceSummary::guests)
			.containsExactly(4, 3, 1);
		assertThatThrownBy(() -> this.attendance.welcome(meeting, "\n", branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.attendance.welcome(meeting, "长".repeat(101), branch.secretary()))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void theWordMinutesTellWhoCameLateLeftHadLeaveAndSatIn() throws Exception {
		Branch branch = this.hall.branch(6);
		this.hall.people.restricted(branch.voters().get(5));
		long meeting = invited(branch);
		this.absences.ask(meeting, "参加省赛", actor(branch, 4));
		this.absences.decide(meeting, this.hall.page(meeting, branch).absences().get(0).id(), true, null,
				branch.secretary());
		this.hall.arrive(meeting, branch, 0, 2);
		this.meetings.open(meeting, branch.secretary());
		this.hall.arrive(meeting, branch, 2, 3);
		this.attendance.leave(meeting, branch.voters().get(1), branch.secretary());
		this.attendance.welcome(meeting, "李𬭩{{title}}", branch.secretary());
		this.meetings.close(meeting, branch.secretary());
		this.meetings.minute(meeting, "第一段𠮷。\n{{place}} <b>", branch.secretary());
		MeetingPage page = this.hall.page(meeting, branch);
		String word = text(this.document.write(page));
		assertThat(word).contains("团支部大会会议记录", "应到 5 人，实到 3 人", "迟到：" + page.roll().get(2).name(),
				"中途离开：" + page.roll().get(1).name(), "请假：" + page.roll().get(4).name(),
				"缺席：" + page.roll().get(3).name(), "无表决权：" + page.roll().get(5).name(), "列席：李𬭩{{title}}", "第一段𠮷。",
				"{{place}} <b>", "主持人（", "记录人（");
		assertThat(word).doesNotContain("参加省赛");
	}

	private String text(byte[] word) throws Exception {
		try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
			return extractor.getText();
		}
	}

	private long invited(Branch branch) {
		long meeting = this.hall.convened(branch);
		this.meetings.invite(meeting, branch.secretary());
		return meeting;
	}

	private long gathering(Branch branch) {
		long meeting = invited(branch);
		this.attendance.beginCheckIn(meeting, branch.secretary());
		return meeting;
	}

	private String code(long meeting, Branch branch) {
		return this.pages.code(meeting, branch.secretary()).digits();
	}

	private Actor actor(Branch branch, int voter) {
		return this.hall.people.actor(branch.voters().get(voter));
	}

	private MeetingPage.RollLine line(long meeting, Branch branch, int voter) {
		return this.hall.page(meeting, branch)
			.roll()
			.stream()
			.filter((line) -> line.personId().equals(branch.voters().get(voter)))
			.findFirst()
			.orElseThrow();
	}

	private int version(long meeting) {
		return this.table.findById(meeting).orElseThrow().version();
	}

	/** What each of so many heard who did something at the same time. */
	private List<String> atOnce(int many, Call event) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<String>> calls = IntStream.range(0, many).<Callable<String>>mapToObj((i) -> () -> {
				try {
					return event.done(i);
				}
				catch (Refusal ex) {
					return ex.getMessage();
				}
			}).toList();
			List<String> said = new java.util.ArrayList<>();
			for (Future<String> one : threads.invokeAll(calls)) {
				said.add(one.get());
			}
			return said;
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** Something that number so-and-so does. */
	interface Call {

		String done(int number);

	}

}
