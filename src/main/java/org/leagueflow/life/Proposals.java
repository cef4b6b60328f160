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

	private final Records records;

	private final Policies policies;

	private final BusinessClock clock;

	Proposals(Monitor monitor, Records records, Policies policies, BusinessClock clock) {
		this.monitor = monitor;
		this.records = records;
		this.policies = policies;
		this.clock = clock;
	}

	/** What to call in this period and in the next one. */
	List<Proposal> of(UnitCard branch, Standing standing) {
		List<Proposal> proposals = new ArrayList<>();
		if (standing.period() != null) {
			current(branch, standing).ifPresent(proposals::add);
			next(branch, standing).ifPresent(proposals::add);
		}
		return proposals;
	}

	/** What to call in the period of today. */
	Optional<Proposal> current(UnitCard branch, Standing standing) {
		return (standing.period() != null) ? propose(branch, standing.period(), standing.lacking()) : Optional.empty();
	}

	private Optional<Proposal> next(UnitCard branch, Standing standing) {
		Period next = standing.period().next();
		int required = demands(next).times(standing.holding().frequency(), next, branch.path()).orElse(0);
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
		Demands demands = demands(period);
		return slot(branch).in(period, this.clock.localNow(), (day) -> demands.works(day, branch.path()))
			.map((startsAt) -> new Proposal(period, startsAt,
					this.records.lastPlace(branch.id(), MeetingKind.LEAGUE_CLASS).orElse(null), lacking));
	}

	private ClassSlot slot(UnitCard branch) {
		return new ClassSlot(this.policies.number(Policies.CLASS_WEEKDAY, branch.path()),
				this.policies.number(Policies.CLASS_HOUR, branch.path()));
	}

	private Demands demands(Period period) {
		LocalDate from = period.first();
		return this.monitor.demands(from, period.last());
	}

}
