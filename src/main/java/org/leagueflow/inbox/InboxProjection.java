package org.leagueflow.inbox;

import java.time.Instant;
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
import org.leagueflow.engine.UserTasks;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
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

	private final UserTasks userTasks;

	private final StepDueDates dueDates;

	private final BusinessClock clock;

	InboxProjection(InboxItems items, Holders holders, Cases cases, People people, UserTasks userTasks,
			StepDueDates dueDates, BusinessClock clock) {
		this.items = items;
		this.holders = holders;
		this.cases = cases;
		this.people = people;
		this.userTasks = userTasks;
		this.dueDates = dueDates;
		this.clock = clock;
	}

	@EventListener
	void on(TaskOpened event) {
		CaseCard card = this.cases.card(event.task().caseId());
		Instant now = this.clock.instant();
		Instant due = this.dueDates.of(event.task(), card, now);
		this.items.open(event.task(), card, this.holders.of(event.task(), card), now, due);
	}

	@EventListener
	void on(TaskAssigned event) {
		this.items.lock(event.task().id()).filter(InboxItem::open).ifPresent((item) -> hand(item, event.task()));
	}

	@EventListener
	void on(TaskDueChanged event) {
		this.items.find(event.task().id()).ifPresent((item) -> date(item, event.task()));
	}

	/** Finds again by when the open steps of a case have to be done. */
	void date(CaseId caseId) {
		this.items.openOf(caseId).forEach(this::date);
	}

	/** The same for one item, whose task keeps the date that the engine gave it. */
	void date(InboxItem item) {
		date(item, this.userTasks.find(item.taskId()).orElseGet(item::task));
	}

	private void date(InboxItem item, Task task) {
		this.items.due(item, this.dueDates.of(task, this.cases.card(item.caseId()), item.openedAt()));
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
		this.items.openOf(event.caseId()).forEach((item) -> this.items.settle(item, card));
		this.items.openOf(event.caseId()).forEach(this::reroute);
		date(event.caseId());
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

	/**
	 * Finds again who may act on an item; whether it changed hands. Whoever has it in
	 * hand keeps it only as long as it would be offered to him.
	 */
	boolean reroute(InboxItem item) {
		if (item.claimed() && !this.holders.keeps(item.task(), this.cases.card(item.caseId()))) {
			this.userTasks.release(item.taskId());
			return true;
		}
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
