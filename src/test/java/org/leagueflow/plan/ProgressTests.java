package org.leagueflow.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.plan.PlanStory.Told;
import org.leagueflow.plan.ProgressService.Report;
import org.leagueflow.plan.ProgressService.UploadedFile;
import org.springframework.beans.factory.annotation.Autowired;

/** What is reported of items, and the lamps that come of it. */
@StoryTest
class ProgressTests {

	private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes();

	@Autowired
	PlanStory story;

	@Autowired
	AssignmentStartJob job;

	@Autowired
	Assignments assignments;

	@Autowired
	AssignmentService service;

	@Autowired
	ProgressService progress;

	@Autowired
	ItemPageService pages;

	@BeforeEach
	void begin() {
		this.story.begin();
	}

	@AfterEach
	void resetClock() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void valuesAreExactNeverNegativeAndLessOnlyWithAReason() {
		Told told = this.story.office().drafts();
		long item = working(told, "base", "2500", "unit", "人次");
		String field = "total-" + indicator(told);
		assertThatThrownBy(() -> report(told, item, Map.of(field, "-1"))).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> report(told, item, Map.of(field, "很多"))).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> report(told, item, Map.of())).as("nothing at all").isInstanceOf(Refusal.Invalid.class);
		report(told, item, Map.of(field, "0.1"));
		report(told, item, Map.of(field, "0.3"));
		assertThat(total(told, item).total()).as("0.1 and 0.2, exactly").isEqualByComparingTo("0.3");
		assertThat(report(told, item, Map.of(field, "２６００"))).as("more than asked for is taken, and said")
			.extracting(Message::key)
			.containsExactly("plan.said.above");
		assertThatThrownBy(() -> report(told, item, Map.of(field, "2599"))).isInstanceOf(Refusal.Invalid.class);
		report(told, item, Map.of(field, "2400", "reason", "重复登记"));
		assertThat(total(told, item).total()).isEqualByComparingTo("2400");
		assertThat(this.pages.item(item, told.office.by(0)).entries()).as("nothing is overwritten").hasSize(4);
	}

	@Test
	void aRateIsNumeratorAndDenominator() {
		Told told = this.story.office().drafts();
		long item = working(told, "base", "50", "unit", "%");
		long id = indicator(told);
		assertThatThrownBy(() -> report(told, item, Map.of("total-" + id, "10"))).as("of how many")
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> report(told, item, Map.of("total-" + id, "11", "of-" + id, "10")))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> report(told, item, Map.of("total-" + id, "0", "of-" + id, "0")))
			.isInstanceOf(Refusal.Invalid.class);
		report(told, item, Map.of("total-" + id, "1", "of-" + id, "3"));
		PlanIndicator indicator = told.holds().indicators().get(0);
		assertThat(total(told, item).shown(PlanRollUp.RATE)).isEqualTo("33.33");
		assertThat(total(told, item).met(indicator)).isFalse();
		report(told, item, Map.of("total-" + id, "50", "of-" + id, "100"));
		assertThat(total(told, item).met(indicator)).isTrue();
	}

	@Test
	void whoReportsAndWithWhat() {
		Told told = this.story.office().drafts();
		long item = working(told);
		long id = one(item).id();
		Actor stranger = this.story.people.actor(this.story.people.member(told.office.units().branch()));
		assertThatThrownBy(() -> this.progress.report(id, typed(Map.of("percent", "50")), stranger))
			.isInstanceOf(Refusal.NotAllowed.class);
		Actor helper = this.story.people.actor(told.office.staff().get(1));
		this.progress.report(id, new Report(Map.of("percent", "40"), "已布置", null,
				List.of(new UploadedFile("照片.pdf", PDF)), PlanStory.key()), helper);
		assertThatThrownBy(() -> this.progress.report(id, typed(Map.of("percent", "101")), helper))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> this.progress.report(id, typed(Map.of("percent", "30")), helper))
			.isInstanceOf(Refusal.Invalid.class);
		String once = PlanStory.key();
		for (int i = 0; i < 2; i++) {
			this.progress.report(id, new Report(Map.of("percent", "60"), null, null, List.of(), once), helper);
		}
		ItemPage page = this.pages.item(item, told.office.by(0));
		assertThat(page.entries()).as("sent twice, counted once").hasSize(2);
		assertThat(page.entries().get(1).files()).hasSize(1);
		assertThat(this.story.attachments.of(one(item).caseId())).hasSize(1);
		this.service.hold(id, "等通知", told.office.by(0));
		assertThatThrownBy(() -> this.progress.report(id, typed(Map.of("percent", "80")), helper))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void lampsFollowTheTimeThatHasPassed() {
		Told told = this.story.office().drafts();
		long item = working(told, "base", "100", "unit", "场");
		String field = "total-" + indicator(told);
		this.story.at(LocalDate.of(2025, 3, 3));
		assertThat(lamp(told, item)).as("3 of 31 days, within ten points").isEqualTo(PlanLamp.GREEN);
		this.story.at(LocalDate.of(2025, 3, 15));
		assertThat(lamp(told, item)).as("48 %, nothing done").isEqualTo(PlanLamp.YELLOW);
		report(told, item, Map.of(field, "39"));
		assertThat(lamp(told, item)).as("38.4 or more would do").isEqualTo(PlanLamp.GREEN);
		this.story.at(LocalDate.of(2025, 3, 24));
		report(told, item, Map.of(field, "100"));
		assertThat(lamp(told, item)).as("due within seven days").isEqualTo(PlanLamp.YELLOW);
		this.story.at(LocalDate.of(2025, 4, 1));
		assertThat(lamp(told, item)).isEqualTo(PlanLamp.RED);
		this.service.hold(one(item).id(), "等通知", told.office.by(0));
		assertThat(lamp(told, item)).isEqualTo(PlanLamp.ON_HOLD);
	}

	private long working(Told told, String... indicator) {
		Map<String, String> fields = new HashMap<>(Map.of("content", "开展应急救护培训", "from", "2025-03-01", "to",
				"2025-03-31", "lead", told.office.named(0), "owners", told.office.named(1)));
		if (indicator.length > 0) {
			fields.put("indicatorName", "培训");
		}
		for (int i = 0; i < indicator.length; i += 2) {
			fields.put(indicator[i], indicator[i + 1]);
		}
		long item = told.item(fields.entrySet()
			.stream()
			.flatMap((one) -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
			.toArray(String[]::new));
		told.published();
		this.job.start();
		this.story.inbox.submit(told.task(one(item).caseId(), "accept").id(),
				this.story.people.actor(told.office.staff().get(0)), new HashMap<>(Map.of("verdict", "accept")),
				PlanStory.key());
		return item;
	}

	private long indicator(Told told) {
		return told.holds().indicators().get(0).id();
	}

	private Assignment one(long item) {
		return this.assignments.findByItemIdOrderByStartsOn(item).get(0);
	}

	private PlanTotal total(Told told, long item) {
		return this.pages.item(item, told.office.by(0)).total(indicator(told));
	}

	private PlanLamp lamp(Told told, long item) {
		return this.pages.item(item, told.office.by(0)).runs().get(0).lamp();
	}

	private static Report typed(Map<String, String> fields) {
		return new Report(fields, fields.get("words"), fields.get("reason"), List.of(), PlanStory.key());
	}

	private List<Message> report(Told told, long item, Map<String, String> fields) {
		return this.progress.report(one(item).id(), typed(fields), this.story.people.actor(told.office.staff().get(0)));
	}

}
