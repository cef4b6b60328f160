package org.leagueflow.inbox;

import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseChanged;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.TaskEvent.TaskAssigned;
import org.leagueflow.engine.TaskEvent.TaskClosed;
import org.leagueflow.engine.TaskEvent.TaskDueChanged;
import org.leagueflow.engine.TaskEvent.TaskOpened;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the lists follow the engine, inside the transaction that moved it. */
@Component
class InboxProjection {

	private final InboxItems items;

	private final Holders holders;

	private final Cases cases;

	private final BusinessClock clock;

	InboxProjection(InboxItems items, Holders holders, Cases cases, BusinessClock clock) {
		this.items = items;
		this.holders = holders;
		this.cases = cases;
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
		this.items.lock(event.task().id())
			.filter(InboxItem::open)
			.ifPresent((item) -> this.items.close(item, event.answered(), this.clock.instant()));
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
