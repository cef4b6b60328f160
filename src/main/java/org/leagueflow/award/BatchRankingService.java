package org.leagueflow.award;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.requirement.Asked;
import org.leagueflow.requirement.Requirement;
import org.leagueflow.requirement.Requirements;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Subject;
import org.leagueflow.scoring.Entrant;
import org.leagueflow.scoring.Input;
import org.leagueflow.scoring.Inputs;
import org.leagueflow.scoring.LevelAllocation;
import org.leagueflow.scoring.LevelRules;
import org.leagueflow.scoring.Levels;
import org.leagueflow.scoring.Lot;
import org.leagueflow.scoring.Placing;
import org.leagueflow.scoring.Ranked;
import org.leagueflow.scoring.Ranking;
import org.leagueflow.scoring.Rational;
import org.leagueflow.scoring.Score;
import org.leagueflow.scoring.TiePolicy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Checks the conditions of a batch, and ranks it: always the whole declared group. */
@Service
@Transactional
class BatchRankingService {

	private static final int MAX_SEED = 100;

	private static final int SEALED_BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Batches batches;

	private final BatchPlans plans;

	private final Nominations nominations;

	private final BatchPlaces places;

	private final BatchScores scores;

	private final BatchMoves moves;

	private final Recounts recounts;

	private final NominationService nominating;

	private final Requirements requirements;

	private final BatchTrail trail;

	private final BatchRights rights;

	private final People people;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	private final CollectiveBars bars;

	BatchRankingService(Batches batches, BatchPlans plans, Nominations nominations, BatchPlaces places,
			BatchScores scores, BatchMoves moves, Recounts recounts, NominationService nominating,
			Requirements requirements, BatchTrail trail, BatchRights rights, People people, AuditLog auditLog,
			BusinessClock clock, CollectiveBars bars) {
		this.batches = batches;
		this.plans = plans;
		this.nominations = nominations;
		this.places = places;
		this.scores = scores;
		this.moves = moves;
		this.recounts = recounts;
		this.nominating = nominating;
		this.requirements = requirements;
		this.trail = trail;
		this.rights = rights;
		this.people = people;
		this.auditLog = auditLog;
		this.clock = clock;
		this.bars = bars;
	}

	/** Says of everybody who was nominated what is missing. */
	void checkConditions(CaseId caseId) {
		Batch batch = this.batches.lock(this.batches.of(caseId).id()).orElseThrow();
		BatchPlan plan = this.plans.of(batch.editionId());
		List<Nomination> live = this.nominations.live(batch.id());
		Map<Long, List<Message>> unmet = new LinkedHashMap<>();
		live.forEach((one) -> unmet.put(one.id(), new ArrayList<>()));
		Map<Long, String> excluded = this.nominating.excluded(batch, plan, plan.judged(),
				live.stream()
					.map(Nomination::subject)
					.filter((subject) -> subject.kind() == plan.judged())
					.map(Subject::id)
					.toList());
		Map<Long, List<Requirement>> asked = conditions(plan, live);
		Map<Long, List<Message>> barred = this.bars.of(batch, live);
		for (Nomination one : live) {
			Optional.ofNullable(excluded.get(one.subject().id()))
				.ifPresent((other) -> unmet.get(one.id())
					.add(Message.of("refusal.award.exclusive", one.subject().name(), plan.award(), other)));
			unmet.get(one.id()).addAll(barred.getOrDefault(one.subject().id(), List.of()));
			asked.getOrDefault(one.subject().id(), List.of())
				.stream()
				.filter((requirement) -> !requirement.ok())
				.forEach((requirement) -> unmet.get(one.id()).add(requirement.whyNot()));
		}
		this.nominations.checked(batch.id(), unmet);
		this.trail.add(batch.id(), null, this.people.unit(batch.unitId()), "checked", null, Actor.SYSTEM);
	}

	private Map<Long, List<Requirement>> conditions(BatchPlan plan, List<Nomination> rows) {
		if (plan.judged() != Subject.Kind.PERSON || plan.conditions().conditions().isEmpty() || rows.isEmpty()) {
			return Map.of();
		}
		return this.requirements.ofAll(plan.conditions(),
				rows.stream().map((one) -> new Asked(one.subject().id(), one.unitPath(), null)).toList(),
				this.clock.today());
	}

	/**
	 * Scores and ranks everybody who is eligible, gives out the levels, and keeps who
	 * moved.
	 */
	void rank(CaseId caseId) {
		Batch batch = this.batches.lock(this.batches.of(caseId).id()).orElseThrow();
		BatchPlan plan = this.plans.of(batch.editionId());
		List<Nomination> before = this.nominations.eligible(batch.id());
		if (batch.quotaBases() == null) {
			batch.counted(Json.write(this.places.bases(batch)));
		}
		List<Nominations.Rank> after = ranks(batch, plan, before);
		LevelAllocation levels = allocate(batch, plan, before, after);
		List<Nominations.Rank> placed = after.stream()
			.map((one) -> new Nominations.Rank(one.id(), one.score(), one.rank(), one.place(),
					levels.levelOf(one.id()).orElse(null)))
			.toList();
		this.nominations.ranked(batch.id(), before, placed);
		Optional<Tie> open = tie(batch);
		batch.ranked(levels.openTie().map((tie) -> Json.write(sealed(tie, open))).orElse(null));
		this.moves.add(batch, before, placed);
		this.auditLog.record(AuditEvent.of(Actor.SYSTEM, "award.ranked", "batch:" + batch.id())
			.on(caseId)
			.with(Map.of("round", batch.round(), "ranked", placed.size())));
	}

	/**
	 * While the list waits to be confirmed, what is corrected is ranked at once, so that
	 * whoever confirms has seen it; with the last of several recounts, all of them.
	 */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	public void on(BatchCorrected event) {
		Batch batch = this.batches.lock(event.batchId()).orElseThrow();
		if (Batch.RANK.equals(batch.stage()) && batch.corrected() && this.recounts.open(batch.id()) == 0) {
			rank(batch.caseId());
		}
	}

	private List<Nominations.Rank> ranks(Batch batch, BatchPlan plan, List<Nomination> rows) {
		if (plan.scheme() == null) {
			return rows.stream().map((one) -> new Nominations.Rank(one.id(), null, 1, 1, null)).toList();
		}
		Map<Long, BigDecimal> values = new HashMap<>();
		List<Ranked> group = new ArrayList<>(rows.size());
		this.scores.figures(batch, plan, rows, (id, entered) -> {
			Score score = plan.scheme().score(entered);
			values.put(id, score.value());
			group.add(new Ranked(id, score.value(),
					plan.tieBreakers().stream().map((key) -> one(entered, key)).toList()));
		});
		return Ranking.rank(group)
			.stream()
			.map((one) -> new Nominations.Rank(one.subjectId(), values.get(one.subjectId()), one.rank(), one.place(),
					null))
			.toList();
	}

	/** What is compared among equals: the one entry, or the mean of several as a sum. */
	private static Rational one(Inputs inputs, String component) {
		List<Rational> entered = inputs.of(component).stream().map(Input::value).filter(Objects::nonNull).toList();
		return entered.isEmpty() ? null : entered.stream().reduce(Rational.ZERO, Rational::plus);
	}

	private LevelAllocation allocate(Batch batch, BatchPlan plan, List<Nomination> rows, List<Nominations.Rank> ranks) {
		Map<Long, Nomination> byId = rows.stream().collect(Collectors.toMap(Nomination::id, Function.identity()));
		AwardDefinition definition = this.plans.definition(batch.editionId());
		List<Integer> levels = this.places.levels(batch);
		BatchPlaces.Limits limits = this.places.limits(batch, levels);
		List<Entrant> entrants = ranks.stream()
			.filter((one) -> one.place() != null)
			.map((one) -> new Entrant(one.id(), one.place(),
					definition.bestLevel(one.rank(), ranks.size()).orElse(definition.levels().size()),
					limits.groups(byId.get(one.id()))))
			.sorted(Comparator.comparingInt(Entrant::place))
			.toList();
		return Levels.allocate(new LevelRules(levels, plan.overflow(), plan.fill(), plan.ties(), limits.most()),
				entrants, this.moves.tieOrder(batch.id()));
	}

	/** The committee, or a lot, says in which order equals at the last place come. */
	void settleTie(long batchId, List<Long> order, String seed, Actor by) {
		Batch batch = this.batches.lock(batchId).orElseThrow(() -> new Refusal.NotFound("refusal.award.batch"));
		this.rights.requireRunning(batch, by);
		BatchPlan plan = this.plans.of(batch.editionId());
		Tie tie = tie(batch).orElseThrow(() -> new Refusal.Conflict("refusal.award.noTie"));
		List<Long> said = (plan.ties() == TiePolicy.LOT) ? drawn(tie, seed) : order;
		if (said == null || said.size() != tie.subjects().size()
				|| !new HashSet<>(said).equals(new HashSet<>(tie.subjects()))) {
			throw Refusal.Invalid.field("order", "refusal.award.tieOrder", tie.subjects().size());
		}
		List<Nomination> tied = this.nominations.all(said);
		requireUnconcerned(tied, by);
		this.moves.order(batch.id(), said);
		String names = tied.stream().map((one) -> one.subject().name()).collect(Collectors.joining("、"));
		this.trail.add(batch.id(), null, this.people.unit(batch.unitId()),
				(plan.ties() == TiePolicy.LOT) ? "lotDrawn" : "tieSettled",
				(plan.ties() == TiePolicy.LOT) ? tie.protocol(seed.strip(), names) : names, by);
		List<Nomination> rows = this.nominations.eligible(batch.id());
		LevelAllocation levels = allocate(batch, plan, rows,
				rows.stream()
					.map((one) -> new Nominations.Rank(one.id(), one.score(), one.rank(), one.place(), null))
					.toList());
		Map<Long, Integer> given = new HashMap<>();
		rows.forEach((one) -> levels.levelOf(one.id()).ifPresent((level) -> given.put(one.id(), level)));
		this.nominations.levels(batch.id(), given);
		batch.tieSettled();
		levels.openTie().ifPresent((next) -> batch.ties(Json.write(sealed(next, Optional.empty()))));
	}

	private static void requireUnconcerned(List<Nomination> tied, Actor by) {
		if (tied.stream().anyMatch((one) -> one.subject().is(by.personId()))) {
			throw new Refusal.NotAllowed("refusal.award.ownTie");
		}
	}

	/**
	 * What everybody can draw again from the seed and the number that was sealed before
	 * it was said. Whoever says the seed does not know the number, and the number was
	 * fixed, and its digest shown, before anybody said a seed.
	 */
	private static List<Long> drawn(Tie tie, String seed) {
		if (seed == null || seed.isBlank() || seed.strip().length() > MAX_SEED) {
			throw Refusal.Invalid.field("seed", "refusal.award.seed", MAX_SEED);
		}
		return Lot.draw(tie.together(seed.strip()), tie.subjects()).lines().stream().map(Lot.Line::subjectId).toList();
	}

	/** A tie that is open already keeps its number: it cannot be had anew. */
	private static Tie sealed(LevelAllocation.Tie tie, Optional<Tie> before) {
		return before
			.filter((one) -> one.sealed() != null && one.level() == tie.level() && one.places() == tie.places()
					&& one.subjects().equals(tie.subjects()))
			.orElseGet(() -> {
				byte[] number = new byte[SEALED_BYTES];
				RANDOM.nextBytes(number);
				return new Tie(tie.level(), tie.subjects(), tie.places(), HexFormat.of().formatHex(number));
			});
	}

	/** Equals of whom not all have a place, while nobody said their order. */
	@Transactional(readOnly = true)
	Optional<Tie> tie(Batch batch) {
		return Optional.ofNullable(batch.openTie()).map((json) -> Json.read(json, Tie.class));
	}

	/**
	 * A list with an open tie or an open recount is no list, nor is one that was
	 * corrected since it was ranked.
	 */
	void confirm(CaseId caseId, Actor by) {
		Batch batch = this.batches.lock(this.batches.of(caseId).id()).orElseThrow();
		tie(batch).ifPresent((open) -> {
			throw new Refusal.Conflict("refusal.award.openTie", open.subjects().size(), open.places());
		});
		int open = this.recounts.open(batch.id());
		if (open > 0) {
			throw new Refusal.Conflict("refusal.award.openRecounts", open);
		}
		if (batch.corrected()) {
			throw new Refusal.Conflict("refusal.award.listChanged");
		}
		this.trail.add(batch.id(), null, this.people.unit(batch.unitId()), "confirmed", null, by);
	}

	/**
	 * See {@link LevelAllocation.Tie}.
	 *
	 * @param sealed a random number in hexadecimal digits that goes into a lot; until the
	 * lot is drawn only its digest is shown. Null for a tie that was found before there
	 * was one.
	 */
	record Tie(int level, List<Long> subjects, int places, String sealed) {

		/** SHA-256 of the number, in hexadecimal digits. */
		String digest() {
			return (this.sealed != null) ? Lot.digest(this.sealed) : null;
		}

		/** What the lot is drawn with. */
		String together(String seed) {
			return (this.sealed != null) ? seed + ":" + this.sealed : seed;
		}

		/** All that is needed to draw it again, in Chinese. */
		String protocol(String seed, String names) {
			return (this.sealed != null)
					? "签号 %s，密封数 %s（其 SHA-256 事先公布为 %s），排序 %s".formatted(seed, this.sealed, digest(), names)
					: seed + "：" + names;
		}

	}

}
