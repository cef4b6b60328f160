package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.CaseState;
import org.leagueflow.cases.Cases;
import org.leagueflow.cases.Submission;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Processes;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.inbox.InboxFilter.Tab;
import org.leagueflow.inbox.InboxStory.Place;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.leagueflow.roster.RosterFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@StoryTest
class InboxTests {

	private static final Map<String, Object> YES = Map.of("approved", true, "opinion", "好");

	@Autowired
	InboxStory story;

	@Autowired
	RosterFixture rosters;

	@Autowired
	Inbox inbox;

	@Autowired
	ListService lists;

	@Autowired
	Cases cases;

	@Autowired
	People people;

	@Autowired
	UserTasks userTasks;

	@Autowired
	Processes processes;

	@Autowired
	InboxItems items;

	@Autowired
	TransactionTemplate transaction;

	private Place place;

	@BeforeEach
	void makePlace() {
		this.place = this.story.place();
	}

	@Test
	void aStartedCaseWaitsForWhoeverHoldsTheRole() {
		CaseId caseId = this.story.started(this.place);
		assertThat(todo(this.place.secretary())).singleElement().satisfies((item) -> {
			assertThat(item.caseId()).isEqualTo(caseId);
			assertThat(item.subjectName()).isEqualTo(this.place.applicant().name());
			assertThat(item.stage()).isEqualTo("work");
			assertThat(item.dueAt()).isNotNull();
			assertThat(item.unread()).isTrue();
		});
		assertThat(count(this.place.secretary())).isEqualTo(1);
		assertThat(todo(this.place.applicant())).isEmpty();
		assertThat(this.cases.submissions(caseId)).extracting(Submission::box).containsExactly("start");
	}

	@Test
	void whenAUnitMovesItsCasesItemsAndWhoeverIsAboveFollow() {
		CaseId running = this.story.started(this.place);
		CaseId over = this.story.started(this.place);
		this.inbox.submit(this.story.task(over), this.place.secretary(), YES, InboxStory.key());
		this.transaction.executeWithoutResult((status) -> this.processes.tell(over, "go", Map.of()));
		Place elsewhere = this.story.place();
		long general = this.place.college().generalBranch();
		Actor before = this.story.people.holder("league-committee", this.place.college().committee());
		Actor after = this.story.people.holder("league-committee", elsewhere.college().committee());
		assertThat(this.cases.maySee(running, before)).isTrue();
		assertThat(this.cases.maySee(running, after)).isFalse();
		this.story.people.moveUnit(general, elsewhere.college().committee());
		String path = this.people.unit(this.place.college().branch()).path();
		assertThat(List.of(running, over)).allSatisfy((one) -> {
			assertThat(this.cases.card(one).unitPath()).isEqualTo(path);
			assertThat(this.cases.maySee(one, before)).isFalse();
			assertThat(this.cases.maySee(one, after)).isTrue();
			assertThat(this.items.of(one)).extracting(InboxItem::unitPath).containsOnly(path);
		});
		assertThat(this.cases.card(running).schoolId()).isEqualTo(elsewhere.college().committee());
		assertThat(this.cases.card(over).schoolId()).as("ended under the old school")
			.isEqualTo(this.place.college().committee());
	}

	@Test
	void whoAnswersOnAPageOfTheProcessIsRememberedToo() {
		CaseId caseId = this.story.started(this.place);
		String task = this.story.task(caseId);
		this.transaction
			.executeWithoutResult((status) -> this.userTasks.complete(task, this.place.secretary(), new Answers(YES)));
		assertThat(this.lists.page(InboxFilter.of(Tab.DONE), this.place.secretary(), 20).rows()).singleElement()
			.extracting(InboxItem::taskId, InboxItem::closedByName)
			.containsExactly(task, this.place.secretary().name());
	}

	@Test
	void anAnswerIsRecordedAndMovesTheCase() {
		CaseId caseId = this.story.started(this.place);
		String task = this.story.task(caseId);
		Submission made = this.inbox.submit(task, this.place.secretary(), YES, InboxStory.key());
		assertThat(made.answers()).containsEntry("opinion", "好");
		assertThat(made.actingAs()).isEqualTo("branch-secretary");
		assertThat(todo(this.place.secretary())).isEmpty();
		assertThat(count(this.place.secretary())).isZero();
		assertThat(this.lists.page(InboxFilter.of(Tab.DONE), this.place.secretary(), 20).rows())
			.extracting(InboxItem::taskId)
			.containsExactly(task);
		this.transaction.executeWithoutResult((status) -> this.processes.tell(caseId, "go", Map.of()));
		assertThat(this.cases.card(caseId).state()).isEqualTo(CaseState.ENDED);
		assertThat(this.cases.card(caseId).outcome()).isEqualTo("finished");
	}

	@Test
	void whenTheDomainRefusesNothingIsRecorded() {
		CaseId caseId = this.story.started(this.place);
		String task = this.story.task(caseId);
		assertThatThrownBy(() -> this.inbox.submit(task, this.place.secretary(),
				Map.of("approved", true, "opinion", "refuse"), InboxStory.key()))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.cases.submissions(caseId)).hasSize(1);
		assertThat(count(this.place.secretary())).isEqualTo(1);
	}

	@Test
	void unknownFieldsAreRefused() {
		String task = this.story.waiting(this.place);
		assertThatThrownBy(() -> this.inbox.submit(task, this.place.secretary(), Map.of("caseId", 1), InboxStory.key()))
			.isInstanceOf(Refusal.Invalid.class);
	}

	@Test
	void aSecondPostWithTheSameKeyAnswersAsTheFirst() {
		CaseId caseId = this.story.started(this.place);
		String task = this.story.task(caseId);
		String key = InboxStory.key();
		Submission first = this.inbox.submit(task, this.place.secretary(), YES, key);
		assertThat(this.inbox.submit(task, this.place.secretary(), YES, key).id()).isEqualTo(first.id());
		assertThat(this.cases.submissions(caseId)).hasSize(2);
	}

	@Test
	void aSecondStartWithTheSameKeyIsTheSameCase() {
		String key = InboxStory.key();
		CaseId first = this.inbox.start("probe", this.place.applicant(), Map.of("topic", "一"), key);
		assertThat(this.inbox.start("probe", this.place.applicant(), Map.of("topic", "一"), key)).isEqualTo(first);
	}

	@Test
	void anotherPersonsKeyIsAConflict() {
		String key = InboxStory.key();
		this.inbox.submit(this.story.waiting(this.place), this.place.secretary(), YES, key);
		Place other = this.story.place();
		String task = this.story.waiting(other);
		assertThatThrownBy(() -> this.inbox.submit(task, other.secretary(), YES, key))
			.isInstanceOf(Refusal.Conflict.class);
	}

	@Test
	void aStaleAnswerIsToldWhoAnswered() {
		Actor colleague = this.story.people.holder("branch-secretary", this.place.college().branch());
		String task = this.story.waiting(this.place);
		this.inbox.submit(task, colleague, YES, InboxStory.key());
		assertThatThrownBy(() -> this.inbox.submit(task, this.place.secretary(), YES, InboxStory.key()))
			.isInstanceOfSatisfying(Refusal.Conflict.class,
					(conflict) -> assertThat(conflict.words().args()).contains(colleague.name()));
	}

	@Test
	void aTaskOfAnotherUnitIsNotAllowed() {
		String task = this.story.waiting(this.place);
		Actor stranger = this.story.place().secretary();
		assertThatThrownBy(() -> this.inbox.submit(task, stranger, YES, InboxStory.key()))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.inbox.claim(task, stranger)).isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.inbox.claim("no-such-task", stranger)).isInstanceOf(Refusal.NotFound.class);
	}

	@Test
	void aTaskInHandIsNobodyElsesUntilGivenBack() {
		Actor colleague = this.story.people.holder("branch-secretary", this.place.college().branch());
		String task = this.story.waiting(this.place);
		this.inbox.claim(task, this.place.secretary());
		assertThat(count(colleague)).isZero();
		assertThat(count(this.place.secretary())).isEqualTo(1);
		assertThatThrownBy(() -> this.inbox.claim(task, colleague)).isInstanceOfSatisfying(Refusal.Conflict.class,
				(conflict) -> assertThat(conflict.words().args()).contains(this.place.secretary().name()));
		assertThatThrownBy(() -> this.inbox.submit(task, colleague, YES, InboxStory.key()))
			.isInstanceOf(Refusal.Conflict.class);
		this.inbox.release(task, this.place.secretary());
		assertThat(count(colleague)).isEqualTo(1);
		this.inbox.submit(task, colleague, YES, InboxStory.key());
	}

	@Test
	void whatNobodyHoldsGoesToTheLevelAboveAndComesBack() {
		long branch = this.place.college().branch();
		long emptyBranch = this.story.people.unit(this.place.college().generalBranch(), UnitKind.BRANCH, "CLASS");
		Actor general = this.story.people.holder("general-branch", this.place.college().generalBranch());
		Actor applicant = this.story.people.actor(this.story.people.member(emptyBranch));
		this.story.waiting(new Place(this.place.college(), null, applicant));
		assertThat(todo(general)).singleElement().matches(InboxItem::climbed);
		Actor secretary = this.story.people.holder("branch-secretary", emptyBranch);
		assertThat(this.inbox.reroute(emptyBranch)).isEqualTo(1);
		assertThat(todo(general)).isEmpty();
		assertThat(count(general)).isZero();
		assertThat(todo(secretary)).singleElement().matches((item) -> !item.climbed());
		assertThat(branch).isNotEqualTo(emptyBranch);
	}

	@Test
	void itemsFollowWhomARosterMakesSecretaryAndWhomItMovesAway() {
		long emptyBranch = this.story.people.unit(this.place.college().generalBranch(), UnitKind.BRANCH, "CLASS");
		Actor general = this.story.people.holder("general-branch", this.place.college().generalBranch());
		this.story.waiting(
				new Place(this.place.college(), null, this.story.people.actor(this.story.people.member(emptyBranch))));
		assertThat(todo(general)).singleElement().matches(InboxItem::climbed);
		int student = this.rosters.serial();
		Actor secretary = this.rosters.imported(student, emptyBranch, "团支部书记", this.place.college());
		assertThat(todo(general)).isEmpty();
		assertThat(count(general)).isZero();
		assertThat(todo(secretary)).singleElement().matches((item) -> !item.climbed());
		assertThat(count(secretary)).isEqualTo(1);
		this.rosters.imported(student, this.place.college().branch(), null, this.place.college());
		assertThat(todo(secretary)).isEmpty();
		assertThat(todo(general)).singleElement().matches(InboxItem::climbed);
		Actor next = this.rosters.imported(this.rosters.serial(), emptyBranch, "团支书", this.place.college());
		assertThat(todo(next)).singleElement().matches((item) -> !item.climbed());
	}

	@Test
	void aMovedCaseIsAnsweredInItsNewUnit() {
		CaseId caseId = this.story.started(this.place);
		Place other = this.story.place();
		this.cases.move(caseId, other.college().branch());
		assertThat(todo(this.place.secretary())).isEmpty();
		assertThat(todo(other.secretary())).extracting(InboxItem::caseId).containsExactly(caseId);
	}

	@Test
	void aCancelledCaseWaitsForNobody() {
		CaseId caseId = this.story.started(this.place);
		this.transaction.executeWithoutResult((status) -> this.processes.cancel(caseId, "试"));
		assertThat(count(this.place.secretary())).isZero();
		assertThat(this.cases.card(caseId).state()).isEqualTo(CaseState.CANCELLED);
		assertThat(this.items.of(caseId)).allMatch((item) -> item.state() == InboxItem.State.GONE);
	}

	@Test
	void severalAreAnsweredEachForItself() {
		List<String> tasks = List.of(this.story.waiting(this.place), this.story.waiting(this.place));
		String stranger = this.story.waiting(this.story.place());
		List<Inbox.Outcome> outcomes = this.inbox.submitAll(List.of(tasks.get(0), stranger, tasks.get(1)),
				this.place.secretary(), YES, InboxStory.key());
		assertThat(outcomes).extracting(Inbox.Outcome::done).containsExactly(true, false, true);
		assertThat(outcomes.get(1).refusal()).isInstanceOf(Refusal.NotAllowed.class);
		assertThat(count(this.place.secretary())).isZero();
	}

	@Test
	void whatWaitsInMyUnitsIsListedForTheLevelAbove() {
		CaseId caseId = this.story.started(this.place);
		Actor committee = this.story.people.holder("league-committee", this.place.college().committee());
		assertThat(this.lists.page(InboxFilter.of(Tab.UNITS), committee, 20).rows()).extracting(InboxItem::caseId)
			.containsExactly(caseId);
		assertThat(this.lists.count(InboxFilter.of(Tab.UNITS), committee)).isEqualTo(1);
		assertThat(this.lists.page(InboxFilter.of(Tab.UNITS), this.story.place().secretary(), 20).rows()).isEmpty();
	}

	private List<InboxItem> todo(Actor by) {
		return this.lists.page(InboxFilter.of(Tab.TODO), by, 20).rows();
	}

	private long count(Actor by) {
		return this.lists.count(InboxFilter.of(Tab.TODO), by);
	}

}
