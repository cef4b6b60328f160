package org.leagueflow.inbox;

import org.leagueflow.people.PersonLeft;
import org.leagueflow.people.PersonMoved;
import org.leagueflow.people.PostsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reroutes open items of a unit when somebody takes up or gives up a post there, in the
 * same transaction.
 */
@Component
class PostChangeListener {

	private final RerouteService reroutes;

	PostChangeListener(RerouteService reroutes) {
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
