package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.UnitKind;
import org.leagueflow.plan.PlanStory.Told;
import org.leagueflow.plan.ProgressService.Report;
import org.leagueflow.web.Principal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Items that a superior sends to units below, and the numbers that come back. */
@StoryTest
class HandDownTests {

	@Autowired
	PlanStory story;

	@Autowired
	AssignmentStartJob job;

	@Autowired
	Assignments assignments;

	@Autowired
	HandDownService handDown;

	@Autowired
	HandedItems handed;

	@Autowired
	ProgressService progress;

	@Autowired
	ProgressEntries entries;

	@Autowired
	CountingService counting;

	@Autowired
	ItemPageService pages;

	@Autowired
	MockMvc mvc;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void numbersAddUpARateIsItsPartsAndMissingIsNotZero() throws Exception {
		Told told = this.story.office().drafts();
		long item = told.item("content", "开展培训", "from", "2025-03-01", "to", "2025-06-30", "lead", told.office.named(0),
				"indicatorName", "培训", "base", "2500", "unit", "人次", "indicatorName", "参与率", "base", "50", "unit", "%");
		told.published();
		long sum = told.holds().indicators().get(0).id();
		long rate = told.holds().indicators().get(1).id();
		Below first = faculty(told, told.office.units().generalBranch());
		Below second = faculty(told,
				this.story.people.unit(told.office.units().committee(), UnitKind.GENERAL_BRANCH, null));
		Below silent = faculty(told,
				this.story.people.unit(told.office.units().committee(), UnitKind.GENERAL_BRANCH, null));
		assertThatThrownBy(
				() -> this.handDown.send(item, List.of(told.office.units().county()), Map.of(), told.office.by(0)))
			.as("not below")
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.handDown.send(item, List.of(first.unit()), Map.of(), first.by(0)))
			.isInstanceOf(Refusal.class);
		List<Long> units = List.of(first.unit(), second.unit(), silent.unit());
		assertThat(this.handDown.send(item, units, Map.of(), told.office.by(0))).isEqualTo(3);
		assertThat(this.handDown.send(item, units, Map.of(), told.office.by(0))).as("twice to nobody").isZero();
		assertThat(this.pages.mine(first.by(0)).handed()).hasSize(1);
		assertThatThrownBy(() -> this.handDown.confirm(sent(item, first).id(), second.by(0))).as("somebody else's unit")
			.isInstanceOf(Refusal.NotFound.class);
		reports(item, first, 800, 1, 3);
		reports(item, second, 700, 9, 10);
		PlanTotal total = this.pages.item(item, told.office.by(0)).total(sum);
		assertThat(total.total()).isEqualByComparingTo("1500");
		PlanTotal rolled = this.pages.item(item, told.office.by(0)).total(rate);
		assertThat(rolled.shown(PlanRollUp.RATE)).as("10 of 13, not the mean of 33 and 90 per cent").isEqualTo("76.92");
		RollUp rows = this.pages.item(item, told.office.by(0)).rollUp();
		assertThat(rows.reported()).isEqualTo(2);
		assertThat(rows.rows()).filteredOn((row) -> row.shown(told.holds().indicators().get(0)) == null)
			.as("missing, not zero")
			.extracting((row) -> row.handed().unitId())
			.containsExactly(silent.unit());
		String page = this.mvc
			.perform(get("/plan/items/" + item).with(csrf()).with(Principal.signedIn(told.office.by(0))))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("3 个单位中 2 个已报", "未报", "培训 800");
	}

	@Test
	void aUnitAdaptsWithinLimitsAndCannotLeaveItOut() {
		Told told = this.story.office().drafts();
		long item = told.item("content", "开展培训", "from", "2025-04-01", "to", "2025-06-30", "lead", told.office.named(0),
				"indicatorName", "参与率", "base", "50", "unit", "%");
		told.published();
		Below unit = faculty(told, told.office.units().generalBranch());
		this.handDown.send(item, List.of(unit.unit()), Map.of(), told.office.by(0));
		long edition = this.handDown.confirm(sent(item, unit).id(), unit.by(0));
		assertThatThrownBy(() -> this.handDown.confirm(sent(item, unit).id(), unit.by(0))).as("confirmed twice")
			.isInstanceOf(Refusal.Conflict.class);
		Told own = new Told(this.story, told.office, this.story.editions.of(edition).planId());
		long child = this.story.contents.of(edition).lines().get(0).itemId();
		String rate = Long.toString(this.story.contents.of(edition).indicators().get(0).id());
		write(edition, child, unit, "2025-04-10", "2025-06-10", rate, "60");
		assertThat(blocking(own, unit)).isEmpty();
		write(edition, child, unit, "2025-04-10", "2025-07-10", rate, "60");
		assertThat(blocking(own, unit)).containsExactly("plan.fault.handedTime");
		write(edition, child, unit, "2025-04-10", "2025-06-10", rate, "40");
		assertThat(blocking(own, unit)).containsExactly("plan.fault.handedTarget");
		this.story.service.remove(edition, child, unit.by(0));
		assertThat(blocking(own, unit)).contains("plan.fault.handedGone");
	}

	@Test
	void aNumberIsGivenAFloorThatAUnitRaisesButDoesNotMiss() {
		Told told = this.story.office().drafts();
		long item = told.item("content", "开展培训", "from", "2025-04-01", "to", "2025-06-30", "lead", told.office.named(0),
				"indicatorName", "培训", "base", "2500", "unit", "人次");
		told.published();
		String above = "least-" + told.holds().indicators().get(0).id();
		Below unit = faculty(told, told.office.units().generalBranch());
		for (String wrong : List.of("-1", "三百")) {
			assertThatThrownBy(
					() -> this.handDown.send(item, List.of(unit.unit()), Map.of(above, wrong), told.office.by(0)))
				.isInstanceOf(Refusal.Invalid.class);
		}
		this.handDown.send(item, List.of(unit.unit()), Map.of(above, "300"), told.office.by(0));
		assertThat(this.pages.mine(unit.by(0)).handed().get(0).least()).containsExactly("培训 ≥ 300 人次");
		long edition = this.handDown.confirm(sent(item, unit).id(), unit.by(0));
		Told own = new Told(this.story, told.office, this.story.editions.of(edition).planId());
		PlanIndicator begins = this.story.contents.of(edition).indicators().get(0);
		assertThat(begins.base()).isEqualByComparingTo("300");
		long child = this.story.contents.of(edition).lines().get(0).itemId();
		for (String base : List.of("299", "")) {
			number(edition, child, unit, Long.toString(begins.id()), base);
			assertThat(blocking(own, unit)).as("%s", base).containsExactly("plan.fault.handedTarget");
		}
		number(edition, child, unit, Long.toString(begins.id()), "350");
		assertThat(blocking(own, unit)).isEmpty();
		number(edition, child, unit, "", "350");
		assertThat(blocking(own, unit)).as("another indicator in its stead")
			.containsExactly("plan.fault.handedIndicator");
	}

	private void number(long edition, long child, Below unit, String indicator, String base) {
		this.story.service.write(edition, child,
				PlanStory.form("content", "本单位开展培训", "from", "2025-04-10", "to", "2025-06-10", "lead",
						unit.name(this.story), "indicator", indicator, "indicatorName", "培训", "base", base, "unit",
						"人次"),
				unit.by(0));
	}

	@Test
	void aUnitDeclinesWithAReasonAndIsSentItAgain() {
		Told told = this.story.office().drafts();
		long item = told.item("content", "开展培训", "from", "2025-04-01", "to", "2025-06-30", "lead",
				told.office.named(0));
		told.published();
		Below first = faculty(told, told.office.units().generalBranch());
		Below second = faculty(told,
				this.story.people.unit(told.office.units().committee(), UnitKind.GENERAL_BRANCH, null));
		this.handDown.send(item, List.of(first.unit()), Map.of(), told.office.by(0));
		long id = sent(item, first).id();
		assertThatThrownBy(() -> this.handDown.decline(id, "不归我们", second.by(0))).as("somebody else's unit")
			.isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.handDown.decline(id, " ", first.by(0))).isInstanceOf(Refusal.Invalid.class);
		this.handDown.decline(id, "本学期实习，团员不在校", first.by(0));
		assertThatThrownBy(() -> this.handDown.decline(id, "再说一遍", first.by(0))).as("twice")
			.isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.handDown.confirm(id, first.by(0))).as("and confirmed after all")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.pages.mine(first.by(0)).handed()).isEmpty();
		RollUp.Row row = this.pages.item(item, told.office.by(0)).rollUp().rows().get(0);
		assertThat(row.handed().state()).isEqualTo(HandedItem.State.DECLINED);
		assertThat(row.handed().reason()).isEqualTo("本学期实习，团员不在校");
		assertThat(this.pages.item(item, told.office.by(0)).rollUp().asked()).as("nothing is expected of it").isZero();
		assertThatThrownBy(() -> this.handDown.takeBack(item, id, "计划有变", told.office.by(0))).as("nothing to take back")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.handDown.send(item, List.of(first.unit()), Map.of(), told.office.by(0))).isOne();
		this.handDown.confirm(id, first.by(0));
		assertThatThrownBy(() -> this.handDown.decline(id, "还是不行", first.by(0))).as("once it is confirmed")
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void whatAUnitHasBegunIsNotTakenBack() {
		Told told = this.story.office().drafts();
		long item = told.item("content", "开展培训", "from", "2025-03-01", "to", "2025-06-30", "lead",
				told.office.named(0));
		told.item("另一项", "2025-05-01", "2025-05-31");
		told.published();
		Below first = faculty(told, told.office.units().generalBranch());
		Below second = faculty(told,
				this.story.people.unit(told.office.units().committee(), UnitKind.GENERAL_BRANCH, null));
		this.handDown.send(item, List.of(first.unit(), second.unit()), Map.of(), told.office.by(0));
		begins(item, first);
		assertThatThrownBy(() -> this.handDown.takeBack(item, sent(item, first).id(), "计划有变", told.office.by(0)))
			.isInstanceOfSatisfying(Refusal.Conflict.class,
					(refusal) -> assertThat(refusal.words().args().get(0).toString()).contains(first.name(this.story)));
		assertThatThrownBy(() -> this.handDown.takeBack(item, sent(item, second).id(), " ", told.office.by(0)))
			.isInstanceOf(Refusal.Invalid.class);
		told.amends("调整");
		this.story.service.remove(told.open(), item, told.office.by(0));
		assertThat(this.story.pages.edition(told.open(), told.office.by(0)).faults()).filteredOn(PlanFault::blocks)
			.extracting((fault) -> fault.words().key())
			.as("nor left out by an amendment")
			.contains("plan.fault.handedBegun");
		this.handDown.takeBack(item, sent(item, second).id(), "计划有变", told.office.by(0));
		assertThat(sent(item, second).state()).isEqualTo(HandedItem.State.TAKEN_BACK);
		assertThatThrownBy(() -> this.handDown.confirm(sent(item, second).id(), second.by(0)))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void personsWhomTwoUnitsCountAreCountedOnce() {
		Told told = this.story.office().drafts();
		long item = told.item("content", "覆盖青年", "from", "2025-03-01", "to", "2025-06-30", "lead", told.office.named(0),
				"indicatorName", "覆盖", "base", "10", "unit", "人");
		told.published();
		long indicator = told.holds().indicators().get(0).id();
		Below first = faculty(told, told.office.units().generalBranch());
		Below second = faculty(told,
				this.story.people.unit(told.office.units().committee(), UnitKind.GENERAL_BRANCH, null));
		long both = first.committee().get(0);
		this.story.people.appoint(both, Roles.GENERAL_BRANCH, second.unit());
		this.handDown.send(item, List.of(first.unit(), second.unit()), Map.of(), told.office.by(0));
		for (Below unit : List.of(first, second)) {
			long child = begins(item, unit);
			long own = this.entries.unitsBelow(indicator)
				.entrySet()
				.stream()
				.filter((one) -> one.getValue() == unit.unit())
				.findFirst()
				.orElseThrow()
				.getKey();
			this.counting.bookAll(child, ProgressSource.MEETING, MeetingKind.COMMITTEE_MEETING, unit.unit(), own,
					unit.by(0));
			List<Long> present = java.util.stream.Stream
				.concat(unit.committee().stream(), java.util.stream.Stream.of(both))
				.distinct()
				.toList();
			long meeting = this.story.meetings.opens(MeetingKind.COMMITTEE_MEETING, unit.unit(), unit.by(0), present);
			this.story.meetings.ends(meeting, unit.by(0));
		}
		assertThat(this.pages.item(item, told.office.by(0)).rollUp().rows())
			.extracting((row) -> row.shown(told.holds().indicators().get(0)))
			.containsExactlyInAnyOrder("3", "4");
		assertThat(this.pages.item(item, told.office.by(0)).total(indicator).total()).as("one sits on both committees")
			.isEqualByComparingTo("6");
	}

	/** A unit below with a committee of three. */
	private Below faculty(Told told, long unit) {
		List<Long> committee = IntStream.range(0, 3).mapToObj((i) -> {
			long person = this.story.people.staff(told.office.units().committee());
			this.story.people.appoint(person, Roles.GENERAL_BRANCH, unit);
			return person;
		}).toList();
		return new Below(this.story, unit, committee);
	}

	private HandedItem sent(long item, Below unit) {
		return this.handed.findByItemIdAndUnitId(item, unit.unit()).orElseThrow();
	}

	/** The unit confirms, its committee approves, and it begins; the unit's own item. */
	private long begins(long item, Below unit) {
		long edition = this.handDown.confirm(sent(item, unit).id(), unit.by(0));
		CaseId approval = this.story.approval.submit(edition, false, unit.by(0));
		this.story.meetings.decide(MeetingKind.COMMITTEE_MEETING, unit.unit(), unit.by(0), unit.committee(),
				Map.of(approval, 3));
		this.job.start();
		long child = sent(item, unit).childId();
		CaseId caseId = this.assignments.findByItemIdOrderByStartsOn(child).get(0).caseId();
		this.story.inbox.submit(this.story.tasks.open(caseId).get(0).id(), unit.by(0),
				new HashMap<>(Map.of("verdict", "accept")), PlanStory.key());
		return child;
	}

	private void reports(long item, Below unit, int number, int numerator, int denominator) {
		long child = begins(item, unit);
		List<PlanIndicator> own = this.story.contents
			.indicators(this.story.plans.of(this.story.contents.planOf(child).orElseThrow()).publishedId());
		this.progress.report(this.assignments.findByItemIdOrderByStartsOn(child).get(0).id(),
				new Report(
						Map.of("total-" + own.get(0).id(), Integer.toString(number), "total-" + own.get(1).id(),
								Integer.toString(numerator), "of-" + own.get(1).id(), Integer.toString(denominator)),
						null, null, List.of(), PlanStory.key()),
				unit.by(1));
	}

	private void write(long edition, long child, Below unit, String from, String to, String indicator, String base) {
		this.story.service.write(edition, child, PlanStory.form("content", "本单位开展培训", "from", from, "to", to, "lead",
				unit.name(this.story), "indicator", indicator, "indicatorName", "参与率", "base", base, "unit", "%"),
				unit.by(0));
	}

	private List<String> blocking(Told own, Below unit) {
		return this.story.pages.edition(own.open(), unit.by(0))
			.faults()
			.stream()
			.filter(PlanFault::blocks)
			.map((fault) -> fault.words().key())
			.toList();
	}

	private record Below(PlanStory story, long unit, List<Long> committee) {

		Actor by(int index) {
			return this.story.people.actor(this.committee.get(index));
		}

		String name(PlanStory any) {
			return any.directory.unit(this.unit).name();
		}

	}

}
