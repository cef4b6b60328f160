package org.leagueflow.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.IdNumberVault;
import org.leagueflow.people.People;
import org.leagueflow.people.RegistrarRights;
import org.leagueflow.people.UnitKind;
import org.leagueflow.sheet.SheetFiles;
import org.leagueflow.sheet.SheetImport;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports rosters: a dry run first, then the lines that were chosen, in pieces that each
 * hold on their own.
 */
@Service
class RosterService {

	private static final Set<UnitKind> TARGETS = Set.of(UnitKind.COMMITTEE, UnitKind.GENERAL_BRANCH);

	/** Under this word uploaded workbooks wait. */
	private static final String FILES = "roster";

	private final Rosters rosters;

	private final RosterRowRepository rows;

	private final RosterLookup books;

	private final RosterWriter writer;

	private final RosterBranches branches;

	private final SheetFiles files;

	private final People people;

	private final IdNumberVault vault;

	private final AuditLog audit;

	private final BusinessClock clock;

	RosterService(Rosters rosters, RosterRowRepository rows, RosterLookup books, RosterWriter writer,
			RosterBranches branches, SheetFiles files, People people, IdNumberVault vault, AuditLog audit,
			BusinessClock clock) {
		this.rosters = rosters;
		this.rows = rows;
		this.books = books;
		this.writer = writer;
		this.branches = branches;
		this.files = files;
		this.people = people;
		this.vault = vault;
		this.audit = audit;
		this.clock = clock;
	}

	/** The units that the actor may import a roster for. */
	@Transactional(readOnly = true)
	List<People.UnitCard> targets(Actor by) {
		Map<Long, People.UnitCard> targets = new LinkedHashMap<>();
		by.posts()
			.stream()
			.filter((post) -> RegistrarRights.ROLES.contains(post.role()))
			.flatMap((post) -> this.people.within(post.unitId()).stream())
			.filter((unit) -> TARGETS.contains(unit.kind()))
			.forEach((unit) -> targets.putIfAbsent(unit.id(), unit));
		return List.copyOf(targets.values());
	}

	@Transactional(readOnly = true)
	List<RosterPage.Head> recent(Actor by) {
		List<Long> units = targets(by).stream().map(People.UnitCard::id).toList();
		return units.isEmpty() ? List.of()
				: this.rosters.findTop20ByUnitIdInOrderByIdDesc(units).stream().map(this::head).toList();
	}

	/** A unit that the actor may import a roster for. */
	@Transactional(readOnly = true)
	People.UnitCard target(long unitId, Actor by) {
		People.UnitCard unit = RegistrarRights.reached(this.people.unit(unitId), by);
		if (!TARGETS.contains(unit.kind())) {
			throw Refusal.Invalid.field("unit", "refusal.roster.target", unit.name());
		}
		return unit;
	}

	/** Opens an import for a file whose lines are read next. */
	@Transactional
	long open(long unitId, String fileName, Actor by) {
		target(unitId, by);
		RosterImport roster = this.rosters.save(new RosterImport(unitId, fileName, by, this.clock.instant()));
		this.audit.record(AuditEvent.of(by, "roster.uploaded", "roster:" + roster.id()).in(unitId).with(fileName));
		return roster.id();
	}

	/** Lays the file by until somebody has chosen among its sheets. */
	@Transactional
	void offer(long id, List<SheetSurvey> surveys, byte[] file) {
		started(id, SheetImport.FIRST_RUN, SheetImport.State.READING).choosing();
		this.files.keep(FILES, id,
				Json.write(surveys.stream().filter((one) -> one.lines() > 0).map(SheetSurvey::card).toList()), file);
	}

	/**
	 * Takes the sheets that were chosen, each with an import of its own, and the file
	 * with them.
	 */
	@Transactional
	Picked pick(long id, Set<Integer> places, Actor by) {
		RosterImport roster = reached(id, by, true);
		if (!roster.waitsForChoice()) {
			throw new Refusal.Conflict("refusal.sheet.sheet-chosen");
		}
		List<SheetSurvey.Card> chosen = sheets(id).stream()
			.filter((sheet) -> sheet.readable() && places.contains(sheet.place()))
			.toList();
		if (chosen.isEmpty() || chosen.size() < places.size()) {
			throw Refusal.Invalid.field("sheet", "refusal.roster.no-sheet");
		}
		Map<Long, Pick> imports = new LinkedHashMap<>();
		for (SheetSurvey.Card sheet : chosen) {
			RosterImport one = imports.isEmpty() ? roster
					: this.rosters.save(new RosterImport(roster.unitId(), roster.fileName(), by, this.clock.instant()));
			one.readSheet(sheet.name(), this.clock.instant());
			imports.put(one.id(), new Pick(sheet.place(), one.run()));
		}
		return new Picked(imports, this.files.take(FILES, id));
	}

	private List<SheetSurvey.Card> sheets(long id) {
		return this.files.sheets(FILES, id)
			.map((json) -> List.of(Json.read(json, SheetSurvey.Card[].class)))
			.orElse(List.of());
	}

	/**
	 * The only sheet that there is to read.
	 * @return the run in which it is read
	 */
	@Transactional
	int readsSheet(long id, String name) {
		RosterImport roster = started(id, SheetImport.FIRST_RUN, SheetImport.State.READING);
		roster.readSheet(name, this.clock.instant());
		return roster.run();
	}

	/** Says that work still waits for its turn. */
	@Transactional
	void waits(long id, int run) {
		this.rosters.waits(id, run, this.clock.instant());
	}

	/** The import, if the work on it is the one that was started last. */
	private RosterImport started(long id, int run, SheetImport.State expected) {
		RosterImport roster = locked(id);
		roster.requireRun(run, expected);
		return roster;
	}

	@Transactional
	void expect(long id, int run, int lines) {
		started(id, run, SheetImport.State.READING).expect(lines, this.clock.instant());
	}

	/** Checks some lines and keeps them with what was found. */
	@Transactional
	void check(long id, int run, List<RosterLine> lines, RosterDuplicates duplicates) {
		RosterImport roster = started(id, run, SheetImport.State.READING);
		RosterChecks checks = new RosterChecks(this.clock.today());
		List<RosterRow> typed = new ArrayList<>();
		for (RosterLine line : lines) {
			List<RosterFinding> found = checks.check(line);
			found.addAll(duplicates.findings(line));
			typed.add(RosterRow.of(line, found, this.vault));
		}
		RosterMatching matching = matching(roster, typed);
		this.rows.insert(id, typed.stream().map((row) -> row.with(matching.match(row))).toList());
		roster.advance(lines.size(), this.clock.instant());
	}

	@Transactional
	void checked(long id, int run) {
		started(id, run, SheetImport.State.READING).checked();
	}

	@Transactional
	void fail(long id, int run, Message why) {
		locked(id).fail(run, why);
	}

	/**
	 * Chooses all lines that nothing blocks.
	 * @return the run in which they are imported
	 */
	@Transactional
	int chooseClean(long id, Actor by) {
		RosterImport roster = reached(id, by, true);
		return begin(roster, this.rows.chooseClean(id), by);
	}

	/** Chooses some lines; refused as a whole when one of them is blocked or unknown. */
	@Transactional
	int choose(long id, Collection<Integer> lines, Actor by) {
		RosterImport roster = reached(id, by, true);
		int chosen = lines.isEmpty() ? 0 : this.rows.choose(id, Set.copyOf(lines));
		if (chosen < Set.copyOf(lines).size()) {
			throw new Refusal.Invalid("refusal.roster.blocked-chosen", Set.copyOf(lines).size() - chosen);
		}
		return begin(roster, chosen, by);
	}

	private int begin(RosterImport roster, int lines, Actor by) {
		if (lines == 0) {
			throw new Refusal.Invalid("refusal.roster.nothing-chosen");
		}
		roster.choose(lines, this.clock.instant());
		this.audit.record(AuditEvent.of(by, "roster.import-started", "roster:" + roster.id())
			.in(roster.unitId())
			.with(Map.of("lines", lines)));
		return roster.run();
	}

	@Transactional
	int resume(long id, Actor by) {
		RosterImport roster = reached(id, by, true);
		roster.resume(this.clock.instant());
		return roster.run();
	}

	/** Imports the next lines that wait; returns how many there were. */
	@Transactional
	int importNext(long id, int run, int limit, Actor by) {
		RosterImport roster = started(id, run, SheetImport.State.IMPORTING);
		List<RosterRow> waiting = this.rows.waiting(id, limit);
		if (!waiting.isEmpty()) {
			write(roster, waiting, by);
			roster.advance(waiting.size(), this.clock.instant());
		}
		return waiting.size();
	}

	private void write(RosterImport roster, List<RosterRow> waiting, Actor by) {
		RosterMatching matching = matching(roster, waiting);
		List<RosterRowRepository.Done> done = new ArrayList<>();
		List<RosterRowRepository.Found> refused = new ArrayList<>();
		List<RosterWriter.Entry> fresh = new ArrayList<>();
		List<RosterWriter.Entry> changed = new ArrayList<>();
		for (RosterRow row : waiting) {
			RosterMatch match = matching.match(row);
			int line = row.line().number();
			if (match.refused()) {
				done.add(new RosterRowRepository.Done(line, RosterRowRepository.Outcome.REFUSED, null));
				RosterRowRepository.Found.of(line, match.findings()).forEach(refused::add);
			}
			else if (match.plan() == RosterRow.Plan.UNCHANGED) {
				done.add(new RosterRowRepository.Done(line, RosterRowRepository.Outcome.UNCHANGED, match.known().id()));
			}
			else {
				((match.known() == null) ? fresh : changed).add(RosterWriter.Entry.of(row, match));
			}
		}
		if (!fresh.isEmpty()) {
			done.addAll(this.writer.create(fresh, by));
		}
		if (!changed.isEmpty()) {
			done.addAll(this.writer.change(changed, matching, by));
		}
		this.rows.insertFindings(roster.id(), refused);
		this.rows.done(roster.id(), done);
	}

	/** Gives up on the first line that waits, because the books refused it. */
	@Transactional
	void refuseNext(long id, int run, RosterFinding why) {
		RosterImport roster = started(id, run, SheetImport.State.IMPORTING);
		for (RosterRow row : this.rows.waiting(id, 1)) {
			int line = row.line().number();
			this.rows.done(id, List.of(new RosterRowRepository.Done(line, RosterRowRepository.Outcome.REFUSED, null)));
			this.rows.insertFindings(id, List.of(new RosterRowRepository.Found(line, why)));
			roster.advance(1, this.clock.instant());
		}
	}

	/** Closes the import once no chosen line waits any more. */
	@Transactional
	void imported(long id, int run, Actor by) {
		RosterImport roster = started(id, run, SheetImport.State.IMPORTING);
		roster.imported(this.clock.instant());
		this.audit.record(AuditEvent.of(by, "roster.imported", "roster:" + id)
			.in(roster.unitId())
			.with(this.rows.counts(id, "outcome")));
	}

	/** Creates branches that the roster names and the books do not know. */
	@Transactional
	void createBranches(long id, List<String> named, Actor by) {
		RosterImport roster = reached(id, by, true);
		if (roster.running()) {
			throw new Refusal.Conflict("refusal.sheet.not-checked");
		}
		Map<String, Integer> unknown = this.rows.args(id, "unknown-branch");
		for (String args : named) {
			if (!unknown.containsKey(args)) {
				throw new Refusal.Conflict("refusal.roster.branch-known");
			}
			List<Object> names = RosterRowRepository.args(args);
			this.branches.create(roster.unitId(), names.get(0).toString(), names.get(1).toString(), by);
		}
		for (String args : named) {
			List<RosterRow> lines = this.rows.lines(id, this.rows.settle(id, "unknown-branch", args));
			RosterMatching matching = matching(roster, lines);
			this.rows.judge(id, lines.stream().map((row) -> row.with(matching.match(row))).toList());
		}
	}

	@Transactional(readOnly = true)
	RosterPage.Head head(long id, Actor by) {
		return head(reached(id, by, false));
	}

	/**
	 * The import, for whoever wants its lines.
	 * @throws Refusal.Conflict when they were forgotten
	 */
	@Transactional(readOnly = true)
	RosterPage.Head kept(long id, Actor by) {
		RosterImport roster = reached(id, by, false);
		if (roster.forgottenAt() != null) {
			throw new Refusal.Conflict("refusal.sheet.forgotten");
		}
		return head(roster);
	}

	@Transactional(readOnly = true)
	RosterPage page(long id, RosterFilter filter, Actor by) {
		RosterImport roster = reached(id, by, false);
		List<RosterPage.Unknown> unknown = new ArrayList<>();
		this.rows.args(id, "unknown-branch").forEach((args, lines) -> {
			List<Object> names = RosterRowRepository.args(args);
			unknown.add(new RosterPage.Unknown(args, names.get(0).toString(), names.get(1).toString(), lines));
		});
		return new RosterPage(head(roster), this.rows.counts(id, "verdict"), this.rows.counts(id, "plan"),
				this.rows.counts(id, "outcome"), this.rows.tallies(id), unknown, filter, this.rows.count(id, filter),
				this.rows.page(id, filter));
	}

	private RosterPage.Head head(RosterImport roster) {
		Instant now = this.clock.instant();
		return new RosterPage.Head(roster.id(), this.people.unit(roster.unitId()).name(), roster.fileName(),
				roster.uploader(), this.clock.dateOf(roster.createdAt()), roster.state().name(), roster.total(),
				roster.done(), roster.running(), roster.silent(now), roster.failure(), roster.sheetName(),
				roster.waitsForChoice() ? sheets(roster.id()) : List.of(),
				(roster.forgottenAt() != null) ? this.clock.dateOf(roster.forgottenAt()) : null);
	}

	/**
	 * Sheets to be read.
	 *
	 * @param imports what is read by the import that reads it
	 */
	record Picked(Map<Long, Pick> imports, byte[] file) {
	}

	/** The place of a sheet, and the run in which it is read. */
	record Pick(int place, int run) {
	}

	private RosterMatching matching(RosterImport roster, List<RosterRow> lines) {
		return new RosterMatching(this.books, this.people.unit(roster.unitId()).path(),
				this.people.schoolPath(roster.unitId()), lines, this.clock.today());
	}

	/** An import of a unit out of reach is as good as none. */
	private RosterImport reached(long id, Actor by, boolean lock) {
		RosterImport roster = lock ? locked(id) : roster(id);
		if (!RegistrarRights.reaches(this.people.unit(roster.unitId()), by)) {
			throw new Refusal.NotFound("refusal.roster.unknown");
		}
		return roster;
	}

	private RosterImport roster(long id) {
		return this.rosters.findById(id).orElseThrow(() -> new Refusal.NotFound("refusal.roster.unknown"));
	}

	private RosterImport locked(long id) {
		return this.rosters.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.roster.unknown"));
	}

}
