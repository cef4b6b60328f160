package org.leagueflow.marks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Characters;
import org.leagueflow.marks.MarkPersons.Known;
import org.leagueflow.marks.StagedMark.Verdict;
import org.leagueflow.sheet.CellText;
import org.leagueflow.sheet.Xlsx;

/** Turns lines of a sheet into marks and says what is wrong with each. */
final class MarkChecks {

	/** What sums of rounded numbers may differ by. */
	private static final BigDecimal MAX_ROUNDING = new BigDecimal("0.000001");

	private final MarkLayout layout;

	private final String unitPath;

	private final boolean oneClass;

	private final MarkPersons.Found persons;

	private final Supplier<List<String>> lookup;

	/** The names of the classes in the unit, once they were asked for. */
	private List<String> classes;

	private final Map<String, Set<String>> named = new HashMap<>();

	/** Whether a class as it is written is the other one. */
	private final Map<String, Boolean> sameClass = new HashMap<>();

	/** Classes that may be meant, by what is written. */
	private final Map<String, Optional<String>> alike = new HashMap<>();

	/** Periods by what is written for them. */
	private final Map<String, Optional<MarkPeriod>> periods = new HashMap<>();

	private final long uploader;

	private final BiPredicate<MarkItemCard.Category, String> may;

	private final Map<MarkItemCard.Category, Map<String, Boolean>> allowed = new EnumMap<>(MarkItemCard.Category.class);

	/**
	 * Checks for the lines of one workbook.
	 * @param persons whom the lines may mean, looked up before each piece of them
	 * @param unitPath the unit that the marks are imported for
	 * @param oneClass whether that unit is a branch
	 * @param classes the names of the classes in the unit
	 * @param may whether the uploader may enter marks of a category in a unit's path
	 */
	MarkChecks(MarkLayout layout, String unitPath, boolean oneClass, MarkPersons.Found persons,
			Supplier<List<String>> classes, long uploader, BiPredicate<MarkItemCard.Category, String> may) {
		this.layout = layout;
		this.unitPath = unitPath;
		this.oneClass = oneClass;
		this.persons = persons;
		this.lookup = classes;
		this.uploader = uploader;
		this.may = may;
		for (MarkItemCard.Category category : MarkItemCard.Category.values()) {
			this.allowed.put(category, new HashMap<>());
		}
	}

	List<StagedMark> check(List<MarkLine> lines) {
		List<StagedMark> staged = new ArrayList<>();
		List<StagedMark> totals = new ArrayList<>();
		int compared = 0;
		for (MarkLine line : lines) {
			StagedMark whole = at(line, line.keyPlace(), line.number().isEmpty() ? line.name() : line.number());
			Known known = person(line, whole);
			if (known == null) {
				staged.add(whole);
				continue;
			}
			List<StagedMark> own = line.has(ColumnRole.POINTS) ? course(line) : scores(line);
			Optional<Boolean> total = own.isEmpty() ? Optional.empty() : total(line, own, totals);
			compared += total.isPresent() ? 1 : 0;
			for (StagedMark mark : own) {
				mark.personId = known.id();
				if (!allowed(mark.category, known.path())) {
					mark.found(Verdict.BLOCKED, mark.category == MarkItemCard.Category.COURSE ? "refusal.marks.registry"
							: "refusal.marks.not-yours", known.unitName());
				}
				if (whole.rule != null) {
					mark.found(whole.verdict, whole.rule, whole.args.toArray());
				}
				else if (known.id() == this.uploader) {
					mark.found(Verdict.WARNED, "own");
				}
			}
			staged.addAll(own);
		}
		if (totals.size() * 2 <= compared) {
			staged.addAll(totals);
		}
		return staged;
	}

	private boolean allowed(MarkItemCard.Category category, String path) {
		return this.allowed.get(category).computeIfAbsent(path, (any) -> this.may.test(category, path));
	}

	private static StagedMark at(MarkLine line, int place, String raw) {
		return new StagedMark(line.sheet(), line.row(), place, Characters.first(line.name(), 100),
				Characters.first(line.number(), 60), Characters.first(raw, 200));
	}

	/** The person, or null when it is nobody or unclear whom the line means. */
	private Known person(MarkLine line, StagedMark whole) {
		if (line.nameless()) {
			whole.found(Verdict.BLOCKED, "nobody");
			return null;
		}
		return line.number().isEmpty() ? byName(line, whole) : byNumber(line, whole);
	}

	private Known byNumber(MarkLine line, StagedMark whole) {
		List<Known> found = this.persons.byNumber().getOrDefault(line.number(), List.of());
		if (found.isEmpty()) {
			whole.found(Verdict.BLOCKED,
					line.number().matches("\\d(\\.\\d+)?E\\+?\\d+") ? "number-lost" : "unknown-number", line.number());
			return null;
		}
		Known known = found.get(0);
		if (!known.path().startsWith(this.unitPath)) {
			whole.found(Verdict.BLOCKED, "not-in-unit", known.unitName());
			return null;
		}
		if (!line.name().isEmpty() && !known.name().equals(line.name())) {
			whole.found(Verdict.DOUBTFUL, "name-differs", line.name(), known.name());
		}
		String className = line.text(ColumnRole.CLASS);
		if (!className.isEmpty() && !same(className, known.unitName())) {
			whole.found(Verdict.WARNED, "class-differs", className, known.unitName());
		}
		return known;
	}

	private Known byName(MarkLine line, StagedMark whole) {
		List<Known> inUnit = this.persons.byName()
			.getOrDefault(line.name(), List.of())
			.stream()
			.filter((known) -> known.path().startsWith(this.unitPath))
			.toList();
		String className = line.text(ColumnRole.CLASS);
		List<Known> found = inUnit;
		if (!className.isEmpty()) {
			found = inUnit.stream().filter((known) -> same(className, known.unitName())).toList();
			Optional<String> alike = found.isEmpty() ? alike(className) : Optional.empty();
			if (alike.isPresent()) {
				found = inUnit.stream().filter((known) -> known.unitName().equals(alike.get())).toList();
				whole.found(Verdict.DOUBTFUL, "class-alike", className, alike.get());
			}
		}
		else if (!this.oneClass) {
			Set<String> meant = meant(line, whole);
			found = inUnit.stream().filter((known) -> meant.contains(known.unitName())).toList();
			if (found.isEmpty() && inUnit.size() == 1) {
				whole.found(Verdict.DOUBTFUL, "name-only", inUnit.get(0).unitName());
				return inUnit.get(0);
			}
		}
		if (found.size() == 1) {
			return found.get(0);
		}
		if (found.isEmpty()) {
			whole.found(Verdict.BLOCKED, "unknown-name", line.name(), className.isEmpty() ? line.sheet() : className);
		}
		else {
			whole.found(Verdict.BLOCKED, "two-of-name", line.name(), found.size());
		}
		return null;
	}

	private List<String> classes() {
		if (this.classes == null) {
			this.classes = this.lookup.get();
		}
		return this.classes;
	}

	/** The only class that may be meant, where none is called so. */
	private Optional<String> alike(String className) {
		return this.alike.computeIfAbsent(className, (any) -> {
			List<String> names = classes();
			List<String> like = names.stream().filter((one) -> ClassName.alike(className, one)).toList();
			boolean known = names.stream().anyMatch((one) -> ClassName.same(className, one));
			return (!known && like.size() == 1) ? Optional.of(like.get(0)) : Optional.empty();
		});
	}

	/** The classes that the sheet's name says, or else those that its title says. */
	private Set<String> meant(MarkLine line, StagedMark whole) {
		Set<String> sheet = named(line.sheet());
		Set<String> title = named(line.title());
		if (!sheet.isEmpty() && !title.isEmpty() && Collections.disjoint(sheet, title)) {
			whole.found(Verdict.DOUBTFUL, "class-unclear", line.sheet(), line.title());
		}
		return sheet.isEmpty() ? title : sheet;
	}

	private Set<String> named(String text) {
		return this.named.computeIfAbsent(text,
				(any) -> classes().stream()
					.filter((one) -> ClassName.same(text, one) || ClassName.names(text, one))
					.collect(Collectors.toSet()));
	}

	private boolean same(String className, String unitName) {
		return this.sameClass.computeIfAbsent(className + "\n" + unitName,
				(any) -> ClassName.same(className, unitName));
	}

	private List<StagedMark> scores(MarkLine line) {
		List<StagedMark> marks = new ArrayList<>();
		for (ColumnPlan column : line.columns()) {
			String raw = line.texts().get(column.place());
			if (column.role() == ColumnRole.SCORE || (column.role() == ColumnRole.NOTE && raw != null)) {
				marks.add(score(line, column, raw));
			}
		}
		return marks;
	}

	private StagedMark score(MarkLine line, ColumnPlan column, String raw) {
		StagedMark mark = at(line, column.place(), (raw != null) ? raw : "");
		mark.item = column.item();
		mark.itemName = column.name();
		mark.category = column.category();
		mark.low = column.low();
		mark.high = column.high();
		mark.period = this.layout.year();
		mark.term = column.term().isEmpty() ? this.layout.term() : column.term();
		mark.credit = MarkItem.plain(column.credit());
		if (raw == null || (column.role() == ColumnRole.SCORE && MarkText.nothing(raw))) {
			return mark.found(Verdict.WARNED, "missing");
		}
		if (column.role() == ColumnRole.NOTE) {
			note(mark, raw);
		}
		else {
			read(mark, raw);
		}
		return range(mark, column.card());
	}

	private static void note(StagedMark mark, String raw) {
		MarkText.Note note = MarkText.note(raw);
		mark.points = note.value();
		if (raw.length() >= Xlsx.MAX_TEXT) {
			mark.found(Verdict.BLOCKED, "note-long", Xlsx.MAX_TEXT);
		}
		else if (note.tooLarge()) {
			mark.found(Verdict.BLOCKED, "no-mark", Characters.first(raw, 60));
		}
		else if (note.doubtful()) {
			mark.found(Verdict.DOUBTFUL, "note-unclear", Characters.first(raw, 60),
					(note.value() != null) ? note.value().toPlainString() : "-");
		}
		else if (note.value() == null) {
			mark.found(Verdict.WARNED, "note-unsigned", Characters.first(raw, 60));
		}
	}

	private static void read(StagedMark mark, String raw) {
		MarkText text = MarkText.of(raw);
		mark.points = text.value();
		mark.word = text.word();
		if (!text.holds()) {
			mark.found(Verdict.BLOCKED, text.rule(), Characters.first(raw, 60));
		}
		else if (text.rounded()) {
			mark.found(Verdict.WARNED, "rounded", raw, MarkText.SCALE);
		}
	}

	private static StagedMark range(StagedMark mark, MarkItemCard card) {
		if (mark.points != null && !card.covers(mark.points)) {
			mark.found(Verdict.DOUBTFUL, "range", mark.points.toPlainString(), MarkBookService.bound(card.low()),
					MarkBookService.bound(card.high()));
		}
		return mark;
	}

	/** One course of one person in each line. */
	private List<StagedMark> course(MarkLine line) {
		String raw = line.text(ColumnRole.POINTS);
		StagedMark mark = at(line, line.place(ColumnRole.POINTS), raw);
		String code = CellText.halfWidth(line.text(ColumnRole.COURSE_CODE));
		String name = line.text(ColumnRole.COURSE_NAME);
		mark.category = MarkItemCard.Category.COURSE;
		mark.item = Characters.first(code.isEmpty() ? name : code, 150);
		mark.itemName = Characters.first(name.isEmpty() ? code : name, 200);
		MarkItemCard card = MarkItemCard.course(mark.item, mark.itemName);
		mark.low = card.low();
		mark.high = card.high();
		if (mark.item.isEmpty()) {
			mark.found(Verdict.BLOCKED, "no-course");
		}
		term(line, mark);
		attempt(line, mark);
		credit(line, mark);
		if (raw.isEmpty() || MarkText.nothing(raw)) {
			mark.found(Verdict.WARNED, "missing");
		}
		else {
			read(mark, raw);
		}
		return List.of(range(mark, card));
	}

	private void term(MarkLine line, StagedMark mark) {
		mark.period = this.layout.year();
		mark.term = this.layout.term();
		if (!line.has(ColumnRole.TERM)) {
			return;
		}
		String typed = line.text(ColumnRole.TERM);
		Optional<MarkPeriod> period = this.periods.computeIfAbsent(typed, MarkPeriod::parse);
		Optional<String> term = period.isEmpty() && !typed.isEmpty() ? MarkPeriod.term(typed) : Optional.empty();
		if (period.isPresent()) {
			mark.period = period.get().year();
			mark.term = period.get().term();
		}
		else if (term.isPresent()) {
			mark.term = term.get();
		}
		else {
			mark.found(Verdict.BLOCKED, "term", typed);
		}
	}

	private static void attempt(MarkLine line, StagedMark mark) {
		String typed = line.text(ColumnRole.ATTEMPT);
		if (!typed.isEmpty()) {
			MarkAttempt.of(typed)
				.ifPresentOrElse((attempt) -> mark.attempt = attempt,
						() -> mark.found(Verdict.BLOCKED, "attempt", typed));
		}
	}

	private static void credit(MarkLine line, StagedMark mark) {
		String typed = line.text(ColumnRole.CREDIT);
		if (typed.isEmpty()) {
			return;
		}
		BigDecimal credit = MarkText.of(typed.endsWith("学分") ? typed.substring(0, typed.length() - 2) : typed).value();
		if (!MarkText.isCredit(credit)) {
			mark.found(Verdict.BLOCKED, "credit", typed);
		}
		else {
			mark.credit = credit;
		}
	}

	/**
	 * Whether a total was compared with the sum of its line; those that differ are added.
	 */
	private static Optional<Boolean> total(MarkLine line, List<StagedMark> own, List<StagedMark> differing) {
		int place = line.place(ColumnRole.TOTAL);
		BigDecimal total = (place >= 0) ? MarkText.of(line.text(ColumnRole.TOTAL)).value() : null;
		List<Integer> scored = line.columns()
			.stream()
			.filter((column) -> column.role() == ColumnRole.SCORE)
			.map(ColumnPlan::place)
			.toList();
		List<StagedMark> summed = own.stream().filter((mark) -> scored.contains(mark.column)).toList();
		if (total == null || summed.size() < 2 || summed.stream().anyMatch((mark) -> mark.points == null)) {
			return Optional.empty();
		}
		BigDecimal sum = summed.stream().map((mark) -> mark.points).reduce(BigDecimal.ZERO, BigDecimal::add);
		boolean differs = sum.subtract(total).abs().compareTo(MAX_ROUNDING) > 0;
		if (differs) {
			differing.add(at(line, place, line.text(ColumnRole.TOTAL)).found(Verdict.WARNED, "total",
					total.toPlainString(), sum.toPlainString()));
		}
		return Optional.of(differs);
	}

	/**
	 * Compares the marks with the items that their names hit: an item that the registry
	 * keeps is none of an assessment, whatever the sheet calls its column.
	 */
	static void against(List<StagedMark> staged, Map<String, MarkItemCard> items) {
		for (StagedMark mark : staged) {
			MarkItemCard item = (mark.item != null) ? items.get(mark.item) : null;
			if (item == null) {
				continue;
			}
			if (takesScore(mark, item)) {
				mark.found(Verdict.DOUBTFUL, "takes-score", item.name());
			}
			else if (item.category() != mark.category) {
				mark.found(Verdict.BLOCKED, "is-course", item.name());
			}
			else {
				range(mark, item);
			}
		}
	}

	/**
	 * Whether the mark is of a course by whose code or name an office called an item of
	 * its assessment before; the registry's courses come first.
	 */
	static boolean takesScore(StagedMark mark, MarkItemCard item) {
		return mark.category == MarkItemCard.Category.COURSE && item.category() == MarkItemCard.Category.SCORE;
	}

	/** What importing each mark would do, against what stands. */
	static void plan(List<StagedMark> staged, Map<String, MarkItemCard> items,
			Map<MarkRepository.Key, MarkRepository.Standing> standing, long uploader) {
		for (StagedMark mark : staged) {
			if (mark.verdict == Verdict.BLOCKED || !mark.says() || mark.personId == null) {
				continue;
			}
			MarkItemCard item = items.get(mark.item);
			MarkRepository.Standing stands = (item == null || takesScore(mark, item)) ? null : standing
				.get(new MarkRepository.Key(mark.personId, item.id(), mark.period, mark.term, mark.attempt.ordinal()));
			if (stands == null) {
				mark.plan = StagedMark.Plan.NEW;
				continue;
			}
			mark.beforeVersion = stands.version();
			mark.before = (stands.points() != null) ? stands.points().toPlainString() : stands.word();
			boolean same = stands.content().equals(mark.typed());
			boolean corrected = !same && mark.typed().equals(stands.typed());
			mark.plan = (same || corrected) ? StagedMark.Plan.UNCHANGED : StagedMark.Plan.CHANGED;
			if (corrected) {
				mark.found(Verdict.WARNED, "corrected", mark.before);
			}
			if (mark.plan == StagedMark.Plan.CHANGED && mark.personId == uploader) {
				mark.found(Verdict.BLOCKED, "refusal.marks.own");
				mark.plan = StagedMark.Plan.NONE;
			}
		}
	}

}
