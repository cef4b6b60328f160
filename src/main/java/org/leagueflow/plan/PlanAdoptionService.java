package org.leagueflow.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds the lines of a paper to the edition that its unit writes. */
@Service
@Transactional
class PlanAdoptionService implements PlanDrafts {

	private static final int MAX_LINES = 5000;

	private static final int MAX_TITLE = 120;

	private final Plans plans;

	private final PlanEditions editions;

	private final PlanContents contents;

	private final PlanService service;

	private final PlanRights rights;

	private final People people;

	private final IdempotencyKeys keys;

	private final AuditLog auditLog;

	PlanAdoptionService(Plans plans, PlanEditions editions, PlanContents contents, PlanService service,
			PlanRights rights, People people, IdempotencyKeys keys, AuditLog auditLog) {
		this.plans = plans;
		this.editions = editions;
		this.contents = contents;
		this.service = service;
		this.rights = rights;
		this.people = people;
		this.keys = keys;
		this.auditLog = auditLog;
	}

	@Override
	@Transactional(readOnly = true)
	public boolean drafts(long unitId, Actor by) {
		return this.rights.actsFor(unitId, by);
	}

	@Override
	public Adopted adopt(long unitId, int year, PlanDraft draft, String once, Actor by) {
		UnitCard unit = this.people.unit(unitId);
		if (!this.rights.actsFor(unitId, by)) {
			throw new Refusal.NotAllowed("refusal.plan.notYours", unit.name());
		}
		PlanService.checkYear(year);
		check(draft, year);
		boolean first = this.keys.first(once);
		Plan plan = this.plans.findByUnitIdAndPlanYear(unitId, year)
			.map((one) -> this.plans.locked(one.id()))
			.orElseGet(() -> this.service.make(unit, year, title(draft, unit, year), by));
		PlanEdition edition = edition(plan, first, by);
		if (!first) {
			return new Adopted(plan.id(), edition.id(), 0, 0);
		}
		edition.requireDraft();
		Map<String, Long> indicators = indicators(plan, edition, draft);
		lines(plan, edition, draft, indicators);
		this.auditLog.record(AuditEvent.of(by, "plan.adopted", "plan:" + plan.id())
			.in(unitId)
			.with(Map.of("edition", edition.number(), "source", String.valueOf(draft.source()), "items",
					draft.lines().size())));
		return new Adopted(plan.id(), edition.id(), draft.lines().size(), draft.indicators().size());
	}

	private static String title(PlanDraft draft, UnitCard unit, int year) {
		String title = PlanText.clean(draft.title());
		return Characters.first((title != null) ? title : unit.name() + year + "年工作计划", MAX_TITLE);
	}

	/** The open edition; after the form was sent twice, whichever is the latest. */
	private PlanEdition edition(Plan plan, boolean first, Actor by) {
		if (!first && plan.openId() == null) {
			return this.editions.findByPlanIdOrderByEditionNoDesc(plan.id()).get(0);
		}
		return this.service.openOrBegin(plan, null, by);
	}

	/**
	 * Everything that is wrong with the lines at once, each by its place in the draft.
	 */
	private void check(PlanDraft draft, int year) {
		if (draft.lines().isEmpty() || draft.lines().size() > MAX_LINES) {
			throw new Refusal.Invalid("refusal.plan.lines", MAX_LINES);
		}
		Map<String, Message> faults = new LinkedHashMap<>();
		Map<String, DraftLine> keys = new HashMap<>();
		for (int i = 0; i < draft.lines().size(); i++) {
			DraftLine line = draft.lines().get(i);
			String at = "lines[" + i + "].";
			if (line.key() == null || keys.put(line.key(), line) != null) {
				faults.put(at + "key", Message.of("refusal.plan.key"));
			}
			try {
				check(line, at, year);
			}
			catch (Refusal.Invalid refusal) {
				refusal.fields().forEach((field, words) -> faults.put(at + field, words));
			}
		}
		references(draft, keys, faults);
		if (!faults.isEmpty()) {
			throw new Refusal.Invalid(faults);
		}
	}

	private static void check(DraftLine line, String at, int year) {
		PlanText.required("content", line.content(), 4000);
		PlanText.within("number", line.number(), 40);
		PlanText.within("section", line.section(), 300);
		PlanText.within("measure", line.measure(), 2000);
		PlanText.within("period", line.period(), 100);
		PlanText.within("remark", line.remark(), 1000);
		PlanText.within("status", line.status(), 1000);
		PlanText.within("place", line.place(), 300);
		List<PlanSpan> spans = new ArrayList<>();
		for (PlanSpan span : line.spans()) {
			if (span.from() == null || span.to() == null || span.to().isBefore(span.from())) {
				throw Refusal.Invalid.field("spans", "refusal.plan.span");
			}
			spans.add(PlanLineForm.within(span.from(), span.to(), year, spans));
		}
		owners(line);
	}

	/** The owners, the lead first; twice the same is refused. */
	private static List<PlanOwner> owners(DraftLine line) {
		List<PlanOwner> owners = new ArrayList<>();
		if (line.owners().stream().filter(DraftOwner::lead).count() > 1) {
			throw Refusal.Invalid.field("owners", "refusal.plan.oneLead");
		}
		line.owners().stream().sorted((one, other) -> Boolean.compare(other.lead(), one.lead())).forEach((one) -> {
			boolean known = one.id() != null && one.kind() != PlanOwnerKind.NAMED;
			PlanOwnerNames.add(owners, "owners", new PlanOwner(known ? one.kind() : PlanOwnerKind.NAMED,
					known ? one.id() : null, PlanText.required("owners", one.name(), 200), one.lead()));
		});
		return owners;
	}

	private static void references(PlanDraft draft, Map<String, DraftLine> keys, Map<String, Message> faults) {
		Map<String, DraftIndicator> indicators = new HashMap<>();
		for (int i = 0; i < draft.indicators().size(); i++) {
			DraftIndicator one = draft.indicators().get(i);
			if (one.key() == null || indicators.put(one.key(), one) != null) {
				faults.put("indicators[" + i + "].key", Message.of("refusal.plan.key"));
			}
			try {
				read(0, one);
			}
			catch (Refusal.Invalid refusal) {
				String at = "indicators[" + i + "].";
				refusal.fields().forEach((field, words) -> faults.put(at + field, words));
			}
		}
		for (int i = 0; i < draft.lines().size(); i++) {
			DraftLine line = draft.lines().get(i);
			boolean known = indicators.keySet().containsAll(line.indicators()) && line.mainTasks()
				.stream()
				.allMatch((key) -> keys.containsKey(key) && keys.get(key).kind() == PlanItemKind.MAIN_TASK);
			if (!known) {
				faults.put("lines[" + i + "].mainTasks", Message.of("refusal.plan.key"));
			}
		}
	}

	private static PlanIndicator read(long id, DraftIndicator one) {
		String unit = PlanText.within("unit", one.unit(), 20);
		return PlanIndicators.checked(new PlanIndicator(id, 0, PlanText.required("name", one.name(), 200),
				(one.comparator() != null) ? one.comparator() : PlanComparator.AT_LEAST, one.base(), one.stretch(),
				(unit != null) ? unit : "", PlanText.within("words", one.words(), 300),
				(one.rollUp() != null) ? one.rollUp() : PlanRollUp.of(unit)));
	}

	private Map<String, Long> indicators(Plan plan, PlanEdition edition, PlanDraft draft) {
		Map<String, Long> ids = new HashMap<>();
		draft.indicators().forEach((one) -> {
			long id = this.contents.newIndicator(plan.id());
			this.contents.add(edition.id(), read(id, one));
			ids.put(one.key(), id);
		});
		return ids;
	}

	private void lines(Plan plan, PlanEdition edition, PlanDraft draft, Map<String, Long> indicators) {
		List<Long> items = this.contents.newItems(plan.id(), draft.lines().size());
		Map<String, Long> ids = new HashMap<>();
		for (int i = 0; i < items.size(); i++) {
			ids.put(draft.lines().get(i).key(), items.get(i));
		}
		int position = this.contents.lastPosition(edition.id());
		List<PlanLine> lines = new ArrayList<>();
		for (DraftLine line : draft.lines()) {
			boolean allYear = line.kind() == PlanItemKind.ALL_YEAR && line.spans().isEmpty();
			lines.add(new PlanLine(ids.get(line.key()), 0, line.kind(), ++position, PlanText.clean(line.number()),
					PlanText.clean(line.section()), line.content().strip(), PlanText.clean(line.measure()),
					PlanText.clean(line.period()), PlanText.clean(line.remark()), line.original(),
					PlanText.clean(line.place()), PlanText.within("source", draft.source(), 200),
					PlanText.clean(line.status()), FiveHaves.NONE, null, null,
					allYear ? List.of(PlanSpan.year(plan.year()))
							: line.spans().stream().sorted(java.util.Comparator.comparing(PlanSpan::from)).toList(),
					owners(line), line.mainTasks().stream().map(ids::get).distinct().toList(),
					line.indicators().stream().map(indicators::get).distinct().toList()));
		}
		this.contents.add(edition.id(), lines);
	}

}
