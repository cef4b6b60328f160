package org.leagueflow.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.notification.CaseNotifications;
import org.leagueflow.notification.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A kind of deadline of cases, put together by {@link CaseDeadlines}. Each of its
 * messages is told the last day.
 */
public final class CaseDeadline implements DeadlineKind {

	private static final Logger LOG = LoggerFactory.getLogger(CaseDeadline.class);

	private final CaseNotifications notifications;

	private final Extensions extensions;

	private final String name;

	private final Function<LocalDate, Map<CaseId, LocalDate>> running;

	private final List<Step> steps = new ArrayList<>();

	private ExtensionRule extension;

	private String extensionOver;

	CaseDeadline(CaseNotifications notifications, Extensions extensions, String name,
			Function<LocalDate, Map<CaseId, LocalDate>> running) {
		this.notifications = notifications;
		this.extensions = extensions;
		this.name = name;
		this.running = running;
	}

	/** Reminds so many days before the last day. */
	public CaseDeadline before(ToIntFunction<CaseId> days, String key, Recipient... to) {
		return add(key, false, (caseId) -> -days.applyAsInt(caseId), 0, (caseId) -> List.of(to));
	}

	/** Reminds on the last day itself. */
	public CaseDeadline on(String key, Recipient... to) {
		return add(key, false, (caseId) -> 0, 0, (caseId) -> List.of(to));
	}

	/** Says that it is late, from the day after the last one on. */
	public CaseDeadline late(String key, Recipient... to) {
		return late(key, 0, (caseId) -> List.of(to));
	}

	/**
	 * The same, to recipients that depend on the case.
	 * @param everyDays after how many days it is said again; 0 for once only
	 */
	public CaseDeadline late(String key, int everyDays, Function<CaseId, List<Recipient>> to) {
		return add(key, true, (caseId) -> 1, everyDays, to);
	}

	private CaseDeadline add(String key, boolean late, ToIntFunction<CaseId> days, int everyDays,
			Function<CaseId, List<Recipient>> to) {
		this.steps.add(new Step(key, late, days, everyDays, to));
		return this;
	}

	/**
	 * More time may be granted, with a reason.
	 * @param over the key of what is said when that time is over, too
	 */
	public CaseDeadline extensible(ExtensionRule rule, String over) {
		this.extension = rule;
		this.extensionOver = over;
		return this;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Optional<ExtensionRule> extension() {
		return Optional.ofNullable(this.extension);
	}

	@Override
	public Collection<Deadline> running(LocalDate today) {
		Map<CaseId, LocalDate> lastDays = this.running.apply(today);
		Map<CaseId, DeadlineExtension> more = (this.extension != null)
				? this.extensions.of(this.name, lastDays.keySet()) : Map.of();
		return lastDays.entrySet()
			.stream()
			.flatMap((one) -> attempt(one.getKey(), one.getValue(), more.get(one.getKey())).stream())
			.toList();
	}

	/** A case that cannot be looked at must not keep the others of its kind silent. */
	private Optional<Deadline> attempt(CaseId caseId, LocalDate due, DeadlineExtension more) {
		try {
			return Optional.of(deadline(caseId, due, more));
		}
		catch (RuntimeException ex) {
			LOG.error("Nothing was said of {} of case {}", this.name, caseId, ex);
			return Optional.empty();
		}
	}

	private Deadline deadline(CaseId caseId, LocalDate due, DeadlineExtension more) {
		boolean extended = more != null && more.extend(this.extension.started(caseId), due);
		LocalDate day = extended ? more.until() : due;
		return new Deadline(caseId.toString(), day,
				this.steps.stream().map((step) -> reminder(caseId, day, step, extended)).toList());
	}

	private Reminder reminder(CaseId caseId, LocalDate day, Step step, boolean extended) {
		String key = this.name.substring(0, this.name.indexOf('-')) + ".told."
				+ ((extended && step.late()) ? this.extensionOver : step.key());
		return new Reminder(step.key(), day.plusDays(step.days().applyAsInt(caseId)), step.everyDays(),
				() -> this.notifications.tell(caseId, step.to().apply(caseId), key, day.toString()));
	}

	/** When something is said, and to whom. */
	private record Step(String key, boolean late, ToIntFunction<CaseId> days, int everyDays,
			Function<CaseId, List<Recipient>> to) {
	}

}
