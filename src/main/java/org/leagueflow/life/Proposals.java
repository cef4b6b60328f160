package org.leagueflow.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * Plans the next League classes of a branch, one for each period that still lacks one.
 */
@Component
class Proposals {

	private final Monitor monitor;

	private final LifeRecords records;

	private final Policies policies;

	private final BusinessClock clock;

	Proposals(Monitor monitor, LifeRecords records, Policies policies, BusinessClock clock) {
		this.monitor = monitor;
		this.records = records;
		this.policies = policies;
		this.clock = clock;
	}

	/** What to call in this period and in the next one. */
	List<Proposal> of(UnitCard branch, DutyStatus status) {
		List<Proposal> proposals = new ArrayList<>();
		if (status.period() != null) {
			current(branch, status).ifPresent(proposals::add);
			next(branch, status).ifPresent(proposals::add);
		}
		return proposals;
	}

	/** What to call in the period of today. */
	Optional<Proposal> current(UnitCard branch, DutyStatus status) {
		return (status.period() != null) ? propose(branch, status.period(), status.lacking()) : Optional.empty();
	}

	private Optional<Proposal> next(UnitCard branch, DutyStatus status) {
		Period next = status.period().next();
		int required = requiredTimes(next).times(status.effective().frequency(), next, branch.path()).orElse(0);
		int there = (int) this.records.between(List.of(branch.id()), next.first(), next.last())
			.stream()
			.filter((record) -> record.kind() == MeetingKind.LEAGUE_CLASS && (record.coming() || record.held()))
			.count();
		return propose(branch, next, required - there);
	}

	private Optional<Proposal> propose(UnitCard branch, Period period, int lacking) {
		if (lacking <= 0) {
			return Optional.empty();
		}
		RequiredTimes requiredTimes = requiredTimes(period);
		return slot(branch).in(period, this.clock.localNow(), (day) -> requiredTimes.works(day, branch.path()))
			.map((startsAt) -> new Proposal(period, startsAt,
					this.records.lastPlace(branch.id(), MeetingKind.LEAGUE_CLASS).orElse(null), lacking));
	}

	private ClassSlot slot(UnitCard branch) {
		return new ClassSlot(this.policies.number(LifeRules.CLASS_WEEKDAY, branch.path()),
				this.policies.number(LifeRules.CLASS_HOUR, branch.path()));
	}

	private RequiredTimes requiredTimes(Period period) {
		LocalDate from = period.first();
		return this.monitor.requiredTimes(from, period.last());
	}

}
