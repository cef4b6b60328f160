package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Message;

/**
 * What an amendment does to an item.
 *
 * @param before the line in the edition that holds, or null for a new item
 * @param after the line in the amendment, or null for one taken out
 * @param parts what changed
 */
public record PlanChange(PlanLine before, PlanLine after, List<Part> parts) {

	/**
	 * One thing that changed, by the message key of its name.
	 */
	public record Part(String name, String before, String after) {

		/** The rule of recurring work that one of the two says, or null. */
		public Recurrence rule(String text) {
			return text.isEmpty() ? null : Recurrence.read(text).orElseThrow();
		}

	}

	/** ADDED, REMOVED or CHANGED. */
	public String kind() {
		return (this.before == null) ? "ADDED" : (this.after == null) ? "REMOVED" : "CHANGED";
	}

	/** The line as it is now, or as it was. */
	public PlanLine line() {
		return (this.after != null) ? this.after : this.before;
	}

	/** Everything that the later edition says differently, in its order. */
	static List<PlanChange> between(PlanContent before, PlanContent after) {
		List<PlanChange> changes = new ArrayList<>();
		after.lines()
			.forEach((line) -> before.line(line.itemId())
				.ifPresentOrElse((old) -> compare(old, before, line, after).ifPresent(changes::add),
						() -> changes.add(new PlanChange(null, line, List.of()))));
		before.lines()
			.stream()
			.filter((line) -> after.line(line.itemId()).isEmpty())
			.forEach((line) -> changes.add(new PlanChange(line, null, List.of())));
		return changes;
	}

	private static Optional<PlanChange> compare(PlanLine old, PlanContent before, PlanLine line, PlanContent after) {
		List<Part> parts = new ArrayList<>();
		part(parts, "kind", old, line, (one) -> one.kind().name());
		part(parts, "paperNumber", old, line, PlanLine::paperNumber);
		part(parts, "section", old, line, PlanLine::section);
		part(parts, "content", old, line, PlanLine::content);
		part(parts, "measure", old, line, PlanLine::measure);
		part(parts, "remark", old, line, PlanLine::remark);
		part(parts, "span", old, line, PlanChange::spans);
		part(parts, "recurrence", old, line, PlanLine::recurrence);
		part(parts, "festival", old, line, PlanLine::festival);
		part(parts, "owners", old, line, PlanChange::owners);
		part(parts, "haves", old, line, (one) -> haves(one.haves()));
		add(parts, "mainTasks", mains(old, before), mains(line, after));
		add(parts, "indicators", indicators(old, before), indicators(line, after));
		return parts.isEmpty() ? Optional.empty() : Optional.of(new PlanChange(old, line, parts));
	}

	private static void part(List<Part> parts, String name, PlanLine old, PlanLine line,
			Function<PlanLine, String> value) {
		add(parts, name, value.apply(old), value.apply(line));
	}

	private static void add(List<Part> parts, String name, String before, String after) {
		if (!Objects.equals(before, after)) {
			parts.add(new Part(name, (before != null) ? before : "", (after != null) ? after : ""));
		}
	}

	private static String spans(PlanLine line) {
		return line.spans().stream().map((span) -> span.from() + " – " + span.to()).collect(Collectors.joining("、"));
	}

	/** The lead stands first. */
	private static String owners(PlanLine line) {
		return java.util.stream.Stream.concat(line.lead().stream(), line.coOwners().stream())
			.map(PlanOwner::name)
			.collect(Collectors.joining("、"));
	}

	private static String haves(FiveHaves haves) {
		return java.util.stream.Stream.of(haves.participants(), haves.venue(), haves.theme(), haves.novelty())
			.filter(Objects::nonNull)
			.collect(Collectors.joining("；"));
	}

	private static String mains(PlanLine line, PlanContent content) {
		return content.mainTasks(line)
			.stream()
			.map((one) -> Integer.toString(one.number()))
			.collect(Collectors.joining("、"));
	}

	private static String indicators(PlanLine line, PlanContent content) {
		return content.indicators(line)
			.stream()
			.map((one) -> one.name() + " " + one.shown() + ((one.stretch() != null) ? " / " + one.stretchShown() : "")
					+ " " + one.rollUp())
			.collect(Collectors.joining("、"));
	}

	/**
	 * Why the change may not be made, because it rewrites what a closed month said.
	 * @param closedUntil the last day of the last closed month
	 */
	Optional<Message> rewrites(LocalDate closedUntil) {
		if (this.before == null) {
			return (this.after.kind() == PlanItemKind.MONTHLY
					&& this.after.spans().stream().anyMatch((span) -> !span.from().isAfter(closedUntil)))
							? refusal("refusal.plan.closed.added", this.after, closedUntil) : Optional.empty();
		}
		List<PlanSpan> spans = this.before.spans();
		boolean over = !spans.isEmpty() && spans.stream().noneMatch((span) -> span.to().isAfter(closedUntil));
		if (over) {
			return refusal("refusal.plan.closed.over", this.before, closedUntil);
		}
		return (this.after != null && !keepsClosed(closedUntil))
				? refusal("refusal.plan.closed.span", this.before, closedUntil) : Optional.empty();
	}

	/**
	 * Spans that are over stay as they are, those that began in a closed month keep their
	 * first day and do not end in one, and new ones begin later. Those without any time
	 * before may be given one.
	 */
	private boolean keepsClosed(LocalDate closedUntil) {
		List<PlanSpan> old = this.before.spans();
		List<PlanSpan> now = this.after.spans();
		boolean overStand = old.stream().filter((span) -> !span.to().isAfter(closedUntil)).allMatch(now::contains);
		boolean begunStand = old.stream()
			.filter((span) -> !span.from().isAfter(closedUntil) && span.to().isAfter(closedUntil))
			.allMatch((span) -> now.stream()
				.anyMatch((one) -> one.from().equals(span.from()) && one.to().isAfter(closedUntil)));
		boolean newLater = now.stream()
			.filter((span) -> old.stream().noneMatch((one) -> one.from().equals(span.from())))
			.allMatch((span) -> span.from().isAfter(closedUntil) || this.after.kind() != PlanItemKind.MONTHLY);
		return overStand && begunStand && newLater;
	}

	private static Optional<Message> refusal(String key, PlanLine line, LocalDate closedUntil) {
		return Optional.of(Message.of(key, line.number(), line.title(), closedUntil.toString()));
	}

}
