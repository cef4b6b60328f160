package org.leagueflow.award;

import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.springframework.stereotype.Component;

/** Makes editions of awards that can be announced. */
@Component
class AwardFixture {

	private final Awards awards;

	private final AwardEditions editions;

	private final BusinessClock clock;

	AwardFixture(Awards awards, AwardEditions editions, BusinessClock clock) {
		this.awards = awards;
		this.editions = editions;
		this.clock = clock;
	}

	/** A released edition of a new award of the unit. */
	long edition(long unit, AwardDefinition definition) {
		Award award = this.awards.saveAndFlush(new Award(unit, this.clock.instant()));
		AwardEdition edition = new AwardEdition(award.id(), 1, definition.name(), Json.write(definition), Actor.SYSTEM,
				this.clock.instant());
		edition.release(Actor.SYSTEM, this.clock.instant());
		return this.editions.saveAndFlush(edition).id();
	}

}
