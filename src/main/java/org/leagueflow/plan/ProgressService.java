package org.leagueflow.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Attachments;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports of progress. */
@Service
@Transactional
class ProgressService {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final int MAX_WORDS = 2000;

	private static final int MAX_REASON = 1000;

	private static final int MAX_FILES = 10;

	private final Assignments assignments;

	private final Plans plans;

	private final PlanContents contents;

	private final ProgressEntries entries;

	private final PlanRights rights;

	private final Cases cases;

	private final Attachments attachments;

	private final IdempotencyKeys keys;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	ProgressService(Assignments assignments, Plans plans, PlanContents contents, ProgressEntries entries,
			PlanRights rights, Cases cases, Attachments attachments, IdempotencyKeys keys, AuditLog auditLog,
			BusinessClock clock) {
		this.assignments = assignments;
		this.plans = plans;
		this.contents = contents;
		this.entries = entries;
		this.rights = rights;
		this.cases = cases;
		this.attachments = attachments;
		this.keys = keys;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Takes a report: a new total of each indicator that is filled in, or how complete an
	 * item without indicators is.
	 * @return what has to be said of it, such as that a target is exceeded
	 * @throws Refusal.Conflict while nobody works on the item
	 * @throws Refusal.Invalid for negative values, and for lower ones without a reason
	 */
	List<Message> report(long id, Report typed, Actor by) {
		Assignment assignment = this.assignments.locked(id);
		Plan plan = this.plans.of(assignment.planId());
		this.rights.requireSeeing(plan, by);
		PlanContent content = this.contents.of(plan.publishedId());
		Optional<PlanLine> line = content.line(assignment.itemId());
		if (!this.rights.works(assignment, line.map(PlanLine::owners).orElse(List.of()), by)) {
			throw new Refusal.NotAllowed("refusal.plan.notOwner");
		}
		if (!assignment.working()) {
			throw new Refusal.Conflict("refusal.plan.notWorking");
		}
		String words = PlanText.within("words", typed.words(), MAX_WORDS);
		String reason = PlanText.within("reason", typed.reason(), MAX_REASON);
		List<PlanIndicator> indicators = line.map(content::indicators).orElse(List.of());
		List<Change> changes = indicators.stream().flatMap((one) -> change(one, typed, reason).stream()).toList();
		BigDecimal percent = indicators.isEmpty() ? percent(assignment, typed, reason) : null;
		if (changes.isEmpty() && percent == null && words == null && typed.files().isEmpty()) {
			throw Refusal.Invalid.field("words", "refusal.plan.nothingReported");
		}
		if (typed.files().size() > MAX_FILES) {
			throw Refusal.Invalid.field("files", "refusal.plan.files", MAX_FILES);
		}
		if (!this.keys.first(typed.once())) {
			return List.of();
		}
		return write(assignment, typed, changes, percent, words, reason, by);
	}

	private Optional<Change> change(PlanIndicator indicator, Report typed, String reason) {
		String field = "total-" + indicator.id();
		BigDecimal total = PlanText.number(field, typed.values().get(field));
		boolean rate = indicator.rollUp() == PlanRollUp.RATE;
		String ofField = "of-" + indicator.id();
		BigDecimal of = rate ? PlanText.number(ofField, typed.values().get(ofField)) : BigDecimal.ZERO;
		if (total == null && (of == null || !rate)) {
			return Optional.empty();
		}
		if (total == null || of == null) {
			throw Refusal.Invalid.field((total == null) ? field : ofField, "refusal.plan.rate");
		}
		if (total.signum() < 0 || of.signum() < 0) {
			throw Refusal.Invalid.field(field, "refusal.plan.negative", indicator.name());
		}
		if (rate && (of.signum() == 0 || total.compareTo(of) > 0)) {
			throw Refusal.Invalid.field(ofField, "refusal.plan.rate");
		}
		PlanTotal before = this.entries.lock(indicator.id());
		boolean less = total.compareTo(before.total()) < 0 || of.compareTo(before.ofTotal()) < 0;
		if (less && reason == null) {
			throw Refusal.Invalid.field("reason", "refusal.plan.decreasing", indicator.name(),
					PlanText.shown(before.total()));
		}
		return Optional.of(new Change(indicator, before,
				new PlanTotal(total.subtract(before.total()), of.subtract(before.ofTotal()), true)));
	}

	private static BigDecimal percent(Assignment assignment, Report typed, String reason) {
		BigDecimal percent = PlanText.number("percent", typed.values().get("percent"));
		if (percent == null) {
			return null;
		}
		if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0 || percent.scale() > 2) {
			throw Refusal.Invalid.field("percent", "refusal.plan.percent");
		}
		if (percent.compareTo(assignment.percent()) < 0 && reason == null) {
			throw Refusal.Invalid.field("reason", "refusal.plan.decreasing", "%", PlanText.shown(assignment.percent()));
		}
		return percent;
	}

	private List<Message> write(Assignment assignment, Report typed, List<Change> changes, BigDecimal percent,
			String words, String reason, Actor by) {
		List<Message> said = new ArrayList<>();
		List<Long> files = typed.files()
			.stream()
			.map((file) -> this.attachments.keep(file.name(), file.content(), null, by).id())
			.toList();
		this.attachments.file(assignment.caseId(), files, by);
		if (percent != null) {
			assignment.completes(percent);
			this.assignments.saveAndFlush(assignment);
		}
		if (changes.isEmpty()) {
			long entry = add(assignment, null, PlanTotal.NONE, PlanTotal.NONE, percent, words, reason, by);
			this.entries.evidence(entry, files);
		}
		boolean first = true;
		for (Change one : changes) {
			long entry = add(assignment, one.indicator().id(), one.before(), one.difference(), null,
					first ? words : null, reason, by);
			if (first) {
				this.entries.evidence(entry, files);
			}
			first = false;
			if (one.after().above(one.indicator())) {
				said.add(Message.of("plan.said.above", one.indicator().name(), one.indicator().baseShown(),
						one.after().shown(one.indicator().rollUp())));
			}
		}
		this.auditLog.record(AuditEvent.of(by, "assignment.reported", "plan:" + assignment.planId())
			.on(assignment.caseId())
			.in(assignment.unitId())
			.with(Map.of("indicators", changes.size(), "files", files.size())));
		return said;
	}

	private long add(Assignment assignment, Long indicator, PlanTotal before, PlanTotal difference, BigDecimal percent,
			String words, String reason, Actor by) {
		return this.entries.add(assignment, indicator, before, difference, percent, words, reason,
				ProgressSource.REPORT, null, by, this.clock.instant());
	}

	/** One indicator's new total. */
	private record Change(PlanIndicator indicator, PlanTotal before, PlanTotal difference) {

		PlanTotal after() {
			return new PlanTotal(this.before.total().add(this.difference.total()),
					this.before.ofTotal().add(this.difference.ofTotal()), true);
		}

	}

	/**
	 * A report as typed.
	 *
	 * @param values {@code total-17}, {@code of-17} and {@code percent}
	 */
	record Report(Map<String, String> values, String words, String reason, List<UploadedFile> files, String once) {
	}

	/** A file that proves it. */
	record UploadedFile(String name, byte[] content) {
	}

}
