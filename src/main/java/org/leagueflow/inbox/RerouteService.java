package org.leagueflow.inbox;

import java.util.List;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves items to whoever holds the role now, when appointments or memberships changed.
 */
@Service
@Transactional
class RerouteService {

	private final InboxItems items;

	private final InboxProjection projection;

	private final People people;

	RerouteService(InboxItems items, InboxProjection projection, People people) {
		this.items = items;
		this.projection = projection;
		this.people = people;
	}

	int reroute(long unitId) {
		int released = release(unitId);
		int moved = this.items.seatsAt(unitId).stream().filter(this::empty).mapToInt(this::move).sum();
		return released + moved + back(this.people.unit(unitId));
	}

	@Transactional(readOnly = true)
	List<Long> unitsWithSeats() {
		return this.items.unitsWithSeats();
	}

	/** What somebody has to answer in person, or has in hand, after he left or moved. */
	int follow(long personId) {
		return rerouted(this.items.openWith(Holder.person(personId)));
	}

	/** What members and players of a case's parts have in hand and may keep no longer. */
	int freeParts() {
		return rerouted(this.items.inHandOfParts());
	}

	/** Items that somebody has in hand who holds the role no more go back to the role. */
	private int release(long unitId) {
		return rerouted(this.items.inHandAt(unitId));
	}

	private int rerouted(List<InboxItem> items) {
		return (int) items.stream().filter(this.projection::reroute).count();
	}

	private boolean empty(String seat) {
		String[] parts = seat.split(":");
		return parts[0].equals("r") && this.people.holders(parts[1], Long.parseLong(parts[2])).isEmpty();
	}

	private int move(String seat) {
		return rerouted(this.items.openWith(seat));
	}

	/**
	 * Items that climbed come back when somebody holds the role at its own level again. A
	 * Party branch answers for all branches of its committee.
	 */
	private int back(UnitCard unit) {
		UnitCard over = (unit.kind() == UnitKind.PARTY_BRANCH)
				? this.people.nearest(unit.id(), UnitKind.COMMITTEE).orElseGet(() -> this.people.unit(unit.parentId()))
				: unit;
		return rerouted(this.items.climbedUnder(over.path()));
	}

}
