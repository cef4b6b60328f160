package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.plan.PlanStory.Office;
import org.leagueflow.plan.PlanStory.Told;
import org.springframework.beans.factory.annotation.Autowired;

/** What a plan may say, and who may write and read it. */
@StoryTest
class PlanRulesTests {

	@Autowired
	PlanStory story;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void aUnitHasOnePlanAYear() {
		Office office = this.story.office();
		office.drafts();
		assertThatThrownBy(office::drafts).isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.story.service.create(office.units().committee(), 13, "x", "", office.by(0)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.story.service.create(office.units().committee(), 2026, " ", "", office.by(0)))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.story.service.create(office.units().committee(), 2026, "x", "", office.county()))
			.as("not its own plan")
			.isInstanceOf(Refusal.NotAllowed.class);
		String once = PlanStory.key();
		assertThat(this.story.service.create(office.units().committee(), 2026, "计划", once, office.by(0))).isPresent();
		assertThat(this.story.service.create(office.units().committee(), 2026, "计划", once, office.by(0))).isEmpty();
	}

	@Test
	void anItemWithoutALeadCannotBeSubmitted() {
		Told told = this.story.office().drafts();
		assertThat(faults(told)).containsExactly("plan.fault.empty");
		long item = told.item("content", "开展调研", "from", "2025-04-01", "to", "2025-04-30");
		assertThat(faults(told)).containsExactly("plan.fault.noLead");
		told.rewrites(item, "lead", "组织部");
		assertThat(faults(told)).as("a name nobody is known by").containsExactly("plan.fault.leadUnknown");
		told.rewrites(item, "lead", told.office.named(0), "owners", "组织部");
		assertThat(faults(told)).as("a department may help").isEmpty();
		assertThatThrownBy(() -> told.item("content", "没有时间", "lead", told.office.named(0), "from", "2025-13-01"))
			.as("month 13")
			.isInstanceOf(Refusal.Invalid.class);
		told.item("content", "没有时间", "lead", told.office.named(0));
		assertThat(faults(told)).containsExactly("plan.fault.noTime");
		assertThatThrownBy(told::submits).isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void anOwnerWhoLeftIsNamed() {
		Told told = this.story.office().drafts();
		told.item("content", "开展调研", "from", "2025-04-01", "to", "2025-04-30", "lead", told.office.named(0), "owners",
				told.office.named(1));
		String name = this.story.directory.person(told.office.staff().get(1)).name();
		this.story.people.departs(told.office.staff().get(1));
		PlanFault fault = this.story.pages.edition(told.open(), told.office.by(0))
			.faults()
			.stream()
			.filter(PlanFault::blocks)
			.findFirst()
			.orElseThrow();
		assertThat(fault.words().key()).isEqualTo("plan.fault.ownerLeft");
		assertThat(fault.words().args()).contains(name);
	}

	@Test
	void theSameOwnerTwiceIsRefused() {
		Told told = this.story.office().drafts();
		String one = told.office.named(0);
		assertThatThrownBy(() -> told.item("content", "x", "lead", one, "owners", one))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> told.item("content", "x", "owners", "组织部、组织部")).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> told.item("content", "x", "lead", one + "、" + told.office.named(1))).as("two leads")
			.isInstanceOf(Refusal.Invalid.class);
		long twin = this.story.people.named("林知远", told.office.units().branch());
		this.story.people.named("林知远", told.office.units().branch());
		assertThatThrownBy(() -> told.item("content", "x", "lead", "林知远")).as("two of that name")
			.isInstanceOf(Refusal.Invalid.class);
		String number = this.story.directory.person(twin).studentNumber();
		if (number != null) {
			long item = told.item("content", "x", "lead", "林知远 " + number);
			assertThat(told.content().line(item).orElseThrow().lead()).get().extracting(PlanOwner::id).isEqualTo(twin);
		}
	}

	@Test
	void unitsAndSpansAndHaves() {
		Told told = this.story.office().drafts();
		String branch = this.story.directory.unit(told.office.units().branch()).name();
		long item = told.item("content", "发展团员", "from", "2025-03-01", "to", "2025-03-31", "from", "2025-09-01", "to",
				"2025-09-30", "lead", branch, "participants", "全体团员", "venue", "团员之家", "theme", "学雷锋", "novelty", "结对");
		PlanLine line = told.content().line(item).orElseThrow();
		assertThat(line.spans()).hasSize(2);
		assertThat(line.lead()).get().extracting(PlanOwner::kind).isEqualTo(PlanOwnerKind.UNIT);
		assertThat(line.haveCount()).isEqualTo(5);
		assertThat(told.content().byMonths()).containsOnlyKeys("3、9");
		assertThatThrownBy(() -> told.item("content", "x", "from", "2025-03-01", "to", "2025-05-31", "from",
				"2025-05-31", "to", "2025-06-30"))
			.as("two spans share a day")
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> told.item("content", "x", "from", "2025-03-31", "to", "2025-03-01"))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> told.item("content", "x", "from", "2026-03-01", "to", "2026-03-31"))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> told.item("content", " ")).isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void aSharedIndicatorIsOneIndicator() {
		Told told = this.story.office().drafts();
		long main = told.item("kind", "MAIN_TASK", "content", "着力打造实践育人共同体", "lead", told.office.named(0),
				"indicatorName", "应急救护培训", "base", "２５００", "unit", "人次");
		long indicator = told.content().indicators().get(0).id();
		long item = told.item("content", "启动应急救护员培训", "from", "2025-04-01", "to", "2025-04-30", "main",
				Long.toString(main), "share", Long.toString(indicator));
		PlanContent content = told.content();
		assertThat(content.indicators()).hasSize(1);
		assertThat(content.indicators().get(0).base()).isEqualByComparingTo("2500");
		assertThat(content.indicators(content.line(item).orElseThrow())).hasSize(1);
		assertThat(content.mainTasks(content.line(item).orElseThrow())).extracting(PlanLine::itemId)
			.containsExactly(main);
		assertThat(this.story.service.inherit(told.open(), told.office.by(0))).isEqualTo(1);
		assertThat(told.content().line(item).orElseThrow().lead()).isPresent();
		this.story.service.remove(told.open(), main, told.office.by(0));
		assertThat(told.content().indicators()).as("the other item has it").hasSize(1);
		assertThat(told.content().line(item).orElseThrow().mainTasks()).isEmpty();
		this.story.service.remove(told.open(), item, told.office.by(0));
		assertThat(told.content().indicators()).isEmpty();
	}

	@Test
	void targetsThatCannotBe() {
		Told told = this.story.office().drafts();
		for (String[] wrong : new String[][] { { "base", "-1" }, { "base", "三场" }, { "base", "1e5" },
				{ "base", "0.1234567" }, { "base", "1,2,3.4.5" } }) {
			assertThatThrownBy(() -> told.item("content", "x", "indicatorName", "i", wrong[0], wrong[1], "unit", "场"))
				.as(wrong[1])
				.isInstanceOf(Refusal.Invalid.class);
		}
		assertThatThrownBy(() -> told.item("content", "x", "indicatorName", "i", "base", "101", "unit", "%"))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(
				() -> told.item("content", "x", "indicatorName", "i", "base", "40", "stretch", "30", "unit", "场"))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> told.item("content", "x", "indicatorName", "", "base", "40"))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(PlanComparator.MORE_THAN.met(new BigDecimal("50000"), new BigDecimal("50000"))).isFalse();
		assertThat(PlanComparator.AT_LEAST.met(new BigDecimal("2500.0"), new BigDecimal("2500"))).isTrue();
		assertThat(PlanComparator.AT_MOST.met(new BigDecimal("60.000001"), new BigDecimal("60"))).isFalse();
		assertThat(PlanRollUp.of("人次")).isEqualTo(PlanRollUp.SUM);
		assertThat(PlanRollUp.of("人")).isEqualTo(PlanRollUp.PERSONS);
		assertThat(PlanRollUp.of("%")).isEqualTo(PlanRollUp.RATE);
	}

	@Test
	void aPaperIsAdoptedOnceAndNothingOfItIsLost() {
		Office office = this.story.office();
		PlanDraft draft = new PlanDraft(
				"2025年工作方案", "plan.docx", List.of(
						new DraftLine("m1", PlanItemKind.MAIN_TASK, "10", "强治理", "着力打造实践育人共同体", null, "10.着力打造……", "表外",
								null, List.of(),
								List.of(new DraftOwner(PlanOwnerKind.PERSON, office.staff().get(0), "某人", true),
										new DraftOwner(PlanOwnerKind.NAMED, null, "苏晚晴", false)),
								List.of(), List.of("k"), null, null),
						new DraftLine("i39", PlanItemKind.MONTHLY, "39", null, "青年志愿者招募", "招募", "39.青年志愿者招募", "表1行8",
								"9月", List.of(PlanSpan.months(YearMonth.of(2025, 9), YearMonth.of(2025, 9))), List.of(),
								List.of("m1"), List.of("k"), "备注", "已完成"),
						new DraftLine("a1", PlanItemKind.ALL_YEAR, "1", null, "理论学习", null, "1.理论学习", "表1行11", "贯穿全年",
								List.of(), List.of(), List.of(), List.of(), null, null)),
				List.of(new DraftIndicator("k", "培训", PlanComparator.AT_LEAST, new BigDecimal("2500"), null, "人次",
						"不少于2500人次", null)));
		String once = PlanStory.key();
		Adopted adopted = this.story.drafts.adopt(office.units().committee(), 2025, draft, once, office.by(0));
		assertThat(this.story.drafts.adopt(office.units().committee(), 2025, draft, once, office.by(0)).editionId())
			.isEqualTo(adopted.editionId());
		PlanContent content = this.story.contents.of(adopted.editionId());
		assertThat(content.lines()).extracting(PlanLine::paperNumber).containsExactly("10", "39", "1");
		assertThat(content.lines()).extracting(PlanLine::number).containsExactly(1, 2, 3);
		assertThat(content.indicators()).as("counted once").hasSize(1);
		PlanLine monthly = content.lines().get(1);
		assertThat(monthly.original()).isEqualTo("39.青年志愿者招募");
		assertThat(monthly.place()).isEqualTo("表1行8");
		assertThat(monthly.mainTasks()).containsExactly(content.lines().get(0).itemId());
		assertThat(content.lines().get(2).spans()).containsExactly(PlanSpan.year(2025));
		PlanDraft second = new PlanDraft("x", "b.xlsx", List.of(new DraftLine("m1", PlanItemKind.MONTHLY, null, null,
				"另一份", null, null, null, null, List.of(), List.of(), List.of(), List.of(), null, null)), List.of());
		assertThat(this.story.drafts.adopt(office.units().committee(), 2025, second, PlanStory.key(), office.by(0))
			.editionId()).as("added to the open edition").isEqualTo(adopted.editionId());
		assertThat(this.story.contents.of(adopted.editionId()).lines()).hasSize(4);
		assertThatThrownBy(() -> this.story.drafts.adopt(office.units().committee(), 2025, draft, "", office.county()))
			.isInstanceOf(Refusal.NotAllowed.class);
	}

	@Test
	void aPaperAddsToWhatWasRefusedBefore() {
		Told told = this.story.office().drafts();
		told.item("开展调研", "2025-04-01", "2025-04-30");
		told.votes(told.submits(), 0);
		Adopted adopted = this.story.drafts.adopt(told.office.units().committee(), 2025,
				new PlanDraft("x", "b.xlsx",
						List.of(new DraftLine("m1", PlanItemKind.MONTHLY, null, null, "另一份", null, null, null, null,
								List.of(), List.of(), List.of(), List.of(), null, null)),
						List.of()),
				PlanStory.key(), told.office.by(0));
		assertThat(this.story.contents.of(adopted.editionId()).lines()).extracting(PlanLine::content)
			.containsExactly("开展调研", "另一份");
	}

	@Test
	void whatADraftHasWrongIsNamedByItsPlace() {
		Office office = this.story.office();
		DraftOwner one = new DraftOwner(PlanOwnerKind.NAMED, null, "组织部", true);
		PlanDraft draft = new PlanDraft("x", "b.xlsx",
				List.of(new DraftLine("a", PlanItemKind.MONTHLY, null, null, " ", null, null, null, null, List.of(),
						List.of(), List.of(), List.of(), null, null),
						new DraftLine("a", PlanItemKind.MONTHLY, null, null, "x", null, null, null, null, List.of(),
								List.of(one, new DraftOwner(PlanOwnerKind.NAMED, null, "组织部", false)), List.of(),
								List.of(), null, null),
						new DraftLine("b", PlanItemKind.MONTHLY, null, null, "x", null, null, null, null,
								List.of(PlanSpan.months(YearMonth.of(2024, 9), YearMonth.of(2024, 9))), List.of(),
								List.of("nobody"), List.of(), null, null)),
				List.of());
		assertThatThrownBy(
				() -> this.story.drafts.adopt(office.units().committee(), 2025, draft, PlanStory.key(), office.by(0)))
			.isInstanceOfSatisfying(Refusal.Invalid.class,
					(refusal) -> assertThat(refusal.fields().keySet()).containsExactlyInAnyOrder("lines[0].content",
							"lines[1].key", "lines[1].owners", "lines[2].from", "lines[2].mainTasks"));
	}

	@Test
	void whoReadsWhat() {
		Told told = this.story.office().drafts();
		told.item("开展调研", "2025-04-01", "2025-04-30");
		var member = this.story.people.actor(this.story.people.member(told.office.units().branch()));
		var lead = this.story.people.actor(told.office.staff().get(0));
		var stranger = this.story.people.holder(Roles.LEAGUE_COMMITTEE, this.story.people.college().committee());
		assertThatThrownBy(() -> this.story.pages.plan(told.plan, member)).as("a draft")
			.isInstanceOf(Refusal.NotFound.class);
		assertThat(this.story.pages.list(member).rows()).isEmpty();
		told.published();
		assertThat(this.story.pages.plan(told.plan, member).content().lines()).hasSize(1);
		assertThat(this.story.pages.list(member).rows()).hasSize(1);
		assertThat(this.story.pages.list(lead).rows()).hasSize(1);
		assertThat(this.story.pages.list(told.office.county()).rows()).hasSize(1);
		assertThat(this.story.pages.list(stranger).rows()).isEmpty();
		assertThatThrownBy(() -> this.story.pages.plan(told.plan, stranger)).isInstanceOf(Refusal.NotFound.class);
		assertThatThrownBy(() -> this.story.service.amend(told.plan, null, "x", member))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.story.service.amend(told.plan, null, "x", stranger))
			.isInstanceOf(Refusal.NotFound.class);
	}

	private List<String> faults(Told told) {
		return this.story.pages.edition(told.open(), told.office.by(0))
			.faults()
			.stream()
			.filter(PlanFault::blocks)
			.map(PlanFault::words)
			.map(Message::key)
			.toList();
	}

}
