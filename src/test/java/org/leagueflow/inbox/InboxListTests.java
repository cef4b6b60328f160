package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseState;
import org.leagueflow.engine.Task;
import org.leagueflow.inbox.InboxFilter.Sort;
import org.leagueflow.inbox.InboxFilter.Tab;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** Long lists, their order, pages and filters. */
@StoryTest
class InboxListTests {

	private static long next = 7_000_000_000L + System.nanoTime() % 1_000_000_000L;

	@Autowired
	InboxItems items;

	@Autowired
	ListService lists;

	@Autowired
	InboxQueries queries;

	@Autowired
	OpenItemCountJob counts;

	@Autowired
	BusinessClock clock;

	@Autowired
	TransactionTemplate transaction;

	private final long unit = next++;

	private final Actor committee = new Actor(next++, "c", "团委",
			List.of(new Post("league-committee", this.unit, "/" + this.unit + "/"),
					new Post("league-secretary", this.unit, "/" + this.unit + "/")));

	@Test
	void aThousandItemsArePagedWithoutDuplicatesOrGaps() {
		fill(1000);
		for (Sort sort : List.of(Sort.NEWEST, Sort.DUE)) {
			List<InboxItem> all = walk(InboxFilter.of(Tab.TODO).by(sort), 37);
			assertThat(all).hasSize(1000);
			assertThat(new HashSet<>(all.stream().map(InboxItem::id).toList())).hasSize(1000);
		}
		assertThat(this.lists.count(InboxFilter.of(Tab.TODO), this.committee)).isEqualTo(1000);
	}

	@Test
	void newestFirstAndDueFirstAreWhatTheySay() {
		fill(100);
		List<InboxItem> newest = walk(InboxFilter.of(Tab.TODO).by(Sort.NEWEST), 7);
		assertThat(newest).extracting(InboxItem::id).isSortedAccordingTo((a, b) -> Long.compare(b, a));
		List<InboxItem> due = walk(InboxFilter.of(Tab.TODO).by(Sort.DUE), 7);
		Instant never = Instant.MAX;
		assertThat(due).extracting((item) -> (item.dueAt() != null) ? item.dueAt() : never).isSorted();
		assertThat(due.get(99).dueAt()).isNull();
	}

	@Test
	void filtersAndTheirCountsAgree() {
		fill(200);
		for (InboxFilter filter : List.of(filter(null, "activity", null, false), filter(null, null, "vote", false),
				filter(null, null, null, true), filter("张", null, null, false), filter("rt-2026-0", null, null, false),
				filter("李", "admission", "vote", true))) {
			List<InboxItem> found = walk(filter, 9);
			assertThat(found).as(filter.toString()).isNotEmpty().hasSizeLessThan(200);
			assertThat(this.lists.count(filter, this.committee)).as(filter.toString()).isEqualTo(found.size());
		}
		assertThat(walk(filter("%", null, null, false), 9)).isEmpty();
	}

	@Test
	void aLongListIsWalkedByIndexToTheSameItemsInTheSameOrder() {
		fill(200);
		Instant now = this.clock.instant();
		String path = "/" + this.unit + "/";
		for (Sort sort : List.of(Sort.NEWEST, Sort.DUE)) {
			for (InboxFilter filter : List.of(filter(null, "activity", null, false), filter(null, null, "vote", false),
					filter(null, null, null, true), filter(null, "admission", "vote", true),
					filter("张", null, null, false))) {
				List<Long> expected = expected(filter, sort, now);
				assertThat(expected).isNotEmpty();
				for (String under : new String[] { null, path }) {
					assertThat(this.queries.countTodo(holders(), filter, under, now)).isEqualTo(expected.size());
					for (long[] size : new long[][] { { 1, 0 }, { 1_000_000, 0 }, { 10_000, 1_000_000 } }) {
						assertThat(ids(filter.by(sort), under, now, size[0], size[1])).as(filter + " " + under)
							.isEqualTo(expected);
					}
				}
			}
		}
	}

	@Test
	void numbersThatBeginAlikeAreCountedByThoseThatDoNot() {
		fill(200);
		for (String text : List.of("RT-2026", "rt-2026-0", "RT-", "R", "RT-2026-9", "S")) {
			InboxFilter filter = filter(text, null, null, false);
			long listed = walk(filter, 9).size();
			assertThat(this.queries.countTodo(holders(), filter, null, this.clock.instant())).as(text)
				.isEqualTo(listed);
			assertThat(this.queries.countNumbers(holders(), text, 1)).as(text).isEqualTo(listed);
		}
	}

	/** What the filter lets through, found item by item. */
	private List<Long> expected(InboxFilter filter, Sort sort, Instant now) {
		Comparator<InboxItem> newest = Comparator.comparing(InboxItem::id).reversed();
		Comparator<InboxItem> due = Comparator
			.comparing(InboxItem::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
			.thenComparing(InboxItem::id);
		return holders().stream()
			.flatMap((holder) -> this.items.openWith(holder).stream())
			.filter((item) -> filter.process() == null || filter.process().equals(item.process()))
			.filter((item) -> filter.stage() == null || filter.stage().equals(item.stage()))
			.filter((item) -> filter.text() == null || item.subjectName().startsWith(filter.text()))
			.filter((item) -> !filter.overdue() || item.overdue(now))
			.sorted((sort == Sort.DUE) ? due : newest)
			.map(InboxItem::id)
			.toList();
	}

	@Test
	void countsAreTheItemsWhateverHappensToThemAndWhenTheyAreAddedUp() {
		fill(60);
		Instant now = this.clock.instant();
		this.transaction.executeWithoutResult((status) -> {
			List<InboxItem> all = this.items.openWith(holder(0).key());
			this.items.due(all.get(0), now.minusSeconds(1));
			this.items.due(all.get(1), null);
			this.items.handTo(all.get(2), holder(1), null);
			this.items.close(all.get(3), true, now);
		});
		countsAreTheItems(now);
		this.counts.addUp();
		countsAreTheItems(now);
		this.transaction.executeWithoutResult(
				(status) -> this.items.movePaths("/" + this.unit + "/", (unit) -> "/9/" + unit + "/"));
		this.counts.addUp();
		countsAreTheItems(now);
		assertThat(this.queries.countTodo(holders(), filter(null, null, null, false), "/9/" + this.unit + "/", now))
			.isEqualTo(59);
		assertThatThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
			InboxItem item = this.items.openWith(holder(1).key()).get(0);
			this.items.handTo(item, holder(2), null);
			this.items.handTo(item, holder(0), null);
		})).isInstanceOf(OptimisticLockingFailureException.class);
		countsAreTheItems(now);
	}

	private void countsAreTheItems(Instant now) {
		for (InboxFilter filter : List.of(filter(null, null, null, false), filter(null, "activity", null, false),
				filter(null, null, "vote", false), filter(null, null, null, true),
				filter(null, "admission", null, true))) {
			for (String under : new String[] { null, "/" }) {
				int listed = ids(filter, under, now, 1, 0).size();
				assertThat(this.queries.countTodo(holders(), filter, under, now)).as(filter + " " + under)
					.isEqualTo(listed);
				assertThat(this.queries.countUnits(List.of("/" + this.unit + "/", "/9/" + this.unit + "/"), filter,
						under, now))
					.as("of units: " + filter + " " + under)
					.isEqualTo(listed);
			}
		}
	}

	/** All pages of a list that is believed to be so long, of so many items. */
	private List<Long> ids(InboxFilter filter, String under, Instant now, long total, long held) {
		List<Long> ids = new ArrayList<>();
		String token = null;
		do {
			InboxPage page = this.queries.todo(holders(), filter.after(token), under, now, 9, total, held);
			page.rows().forEach((item) -> ids.add(item.id()));
			token = page.next();
		}
		while (token != null);
		return ids;
	}

	private List<String> holders() {
		return List.of(holder(0).key(), holder(1).key(), holder(2).key());
	}

	@Test
	void aMadeUpPageTokenIsRefused() {
		assertThatThrownBy(() -> this.lists.page(InboxFilter.of(Tab.TODO).after("1 OR 1=1"), this.committee, 10))
			.isInstanceOf(Refusal.Invalid.class);
	}

	private static InboxFilter filter(String text, String process, String stage, boolean overdue) {
		return new InboxFilter(Tab.TODO, text, process, stage, null, overdue, null, null);
	}

	private List<InboxItem> walk(InboxFilter filter, int size) {
		List<InboxItem> all = new ArrayList<>();
		String token = null;
		do {
			InboxPage page = this.lists.page(filter.after(token), this.committee, size);
			all.addAll(page.rows());
			token = page.next();
		}
		while (token != null);
		return all;
	}

	/**
	 * Items of three holders, some due at the same moment, every tenth without a date.
	 */
	private void fill(int howMany) {
		Instant now = this.clock.instant();
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < howMany; i++) {
				String process = (i % 2 == 0) ? "admission" : "activity";
				CaseCard card = new CaseCard(new CaseId(next++),
						"%s-2026-%06d".formatted((i % 2 == 0) ? "RT" : "AC", i), process, "案 " + i,
						Subject.person(1, ((i % 4 < 2) ? "张" : "李") + i), this.unit, "/" + this.unit + "/", null,
						CaseState.OPEN, (i % 3 == 0) ? "vote" : "appraise", null, 1, now, null);
				Instant due = (i % 10 == 9) ? null : now.plus(Duration.ofHours(i % 40 - 20));
				Task task = new Task("t" + next++, card.id(), process, process + ":1:1", "decide", "表决",
						"league-committee", null, due);
				this.items.open(task, card, holder(i), now, due);
			}
		});
	}

	private Holder holder(int i) {
		return switch (i % 3) {
			case 0 -> new Holder(Holder.person(this.committee.personId()), null, null, false);
			case 1 -> new Holder(Holder.seat("league-committee", this.unit), "league-committee", this.unit, false);
			default -> new Holder(Holder.seat("league-secretary", this.unit), "league-secretary", this.unit, false);
		};
	}

}
