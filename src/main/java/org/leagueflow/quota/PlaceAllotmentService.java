package org.leagueflow.quota;

import java.util.Collection;
import java.util.Map;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.quota.Places.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves places between accounts by conditional updates. Rows are locked from the top of
 * the tree down, so that those who allot at once wait for each other and never in a
 * circle.
 */
@Service
@Transactional
class PlaceAllotmentService implements PlaceAllotments {

	private final TakenPlaces rows;

	private final People people;

	PlaceAllotmentService(TakenPlaces rows, People people) {
		this.rows = rows;
		this.people = people;
	}

	@Override
	public void open(Account account, int places) {
		notBelowZero(places);
		ensure(account);
		if (!this.rows.allotted(account, places, null)) {
			throw used(account);
		}
	}

	@Override
	public void allot(Account parent, long toUnitId, int places) {
		notBelowZero(places);
		UnitCard above = this.people.unit(parent.unitId());
		UnitCard below = this.people.unit(toUnitId);
		if (above.id() == below.id() || !below.path().startsWith(above.path())) {
			throw Refusal.Invalid.field("to", "refusal.quota.below", above.name());
		}
		Account child = new Account(parent.purpose(), toUnitId, parent.period());
		Standing standing = this.rows.locked(parent)
			.orElseThrow(() -> new Refusal.Conflict("refusal.quota.unallotted", above.name()));
		ensure(child);
		int more = places - this.rows.locked(child).map(Standing::places).orElse(0);
		if (!this.rows.give(parent, more)) {
			throw new Refusal.Conflict("refusal.quota.above", above.name(), standing.left(), Math.max(more, 0));
		}
		if (!this.rows.allotted(child, places, parent.unitId())) {
			throw used(child);
		}
	}

	private static void notBelowZero(int places) {
		if (places < 0) {
			throw Refusal.Invalid.field("places", "refusal.quota.negative", places);
		}
	}

	private void ensure(Account account) {
		if (!this.rows.exists(account)) {
			this.rows.open(account);
		}
	}

	private Refusal used(Account account) {
		Standing now = this.rows.standing(account).orElse(new Standing(0, 0, this.rows.taken(account)));
		return new Refusal.Conflict("refusal.quota.used", this.people.unit(account.unitId()).name(), now.given(),
				now.taken());
	}

	@Override
	@Transactional(readOnly = true)
	public Standing standing(Account account) {
		return this.rows.standing(account).orElse(new Standing(0, 0, this.rows.taken(account)));
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, Standing> standings(String purpose, Collection<Long> units, String period) {
		return units.isEmpty() ? Map.of() : this.rows.standings(purpose, units, period);
	}

}
