package org.leagueflow.plan;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.leagueflow.inbox.TaskRouting.Seat;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Component;

/** At which seat of a unit the tasks of its plan are answered. */
@Component
class PlanSeats {

	private final People people;

	private final Offices offices;

	PlanSeats(People people, Offices offices) {
		this.people = people;
		this.offices = offices;
	}

	/** The unit's committee; where nobody sits on one, whoever heads the unit. */
	Seat office(long unitId) {
		UnitCard unit = this.people.unit(unitId);
		return seat(unit, Stream.concat(Stream.of(this.offices.committee(unit)), this.offices.heads(unit).stream()));
	}

	/** Who heads the unit; where nobody does, its committee. */
	Seat head(long unitId) {
		UnitCard unit = this.people.unit(unitId);
		return seat(unit, Stream.concat(this.offices.heads(unit).stream(), Stream.of(this.offices.committee(unit))));
	}

	private Seat seat(UnitCard unit, Stream<String> roles) {
		List<String> all = roles.distinct().toList();
		return new Seat(all.stream()
			.filter((role) -> !this.people.holders(role, unit.id()).isEmpty())
			.findFirst()
			.orElse(all.get(0)), unit.id());
	}

	/**
	 * The office, or the nearest above it in which somebody sits who is none of these
	 * persons: nobody checks the own work.
	 */
	Seat officeBeside(long unitId, List<Long> persons) {
		return beside(unitId, persons, this::office);
	}

	/** The same for whoever heads the unit. */
	Seat headBeside(long unitId, List<Long> persons) {
		return beside(unitId, persons, this::head);
	}

	private Seat beside(long unitId, List<Long> persons, LongFunction<Seat> seats) {
		return this.people.lineage(unitId)
			.stream()
			.filter((unit) -> unit.kind() != UnitKind.PARTY_BRANCH)
			.map((unit) -> seats.apply(unit.id()))
			.filter((seat) -> this.people.holders(seat.role(), seat.unitId())
				.stream()
				.anyMatch((one) -> !persons.contains(one)))
			.findFirst()
			.orElseGet(() -> seats.apply(unitId));
	}

	/** The unit above, or the unit itself where there is none. */
	UnitCard above(long unitId) {
		List<UnitCard> lineage = this.people.lineage(unitId);
		return lineage.get(Math.min(1, lineage.size() - 1));
	}

}
