package org.leagueflow.inbox;

import java.util.List;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves items to whoever holds the role now, when appointments changed. */
@Service
@Transactional
class RerouteService {

	private final InboxItems items;

	private final InboxProjection projection;

	private final People people;

	private final UserTasks userTasks;

	RerouteService(InboxItems items, InboxProjection projection, People people, UserTasks userTasks) {
		this.items = items;
		this.projection = projection;
		this.people = people;
		this.userTasks = userTasks;
	}

	int reroute(long unitId) {
		int released = release(unitId);
		int moved = this.items.seatsAt(unitId).stream().filter(this::empty).mapToInt(this::move).sum();
		return released + moved + back(this.people.unit(unitId).path());
	}

	@Transactional(readOnly = true)
	List<Long> unitsWithSeats() {
		return this.items.unitsWithSeats();
	}

	/** Items that somebody has in hand who holds the role no more go back to the role. */
	private int release(long unitId) {
		List<InboxItem> stranded = this.items.inHandAt(unitId)
			.stream()
			.filter((item) -> !this.people.holders(item.role(), unitId).contains(item.assignee()))
			.toList();
		stranded.forEach((item) -> this.userTasks.release(item.taskId()));
		return stranded.size();
	}

	private boolean empty(String seat) {
		String[] parts = seat.split(":");
		return parts[0].equals("r") && this.people.holders(parts[1], Long.parseLong(parts[2])).isEmpty();
	}

	private int move(String seat) {
		return (int) this.items.openWith(seat).stream().filter(this.projection::reroute).count();
	}

	/**
	 * Items that climbed come back when somebody holds the role at its own level again.
	 */
	private int back(String unitPath) {
		return (int) this.items.climbedUnder(unitPath).stream().filter(this.projection::reroute).count();
	}

}
