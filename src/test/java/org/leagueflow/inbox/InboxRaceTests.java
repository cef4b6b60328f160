package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.Cases;
import org.leagueflow.inbox.InboxFilter.Tab;
import org.leagueflow.inbox.InboxStory.Place;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds when people act at the same moment. */
@StoryTest
class InboxRaceTests {

	private static final Map<String, Object> NO = Map.of("approved", false, "opinion", "");

	@Autowired
	InboxStory story;

	@Autowired
	Inbox inbox;

	@Autowired
	ListService lists;

	@Autowired
	Cases cases;

	@Autowired
	JdbcClient jdbc;

	@Test
	void ofTwoPeopleWhoAnswerAtOnceOneWinsAndTheOtherIsTold() throws Exception {
		for (int round = 0; round < 5; round++) {
			Place place = this.story.place();
			Actor colleague = this.story.people.holder("branch-secretary", place.college().branch());
			CaseId caseId = this.story.started(place);
			String task = this.story.task(caseId);
			List<Object> ends = atOnce(List.of(() -> this.inbox.submit(task, place.secretary(), NO, InboxStory.key()),
					() -> this.inbox.submit(task, colleague, NO, InboxStory.key())));
			assertThat(ends).filteredOn((end) -> end instanceof Refusal.Conflict).hasSize(1);
			assertThat(ends).filteredOn((end) -> !(end instanceof Exception)).hasSize(1);
			assertThat(this.cases.submissions(caseId)).hasSize(2);
		}
	}

	@Test
	void aDoubleClickIsOneDecision() throws Exception {
		Place place = this.story.place();
		CaseId caseId = this.story.started(place);
		String task = this.story.task(caseId);
		String key = InboxStory.key();
		Callable<Object> click = () -> this.inbox.submit(task, place.secretary(), NO, key).id();
		List<Object> ends = atOnce(List.of(click, click, click, click));
		assertThat(ends).allMatch((end) -> end instanceof Long).containsOnly(ends.get(0));
		assertThat(this.cases.submissions(caseId)).hasSize(2);
	}

	@Test
	void aDoubleStartIsOneCase() throws Exception {
		Place place = this.story.place();
		String key = InboxStory.key();
		Callable<Object> click = () -> this.inbox.start("probe", place.applicant(), Map.of("topic", "一"), key);
		List<Object> ends = atOnce(List.of(click, click, click));
		assertThat(ends).allMatch((end) -> end instanceof CaseId).containsOnly(ends.get(0));
		assertThat(this.cases.openOf(place.applicant().personId(), "probe").size()).isLessThanOrEqualTo(1);
	}

	@Test
	void countsStayExactWhileManyClaimGiveBackAndAnswer() throws Exception {
		Place place = this.story.place();
		List<String> tasks = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			tasks.add(this.story.waiting(place));
		}
		List<Actor> secretaries = List.of(place.secretary(),
				this.story.people.holder("branch-secretary", place.college().branch()),
				this.story.people.holder("branch-secretary", place.college().branch()));
		List<Callable<Object>> acts = new ArrayList<>();
		for (Actor by : secretaries) {
			for (int i = 0; i < tasks.size(); i++) {
				String task = tasks.get(i);
				boolean answer = i % 3 == 0;
				acts.add(() -> act(task, by, answer));
			}
		}
		List<Object> ends = atOnce(acts);
		assertThat(ends).filteredOn((end) -> end instanceof Exception)
			.allMatch((end) -> end instanceof Refusal.Conflict);
		assertThat(secretaries.stream().mapToLong((by) -> count(by) - shared(place)).sum() + shared(place))
			.isEqualTo(open(place));
		for (Actor by : secretaries) {
			assertThat(count(by)).isEqualTo(this.lists.page(InboxFilter.of(Tab.TODO), by, 100).rows().size());
		}
	}

	private Object act(String task, Actor by, boolean answer) {
		this.inbox.claim(task, by);
		if (answer) {
			return this.inbox.submit(task, by, NO, InboxStory.key());
		}
		this.inbox.release(task, by);
		return task;
	}

	private long count(Actor by) {
		return this.lists.count(InboxFilter.of(Tab.TODO), by);
	}

	private long shared(Place place) {
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_item WHERE holder = ? AND state = 'OPEN'")
			.param(Holder.seat("branch-secretary", place.college().branch()))
			.query(Long.class)
			.single();
	}

	private long open(Place place) {
		return this.jdbc.sql("SELECT COUNT(*) FROM inbox_item WHERE unit_id = ? AND state = 'OPEN'")
			.param(place.college().branch())
			.query(Long.class)
			.single();
	}

	/** What each returned or threw, all begun at about the same moment. */
	private static List<Object> atOnce(List<Callable<Object>> acts) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(Math.min(8, acts.size()));
		try {
			List<Object> ends = new ArrayList<>();
			for (Future<Object> future : threads.invokeAll(acts)) {
				try {
					ends.add(future.get());
				}
				catch (java.util.concurrent.ExecutionException ex) {
					ends.add(ex.getCause());
				}
			}
			return ends;
		}
		finally {
			threads.shutdown();
		}
	}

}
