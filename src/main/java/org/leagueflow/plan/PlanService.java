package org.leagueflow.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.UnitMoved;
import org.leagueflow.web.Words;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes plans, and writes their editions until these are submitted. */
@Service
@Transactional
class PlanService {

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	private static final int MAX_TITLE = 120;

	private static final int MAX_REASON = 1000;

	private static final int MAX_ITEMS = 5000;

	/** How long before a milestone its work begins. */
	private static final int MILESTONE_DAYS = 13;

	private final Plans plans;

	private final PlanEditions editions;

	private final PlanContents contents;

	private final PlanRights rights;

	private final PlanOwnerNames names;

	private final Festivals festivals;

	private final Words words;

	private final People people;

	private final IdempotencyKeys keys;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	PlanService(Plans plans, PlanEditions editions, PlanContents contents, PlanRights rights, PlanOwnerNames names,
			Festivals festivals, Words words, People people, IdempotencyKeys keys, AuditLog auditLog,
			BusinessClock clock) {
		this.plans = plans;
		this.editions = editions;
		this.contents = contents;
		this.rights = rights;
		this.names = names;
		this.festivals = festivals;
		this.words = words;
		this.people = people;
		this.keys = keys;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Makes a plan with an empty first edition.
	 * @param once the form's idempotency key
	 * @return the edition to write, or nothing where the form was sent before
	 * @throws Refusal.Conflict when the unit has a plan of that year
	 */
	Optional<Long> create(long unitId, int year, String title, String once, Actor by) {
		UnitCard unit = requireActing(unitId, by);
		checkYear(year);
		String named = PlanText.required("title", title, MAX_TITLE);
		if (!this.keys.first(once)) {
			return Optional.empty();
		}
		this.plans.findByUnitIdAndPlanYear(unitId, year).ifPresent((plan) -> {
			throw new Refusal.Conflict("refusal.plan.twice", unit.name(), Integer.toString(year));
		});
		return Optional.of(open(make(unit, year, named, by), null, null, by).id());
	}

	static void checkYear(int year) {
		if (year < FIRST_YEAR || year > LAST_YEAR) {
			throw Refusal.Invalid.field("year", "refusal.plan.year", Integer.toString(FIRST_YEAR),
					Integer.toString(LAST_YEAR));
		}
	}

	private UnitCard requireActing(long unitId, Actor by) {
		UnitCard unit = this.people.unit(unitId);
		if (!by.isSystem() && !this.rights.actsFor(unitId, by)) {
			throw new Refusal.NotAllowed("refusal.plan.notYours", unit.name());
		}
		return unit;
	}

	/** A new plan of the unit, without an edition yet. */
	Plan make(UnitCard unit, int year, String title, Actor by) {
		Plan plan = this.plans.saveAndFlush(new Plan(unit, year, title, this.clock.instant()));
		this.auditLog.record(AuditEvent.of(by, "plan.created", "plan:" + plan.id())
			.in(unit.id())
			.with(Map.of("year", year, "title", title)));
		return plan;
	}

	/** Begins an edition; with a base it says at first what that one says. */
	PlanEdition open(Plan plan, PlanEdition base, String reason, Actor by) {
		int number = this.editions.findByPlanIdOrderByEditionNoDesc(plan.id())
			.stream()
			.mapToInt(PlanEdition::number)
			.max()
			.orElse(0) + 1;
		PlanEdition edition = this.editions.saveAndFlush(new PlanEdition(plan.id(), number, plan.publishedId(),
				PlanText.within("reason", reason, MAX_REASON), by, this.clock.instant()));
		if (base != null) {
			this.contents.copy(base.id(), edition.id());
		}
		plan.opens(edition.id());
		this.plans.saveAndFlush(plan);
		this.auditLog.record(AuditEvent.of(by, "plan.drafted", "plan:" + plan.id())
			.in(plan.unitId())
			.with(Map.of("edition", number)));
		return edition;
	}

	/**
	 * The edition that is open, or a new one that says at first what holds, or else what
	 * the latest one said.
	 */
	PlanEdition openOrBegin(Plan plan, String reason, Actor by) {
		if (plan.openId() != null) {
			return this.editions.of(plan.openId());
		}
		PlanEdition base = (plan.publishedId() != null) ? this.editions.of(plan.publishedId())
				: this.editions.findByPlanIdOrderByEditionNoDesc(plan.id()).stream().findFirst().orElse(null);
		return open(plan, base, (plan.publishedId() != null) ? reason : null, by);
	}

	/** Gives an edition up before it was submitted; it stays to be read. */
	long discard(long editionId, Actor by) {
		Plan plan = drafting(editionId, by);
		PlanEdition edition = this.editions.of(editionId);
		edition.ends(PlanEditionState.WITHDRAWN);
		this.editions.saveAndFlush(edition);
		plan.closes();
		this.plans.saveAndFlush(plan);
		this.auditLog.record(AuditEvent.of(by, "plan.discarded", "plan:" + plan.id())
			.in(plan.unitId())
			.with(Map.of("edition", edition.number())));
		return plan.id();
	}

	/**
	 * Begins an amendment of what holds, or writes again what was refused, withdrawn or
	 * overtaken.
	 * @param from the edition to begin with; what holds where it is null
	 * @throws Refusal.Conflict while another edition is open, and for one that does not
	 * begin with what holds: items that were taken back would come again
	 */
	long amend(long planId, Long from, String reason, Actor by) {
		Plan plan = this.plans.locked(planId);
		this.rights.requireDrafting(plan, by);
		if (plan.openId() != null) {
			throw new Refusal.Conflict("refusal.plan.open", this.editions.of(plan.openId()).number());
		}
		Long base = (from != null) ? from : plan.publishedId();
		PlanEdition edition = (base != null) ? this.editions.of(base) : null;
		if (edition != null && edition.planId() != planId) {
			throw new Refusal.NotFound("refusal.plan.unknown");
		}
		boolean current = edition == null || edition.id().equals(plan.publishedId())
				|| Objects.equals(edition.baseId(), plan.publishedId());
		if (!current) {
			throw new Refusal.Conflict("refusal.plan.oldBase", edition.number());
		}
		return open(plan, edition, reason, by).id();
	}

	/** Names the plan anew, or says why it is amended, while an edition is written. */
	void describe(long editionId, String title, String reason, Actor by) {
		Plan plan = drafting(editionId, by);
		plan.renamed(PlanText.required("title", title, MAX_TITLE));
		this.plans.saveAndFlush(plan);
		PlanEdition edition = this.editions.of(editionId);
		edition.because(PlanText.within("reason", reason, MAX_REASON));
		this.editions.saveAndFlush(edition);
	}

	/** The plan of an edition that this person may write now, locked. */
	private Plan drafting(long editionId, Actor by) {
		PlanEdition edition = this.editions.of(editionId);
		Plan plan = this.plans.locked(edition.planId());
		this.rights.requireDrafting(plan, by);
		edition.requireDraft();
		return plan;
	}

	/**
	 * Writes an item from a form.
	 * @param itemId 0 for a new one
	 * @return the item
	 */
	long write(long editionId, long itemId, PlanLineForm form, Actor by) {
		Plan plan = drafting(editionId, by);
		PlanContent content = this.contents.of(editionId);
		PlanLine before = (itemId != 0)
				? content.line(itemId).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item")) : null;
		PlanItemKind kind = form.kind();
		List<PlanSpan> spans = form.spans(plan.year());
		if (spans.isEmpty() && kind == PlanItemKind.ALL_YEAR) {
			spans = List.of(PlanSpan.year(plan.year()));
		}
		List<PlanOwner> owners = this.names.read(this.people.unit(plan.unitId()), form.text("lead"),
				form.text("owners"), (before != null) ? before.owners() : List.of(), by);
		List<Long> mains = (kind == PlanItemKind.MAIN_TASK) ? List.of()
				: form.chosen("main", content.of(PlanItemKind.MAIN_TASK).stream().map(PlanLine::itemId).toList());
		List<PlanIndicator> indicators = form.indicators();
		String text = PlanText.required("content", form.text("content"), 4000);
		long item = (before != null) ? itemId : newItem(plan, content);
		List<Long> shared = indicators(plan, editionId, content, indicators,
				form.chosen("share", content.indicators().stream().map(PlanIndicator::id).toList()));
		PlanLine line = new PlanLine(item, 0, kind,
				(before != null) ? before.position() : this.contents.lastPosition(editionId) + 1,
				PlanText.within("paperNumber", form.text("paperNumber"), 40),
				PlanText.within("section", form.text("section"), 300), text,
				PlanText.within("measure", form.text("measure"), 2000), (before != null) ? before.periodWords() : null,
				PlanText.within("remark", form.text("remark"), 1000), (before != null) ? before.original() : null,
				(before != null) ? before.place() : null, (before != null) ? before.source() : null,
				(before != null) ? before.statusWords() : null, form.haves(), form.recurrence(spans),
				festival(form.text("festival")), spans, owners, mains, shared);
		this.contents.replace(editionId, line);
		this.contents.dropUnused(editionId);
		return item;
	}

	private String festival(String key) {
		String clean = PlanText.clean(key);
		if (clean != null && !this.festivals.knows(clean)) {
			throw Refusal.Invalid.field("festival", "refusal.plan.festival");
		}
		return clean;
	}

	/**
	 * Adds an item for each of these days of the festival calendar, from two weeks before
	 * to the day itself; one that is there already is left alone.
	 * @return how many were added
	 */
	int milestones(long editionId, List<String> keys, Actor by) {
		Plan plan = drafting(editionId, by);
		PlanContent content = this.contents.of(editionId);
		List<Festival> wanted = this.festivals.of(plan.year())
			.stream()
			.filter((one) -> keys.contains(one.key()))
			.filter((one) -> content.lines().stream().noneMatch((line) -> one.key().equals(line.festival())))
			.toList();
		if (content.lines().size() + wanted.size() > MAX_ITEMS) {
			throw new Refusal.Invalid("refusal.plan.items", MAX_ITEMS);
		}
		List<Long> items = this.contents.newItems(plan.id(), wanted.size());
		int position = this.contents.lastPosition(editionId);
		List<PlanLine> lines = new ArrayList<>();
		for (int i = 0; i < wanted.size(); i++) {
			Festival one = wanted.get(i);
			LocalDate first = one.day().minusDays(MILESTONE_DAYS);
			LocalDate from = (first.getYear() < plan.year()) ? LocalDate.of(plan.year(), 1, 1) : first;
			String text = this.words.in(Locale.SIMPLIFIED_CHINESE,
					Message.of("plan.festival.item",
							this.words.in(Locale.SIMPLIFIED_CHINESE, Message.of("plan.festival." + one.key())),
							one.day().getMonthValue(), one.day().getDayOfMonth()));
			lines.add(new PlanLine(items.get(i), 0, PlanItemKind.MONTHLY, ++position, null, null, text, null, null,
					null, null, null, null, null, FiveHaves.NONE, null, one.key(),
					List.of(new PlanSpan(from, one.day())), List.of(), List.of(), List.of()));
		}
		this.contents.add(editionId, lines);
		return lines.size();
	}

	private long newItem(Plan plan, PlanContent content) {
		if (content.lines().size() >= MAX_ITEMS) {
			throw new Refusal.Invalid("refusal.plan.items", MAX_ITEMS);
		}
		return this.contents.newItems(plan.id(), 1).get(0);
	}

	/**
	 * The indicators of a line: those stated on its form, and those shared with others.
	 */
	private List<Long> indicators(Plan plan, long editionId, PlanContent content, List<PlanIndicator> stated,
			List<Long> chosen) {
		List<Long> all = new ArrayList<>();
		stated.forEach((one) -> {
			Optional<PlanIndicator> before = content.indicators()
				.stream()
				.filter((other) -> other.id() == one.id())
				.findFirst();
			long id = before.map(PlanIndicator::id).orElseGet(() -> this.contents.newIndicator(plan.id()));
			this.contents.change(editionId, new PlanIndicator(id, 0, one.name(), one.comparator(), one.base(),
					one.stretch(), one.measure(), before.map(PlanIndicator::words).orElse(null), one.rollUp()));
			all.add(id);
		});
		chosen.stream().filter((id) -> !all.contains(id)).forEach(all::add);
		return all;
	}

	void remove(long editionId, long itemId, Actor by) {
		drafting(editionId, by);
		if (this.contents.of(editionId).line(itemId).isEmpty()) {
			throw new Refusal.NotFound("refusal.plan.item");
		}
		this.contents.remove(editionId, itemId);
		this.contents.dropUnused(editionId);
	}

	/**
	 * Items without a lead take over that of the main task they serve.
	 * @return how many did
	 */
	int inherit(long editionId, Actor by) {
		drafting(editionId, by);
		PlanContent content = this.contents.of(editionId);
		int taken = 0;
		for (PlanLine line : content.lines()) {
			Optional<PlanOwner> lead = content.mainTasks(line)
				.stream()
				.flatMap((main) -> main.lead().stream())
				.filter((one) -> one.kind() != PlanOwnerKind.NAMED)
				.findFirst();
			if (line.lead().isEmpty() && lead.isPresent()) {
				List<PlanOwner> owners = new ArrayList<>(List.of(lead.get()));
				line.owners().stream().filter((one) -> !one.same(lead.get())).forEach(owners::add);
				this.contents.replace(editionId, owned(line, owners));
				taken++;
			}
		}
		return taken;
	}

	private static PlanLine owned(PlanLine line, List<PlanOwner> owners) {
		return new PlanLine(line.itemId(), line.number(), line.kind(), line.position(), line.paperNumber(),
				line.section(), line.content(), line.measure(), line.periodWords(), line.remark(), line.original(),
				line.place(), line.source(), line.statusWords(), line.haves(), line.recurrence(), line.festival(),
				line.spans(), owners, line.mainTasks(), line.indicators());
	}

	@EventListener
	public void on(UnitMoved event) {
		this.plans.below(event.fromPath(), Limit.unlimited()).forEach((plan) -> {
			plan.movedTo(this.people.unit(plan.unitId()).path());
			this.plans.saveAndFlush(plan);
		});
	}

}
