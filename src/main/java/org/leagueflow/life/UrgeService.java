package org.leagueflow.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Route;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Urges branches that are behind (催办), each at most once a day. */
@Service
class UrgeService {

	/** More at once is a slip of the hand. */
	private static final int MAX_BRANCHES = 500;

	private final LifeRights rights;

	private final Monitor monitor;

	private final Urges urges;

	private final People people;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	UrgeService(LifeRights rights, Monitor monitor, Urges urges, People people, Notifications notifications,
			AuditLog auditLog, BusinessClock clock) {
		this.rights = rights;
		this.monitor = monitor;
		this.urges = urges;
		this.people = people;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Tells the secretaries of these branches what is overdue.
	 * @throws Refusal.NotAllowed when the actor does not stand above one of them
	 * @throws Refusal.Invalid when none is named, or too many
	 */
	@Transactional
	public Result urge(Collection<Long> branchIds, Actor by) {
		if (branchIds.isEmpty() || branchIds.size() > MAX_BRANCHES) {
			throw new Refusal.Invalid("refusal.life.urge.some", MAX_BRANCHES);
		}
		List<UnitCard> branches = new LinkedHashSet<>(branchIds).stream().map((id) -> led(id, by)).toList();
		Map<Long, LocalDate> urged = this.urges.last(branches.stream().map(UnitCard::id).toList());
		Result result = new Result(0, 0, 0, 0);
		for (BranchStatus one : this.monitor.of(branches)) {
			result = result.plus(urge(one, urged.get(one.branch().id()), by));
		}
		return result;
	}

	private UnitCard led(long branchId, Actor by) {
		UnitCard branch = this.rights.branch(branchId, by);
		if (!this.rights.leads(by, branch.path())) {
			throw new Refusal.NotAllowed("refusal.life.urge", branch.name());
		}
		return branch;
	}

	private Result urge(BranchStatus one, LocalDate urgedOn, Actor by) {
		if (one.overdue().isEmpty() || !LifeRights.watched(one.branch())) {
			return new Result(0, 0, 1, 0);
		}
		if (this.clock.today().equals(urgedOn)) {
			return new Result(0, 1, 0, 0);
		}
		Route route = this.people.route(Roles.BRANCH_SECRETARY, one.branch().id());
		if (route.climbed()) {
			return new Result(0, 0, 0, 1);
		}
		String duties = one.overdue().stream().map((status) -> status.duty().name()).collect(Collectors.joining(","));
		this.urges.save(new Urge(one.branch().id(), duties, by, this.clock.today(), this.clock.instant()));
		this.auditLog.record(AuditEvent.of(by, "life.urged", "unit:" + one.branch().id())
			.in(one.branch().id())
			.with(Map.of("duties", duties)));
		one.overdue().forEach((status) -> tell(one.branch(), status, route, by));
		return new Result(1, 0, 0, 0);
	}

	private void tell(UnitCard branch, DutyStatus status, Route route, Actor by) {
		this.notifications.tellRole(route.role(), route.unitId(), Message.of("life.told.urge." + status.duty(),
				branch.name(), status.overdueSince().toString(), by.name()), "/life/branches/" + branch.id());
	}

	/**
	 * What became of it, in branches.
	 *
	 * @param told urged now
	 * @param already urged today before
	 * @param fine not behind at all
	 * @param nobody without a secretary who could be told
	 */
	record Result(int told, int already, int fine, int nobody) {

		private Result plus(Result other) {
			return new Result(this.told + other.told, this.already + other.already, this.fine + other.fine,
					this.nobody + other.nobody);
		}

		Message words() {
			return Message.of("life.said.urged", this.told, this.already, this.fine, this.nobody);
		}

	}

}
