package org.leagueflow.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leagueflow.kernel.Refusal;

/** The form of an item, as typed; kept as it is until all of it can be read. */
final class PlanLineForm {

	/** How many spans and indicators a form has room for beside those there are. */
	private static final int SPARE = 1;

	private static final int MAX_PARTS = 40;

	private final Map<String, List<String>> fields;

	PlanLineForm(Map<String, List<String>> fields) {
		this.fields = fields;
	}

	/** The form of an item as it is. */
	static PlanLineForm of(PlanLine line, PlanContent content) {
		Map<String, List<String>> fields = new java.util.HashMap<>();
		put(fields, "kind", line.kind().name());
		put(fields, "paperNumber", line.paperNumber());
		put(fields, "section", line.section());
		put(fields, "content", line.content());
		put(fields, "measure", line.measure());
		put(fields, "remark", line.remark());
		Recurrence.read(line.recurrence()).ifPresent((rule) -> {
			put(fields, "recurrence", rule.kind().name());
			put(fields, "recurrenceNumber", Integer.toString(rule.number()));
			fields.put("leftOut", rule.leftOut().stream().map(LocalDate::toString).toList());
		});
		put(fields, "festival", line.festival());
		put(fields, "participants", line.haves().participants());
		put(fields, "venue", line.haves().venue());
		put(fields, "theme", line.haves().theme());
		put(fields, "novelty", line.haves().novelty());
		put(fields, "lead", line.lead().map(PlanOwnerNames::label).orElse(null));
		put(fields, "owners", line.coOwners().stream().map(PlanOwnerNames::label).collect(Collectors.joining("、")));
		fields.put("from", line.spans().stream().map((span) -> span.from().toString()).toList());
		fields.put("to", line.spans().stream().map((span) -> span.to().toString()).toList());
		fields.put("main", line.mainTasks().stream().map(Object::toString).toList());
		List<PlanIndicator> indicators = content.indicators(line);
		fields.put("indicator", indicators.stream().map((one) -> Long.toString(one.id())).toList());
		fields.put("indicatorName", indicators.stream().map(PlanIndicator::name).toList());
		fields.put("comparator", indicators.stream().map((one) -> one.comparator().name()).toList());
		fields.put("base", indicators.stream().map(PlanIndicator::baseShown).toList());
		fields.put("stretch", indicators.stream().map(PlanIndicator::stretchShown).toList());
		fields.put("unit", indicators.stream().map(PlanIndicator::measure).toList());
		fields.put("rollUp", indicators.stream().map((one) -> one.rollUp().name()).toList());
		return new PlanLineForm(fields);
	}

	/** The same form with other days in one of its spans. */
	PlanLineForm replanned(int index, String from, String to) {
		Map<String, List<String>> changed = new java.util.HashMap<>(this.fields);
		changed.put("from", replaced(this.fields.get("from"), index, from));
		changed.put("to", replaced(this.fields.get("to"), index, to));
		return new PlanLineForm(changed);
	}

	private static List<String> replaced(List<String> values, int index, String value) {
		List<String> changed = new ArrayList<>(values);
		changed.set(index, (value != null) ? value : "");
		return changed;
	}

	private static void put(Map<String, List<String>> fields, String name, String value) {
		if (value != null) {
			fields.put(name, List.of(value));
		}
	}

	/** What stands in a field, or nothing. */
	public String text(String name) {
		return at(name, 0);
	}

	/** What stands in one of several fields of this name. */
	public String at(String name, int index) {
		List<String> values = this.fields.getOrDefault(name, List.of());
		return (index < values.size() && values.get(index) != null) ? values.get(index) : "";
	}

	public boolean has(String name, Object value) {
		return this.fields.getOrDefault(name, List.of()).contains(value.toString());
	}

	/** As many as are filled in, and room for one more. */
	public List<Integer> rows(String name) {
		int filled = (int) this.fields.getOrDefault(name, List.of()).stream().filter((one) -> !one.isBlank()).count();
		return IntStream
			.range(0, Math.min(Math.max(filled, this.fields.getOrDefault(name, List.of()).size()) + SPARE, MAX_PARTS))
			.boxed()
			.toList();
	}

	PlanItemKind kind() {
		try {
			return PlanItemKind.valueOf(text("kind"));
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.Invalid.field("kind", "refusal.plan.missing");
		}
	}

	/**
	 * The spans; a first day alone is refused, and days the wrong way round, and two
	 * spans that share a day.
	 */
	List<PlanSpan> spans(int year) {
		List<PlanSpan> spans = new ArrayList<>();
		for (int i = 0; i < Math.min(this.fields.getOrDefault("from", List.of()).size(), MAX_PARTS); i++) {
			LocalDate from = day("from", at("from", i));
			LocalDate to = day("to", at("to", i));
			if (from == null && to == null) {
				continue;
			}
			if (from == null || to == null || to.isBefore(from)) {
				throw Refusal.Invalid.field("from", "refusal.plan.span");
			}
			spans.add(within(from, to, year, spans));
		}
		return spans.stream().sorted(java.util.Comparator.comparing(PlanSpan::from)).toList();
	}

	/** A span of the plan's year that shares no day with the others. */
	static PlanSpan within(LocalDate from, LocalDate to, int year, List<PlanSpan> others) {
		if (from.getYear() != year || to.getYear() != year) {
			throw Refusal.Invalid.field("from", "refusal.plan.otherYear", Integer.toString(year));
		}
		if (others.stream().anyMatch((span) -> !span.from().isAfter(to) && !span.to().isBefore(from))) {
			throw Refusal.Invalid.field("from", "refusal.plan.spansMeet");
		}
		return new PlanSpan(from, to);
	}

	private static LocalDate day(String field, String typed) {
		try {
			return typed.isBlank() ? null : LocalDate.parse(typed.strip());
		}
		catch (DateTimeParseException ex) {
			throw Refusal.Invalid.field(field, "refusal.plan.day", typed);
		}
	}

	FiveHaves haves() {
		return new FiveHaves(PlanText.within("participants", text("participants"), 300),
				PlanText.within("venue", text("venue"), 300), PlanText.within("theme", text("theme"), 300),
				PlanText.within("novelty", text("novelty"), 300));
	}

	/** The rule by which the work recurs, as a column keeps it, or null. */
	String recurrence(List<PlanSpan> spans) {
		return rule().map((rule) -> rule.without(leftOut(), spans).text()).orElse(null);
	}

	private Optional<Recurrence> rule() {
		if (text("recurrence").isBlank()) {
			return Optional.empty();
		}
		String number = text("recurrenceNumber").strip();
		return Optional.of(Recurrence.of(enumOf(Recurrence.Kind.class, "recurrence", text("recurrence")),
				number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0));
	}

	private List<LocalDate> leftOut() {
		return this.fields.getOrDefault("leftOut", List.of()).stream().map((one) -> day("recurrence", one)).toList();
	}

	/**
	 * The days on which the rule falls, to be ticked where it is left out; none while it
	 * or the spans cannot be read.
	 */
	List<LocalDate> times(int year) {
		try {
			List<PlanSpan> spans = spans(year);
			return rule().map((rule) -> spans.stream().flatMap((span) -> rule.every(span).stream()).toList())
				.orElse(List.of());
		}
		catch (Refusal.Invalid ex) {
			return List.of();
		}
	}

	/** Numbers that are chosen, of those offered. */
	List<Long> chosen(String name, List<Long> offered) {
		return this.fields.getOrDefault(name, List.of())
			.stream()
			.filter((one) -> one.matches("[0-9]{1,18}"))
			.map(Long::valueOf)
			.filter(offered::contains)
			.distinct()
			.toList();
	}

	/** The indicators that the form states; one without a name is none. */
	List<PlanIndicator> indicators() {
		List<PlanIndicator> indicators = new ArrayList<>();
		for (int i = 0; i < Math.min(this.fields.getOrDefault("indicatorName", List.of()).size(), MAX_PARTS); i++) {
			String name = PlanText.within("indicatorName", at("indicatorName", i), 200);
			if (name == null) {
				if (!at("base", i).isBlank()) {
					throw Refusal.Invalid.field("indicatorName", "refusal.plan.missing");
				}
				continue;
			}
			String unit = Objects.requireNonNullElse(PlanText.within("unit", at("unit", i), 20), "");
			PlanRollUp rollUp = at("rollUp", i).isBlank() ? PlanRollUp.of(unit)
					: enumOf(PlanRollUp.class, "rollUp", at("rollUp", i));
			PlanComparator comparator = at("comparator", i).isBlank() ? PlanComparator.AT_LEAST
					: enumOf(PlanComparator.class, "comparator", at("comparator", i));
			long id = at("indicator", i).matches("[0-9]{1,18}") ? Long.parseLong(at("indicator", i)) : 0;
			indicators.add(PlanIndicators
				.checked(new PlanIndicator(id, 0, name, comparator, PlanText.number("base", at("base", i)),
						PlanText.number("stretch", at("stretch", i)), unit, null, rollUp)));
		}
		return indicators;
	}

	private static <E extends Enum<E>> E enumOf(Class<E> type, String field, String typed) {
		try {
			return Enum.valueOf(type, typed);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.Invalid.field(field, "refusal.plan.missing");
		}
	}

}
