package org.leagueflow.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts places by a conditional update of the account's row, so that transactions which
 * take at once wait for each other at this row and nowhere else.
 */
@Service
@Transactional
class PlaceService implements Places {

	private final TakenPlaces rows;

	private final BusinessClock clock;

	PlaceService(TakenPlaces rows, BusinessClock clock) {
		this.rows = rows;
		this.clock = clock;
	}

	@Override
	public boolean take(CaseId caseId, Account account, int most) {
		return take(caseId, account, () -> counted(account, most));
	}

	@Override
	public boolean take(CaseId caseId, Account account, int most, LocalDate day) {
		return take(caseId, account, () -> counted(account, most), this.clock.startOf(day));
	}

	private boolean take(CaseId caseId, Account account, BooleanSupplier count) {
		return take(caseId, account, count, this.clock.instant());
	}

	private boolean take(CaseId caseId, Account account, BooleanSupplier count, Instant since) {
		Optional<Account> held = this.rows.heldBy(caseId, account.purpose());
		if (held.filter(account::equals).isPresent()) {
			return true;
		}
		if (!count.getAsBoolean()) {
			return false;
		}
		held.ifPresent((other) -> release(caseId, other));
		this.rows.add(caseId, account, since);
		return true;
	}

	private boolean counted(Account account, int most) {
		if (this.rows.count(account, most)) {
			return true;
		}
		if (this.rows.exists(account)) {
			return false;
		}
		this.rows.open(account);
		return this.rows.count(account, most);
	}

	@Override
	public void release(CaseId caseId, String purpose) {
		this.rows.heldBy(caseId, purpose).ifPresent((account) -> release(caseId, account));
	}

	private void release(CaseId caseId, Account account) {
		if (this.rows.remove(caseId, account)) {
			this.rows.giveBack(account);
		}
	}

	@Override
	@Transactional(readOnly = true)
	public boolean holds(CaseId caseId, String purpose) {
		return this.rows.heldBy(caseId, purpose).isPresent();
	}

	@Override
	@Transactional(readOnly = true)
	public int taken(Account account) {
		return this.rows.taken(account);
	}

	@Override
	@Transactional(readOnly = true)
	public int elsewhere(Account account, LocalDate from, LocalDate before) {
		return this.rows.elsewhere(account, this.clock.startOf(from), this.clock.startOf(before));
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Long, Integer> taken(String purpose, Collection<Long> units, LocalDate from, LocalDate before) {
		Map<Long, Integer> counted = units.isEmpty() ? Map.of()
				: this.rows.taken(purpose, units, this.clock.startOf(from), this.clock.startOf(before));
		return units.stream()
			.distinct()
			.collect(Collectors.toMap((unit) -> unit, (unit) -> counted.getOrDefault(unit, 0)));
	}

}
