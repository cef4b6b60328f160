package org.leagueflow.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.inbox.InboxFilter.Tab;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers what stands in a person's lists, and how much. */
@Service
@Transactional(readOnly = true)
class ListService {

	private final InboxQueries lists;

	private final InboxItems items;

	private final OpenItemCounts counts;

	private final Holders holders;

	private final StepNotes notes;

	private final People people;

	private final BusinessClock clock;

	ListService(InboxQueries lists, InboxItems items, OpenItemCounts counts, Holders holders, StepNotes notes,
			People people, BusinessClock clock) {
		this.lists = lists;
		this.items = items;
		this.counts = counts;
		this.holders = holders;
		this.notes = notes;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * A page of a list, how many items the list has, and how many the person's to-dos
	 * are.
	 */
	ItemList list(InboxFilter filter, Actor by, int size) {
		List<String> keys = this.holders.keys(by);
		String path = path(filter);
		Instant now = this.clock.instant();
		long todo = this.counts.total(keys);
		long total = switch (filter.tab()) {
			case TODO -> filter.narrowed() ? this.lists.countTodo(keys, filter, path, now) : todo;
			case DONE -> this.lists.countDone(by.personId(), filter, path, now);
			case UNITS -> by.posts().isEmpty() ? 0 : this.lists.countUnits(paths(by), filter, path, now);
			case STARTED -> throw new IllegalArgumentException("Cases are listed by the case file");
		};
		InboxPage page = switch (filter.tab()) {
			case TODO -> this.lists.todo(keys, filter, path, now, size, total, todo);
			case DONE -> this.lists.done(by.personId(), filter, path, now, size);
			default -> by.posts().isEmpty() ? new InboxPage(List.of(), null)
					: this.lists.units(paths(by), filter, path, now, size, total);
		};
		return new ItemList(page, total, todo);
	}

	/** How many items wait for the person. */
	long todo(Actor by) {
		return this.counts.total(this.holders.keys(by));
	}

	InboxPage page(InboxFilter filter, Actor by, int size) {
		return list(filter, by, size).page();
	}

	/** How many items the list has in all, exactly. */
	long count(InboxFilter filter, Actor by) {
		return list(filter, by, 1).total();
	}

	/** The items of a page by how they press; in any other order all in one group. */
	List<DueGroup> groups(InboxFilter filter, InboxPage page) {
		if (page.rows().isEmpty()) {
			return List.of();
		}
		if (filter.sort() != InboxFilter.Sort.DUE) {
			return List.of(new DueGroup("all", false, page.rows()));
		}
		Instant after = (filter.after() != null) ? Instant.ofEpochMilli(InboxFilter.Token.read(filter.after()).moment())
				: null;
		return DueGroup.of(page.rows(), after, this.clock.startOf(this.clock.today().plusDays(1)),
				this.clock.instant());
	}

	/** What has become of steps meanwhile, by task id. */
	Map<String, StepNote> notes(List<InboxItem> items) {
		return this.notes.of(items);
	}

	/** The moment that items are late or not by. */
	Instant now() {
		return this.clock.instant();
	}

	/** The item that has the nearest deadline. */
	Optional<InboxItem> nearest(Actor by) {
		return page(InboxFilter.of(Tab.TODO).by(InboxFilter.Sort.DUE), by, 1).rows()
			.stream()
			.filter((item) -> item.dueAt() != null)
			.findFirst();
	}

	@Transactional
	void read(InboxItem item) {
		this.items.read(item.taskId(), this.clock.instant());
	}

	private String path(InboxFilter filter) {
		return (filter.unitId() != null) ? this.people.unit(filter.unitId()).path() : null;
	}

	/** The paths this person reaches, those below another one left out. */
	private static List<String> paths(Actor by) {
		List<String> all = by.posts().stream().map(Post::unitPath).distinct().toList();
		return all.stream()
			.filter((path) -> all.stream().noneMatch((other) -> !other.equals(path) && path.startsWith(other)))
			.toList();
	}

	/**
	 * A list as a page shows it.
	 *
	 * @param total how many items the list has in all
	 * @param todo how many wait for the reader
	 */
	record ItemList(InboxPage page, long total, long todo) {
	}

}
