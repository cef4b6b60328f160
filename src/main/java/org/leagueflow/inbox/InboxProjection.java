package org.leagueflow.inbox;

import java.util.List;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseChanged;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.TaskEvent.TaskAssigned;
import org.leagueflow.engine.TaskEvent.TaskClosed;
import org.leagueflow.engine.TaskEvent.TaskDueChanged;
import org.leagueflow.engine.TaskEvent.TaskOpened;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the lists follow the engine, inside the transaction that moved it. */
@Component
class InboxProjection {

	private final InboxItems items;

	private final Holders holders;

	private final Cases cases;

	private final People people;

	private final BusinessClock clock;

	InboxProjection(InboxItems items, Holders holders, Cases cases, People people, BusinessClock clock) {
		this.items = items;
		this.holders = holders;
		this.cases = cases;
		this.people = people;
		this.clock = clock;
	}

	@EventListener
	void on(TaskOpened event) {
		CaseCard card = this.cases.card(event.task().caseId());
		this.items.open(event.task(), card, this.holders.of(event.task(), card), this.clock.instant());
	}

	@EventListener
	void on(TaskAssigned event) {
		this.items.lock(event.task().id()).filter(InboxItem::open).ifPresent((item) -> hand(item, event.task()));
	}

	@EventListener
	void on(TaskDueChanged event) {
		this.items.due(event.task().id(), event.task().due());
	}

	@EventListener
	void on(TaskClosed event) {
		this.items.lock(event.task().id()).filter(InboxItem::open).ifPresent((item) -> close(item, event));
	}

	/** Whoever answers on a page of the process's own is remembered like everybody. */
	private void close(InboxItem item, TaskClosed event) {
		Optional<PersonCard> by = (event.by() != null) ? this.people.persons(List.of(event.by())).stream().findFirst()
				: Optional.empty();
		by.ifPresentOrElse((person) -> this.items.answer(item, person.id(), person.name(), this.clock.instant()),
				() -> this.items.close(item, event.answered(), this.clock.instant()));
	}

	@EventListener
	void on(CaseChanged.Moved event) {
		CaseCard card = this.cases.card(event.caseId());
		this.items.openOf(event.caseId()).forEach((item) -> {
			this.items.settle(item, card);
			reroute(item);
		});
	}

	@EventListener
	void on(UnitMoved event) {
		this.items.movePaths(event.fromPath(), (unit) -> this.people.unit(unit).path());
		this.items.seatedUnder(event.toPath()).forEach(this::reroute);
	}

	@EventListener
	void on(CaseChanged.RoleGiven event) {
		this.items.openOf(event.caseId()).forEach(this::reroute);
	}

	/** Finds again who may act on an item; whether it changed hands. */
	boolean reroute(InboxItem item) {
		return hand(item, item.task());
	}

	private boolean hand(InboxItem item, Task task) {
		Holder holder = this.holders.of(task, this.cases.card(item.caseId()));
		boolean same = holder.key().equals(item.holder()) && holder.climbed() == item.climbed();
		if (!same) {
			this.items.handTo(item, holder, task.assignee());
		}
		return !same;
	}

}
