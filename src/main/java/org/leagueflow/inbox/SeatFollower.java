package org.leagueflow.inbox;

import org.leagueflow.people.PersonLeft;
import org.leagueflow.people.PersonMoved;
import org.leagueflow.people.PostsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets open items follow when somebody takes up or gives up a post, moves to another unit
 * or leaves, in the same transaction.
 */
@Component
class SeatFollower {

	private final RerouteService reroutes;

	SeatFollower(RerouteService reroutes) {
		this.reroutes = reroutes;
	}

	@EventListener
	void on(PostsChanged event) {
		this.reroutes.reroute(event.unitId());
	}

	@EventListener
	void on(PersonMoved event) {
		this.reroutes.follow(event.personId());
	}

	@EventListener
	void on(PersonLeft event) {
		this.reroutes.follow(event.personId());
	}

}
