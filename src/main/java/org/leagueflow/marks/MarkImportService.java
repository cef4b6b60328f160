package org.leagueflow.marks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.marks.StagedMark.Plan;
import org.leagueflow.marks.StagedMark.Verdict;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitKind;
import org.leagueflow.sheet.SheetFiles;
import org.leagueflow.sheet.SheetImport;
import org.leagueflow.sheet.SheetMappings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports workbooks with marks: what the columns mean is guessed and said first, then a
 * dry run, then what was chosen, in pieces that each hold on their own.
 */
@Service
class MarkImportService {

	/** Under this word files wait and mappings are remembered. */
	private static final String PURPOSE = "marks";

	/** Characters of a name that is made longer. */
	private static final int MAX_KEY = 140;

	private static final Set<UnitKind> TARGETS = Set.of(UnitKind.COMMITTEE, UnitKind.GENERAL_BRANCH, UnitKind.BRANCH);

	private final MarkImports imports;

	private final MarkCellRepository cells;

	private final MarkRepository marks;

	private final MarkItems items;

	private final MarkPersons persons;

	private final MarkBookService book;

	private final SheetFiles files;

	private final SheetMappings mappings;

	private final People people;

	private final AuditLog audit;

	private final BusinessClock clock;

	MarkImportService(MarkImports imports, MarkCellRepository cells, MarkRepository marks, MarkItems items,
			MarkPersons persons, MarkBookService book, SheetFiles files, SheetMappings mappings, People people,
			AuditLog audit, BusinessClock clock) {
		this.imports = imports;
		this.cells = cells;
		this.marks = marks;
		this.items = items;
		this.persons = persons;
		this.book = book;
		this.files = files;
		this.mappings = mappings;
		this.people = people;
		this.audit = audit;
		this.clock = clock;
	}

	/** The units whose people the actor may enter marks for. */
	@Transactional(readOnly = true)
	List<People.UnitCard> targets(Actor by) {
		Map<Long, People.UnitCard> targets = new LinkedHashMap<>();
		by.posts()
			.stream()
			.map(Post::unitId)
			.distinct()
			.flatMap((unit) -> this.people.within(unit).stream())
			.filter((unit) -> TARGETS.contains(unit.kind()) && reaches(unit.path(), by))
			.forEach((unit) -> targets.putIfAbsent(unit.id(), unit));
		return List.copyOf(targets.values());
	}

	private boolean reaches(String path, Actor by) {
		return this.book.may(MarkItemCard.Category.SCORE, path, by);
	}

	@Transactional(readOnly = true)
	List<MarkImportPage.Head> recent(Actor by) {
		List<Long> units = targets(by).stream().map(People.UnitCard::id).toList();
		return units.isEmpty() ? List.of()
				: this.imports.findTop20ByUnitIdInOrderByIdDesc(units).stream().map(this::head).toList();
	}

	/** Opens an import for a file that is read next. */
	@Transactional
	long open(long unitId, String fileName, Actor by) {
		People.UnitCard unit = this.people.unit(unitId);
		if (!TARGETS.contains(unit.kind()) || !reaches(unit.path(), by)) {
			throw new Refusal.NotAllowed("refusal.marks.not-yours", unit.name());
		}
		MarkImport opened = this.imports.save(new MarkImport(unitId, fileName, by, this.clock.instant()));
		this.audit.record(AuditEvent.of(by, "marks.uploaded", "marks:" + opened.id()).in(unitId).with(fileName));
		return opened.id();
	}

	/** Offers what was found, with what the unit said about such headings before. */
	@Transactional
	void offer(long id, MarkFile.Survey survey, byte[] file) {
		MarkLayout guessed = survey.layout();
		MarkImport opened = started(id, SheetImport.FIRST_RUN, SheetImport.State.READING);
		List<Long> units = this.people.lineage(opened.unitId()).stream().map(People.UnitCard::id).toList();
		List<MarkLayout.Shape> shapes = guessed.shapes()
			.stream()
			.map((shape) -> this.mappings.find(units, PURPOSE, shape.heading())
				.map((said) -> remembered(shape, said, guessed))
				.orElse(shape))
			.toList();
		opened.mean(new MarkLayout(guessed.year(), guessed.yearWhy(), guessed.term(), guessed.sheets(), shapes));
		opened.choosing();
		this.files.keep(PURPOSE, id, Json.write(survey.merged()), file);
	}

	private MarkLayout.Shape remembered(MarkLayout.Shape shape, SheetMappings.Said said, MarkLayout guessed) {
		Map<Integer, ColumnPlan> before = new HashMap<>();
		for (ColumnPlan column : Json.read(said.json(), ColumnPlan[].class)) {
			before.put(column.place(), column);
		}
		String day = this.clock.dateOf(said.at()).toString();
		MarkPeriod year = new MarkPeriod(guessed.year(), "");
		List<ColumnPlan> columns = shape.columns().stream().map((column) -> {
			ColumnPlan old = before.get(column.place());
			if (old == null) {
				return column;
			}
			String term = (old.term().length() == 7)
					? year.month(Integer.parseInt(old.term().substring(5))).map(MarkPeriod::term).orElse("")
					: old.term();
			return new ColumnPlan(column.place(), column.table(), column.path(), old.role(), old.item(), old.name(),
					old.category(), old.low(), old.high(), old.credit(), term,
					Message.of("marks.why.remembered", said.by(), day), column.samples());
		}).toList();
		return new MarkLayout.Shape(shape.heading(), shape.lastRow(), columns, said.by() + " " + day);
	}

	/**
	 * Takes what somebody said about the columns; the lines are checked next.
	 * @return the run in which they are
	 * @throws Refusal.Invalid with a message at each field
	 */
	@Transactional
	int map(long id, Map<String, String> typed, Set<Integer> places, Actor by) {
		MarkImport opened = reached(id, by, true);
		if (!opened.waitsForChoice()) {
			throw new Refusal.Conflict("refusal.sheet.sheet-chosen");
		}
		if (this.files.sheets(PURPOSE, id).isEmpty()) {
			throw new Refusal.Conflict("refusal.sheet.file-gone");
		}
		MarkLayout said = new MarkMapping(typed).over(opened.layout(), places);
		said.chosen()
			.stream()
			.map(MarkLayout.Sheet::shape)
			.distinct()
			.map((shape) -> said.shapes().get(shape))
			.forEach((shape) -> this.mappings.remember(opened.unitId(), PURPOSE, shape.heading(),
					Json.write(shape.columns().stream().map(ColumnPlan::withoutSamples).toList()), by));
		opened.mean(said);
		String names = said.chosen().stream().map(MarkLayout.Sheet::name).collect(Collectors.joining("、"));
		opened.readSheet(names, this.clock.instant());
		opened.expect(said.chosen().stream().mapToInt(MarkLayout.Sheet::lines).sum(), this.clock.instant());
		this.cells.forget(id);
		return opened.run();
	}

	/** Says that work still waits for its turn. */
	@Transactional
	void waits(long id, int run) {
		this.imports.waits(id, run, this.clock.instant());
	}

	/** The import, if the work on it is the one that was started last. */
	private MarkImport started(long id, int run, SheetImport.State expected) {
		MarkImport opened = this.imports.lock(id).orElseThrow(MarkImportService::unknown);
		opened.requireRun(run, expected);
		return opened;
	}

	/** Goes back to the columns, as long as nothing went into the books. */
	@Transactional
	void mapAgain(long id, Actor by) {
		MarkImport opened = reached(id, by, true);
		opened.mapAgain(this.clock.instant());
		this.cells.forget(id);
	}

	/** What is to be checked; empty when it was started anew since. */
	@Transactional(readOnly = true)
	Optional<MarkTrial> trial(long id, int run, Actor by) {
		MarkImport opened = one(id);
		if (opened.run() != run || opened.state() != SheetImport.State.READING) {
			return Optional.empty();
		}
		People.UnitCard unit = this.people.unit(opened.unitId());
		MarkLayout layout = opened.layout();
		MarkPersons.Found persons = new MarkPersons.Found();
		MarkChecks checks = new MarkChecks(layout, unit.path(), unit.kind() == UnitKind.BRANCH, persons,
				() -> classes(unit), by.personId(), (category, path) -> this.book.may(category, path, by));
		return Optional.of(new MarkTrial(opened, by, layout, merged(id), this.people.schoolPath(unit.id()),
				this.book.school(unit.id()), persons, checks));
	}

	/** The workbook that is checked. */
	@Transactional(readOnly = true)
	byte[] content(long id) {
		return this.files.content(PURPOSE, id);
	}

	/** The merged ranges as the survey found them, by the place of the sheet. */
	private Map<Integer, List<String>> merged(long id) {
		JsonNode kept = Json.read(this.files.sheets(PURPOSE, id).orElse("{}"));
		Map<Integer, List<String>> merged = new HashMap<>();
		kept.fields().forEachRemaining((sheet) -> {
			List<String> ranges = new ArrayList<>();
			sheet.getValue().forEach((range) -> ranges.add(range.asText()));
			merged.put(Integer.valueOf(sheet.getKey()), ranges);
		});
		return merged;
	}

	/** Checks some lines and keeps their marks with what was found. */
	@Transactional
	void check(MarkTrial trial, List<MarkLine> lines) {
		MarkImport opened = started(trial.id(), trial.run(), SheetImport.State.READING);
		this.persons.find(lines, trial.schoolPath(), trial.persons());
		List<StagedMark> staged = trial.checks().check(lines);
		Map<String, MarkItemCard> known = items(trial, staged);
		MarkChecks.against(staged, known);
		MarkChecks.plan(staged, known, standing(staged, known, false), trial.by().personId());
		this.cells.insert(trial.id(), staged);
		opened.advance(lines.size(), this.clock.instant());
	}

	/** The names of the unit's classes. */
	private List<String> classes(People.UnitCard unit) {
		return this.people.within(unit.id())
			.stream()
			.filter((one) -> one.kind() == UnitKind.BRANCH)
			.map(People.UnitCard::name)
			.toList();
	}

	private static Set<String> keys(List<StagedMark> marks) {
		return marks.stream().map((mark) -> mark.item).filter(Objects::nonNull).collect(Collectors.toSet());
	}

	/** The items that marks are in; each is looked up once in a dry run. */
	private Map<String, MarkItemCard> items(MarkTrial trial, List<StagedMark> staged) {
		Set<String> keys = keys(staged);
		Set<String> fresh = new HashSet<>(keys);
		fresh.removeAll(trial.items().keySet());
		Map<String, MarkItemCard> found = items(trial.school(), fresh);
		fresh.forEach((key) -> trial.items().put(key, Optional.ofNullable(found.get(key))));
		Map<String, MarkItemCard> known = new HashMap<>();
		keys.forEach((key) -> trial.items().get(key).ifPresent((item) -> known.put(key, item)));
		return known;
	}

	private Map<String, MarkItemCard> items(long school, Set<String> keys) {
		return keys.isEmpty() ? Map.of()
				: this.items.findByUnitIdAndItemKeyIn(school, keys)
					.stream()
					.map(MarkItem::card)
					.collect(Collectors.toMap(MarkItemCard::key, Function.identity()));
	}

	private Map<MarkRepository.Key, MarkRepository.Standing> standing(List<StagedMark> staged,
			Map<String, MarkItemCard> items, boolean lock) {
		Set<Long> persons = staged.stream()
			.filter((mark) -> mark.personId != null)
			.map((mark) -> mark.personId)
			.collect(Collectors.toSet());
		return this.marks.standing(persons, items.values().stream().map(MarkItemCard::id).toList(), lock);
	}

	/** Says where the same mark stands twice, once every line was seen. */
	@Transactional
	void checked(long id, int run) {
		MarkImport opened = started(id, run, SheetImport.State.READING);
		this.cells.sameTwice(id, this::judgeTwice);
		opened.checked();
	}

	private void judgeTwice(List<StagedMark> same) {
		Map<String, List<StagedMark>> groups = same.stream()
			.collect(Collectors.groupingBy((mark) -> mark.personId + "|" + mark.item + "|" + mark.period + "|"
					+ mark.term + "|" + mark.attempt, LinkedHashMap::new, Collectors.toList()));
		for (List<StagedMark> group : groups.values()) {
			List<StagedMark> read = group.stream().filter((mark) -> mark.plan != Plan.NONE).toList();
			group.stream()
				.filter((mark) -> mark.plan == Plan.NONE)
				.findFirst()
				.ifPresent((unread) -> read.forEach((mark) -> mark.found(Verdict.DOUBTFUL, "twice-unread", mark.raw,
						place(unread, mark), unread.raw)));
			if (read.size() > 1) {
				judgeRead(read);
			}
		}
		this.cells.judge(groups.values().stream().filter((group) -> group.size() > 1).flatMap(List::stream).toList());
	}

	private static void judgeRead(List<StagedMark> group) {
		boolean differ = group.stream().map(StagedMark::typed).distinct().count() > 1;
		for (int i = 0; i < group.size(); i++) {
			StagedMark mark = group.get(i);
			StagedMark other = group.get((i == 0) ? 1 : 0);
			if (differ) {
				mark.found(Verdict.BLOCKED, "twice", mark.raw, place(other, mark), other.raw);
				mark.plan = Plan.NONE;
			}
			else if (i > 0) {
				mark.found(Verdict.WARNED, "twice-same", place(other, mark));
				mark.plan = Plan.NONE;
			}
		}
	}

	/** The other cell as it is named beside the mark. */
	private static String place(StagedMark other, StagedMark mark) {
		return other.sheet.equals(mark.sheet) ? other.cell() : other.sheet + " " + other.cell();
	}

	@Transactional
	void fail(long id, int run, Message why) {
		this.imports.lock(id).orElseThrow(MarkImportService::unknown).fail(run, why);
	}

	/** Chooses everything that nothing stands against, the doubtful only if wanted. */
	@Transactional
	int chooseAll(long id, boolean doubtful, Actor by) {
		MarkImport opened = reached(id, by, true);
		return begin(opened, this.cells.chooseAll(id, doubtful), by);
	}

	/** Chooses some; refused as a whole when one of them is blocked or done. */
	@Transactional
	int choose(long id, Collection<Long> ids, Actor by) {
		MarkImport opened = reached(id, by, true);
		Set<Long> wanted = Set.copyOf(ids);
		int chosen = wanted.isEmpty() ? 0 : this.cells.choose(id, wanted);
		if (chosen < wanted.size()) {
			throw new Refusal.Invalid("refusal.marks.blocked-chosen", wanted.size() - chosen);
		}
		return begin(opened, chosen, by);
	}

	private int begin(MarkImport opened, int chosen, Actor by) {
		if (chosen == 0) {
			throw new Refusal.Invalid("refusal.marks.nothing-chosen");
		}
		opened.choose(chosen, this.clock.instant());
		this.files.keepAsEvidence(PURPOSE, opened.id());
		this.audit.record(AuditEvent.of(by, "marks.import-started", "marks:" + opened.id())
			.in(opened.unitId())
			.with(Map.of("marks", chosen)));
		return opened.run();
	}

	@Transactional
	int resume(long id, Actor by) {
		MarkImport opened = reached(id, by, true);
		opened.resume(this.clock.instant());
		return opened.run();
	}

	/**
	 * Imports the next marks that wait.
	 * @param after the last mark that was done, or 0
	 * @param fresh whether marks that were new in the dry run are taken for new: locking
	 * what does not stand is slow
	 * @throws org.springframework.dao.DuplicateKeyException when one of them is not
	 */
	@Transactional
	Piece importNext(long id, int run, long after, int limit, boolean fresh, Actor by) {
		MarkImport opened = started(id, run, SheetImport.State.IMPORTING);
		List<StagedMark> waiting = this.cells.waiting(id, after, limit);
		if (waiting.isEmpty()) {
			return new Piece(0, after);
		}
		write(opened, waiting, fresh, by);
		opened.advance(waiting.size(), this.clock.instant());
		return new Piece(waiting.size(), waiting.get(waiting.size() - 1).id);
	}

	private void write(MarkImport opened, List<StagedMark> waiting, boolean fresh, Actor by) {
		Map<Long, String> paths = paths(waiting);
		Map<String, Boolean> decided = new HashMap<>();
		Predicate<StagedMark> allowed = (mark) -> decided.computeIfAbsent(
				mark.category + paths.getOrDefault(mark.personId, ""),
				(any) -> this.book.may(mark.category, paths.getOrDefault(mark.personId, ""), by));
		Map<String, MarkItemCard> known = ensured(opened, waiting, allowed, by);
		List<StagedMark> looked = fresh ? waiting.stream().filter((mark) -> mark.plan != Plan.NEW).toList() : waiting;
		Map<MarkRepository.Key, MarkRepository.Standing> standing = standing(looked, known, true);
		List<MarkRepository.Row> created = new ArrayList<>();
		List<MarkRepository.Changed> changed = new ArrayList<>();
		Map<String, List<Long>> outcomes = new HashMap<>();
		for (StagedMark mark : waiting) {
			MarkItemCard item = known.get(mark.item);
			MarkRepository.Key key = new MarkRepository.Key(mark.personId, item.id(), mark.period, mark.term,
					mark.attempt.ordinal());
			MarkRepository.Standing stands = standing.get(key);
			MarkRepository.Row row = new MarkRepository.Row(key, mark.points, mark.word, mark.credit, mark.raw,
					mark.typed(),
					new MarkRepository.Source(opened.id(), Characters.first(mark.sheet, 200), mark.row, mark.column),
					null);
			String outcome;
			if (item.category() != mark.category) {
				outcome = "REFUSED";
				mark.found(Verdict.BLOCKED,
						(item.category() == MarkItemCard.Category.COURSE) ? "is-course" : "is-score", item.name());
			}
			else if (!allowed.test(mark)) {
				outcome = "REFUSED";
				mark.found(Verdict.BLOCKED, "refusal.marks.not-yours", mark.who);
			}
			else if (stands != null && stands.content().equals(mark.typed())) {
				outcome = "UNCHANGED";
			}
			else if (stands != null && mark.personId == by.personId()) {
				outcome = "REFUSED";
				mark.found(Verdict.BLOCKED, "refusal.marks.own");
			}
			else if (stands != null && (mark.beforeVersion == null || mark.beforeVersion != stands.version())) {
				outcome = "REFUSED";
				mark.found(Verdict.BLOCKED, "changed-meanwhile", stands.content().replace('|', ' ').strip());
			}
			else if (stands != null) {
				outcome = "CHANGED";
				changed.add(new MarkRepository.Changed(stands.id(), row));
			}
			else {
				outcome = "CREATED";
				created.add(row);
			}
			outcomes.computeIfAbsent(outcome, (any) -> new ArrayList<>()).add(mark.id);
		}
		this.marks.insert(created, by);
		this.marks.change(changed, by);
		Set<Long> refused = Set.copyOf(outcomes.getOrDefault("REFUSED", List.of()));
		this.cells.judge(waiting.stream().filter((mark) -> refused.contains(mark.id)).toList());
		this.cells.done(opened.id(), waiting, outcomes);
	}

	/** Where the persons belong today: somebody may have moved since the dry run. */
	private Map<Long, String> paths(List<StagedMark> marks) {
		return this.people.persons(marks.stream().map((mark) -> mark.personId).collect(Collectors.toSet()))
			.stream()
			.collect(Collectors.toMap(People.PersonCard::id, People.PersonCard::unitPath));
	}

	/**
	 * The items by key; those that nobody was marked in yet are made, and an assessment's
	 * that bears the name of a course yields it.
	 */
	private Map<String, MarkItemCard> ensured(MarkImport opened, List<StagedMark> marks, Predicate<StagedMark> allowed,
			Actor by) {
		long school = this.book.school(opened.unitId());
		Map<String, MarkItemCard> known = new HashMap<>(items(school, keys(marks)));
		for (StagedMark mark : marks) {
			MarkItemCard item = known.get(mark.item);
			if (item != null && MarkChecks.takesScore(mark, item) && allowed.test(mark)) {
				rename(school, item, opened, by);
				item = null;
			}
			if (item == null) {
				MarkItemCard card = (mark.category == MarkItemCard.Category.COURSE)
						? MarkItemCard.course(mark.item, mark.itemName)
						: new MarkItemCard(0, mark.item, mark.itemName, mark.category, mark.low, mark.high, null);
				known.put(mark.item, this.items.saveAndFlush(new MarkItem(school, card)).card());
			}
		}
		return known;
	}

	/** Its marks stay; the assessments that read them name it anew. */
	private void rename(long school, MarkItemCard item, MarkImport opened, Actor by) {
		String free = Characters.first(item.key(), MAX_KEY) + "（测评）";
		for (int i = 2; this.items.findByUnitIdAndItemKey(school, free).isPresent(); i++) {
			free = Characters.first(item.key(), MAX_KEY) + "（测评" + i + "）";
		}
		MarkItem renamed = this.items.findById(item.id()).orElseThrow();
		renamed.rename(free);
		this.items.saveAndFlush(renamed);
		this.audit.record(AuditEvent.of(by, "marks.item-renamed", "marks:" + opened.id())
			.in(opened.unitId())
			.changed(item.key(), free));
	}

	/**
	 * Gives up on the first mark that waits, because the books refused it.
	 * @param after the last mark that was done, or 0
	 */
	@Transactional
	void refuseNext(long id, int run, long after, Message why) {
		MarkImport opened = started(id, run, SheetImport.State.IMPORTING);
		for (StagedMark mark : this.cells.waiting(id, after, 1)) {
			mark.found(Verdict.BLOCKED, (why != null) ? why.key() : "refused-late",
					(why != null) ? why.args().toArray() : new Object[0]);
			this.cells.judge(List.of(mark));
			this.cells.done(id, List.of(mark), Map.of("REFUSED", List.of(mark.id)));
			opened.advance(1, this.clock.instant());
		}
	}

	/** Closes the import once nothing that was chosen waits any more. */
	@Transactional
	void imported(long id, int run, Actor by) {
		MarkImport opened = started(id, run, SheetImport.State.IMPORTING);
		opened.imported(this.clock.instant());
		this.audit.record(AuditEvent.of(by, "marks.imported", "marks:" + id)
			.in(opened.unitId())
			.with(this.cells.counts(id, "outcome")));
	}

	@Transactional(readOnly = true)
	MarkImportPage.Head head(long id, Actor by) {
		return head(reached(id, by, false));
	}

	/**
	 * The import, for whoever wants its lines.
	 * @throws Refusal.Conflict when they were forgotten
	 */
	@Transactional(readOnly = true)
	MarkImportPage.Head kept(long id, Actor by) {
		MarkImport opened = reached(id, by, false);
		requireKept(opened);
		return head(opened);
	}

	private static void requireKept(MarkImport opened) {
		if (opened.forgottenAt() != null) {
			throw new Refusal.Conflict("refusal.sheet.forgotten");
		}
	}

	@Transactional(readOnly = true)
	MarkImportPage page(long id, MarkFilter filter, Actor by) {
		MarkImport opened = reached(id, by, false);
		return new MarkImportPage(head(opened), opened.layout(), this.cells.counts(id, "verdict"),
				this.cells.counts(id, "plan"), this.cells.counts(id, "outcome"), this.cells.importable(id),
				this.cells.people(id), this.cells.tallies(id), filter, this.cells.count(id, filter),
				this.cells.page(id, filter));
	}

	/** The workbook that was imported, for whoever may see the import. */
	@Transactional(readOnly = true)
	byte[] file(long id, Actor by) {
		requireKept(reached(id, by, false));
		return this.files.content(PURPOSE, id);
	}

	private MarkImportPage.Head head(MarkImport one) {
		return new MarkImportPage.Head(one.id(), this.people.unit(one.unitId()).name(), one.fileName(), one.uploader(),
				this.clock.dateOf(one.createdAt()), one.state().name(), one.total(), one.done(), one.running(),
				one.silent(this.clock.instant()), one.failure(), one.waitsForChoice(),
				(one.forgottenAt() != null) ? this.clock.dateOf(one.forgottenAt()) : null);
	}

	/** An import of a unit out of reach is as good as none. */
	private MarkImport reached(long id, Actor by, boolean lock) {
		MarkImport opened = lock ? this.imports.lock(id).orElseThrow(MarkImportService::unknown) : one(id);
		if (!reaches(this.people.unit(opened.unitId()).path(), by)) {
			throw unknown();
		}
		return opened;
	}

	private MarkImport one(long id) {
		return this.imports.findById(id).orElseThrow(MarkImportService::unknown);
	}

	private static Refusal.NotFound unknown() {
		return new Refusal.NotFound("refusal.marks.unknown");
	}

	/** How many marks went into the books, and the last of them. */
	record Piece(int marks, long last) {
	}

}
