package org.leagueflow.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePages;
import org.leagueflow.cases.CasePanel;
import org.leagueflow.cases.CaseReaders;
import org.leagueflow.cases.CaseState;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.ProcessNames;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the lists add to case pages: whoever has to act, or acted, may read; and whom the
 * case waits for.
 */
@Component
@Order(0)
class InboxReaders implements CaseReaders, CasePanel {

	private final InboxItems items;

	private final Holders holders;

	private final People people;

	private final Cases cases;

	private final CasePages pages;

	private final ProcessNames names;

	InboxReaders(InboxItems items, Holders holders, People people, Cases cases, CasePages pages, ProcessNames names) {
		this.items = items;
		this.holders = holders;
		this.people = people;
		this.cases = cases;
		this.pages = pages;
		this.names = names;
	}

	@Override
	public boolean worksOn(CaseCard card, Actor by) {
		return this.items.openOf(card.id())
			.stream()
			.filter((item) -> !Roles.PARTY_LIAISON.equals(item.role())) // reads what is
																		// handed over
			.anyMatch((item) -> this.holders.holds(by, item.holder()));
	}

	@Override
	public boolean maySee(CaseCard card, Actor by) {
		return this.items.of(card.id())
			.stream()
			.anyMatch((item) -> Long.valueOf(by.personId()).equals(item.closedBy())
					|| (item.open() && this.holders.holds(by, item.holder())));
	}

	@Override
	public Optional<Panel> panel(CaseCard card, String box, Actor by) {
		if (box != null || card.state() != CaseState.OPEN) {
			return Optional.empty();
		}
		boolean works = this.cases.worksOn(card.id(), by);
		List<Waiting> waiting = this.items.openOf(card.id())
			.stream()
			.filter((item) -> works || this.holders.holds(by, item.holder())
					|| this.pages.learnsOf(card, item.processVersion(), item.box(), by))
			.map((item) -> waiting(item, works, by))
			.toList();
		// Whether something waits that the reader is not to learn of must not show.
		return (works && waiting.isEmpty()) ? Optional.empty()
				: Optional.of(new Panel("inbox/waiting", "waiting", Map.of("waiting", waiting)));
	}

	private Waiting waiting(InboxItem item, boolean works, Actor by) {
		boolean mine = this.holders.holds(by, item.holder());
		String person = (works || mine) ? this.holders.names(item.holder()) : null;
		String unit = (item.roleUnitId() != null) ? this.people.unit(item.roleUnitId()).name() : null;
		return new Waiting(item.taskId(), this.names.box(item.processVersion(), item.box(), item.name()), item.role(),
				unit, person, item.climbed(), item.openedAt(), item.dueAt(), mine);
	}

	/**
	 * A task that waits, in words.
	 *
	 * @param person the names of those who hold it in person or as a part of the case, or
	 * null
	 */
	record Waiting(String taskId, String name, String role, String unit, String person, boolean climbed, Instant since,
			Instant due, boolean mine) {
	}

}
