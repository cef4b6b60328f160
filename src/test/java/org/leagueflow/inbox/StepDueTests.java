package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.InboxStory.Place;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Roles;
import org.leagueflow.policy.PolicyFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By when each step has to be done. */
@StoryTest
class StepDueTests {

	@Autowired
	InboxStory story;

	@Autowired
	Inbox inbox;

	@Autowired
	UserTasks tasks;

	@Autowired
	InboxItems items;

	@Autowired
	StepDueJob job;

	@Autowired
	PolicyFixture policies;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	BusinessClock clock;

	@Test
	void aStepWithoutADateOfItsOwnIsDueByPolicy() {
		Place place = this.story.place();
		assertThat(lastDay(reviewOf(activity(place)))).isEqualTo(this.clock.today().plusDays(7));
	}

	@Test
	void aUnitSetsItsOwnDays() {
		Place place = this.story.place();
		Actor committee = this.story.people.holder(Roles.LEAGUE_COMMITTEE, place.college().committee());
		this.policies.set(place.college().committee(), "inbox.dueDays", "3", committee);
		assertThat(lastDay(reviewOf(activity(place)))).isEqualTo(this.clock.today().plusDays(3));
	}

	@Test
	void anActivityIsNotLateBeforeItsDay() {
		Place place = this.story.place();
		CaseId activity = activity(place);
		Actor general = this.story.people.holder(Roles.GENERAL_BRANCH, place.college().generalBranch());
		this.inbox.submit(reviewOf(activity), general, Map.of("decision", "approve"), InboxStory.key());
		assertThat(lastDay(reviewOf(activity))).as("ten days ahead, and the policy's seven after it")
			.isEqualTo(this.clock.today().plusDays(17));
	}

	@Test
	void aDateGivenToTheTaskHoldsAndOneTakenAwayFallsBackToThePolicy() {
		CaseId activity = activity(this.story.place());
		Instant soon = this.clock.startOf(this.clock.today().plusDays(2));
		this.tasks.due(reviewOf(activity), soon);
		assertThat(item(reviewOf(activity)).dueAt()).isEqualTo(soon);
		this.tasks.due(reviewOf(activity), null);
		assertThat(lastDay(reviewOf(activity))).isEqualTo(this.clock.today().plusDays(7));
	}

	@Test
	void openItemsOfAnEarlierVersionGetTheirDate() {
		CaseId activity = activity(this.story.place());
		this.jdbc.sql("UPDATE inbox_item SET due_at = NULL, due_order = ? WHERE task_id = ?")
			.params(InboxItems.NO_DUE_DATE, reviewOf(activity))
			.update();
		this.job.dateUndated();
		assertThat(lastDay(reviewOf(activity))).isEqualTo(this.clock.today().plusDays(7));
	}

	@Test
	void itemsStandUnderHowTheyPressAndAGroupGoesOnOnTheNextPage() {
		Instant now = this.clock.instant();
		Instant tomorrow = this.clock.startOf(this.clock.today().plusDays(1));
		CaseId activity = activity(this.story.place());
		List<InboxItem> sorted = List.of(due(activity, now.minusSeconds(1)), due(activity, tomorrow),
				due(activity, tomorrow.plusSeconds(5 * 86_400)), due(activity, null));
		assertThat(DueGroup.of(sorted, null, tomorrow, now)).extracting(DueGroup::name)
			.containsExactly("late", "soon", "calm");
		assertThat(DueGroup.of(sorted.subList(1, 3), now, tomorrow, now)).extracting(DueGroup::begins)
			.containsExactly(true, true);
		assertThat(DueGroup.of(sorted.subList(1, 3), tomorrow, tomorrow, now)).extracting(DueGroup::begins)
			.containsExactly(false, true);
	}

	private InboxItem due(CaseId activity, Instant due) {
		this.items.due(item(reviewOf(activity)), due);
		return item(reviewOf(activity));
	}

	private CaseId activity(Place place) {
		return this.inbox.start("activity", place.secretary(), proposal(this.clock.today().plusDays(10)),
				InboxStory.key());
	}

	static Map<String, Object> proposal(LocalDate heldOn) {
		return Map.of("title", "五四主题团日", "kind", "themed-day", "themeSource", "own", "heldOn", heldOn.toString(),
				"place", "大礼堂", "participants", 30, "offCampus", false, "teacher", "某老师", "plan",
				"参观、座谈、宣誓,分三个小组进行,由支委负责组织实施。");
	}

	private String reviewOf(CaseId caseId) {
		return this.story.task(caseId);
	}

	private InboxItem item(String task) {
		return this.items.find(task).orElseThrow();
	}

	private LocalDate lastDay(String task) {
		return Optional.ofNullable(item(task).dueAt()).map((due) -> this.clock.dateOf(due.minusNanos(1))).orElseThrow();
	}

}
