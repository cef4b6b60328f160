package org.leagueflow.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.paper.LineKind;
import org.leagueflow.paper.MonthSpan;
import org.leagueflow.paper.PaperIndicator;
import org.leagueflow.paper.PaperLine;
import org.leagueflow.paper.PaperOwner;
import org.leagueflow.paper.PaperPlan;
import org.leagueflow.paper.PaperReader;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.plan.PlanPaperPage.Guess;
import org.leagueflow.plan.PlanPaperPage.Row;
import org.leagueflow.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in papers. A paper is kept as it was brought and read anew for each page; what
 * somebody corrects comes with the form.
 */
@Service
@Transactional
class PlanPaperService {

	private static final int MAX_TYPED = 4000;

	private static final int MAX_PERIOD = 100;

	/** A main task by its line, as the list of suggestions writes it. */
	private static final Pattern TASK = Pattern.compile("(\\d{1,6})(?:\\D.*)?");

	private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})(?:\\s*[-－—~至到]\\s*(\\d{1,2}))?\\s*月?");

	private final PlanPapers papers;

	private final PlanDrafts drafts;

	private final PlanRights rights;

	private final PlanOwnerNames names;

	private final People people;

	private final Words words;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	PlanPaperService(PlanPapers papers, PlanDrafts drafts, PlanRights rights, PlanOwnerNames names, People people,
			Words words, AuditLog auditLog, BusinessClock clock) {
		this.papers = papers;
		this.drafts = drafts;
		this.rights = rights;
		this.names = names;
		this.people = people;
		this.words = words;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** The units whose plans the person writes. */
	@Transactional(readOnly = true)
	List<UnitCard> offices(Actor by) {
		return this.rights.officesOf(by);
	}

	/**
	 * Keeps a paper that can be read.
	 * @param file what was uploaded, or null where text was pasted
	 * @return its number
	 */
	long bring(long unitId, int year, String name, Path file, String pasted, Actor by) {
		UnitCard unit = office(unitId, by);
		PaperPlan plan = (file != null) ? PaperReader.read(file) : PaperReader.read(pasted);
		int of = (year != 0) ? year : (plan.year() != null) ? plan.year() : this.clock.today().getYear();
		PlanService.checkYear(of);
		PlanPaper paper = this.papers.saveAndFlush(new PlanPaper(unit, of, name, file == null,
				(file != null) ? bytes(file) : pasted.getBytes(StandardCharsets.UTF_8), by, this.clock.instant()));
		this.auditLog.record(AuditEvent.of(by, "plan.paper", "paper:" + paper.id())
			.in(unitId)
			.with(Map.of("source", name, "items", plan.items().size())));
		return paper.id();
	}

	private UnitCard office(long unitId, Actor by) {
		if (!this.drafts.drafts(unitId, by)) {
			throw new Refusal.NotFound("refusal.plan.paper");
		}
		return this.people.unit(unitId);
	}

	private static byte[] bytes(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The paper with every line, as read or as typed. */
	@Transactional(readOnly = true)
	PlanPaperPage page(long id, Map<String, String> typed, Map<Integer, Message> faults, Actor by) {
		PlanPaper paper = this.papers.of(id);
		UnitCard unit = office(paper.unitId(), by);
		PaperPlan plan = read(paper);
		return new PlanPaperPage(id, unit.name(), paper.year(), paper.name(), plan,
				plan.lines().stream().map((line) -> row(line, plan, typed)).toList(), faults, paper.editionId());
	}

	private static PaperPlan read(PlanPaper paper) {
		if (paper.pasted()) {
			return PaperReader.read(new String(paper.content(), StandardCharsets.UTF_8));
		}
		try {
			Path file = Files.createTempFile("paper", ".bin");
			try {
				Files.write(file, paper.content());
				return PaperReader.read(file);
			}
			finally {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Row row(PaperLine line, PaperPlan plan, Map<String, String> typed) {
		return new Row(line.number(), kind(line, typed), line.kind() == LineKind.HEADING, line.label(),
				this.words.of(line.place().words()), line.original(),
				typed.getOrDefault("text-" + line.number(), line.text()),
				typed.getOrDefault("months-" + line.number(), months(line.spans())),
				typed.getOrDefault("lead-" + line.number(), lead(line)),
				typed.getOrDefault("owners-" + line.number(), others(line)),
				typed.getOrDefault("indicators-" + line.number(), shown(line)),
				typed.getOrDefault("task-" + line.number(), task(line, plan)), line.confidence(),
				line.guesses()
					.stream()
					.map((guess) -> new Guess(guess.reason(), guess.confidence(), guess.sure()))
					.toList(),
				typed.isEmpty() ? Map.of() : asRead(line, plan));
	}

	/** The fields of a line as they were read, beside what somebody typed. */
	private static Map<String, String> asRead(PaperLine line, PaperPlan plan) {
		PlanItemKind kind = kind(line, Map.of());
		return Map.of("kind", (kind != null) ? kind.name() : "NONE", "months", months(line.spans()), "text",
				line.text(), "lead", lead(line), "owners", others(line), "indicators", shown(line), "task",
				task(line, plan));
	}

	private static String lead(PaperLine line) {
		return line.owners().stream().filter(PaperOwner::lead).findFirst().map(PaperOwner::name).orElse("");
	}

	private static String others(PaperLine line) {
		return line.owners()
			.stream()
			.filter((owner) -> !owner.lead())
			.map(PaperOwner::name)
			.collect(Collectors.joining("、"));
	}

	private static String shown(PaperLine line) {
		return line.indicators().stream().map(PlanPaperService::shown).collect(Collectors.joining("；"));
	}

	private static String task(PaperLine line, PaperPlan plan) {
		return (line.mainTask() == null) ? "" : PlanPaperPage.task(plan.lines().get(line.mainTask() - 1));
	}

	private static String shown(PaperIndicator one) {
		String number = (one.number() != null) ? one.bound().sign() + " " + one.number().toPlainString() + one.unit()
				: "";
		String period = one.period().isEmpty() ? "" : "/" + one.period();
		String stretch = (one.stretch() != null) ? "，力争 " + one.stretch().toPlainString() + one.unit() : "";
		return (one.number() == null) ? one.words() : (one.subject() + " " + number + period + stretch).strip();
	}

	/** What somebody chose, else what it was read as; null for what is no item. */
	private static PlanItemKind kind(PaperLine line, Map<String, String> typed) {
		String chosen = typed.get("kind-" + line.number());
		if (chosen != null) {
			return switch (chosen) {
				case "MAIN_TASK" -> PlanItemKind.MAIN_TASK;
				case "MONTHLY" -> PlanItemKind.MONTHLY;
				case "ALL_YEAR" -> PlanItemKind.ALL_YEAR;
				default -> null;
			};
		}
		return switch (line.kind()) {
			case MAIN_TASK -> PlanItemKind.MAIN_TASK;
			case MONTHLY_ITEM -> PlanItemKind.MONTHLY;
			case ALL_YEAR_ITEM -> PlanItemKind.ALL_YEAR;
			case HEADING, NOT_AN_ITEM -> null;
		};
	}

	/**
	 * Makes the lines that are items a draft of the unit's plan.
	 * @return the edition
	 * @throws Refusal.Invalid with the fields {@code line-<number>} of what cannot be
	 * taken
	 */
	long take(long id, Map<String, String> typed, String once, Actor by) {
		PlanPaper paper = this.papers.of(id);
		UnitCard unit = office(paper.unitId(), by);
		PaperPlan plan = read(paper);
		Map<String, Message> wrong = new LinkedHashMap<>();
		List<DraftLine> lines = new ArrayList<>();
		List<Integer> numbers = new ArrayList<>();
		Map<String, DraftIndicator> indicators = new LinkedHashMap<>();
		List<UnitCard> units = this.people.within(unit.id());
		Map<Integer, PlanItemKind> kinds = new LinkedHashMap<>();
		plan.lines().forEach((line) -> kinds.put(line.number(), kind(line, typed)));
		for (PaperLine line : plan.lines()) {
			PlanItemKind kind = kinds.get(line.number());
			if (kind != null) {
				numbers.add(line.number());
				lines.add(line(line, kind, paper.year(), typed, units, kinds, indicators, wrong, by));
			}
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
		try {
			String title = plan.title().isEmpty() ? null : Characters.first(plan.title(), 120);
			Adopted adopted = this.drafts.adopt(unit.id(), paper.year(),
					new PlanDraft(title, paper.name(), lines, List.copyOf(indicators.values())), once, by);
			paper.takenInto(adopted.editionId());
			return adopted.editionId();
		}
		catch (Refusal.Invalid refusal) {
			throw byNumber(refusal, numbers);
		}
	}

	/** What the plan says of its lines, by the lines of the paper. */
	private static Refusal.Invalid byNumber(Refusal.Invalid refusal, List<Integer> numbers) {
		Map<String, Message> fields = new LinkedHashMap<>();
		Pattern index = Pattern.compile("lines\\[(\\d+)\\].*");
		refusal.fields().forEach((field, words) -> {
			Matcher at = index.matcher(field);
			fields.put(at.matches() ? "line-" + numbers.get(Integer.parseInt(at.group(1))) : field, words);
		});
		return fields.isEmpty() ? refusal : new Refusal.Invalid(fields);
	}

	private DraftLine line(PaperLine line, PlanItemKind kind, int year, Map<String, String> typed, List<UnitCard> units,
			Map<Integer, PlanItemKind> kinds, Map<String, DraftIndicator> indicators, Map<String, Message> wrong,
			Actor by) {
		List<String> keys = new ArrayList<>();
		indicators(line, typed).stream()
			.filter((one) -> one.number() != null || !one.words().isBlank())
			.forEach((one) -> {
				String key = (one.number() != null)
						? one.bound() + "|" + one.number().toPlainString() + "|" + one.measure() + "|" + one.subject()
								+ (one.subject().isEmpty() ? "|" + line.number() : "")
						: "line" + line.number() + "|" + keys.size();
				indicators.putIfAbsent(key, indicator(key, one, line));
				if (!keys.contains(key)) {
					keys.add(key);
				}
			});
		String text = typed.getOrDefault("text-" + line.number(), line.text()).strip();
		if (text.isEmpty() || text.length() > MAX_TYPED) {
			wrong.put("line-" + line.number(), Message.of("refusal.plan.paperText", MAX_TYPED));
		}
		Integer task = (kind != PlanItemKind.MAIN_TASK) ? task(line, typed, kinds, wrong) : null;
		return new DraftLine("line" + line.number(), kind, first(line.label(), 40), first(line.section(), 300), text,
				first(line.measure(), 2000), line.original(), first(this.words.of(line.place().words()), 300),
				first(line.due(), MAX_PERIOD), spans(line, year, typed, wrong), owners(line, typed, units, wrong, by),
				(task != null) ? List.of("line" + task) : List.of(), keys, first(line.remark(), 1000),
				first(line.status(), 1000));
	}

	private static String first(String text, int most) {
		return (text == null || text.isBlank()) ? null : Characters.first(text.strip(), most);
	}

	private static DraftIndicator indicator(String key, PaperIndicator one, PaperLine line) {
		String name = one.subject().isBlank() ? Characters.first(line.title(), 60) : one.subject();
		PlanComparator comparator = PlanComparator.valueOf(one.bound().name());
		return new DraftIndicator(key, Characters.first(name.isBlank() ? one.words() : name, 200), comparator,
				one.number(), one.stretch(), one.unit(), Characters.first(one.words(), 300), null);
	}

	/** As read, or what somebody typed in the words of papers. */
	private static List<PaperIndicator> indicators(PaperLine line, Map<String, String> typed) {
		String said = typed.get("indicators-" + line.number());
		return (said == null || said.strip().equals(shown(line).strip())) ? line.indicators()
				: PaperReader.indicators(said);
	}

	/** The line of the main task that this one serves; null for none. */
	private static Integer task(PaperLine line, Map<String, String> typed, Map<Integer, PlanItemKind> kinds,
			Map<String, Message> wrong) {
		String said = typed.get("task-" + line.number());
		Matcher number = TASK.matcher((said != null) ? said.strip() : "");
		if (said == null || (number.matches() && line.mainTask() != null
				&& number.group(1).equals(line.mainTask().toString()))) {
			return (line.mainTask() != null && kinds.get(line.mainTask()) == PlanItemKind.MAIN_TASK) ? line.mainTask()
					: null;
		}
		if (said.isBlank()) {
			return null;
		}
		Integer task = number.matches() ? Integer.valueOf(number.group(1)) : null;
		if (task == null || kinds.get(task) != PlanItemKind.MAIN_TASK) {
			wrong.put("line-" + line.number(), Message.of("refusal.plan.paperTask", said.strip()));
			return null;
		}
		return task;
	}

	/** As read, or as somebody typed them: one who leads, and others. */
	private static List<PaperOwner> named(PaperLine line, Map<String, String> typed, Map<String, Message> wrong) {
		String lead = typed.getOrDefault("lead-" + line.number(), lead(line)).strip();
		String others = typed.getOrDefault("owners-" + line.number(), others(line)).strip();
		if (lead.equals(lead(line)) && others.equals(others(line))) {
			return line.owners();
		}
		List<PaperOwner> owners = new ArrayList<>(PaperReader.owners(lead));
		if (owners.size() > 1) {
			wrong.put("line-" + line.number(), Message.of("refusal.plan.oneLead"));
		}
		PaperReader.owners(others).forEach((one) -> owners.add(new PaperOwner(one.name(), one.unit(), false)));
		return owners;
	}

	private List<DraftOwner> owners(PaperLine line, Map<String, String> typed, List<UnitCard> units,
			Map<String, Message> wrong, Actor by) {
		List<DraftOwner> owners = new ArrayList<>();
		for (PaperOwner one : named(line, typed, wrong)) {
			PlanOwner known = this.names.guessed(one.name(), one.lead(), units, by);
			if (owners.stream()
				.noneMatch((other) -> other.kind() == known.kind()
						&& (known.id() != null ? known.id().equals(other.id()) : other.name().equals(known.name())))) {
				owners.add(new DraftOwner(known.kind(), known.id(), known.name(), one.lead()));
			}
		}
		return owners;
	}

	/** What was typed where it differs from what was read. */
	private static List<PlanSpan> spans(PaperLine line, int year, Map<String, String> typed,
			Map<String, Message> wrong) {
		List<PlanSpan> read = line.spans()
			.stream()
			.map((span) -> new PlanSpan(span.firstDay(year), span.lastDay(year)))
			.toList();
		String said = typed.get("months-" + line.number());
		if (said == null || said.strip().equals(months(line.spans()))) {
			return read;
		}
		List<PlanSpan> spans = new ArrayList<>();
		for (String part : said.split("[、,，;；\\s]+")) {
			if (part.isBlank()) {
				continue;
			}
			Matcher months = MONTHS.matcher(part);
			int from = months.matches() ? Integer.parseInt(months.group(1)) : 0;
			int to = (from > 0 && months.group(2) != null) ? Integer.parseInt(months.group(2)) : from;
			if (from < 1 || to < from || to > 12) {
				wrong.put("line-" + line.number(), Message.of("refusal.plan.paperMonths", part));
				continue;
			}
			spans.add(PlanSpan.months(YearMonth.of(year, from), YearMonth.of(year, to)));
		}
		return spans;
	}

	private static String months(List<MonthSpan> spans) {
		return spans.stream().map(MonthSpan::months).collect(Collectors.joining("、"));
	}

}
