package org.leagueflow.award;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.award.BranchBallots.Ballot;
import org.leagueflow.award.BranchBallots.Line;
import org.leagueflow.award.BranchBallots.Turnout;
import org.leagueflow.award.BranchBallots.Vote;
import org.leagueflow.engine.TaskEvent;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.meeting.MeetingKind;
import org.leagueflow.meeting.PersonsDecided;
import org.leagueflow.meeting.PersonsMotion;
import org.leagueflow.meeting.PersonsMotionStanding;
import org.leagueflow.meeting.PersonsMotions;
import org.leagueflow.meeting.PersonsStanding;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.voting.Result;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 支部评议投票: puts those whom branches nominated to a secret ballot of their own branch, and
 * takes in what the meetings decided.
 */
@Service
@Transactional
class BranchBallotService implements PersonsStanding {

	private static final String MATTER = "award-assess";

	private static final int MAX_NAMED = 20;

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final BranchBallots ballots;

	private final PersonsMotions motions;

	private final BatchRights rights;

	private final BatchTrail trail;

	private final People people;

	private final Offices offices;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	BranchBallotService(Batches batches, BatchPlans plans, Nominations nominations, BranchBallots ballots,
			PersonsMotions motions, BatchRights rights, BatchTrail trail, People people, Offices offices,
			Notifications notifications, AuditLog auditLog, BusinessClock clock) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.ballots = ballots;
		this.motions = motions;
		this.rights = rights;
		this.trail = trail;
		this.people = people;
		this.offices = offices;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Puts everybody who is ranked and was not put yet on the agenda of the own branch; a
	 * batch that was sent back keeps the votes that it has.
	 */
	void put(CaseId caseId) {
		Batch batch = this.batches.of(caseId);
		if (this.plans.of(batch.editionId()).ballot() != null) {
			Set<Long> before = this.ballots.put(batch.id());
			put(batch, this.nominations.eligible(batch.id()).stream().filter((one) -> !before.contains(one.id())));
		}
	}

	private void put(Batch batch, Stream<Nomination> rows) {
		BranchBallots.byUnit(rows.toList()).forEach((unitId, own) -> {
			UnitCard unit = this.people.unit(unitId);
			for (int from = 0; from < own.size(); from += PersonsMotions.MAX_PERSONS) {
				put(batch, unit, own.subList(from, Math.min(own.size(), from + PersonsMotions.MAX_PERSONS)));
			}
			Message words = Message.of("award.told.ballot", batch.name(), own.size());
			this.offices.heads(unit)
				.forEach((role) -> this.notifications.tellRole(role, unit.id(), words, "/meetings"));
		});
	}

	private void put(Batch batch, UnitCard unit, List<Nomination> rows) {
		BatchPlan plan = this.plans.of(batch.editionId());
		long entry = this.motions.put(new PersonsMotion(MATTER, MeetingKind.BRANCH_GENERAL_MEETING, unit.id(),
				"评优评议：" + batch.name(), rows.stream().map(Nomination::subject).toList(), !plan.voted().isEmpty()));
		this.ballots.put(batch.id(), unit, entry, rows, this.clock.instant());
		this.trail.add(batch.id(), null, unit, "ballotPut", null, Actor.SYSTEM);
	}

	@Override
	public String matter() {
		return MATTER;
	}

	/** Whoever was taken off the batch meanwhile is not voted on. */
	@Override
	@Transactional(readOnly = true)
	public Set<Long> standing(long entryId) {
		return this.ballots.ofEntry(entryId)
			.map((ballot) -> this.nominations.all(this.ballots.lines(ballot.id()))
				.stream()
				.filter((one) -> one.state() == NominationState.ELIGIBLE)
				.map((one) -> one.subject().id())
				.collect(Collectors.toSet()))
			.orElse(Set.of());
	}

	/** What a branch voted; where the award asks for a majority, who has none is out. */
	@EventListener
	public void on(PersonsDecided event) {
		if (MATTER.equals(event.matter())) {
			this.ballots.ofEntry(event.entryId()).ifPresent((ballot) -> decided(ballot, event));
		}
	}

	private void decided(Ballot ballot, PersonsDecided event) {
		Map<Long, Nomination> bySubject = this.nominations.all(this.ballots.lines(ballot.id()))
			.stream()
			.collect(Collectors.toMap((one) -> one.subject().id(), (one) -> one));
		Turnout turnout = new Turnout(event.card().tally().entitled(), event.card().tally().present(), event.base(),
				event.card().coarse());
		List<Line> lines = event.card()
			.result()
			.lines()
			.stream()
			.filter((line) -> bySubject.containsKey(line.id()))
			.map((line) -> new Line(bySubject.get(line.id()).id(), turnout.coarse() ? null : line.votes(),
					line.standing() == Result.Standing.PASSED))
			.toList();
		this.ballots.decided(ballot, event.resolutionId(), event.heldOn(), turnout, lines);
		Batch batch = this.batches.of(ballot.batch());
		UnitCard unit = this.people.unit(ballot.unit());
		this.trail.add(batch.id(), null, unit, "balloted", event.heldOn().toString(), Actor.SYSTEM);
		if (this.plans.of(batch.editionId()).ballot() == AwardStep.Ballot.PASS) {
			lines.stream().filter((line) -> !line.passed()).forEach((line) -> out(batch, unit, line, event, turnout));
		}
	}

	private void out(Batch batch, UnitCard unit, Line line, PersonsDecided event, Turnout turnout) {
		Message why = turnout.coarse() ? Message.of("award.outvoted.coarse", event.heldOn().toString()) : Message
			.of("award.outvoted", event.heldOn().toString(), line.votes(), turnout.base(), event.card().needed());
		if (this.nominations.outvoted(line.nomination(), why)) {
			this.trail.add(batch.id(), line.nomination(), unit, "outvoted", null, Actor.SYSTEM);
		}
	}

	/**
	 * @throws Refusal.Conflict naming the branches that have not voted on everybody who
	 * is ranked, or whose numbers are needed and stay unpublished
	 */
	void requireVoted(CaseId caseId) {
		Batch batch = this.batches.of(caseId);
		BatchPlan plan = this.plans.of(batch.editionId());
		if (plan.ballot() == null) {
			return;
		}
		Map<Long, Vote> votes = this.ballots.votes(batch.id());
		List<Nomination> rows = this.nominations.eligible(batch.id());
		require(rows, (one) -> !votes.containsKey(one.id()), "refusal.award.branchesMissing");
		if (!plan.voted().isEmpty()) {
			require(rows, (one) -> votes.get(one.id()).votes() == null, "refusal.award.branchesWithheld");
		}
		this.ballots.of(batch.id())
			.stream()
			.filter((ballot) -> !ballot.decided())
			.forEach((ballot) -> this.motions.withdraw(ballot.entry()));
	}

	private static void require(List<Nomination> rows, Predicate<Nomination> lacks, String key) {
		List<String> units = rows.stream().filter(lacks).map(Nomination::unitName).distinct().toList();
		if (!units.isEmpty()) {
			throw new Refusal.Conflict(key, units.size(),
					units.stream().limit(MAX_NAMED).collect(Collectors.joining("、"))
							+ (units.size() > MAX_NAMED ? "…" : ""));
		}
	}

	/**
	 * Declares a branch's vote void, for a reason, and lets it vote again on everybody
	 * who still takes part.
	 */
	void again(long batchId, Long unitId, String reason, Actor by) {
		Batch batch = this.batches.lock(batchId).orElseThrow(() -> new Refusal.NotFound("refusal.award.batch"));
		this.rights.requireRunning(batch, by);
		String why = BatchService.reason(reason);
		if (!Batch.ASSESS.equals(batch.stage())) {
			throw new Refusal.Conflict("refusal.award.notAssessing");
		}
		List<Ballot> own = this.ballots.of(batchId)
			.stream()
			.filter((ballot) -> Objects.equals(ballot.unit(), unitId))
			.toList();
		if (own.isEmpty()) {
			throw new Refusal.NotFound("refusal.award.branch");
		}
		if (own.stream().anyMatch((ballot) -> !ballot.decided())) {
			throw new Refusal.Conflict("refusal.award.ballotOpen", own.get(0).unitName());
		}
		List<Long> voted = own.stream().flatMap((ballot) -> this.ballots.lines(ballot.id()).stream()).toList();
		this.ballots.voided(own, why, by, this.clock.instant());
		this.nominations.backFromVote(voted);
		UnitCard unit = this.people.unit(unitId);
		this.trail.add(batchId, null, unit, "ballotAgain", why, by);
		this.auditLog.record(AuditEvent.of(by, "award.ballotAgain", "batch:" + batchId)
			.on(batch.caseId())
			.in(unitId)
			.with(Map.of("ballots", own.stream().map(Ballot::id).toList(), "reason", why)));
		put(batch, this.nominations.all(voted).stream().filter((one) -> one.state() == NominationState.ELIGIBLE));
	}

	/** Nobody votes any more for a batch that is over. */
	@EventListener
	public void on(TaskEvent.CaseEnded event) {
		if (BatchService.PROCESS.equals(event.process())) {
			this.batches.findByCaseId(event.caseId().value())
				.ifPresent((batch) -> this.ballots.of(batch.id())
					.stream()
					.filter((ballot) -> !ballot.decided())
					.forEach((ballot) -> this.motions.withdraw(ballot.entry())));
		}
	}

	/** What became of the votes, for those who read the branches' rows. */
	@Transactional(readOnly = true)
	BranchBallotPage page(long batchId, Actor by) {
		Batch batch = this.batches.of(batchId);
		List<String> paths = this.rights.readsBelow(batch, by);
		if (paths.isEmpty()) {
			throw new Refusal.NotFound("refusal.award.batch");
		}
		List<Ballot> shown = this.ballots.of(batchId)
			.stream()
			.filter((ballot) -> paths.stream().anyMatch(this.people.unit(ballot.unit()).path()::startsWith))
			.toList();
		Map<Long, PersonsMotionStanding> standings = this.motions
			.standings(shown.stream().filter((ballot) -> !ballot.decided()).map(Ballot::entry).toList());
		Map<Long, List<Nomination>> rows = rows(shown);
		Map<Long, Vote> votes = this.ballots.votes(batchId);
		boolean runs = this.rights.runs(batch, by);
		return new BranchBallotPage(batch, this.plans.of(batch.editionId()), runs,
				runs && Batch.ASSESS.equals(batch.stage()),
				shown.stream()
					.map((ballot) -> new BranchBallotPage.Row(ballot, standings.get(ballot.entry()),
							rows.get(ballot.id())
								.stream()
								.map((one) -> new BranchBallotPage.Line(one, votes.get(one.id())))
								.toList()))
					.toList(),
				runs ? this.ballots.voided(batchId) : List.of());
	}

	private Map<Long, List<Nomination>> rows(Collection<Ballot> shown) {
		Map<Long, List<Long>> lines = new HashMap<>();
		List<Long> all = new ArrayList<>();
		shown.forEach((ballot) -> {
			lines.put(ballot.id(), this.ballots.lines(ballot.id()));
			all.addAll(lines.get(ballot.id()));
		});
		Map<Long, Nomination> found = this.nominations.all(all)
			.stream()
			.collect(Collectors.toMap(Nomination::id, (one) -> one));
		Map<Long, List<Nomination>> rows = new HashMap<>();
		lines.forEach((ballot, ids) -> rows.put(ballot, ids.stream().map(found::get).toList()));
		return rows;
	}

}
