package org.leagueflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.BallotFixture;
import org.leagueflow.ballot.Count;
import org.leagueflow.ballot.Mark;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.meeting.Hall.Branch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Meetings at which everybody does anything at any time. Whatever they do is done or
 * refused with words, the diagram stands where the meeting stands, and whoever leads it
 * sensibly from there brings it to its end. The seeds are fixed.
 */
@StoryTest
class MeetingStormTests {

	private static final int WALKS = Integer.getInteger("leagueflow.storm.walks", 6);

	private static final int FIRST = Integer.getInteger("leagueflow.storm.first", 1);

	private static final int STEPS = Integer.getInteger("leagueflow.storm.steps", 100);

	private static final Map<Meeting.State, Set<String>> BOXES = Map.of(Meeting.State.CONVENED,
			Set.of("invite", "checkIn", "open"), Meeting.State.OPEN, Set.of("decide", "gather", "close"),
			Meeting.State.CLOSED, Set.of("minute", "sign"), Meeting.State.VOID, Set.of("reconvene"));

	@Autowired
	Hall hall;

	@Autowired
	MotionService motions;

	@Autowired
	BoxService boxes;

	@Autowired
	AbsenceService absences;

	@Autowired
	HallPageService halls;

	@Autowired
	BallotFixture phones;

	@Autowired
	JdbcClient jdbc;

	private Random random;

	private Branch branch;

	private List<Long> everybody;

	private List<CaseId> cases;

	private long meeting;

	private List<String> log;

	@AfterEach
	void today() {
		this.hall.clock.offset(Duration.ZERO);
	}

	@TestFactory
	List<DynamicTest> everybodyDoesAnything() {
		return IntStream.range(FIRST, FIRST + WALKS)
			.mapToObj((seed) -> DynamicTest.dynamicTest("walk " + seed, () -> walk(seed)))
			.toList();
	}

	private void walk(int seed) {
		this.random = new Random(seed);
		this.log = new ArrayList<>();
		this.hall.clock.offset(Duration.ZERO);
		this.branch = this.hall.branch(7);
		this.everybody = new ArrayList<>(this.branch.voters());
		this.everybody.add(this.hall.people.staff(this.branch.college().branch()));
		this.everybody
			.add(this.hall.people.youth(this.branch.college().branch(), this.hall.clock.today().minusYears(16)));
		this.everybody.add(this.hall.branch(1).voters().get(0));
		this.cases = new ArrayList<>();
		if (seed % 3 == 0) {
			elects();
		}
		this.cases.add(this.hall.waits(this.branch));
		this.cases.add(this.hall.waits(this.branch, voter()));
		this.meeting = switch (seed % 4) {
			case 0 -> this.hall.convened(this.branch);
			case 1 -> this.hall.gathered(this.branch, 5);
			default -> this.hall.open(this.branch, 6);
		};
		for (int step = 0; step < STEPS; step++) {
			tryOut(step);
			check();
		}
		end();
	}

	private void tryOut(int step) {
		int what = this.random.nextInt(40);
		this.log.add(step + ": " + what);
		try {
			act(what);
			this.log.set(this.log.size() - 1, step + ": " + what + " done");
		}
		catch (Refusal ex) {
			this.log.set(this.log.size() - 1, step + ": " + what + " " + ex.getMessage());
		}
		catch (RuntimeException ex) {
			throw new AssertionError(this.log.toString(), ex);
		}
	}

	private void act(int what) {
		Actor by = actor();
		MeetingService meetings = this.hall.meetings;
		switch (what) {
			case 0 -> meetings.invite(this.meeting, by);
			case 1 -> this.hall.attendance.beginCheckIn(this.meeting, by);
			case 2, 3, 4 -> this.hall.attendance.arrive(this.meeting, anybody(), by);
			case 5 -> this.hall.attendance.leave(this.meeting, anybody(), by);
			case 6 -> this.hall.attendance.checkOut(this.meeting, this.hall.people.actor(anybody()));
			case 7 -> this.hall.attendance.welcome(this.meeting, "来宾" + this.random.nextInt(9), by);
			case 8 -> meetings.chair(this.meeting, anybody(), by);
			case 9 ->
				meetings.move(this.meeting, this.hall.clock.localNow().plusMinutes(this.random.nextInt(50)), "礼堂", by);
			case 10 -> rarely(() -> meetings.cancel(this.meeting, by));
			case 11, 12 -> meetings.open(this.meeting, by);
			case 13 -> meetings.receiveOpinion(this.meeting, item(), anybody(), by);
			case 14, 15, 16 ->
				meetings.openBallot(this.meeting, item(), List.of(), mode(), tellers(), this.random.nextInt(4) > 0, by);
			case 17 -> meetings.openAgain(this.meeting, item(), mode(), tellers(), chosen(), true, by);
			case 18 -> meetings.settle(this.meeting, item(), by);
			case 19 -> meetings.recuse(this.meeting, item(), anybody(), "亲属", by);
			case 20 -> meetings.unrecuse(this.meeting, item(), anybody(), by);
			case 21 -> meetings.assist(this.meeting, item(), anybody(), anybody(), by);
			case 22 -> meetings.replaceTellers(this.meeting, item(), tellers(), by);
			case 23, 24, 25 -> count(sensible(), item(), teller());
			case 26 -> this.boxes.handPapers(this.meeting, item(), List.of(anybody()), by);
			case 27 -> this.boxes.takeBack(this.meeting, item(), List.of(anybody()), by);
			case 28 -> this.boxes.holdAgain(this.meeting, item(), "设备故障", by);
			case 29, 30 -> vote();
			case 31, 32 -> this.phones.agree(ballot(), this.hall.people.actor(teller()));
			case 33 -> meetings.postpone(this.meeting, item(), by);
			case 34 -> meetings.giveUp(this.meeting, by);
			case 35 -> meetings.close(this.meeting, by);
			case 36 -> put(by);
			case 37 -> goOn(by);
			case 38 -> elsewhere();
			default -> this.hall.clock.offset(this.hall.clock.offset().plusMinutes(this.random.nextInt(60) - 20L));
		}
	}

	/** The paperwork after a meeting, or the next one. */
	private void goOn(Actor by) {
		switch (this.random.nextInt(5)) {
			case 0 -> this.hall.meetings.minute(this.meeting, "依次讨论。", by);
			case 1 -> this.hall.meetings.returnMinutes(this.meeting, "人数不对", by);
			case 2 -> this.hall.meetings.sign(this.meeting, by);
			case 3 -> this.hall.meetings.letBe(this.meeting, by);
			default -> this.meeting = this.hall.meetings.reconvene(this.meeting, by);
		}
	}

	/** Two of three are to be elected. */
	private void elects() {
		this.motions.put(new Motion("election", MeetingKind.BRANCH_GENERAL_MEETING, this.branch.college().branch(),
				"选举支委", List.of(), 2), this.branch.voters().subList(4, 7), null, this.branch.secretary());
	}

	private void put(Actor by) {
		String matter = List.of("election", "appraisal", "general").get(this.random.nextInt(3));
		List<Long> persons = this.branch.voters().subList(0, 1 + this.random.nextInt(4));
		Motion motion = new Motion(matter, MeetingKind.BRANCH_GENERAL_MEETING, this.branch.college().branch(), "事项",
				List.of(), 1 + this.random.nextInt(2));
		this.motions.put(motion, persons, this.random.nextBoolean() ? this.meeting : null, by);
	}

	/**
	 * What others do at the same time: cases leave, members go, people ask for leave,
	 * keys get lost.
	 */
	private void elsewhere() {
		switch (this.random.nextInt(8)) {
			case 0 -> this.hall.agenda.withdraw(this.cases.get(this.random.nextInt(this.cases.size())));
			case 1 -> this.cases.add(this.hall.waits(this.branch, voter()));
			case 2 -> this.hall.people.restricts(voter());
			case 3 -> this.hall.people.restricted(voter());
			case 4 -> this.absences.ask(this.meeting, "生病", this.hall.people.actor(anybody()));
			case 5 -> loseKeys();
			case 6 -> this.hall.pages.page(this.meeting, this.hall.people.actor(anybody()));
			default -> this.halls.page(this.meeting, this.hall.people.actor(anybody()));
		}
	}

	private void loseKeys() {
		long ballot = ballot();
		if (ballot > 0) {
			this.phones.loseKeys(ballot);
		}
	}

	private void rarely(Runnable act) {
		if (this.random.nextInt(6) == 0) {
			act.run();
		}
	}

	private Actor actor() {
		return (this.random.nextInt(10) > 0) ? this.branch.secretary() : this.hall.people.actor(anybody());
	}

	private long anybody() {
		return this.everybody.get(this.random.nextInt(this.everybody.size()));
	}

	private long voter() {
		return this.branch.voters().get(this.random.nextInt(this.branch.voters().size()));
	}

	private Tellers tellers() {
		return sensible() ? new Tellers(voter(), voter()) : new Tellers(anybody(), anybody());
	}

	/** Mostly one of those who count at the moment. */
	private long teller() {
		List<Long> two = this.jdbc.sql("""
				SELECT r.teller_one, r.teller_two FROM meeting_round r JOIN meeting_item i ON i.id = r.item_id
				WHERE i.meeting_id = ? ORDER BY r.id DESC LIMIT 1
				""")
			.param(this.meeting)
			.query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
			.optional()
			.orElse(this.everybody);
		return sensible() ? two.get(this.random.nextInt(2)) : anybody();
	}

	private BallotMode mode() {
		return BallotMode.values()[this.random.nextInt(BallotMode.values().length)];
	}

	private List<Long> chosen() {
		return this.random.nextBoolean() ? List.of() : List.of(voter());
	}

	private void vote() {
		long ballot = ballot();
		if (ballot > 0) {
			this.phones.cast(ballot, anybody(), filled(this.phones.paper(ballot)));
		}
	}

	/** At most one in favour of each seat. */
	private String filled(Paper paper) {
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < paper.lines().size(); i++) {
			int mark = (i < paper.seats() || paper.form() == Paper.Form.GRADING) ? this.random.nextInt(2) : 1;
			word.append(paper.marks().get(mark).code());
		}
		return word.toString();
	}

	/** Mostly what is on the table. */
	private long item() {
		List<Long> items = this.jdbc.sql("""
				SELECT id FROM meeting_item WHERE meeting_id = ?
				ORDER BY CASE state WHEN 'BALLOT' THEN 0 WHEN 'UNSETTLED' THEN 1 ELSE 2 END, id
				""").param(this.meeting).query(Long.class).list();
		return items.isEmpty() ? 0 : items.get(sensible() ? 0 : this.random.nextInt(items.size()));
	}

	private long ballot() {
		return this.jdbc.sql(
				"SELECT COALESCE(MAX(r.ballot_id), 0) FROM meeting_round r JOIN meeting_item i ON i.id = r.item_id WHERE i.meeting_id = ?")
			.param(this.meeting)
			.query(Long.class)
			.single();
	}

	private boolean sensible() {
		return this.random.nextInt(4) > 0;
	}

	private Item.Counting count(boolean sensible, long item, long teller) {
		MeetingPage.ItemLine line = line(item);
		int due = sensible ? due(item) : this.random.nextInt(9);
		int written = sensible ? line.written() : this.random.nextInt(3);
		Paper paper = (line.poll() != null) ? paper(item) : Paper.decision(0, "x");
		return this.hall.meetings.count(this.meeting, item,
				Hall.typed(new PaperCount(due, due, filled(paper, due), filled(paper, written))),
				this.hall.people.actor(teller));
	}

	/** Everybody marks the first line in favour and the others against. */
	private static Count filled(Paper paper, int papers) {
		List<Map<Mark, Integer>> lines = new ArrayList<>();
		for (int i = 0; i < paper.lines().size(); i++) {
			Map<Mark, Integer> marks = new HashMap<>();
			marks.put(paper.marks().get((i == 0) ? 0 : 1), papers);
			lines.add(marks);
		}
		return new Count(lines, 0);
	}

	private Paper paper(long item) {
		String json = this.jdbc
			.sql("SELECT paper_json FROM meeting_round WHERE item_id = ? ORDER BY round_no DESC LIMIT 1")
			.param(item)
			.query(String.class)
			.optional()
			.orElse(null);
		return (json != null) ? Json.read(json, Paper.class) : Paper.decision(0, "x");
	}

	private int due(long item) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM meeting_voter v WHERE v.paper = TRUE AND v.round_id = (SELECT MAX(r.id)
				FROM meeting_round r WHERE r.item_id = ?)
				""").param(item).query(Integer.class).single();
	}

	private MeetingPage page() {
		return this.hall.pages.page(this.meeting, Actor.SYSTEM);
	}

	private MeetingPage.ItemLine line(long item) {
		return page().items()
			.stream()
			.filter((one) -> one.id() == item)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("refusal.meeting.no-item"));
	}

	private void check() {
		MeetingPage page = page();
		String box = this.hall.box(this.meeting, this.branch);
		Set<String> boxes = BOXES.getOrDefault(page.state(), Set.of());
		boolean over = boxes.isEmpty() || page.state() == Meeting.State.VOID;
		assertThat(box == null ? over : boxes.contains(box)).as(page.state() + " on " + box + " " + this.log).isTrue();
		for (MeetingPage.ItemLine item : page.items()) {
			boolean decided = item.state() == Item.State.PASSED || item.state() == Item.State.FAILED;
			assertThat(item.resolution() != null).as(item + " " + this.log).isEqualTo(decided);
		}
		assertThat(page.items().stream().filter((item) -> item.state() == Item.State.BALLOT).count())
			.as("ballots at a time")
			.isLessThanOrEqualTo(1);
	}

	/** Somebody sensible takes over and brings it to its end. */
	private void end() {
		List<String> walked = List.copyOf(this.log);
		for (int tries = 0; tries < 60; tries++) {
			MeetingPage page = page();
			if (page.state() == Meeting.State.HELD || page.state() == Meeting.State.CANCELLED
					|| this.hall.box(this.meeting, this.branch) == null) {
				assertThat(this.hall.box(this.meeting, this.branch)).isNull();
				return;
			}
			try {
				forward(page);
			}
			catch (Refusal ex) {
				this.log.add(page.state() + " " + this.hall.box(this.meeting, this.branch) + ": " + ex.getMessage()
						+ " " + ex.words());
			}
			check();
		}
		throw new AssertionError("stuck: " + this.log.subList(walked.size(), this.log.size()) + " after " + walked);
	}

	private void forward(MeetingPage page) {
		MeetingService meetings = this.hall.meetings;
		Actor chair = this.branch.secretary();
		switch (this.hall.box(this.meeting, this.branch)) {
			case "invite" -> meetings.invite(this.meeting, chair);
			case "checkIn" -> this.hall.attendance.beginCheckIn(this.meeting, chair);
			case "open" -> {
				everybodyComes(chair);
				takeTheChair(chair);
				meetings.move(this.meeting, this.hall.clock.localNow().plusMinutes(1), "礼堂", chair);
				meetings.open(this.meeting, chair);
			}
			case "decide", "gather" -> decide(page, chair);
			case "close" -> meetings.close(this.meeting, chair);
			case "minute" -> meetings.minute(this.meeting, "完。", chair);
			case "sign" -> meetings.sign(this.meeting, chair);
			default -> meetings.letBe(this.meeting, chair);
		}
	}

	private void takeTheChair(Actor chair) {
		try {
			this.hall.meetings.chair(this.meeting, chair.personId(), chair);
		}
		catch (Refusal.Conflict ex) {
			// has it
		}
	}

	private void everybodyComes(Actor chair) {
		for (long person : this.branch.voters()) {
			try {
				this.hall.attendance.arrive(this.meeting, person, chair);
			}
			catch (Refusal ex) {
				this.log.add(ex.getMessage());
			}
		}
	}

	private void decide(MeetingPage page, Actor chair) {
		everybodyComes(chair);
		takeTheChair(chair);
		MeetingPage.ItemLine item = page.items()
			.stream()
			.filter((one) -> one.id() == page.runningId())
			.findFirst()
			.orElseThrow(() -> new AssertionError("nothing to decide " + this.log));
		if (item.state() == Item.State.UNSETTLED) {
			try {
				this.hall.meetings.settle(this.meeting, item.id(), chair);
			}
			catch (Refusal.Conflict ex) {
				this.hall.meetings.openAgain(this.meeting, item.id(), twoTellers(item.id()), List.of(), chair);
			}
			return;
		}
		if (item.state() == Item.State.PENDING) {
			if (!quorate(item, chair)) {
				this.hall.meetings.postpone(this.meeting, item.id(), chair);
			}
			return;
		}
		List<Long> two = this.jdbc
			.sql("SELECT teller_one, teller_two FROM meeting_round WHERE item_id = ? ORDER BY round_no DESC LIMIT 1")
			.param(item.id())
			.query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
			.single();
		boolean lost = tally(item.id(), two);
		if (lost && line(item.id()).state() == Item.State.BALLOT) {
			attempt(() -> this.boxes.holdAgain(this.meeting, item.id(), "密钥丢失", chair));
		}
	}

	/**
	 * Both tellers end the voting and count; says whether the keys of the box are gone.
	 */
	private boolean tally(long item, List<Long> two) {
		int before = this.log.size();
		two.forEach((teller) -> attempt(() -> this.phones.agree(ballot(), this.hall.people.actor(teller))));
		two.forEach((teller) -> attempt(() -> count(true, item, teller)));
		return this.log.subList(before, this.log.size()).stream().anyMatch((said) -> said.contains("keys-missing"));
	}

	private void attempt(Runnable act) {
		try {
			act.run();
		}
		catch (Refusal ex) {
			this.log.add(ex.getMessage());
		}
	}

	private boolean quorate(MeetingPage.ItemLine item, Actor chair) {
		try {
			this.hall.meetings.openBallot(this.meeting, item.id(), twoTellers(item.id()), chair);
			return true;
		}
		catch (Refusal ex) {
			this.log.add(ex.getMessage());
			return false;
		}
	}

	/** Two who may count it. */
	private Tellers twoTellers(long item) {
		long[] fit = this.everybody.stream()
			.mapToLong(Long::longValue)
			.filter((person) -> page().tellers().stream().anyMatch((one) -> one.id() == person))
			.filter((person) -> !conflicts(item, person))
			.limit(2)
			.toArray();
		return new Tellers((fit.length > 0) ? fit[0] : 0, (fit.length > 1) ? fit[1] : 0);
	}

	private boolean conflicts(long item, long person) {
		return this.jdbc.sql("SELECT COUNT(*) FROM meeting_recusal WHERE item_id = ? AND person_id = ?")
			.param(item)
			.param(person)
			.query(Integer.class)
			.single() > 0;
	}

}
