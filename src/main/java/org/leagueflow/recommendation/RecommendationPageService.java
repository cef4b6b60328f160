package org.leagueflow.recommendation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CasePages;
import org.leagueflow.cases.Cases;
import org.leagueflow.engine.ProcessNames;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.People.Elector;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitKind;
import org.leagueflow.recommendation.Candidates.Hindrance;
import org.leagueflow.requirement.Requirement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the pages show: whom a branch can recommend, and where one's own stands. */
@Service
@Transactional(readOnly = true)
class RecommendationPageService {

	private final CasePages casePages;

	private final UserTasks tasks;

	private final ProcessNames names;

	private final RecommendationStart start;

	private final Candidates candidates;

	private final RecommendationPlaces places;

	private final RecommendationWay way;

	private final Recommendations recommendations;

	private final Cases cases;

	private final People people;

	private final BusinessClock clock;

	RecommendationPageService(RecommendationStart start, Candidates candidates, RecommendationPlaces places,
			RecommendationWay way, Recommendations recommendations, Cases cases, People people, BusinessClock clock,
			CasePages casePages, UserTasks tasks, ProcessNames names) {
		this.casePages = casePages;
		this.tasks = tasks;
		this.names = names;
		this.start = start;
		this.candidates = candidates;
		this.places = places;
		this.way = way;
		this.recommendations = recommendations;
		this.cases = cases;
		this.people = people;
		this.clock = clock;
	}

	/** The branch whose page the reader is led to, or empty. */
	Optional<UnitCard> home(Actor by) {
		return this.start.forBranches(by)
			.stream()
			.findFirst()
			.or(() -> by.posts()
				.stream()
				.flatMap((post) -> this.people.within(post.unitId()).stream())
				.filter((unit) -> unit.kind() == UnitKind.BRANCH)
				.findFirst());
	}

	/**
	 * Whom the branch can recommend on this line, who not and why.
	 * @throws Refusal.NotFound to whoever neither leads the branch nor stands above it
	 */
	BranchCandidatesPage branch(long branchId, Line line, Actor by) {
		UnitCard branch = seen(branchId, by);
		List<PersonCard> members = this.people.persons(this.people.electors(branchId, this.clock.today())
			.stream()
			.filter(Elector::member)
			.map(Elector::personId)
			.toList());
		List<Long> ids = members.stream().map(PersonCard::id).toList();
		PlaceStanding standing = this.places.of(line, branch, this.clock.today());
		Map<Long, List<Requirement>> requirements = this.candidates.requirements(line, branch, ids);
		Map<Long, Hindrance> hindered = this.candidates.running(line, ids)
			.stream()
			.collect(Collectors.toMap(Hindrance::personId, (one) -> one, (one, other) -> one));
		List<BranchCandidatesPage.Row> rows = members.stream()
			.map((person) -> new BranchCandidatesPage.Row(person, requirements.get(person.id()),
					hindered.get(person.id())))
			.sorted(Comparator.comparingInt(BranchCandidatesPage.Row::rank)
				.thenComparing((row) -> row.person().name(), org.leagueflow.kernel.Pinyin.ORDER))
			.toList();
		return new BranchCandidatesPage(branch, line, standing, rows, this.start.starts(by, branchId),
				above(by, branch));
	}

	private UnitCard seen(long branchId, Actor by) {
		UnitCard branch = this.people.unit(branchId);
		boolean reaches = by.posts()
			.stream()
			.filter((post) -> !post.role().equals(Roles.GROUP_LEADER))
			.anyMatch((post) -> post.reaches(branch.path()));
		if (branch.kind() != UnitKind.BRANCH || !reaches) {
			throw new Refusal.NotFound("refusal.recommendation.branch");
		}
		return branch;
	}

	/**
	 * The branches among which somebody above, or with posts in several, may choose.
	 */
	private List<UnitCard> above(Actor by, UnitCard branch) {
		return Stream
			.concat(this.start.forBranches(by).stream(),
					by.posts()
						.stream()
						.filter((post) -> post.unitId() != branch.id() && post.reaches(branch.path()))
						.flatMap((post) -> this.people.within(post.unitId()).stream())
						.filter((unit) -> unit.kind() == UnitKind.BRANCH))
			.distinct()
			.toList();
	}

	/** The own standing of a member: what runs, what was, what is missing. */
	MyStandingPage mine(Actor by) {
		PersonCard person = this.people.person(by.personId());
		List<Recommendation> all = this.recommendations.about(List.of(person.id()));
		List<MyStandingPage.File> files = all.stream().map(this::file).toList();
		List<Recommendation> running = all.stream().filter(Recommendation::isRunning).toList();
		Map<Line, List<Requirement>> conditions = new HashMap<>();
		Optional<UnitCard> branch = this.people.nearest(person.unitId(), UnitKind.BRANCH);
		branch.filter((unit) -> person.member())
			.ifPresent((unit) -> Arrays.stream(Line.values())
				.filter((line) -> running.stream().noneMatch((one) -> one.line() == line))
				.forEach((line) -> conditions.put(line,
						this.candidates.requirements(line, unit, List.of(person.id())).get(person.id()))));
		boolean vote = this.way.votedOn(person, this.clock.today());
		return new MyStandingPage(person, files, conditions, vote);
	}

	private MyStandingPage.File file(Recommendation one) {
		CaseCard card = this.cases.card(one.caseId());
		List<String> waits = this.tasks.open(one.caseId())
			.stream()
			.map((task) -> this.names.box(task.processVersion(), task.box(), task.name()))
			.toList();
		return new MyStandingPage.File(card, this.casePages.stages(card), waits, one.line(), one.standing(),
				one.startedOn(), one.votedOn(), one.validUntil(),
				one.validUntil() != null && this.clock.today().isAfter(one.validUntil()), one.handedTo(),
				one.handedOverOn(), one.feedbackOn(), one.feedbackReason());
	}

	/** Why something was refused, in one sentence. */
	static Message first(Refusal refusal) {
		return (refusal instanceof Refusal.Invalid invalid && !invalid.fields().isEmpty())
				? invalid.fields().values().iterator().next() : refusal.words();
	}

	/** A key for one person of a form that was sent for several. */
	static String keyFor(String once, long person) {
		return UUID.nameUUIDFromBytes((once + ":" + person).getBytes(StandardCharsets.UTF_8)).toString();
	}

	/** What became of each person of whom a branch began a recommendation. */
	record Begun(List<Long> started, Map<Long, Message> refused) {

		static Begun none() {
			return new Begun(new ArrayList<>(), new HashMap<>());
		}

		void started(CaseId caseId) {
			this.started.add(caseId.value());
		}

	}

}
