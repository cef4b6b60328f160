package org.leagueflow.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the pages of plans together. */
@Service
@Transactional(readOnly = true)
class PlanPageService {

	private static final Limit MOST = Limit.of(200);

	private final Plans plans;

	private final PlanEditions editions;

	private final PlanContents contents;

	private final PlanChecks checks;

	private final PlanRights rights;

	private final PlanOwnerNames names;

	private final Festivals festivals;

	private final People people;

	private final BusinessClock clock;

	PlanPageService(Plans plans, PlanEditions editions, PlanContents contents, PlanChecks checks, PlanRights rights,
			PlanOwnerNames names, Festivals festivals, People people, BusinessClock clock) {
		this.plans = plans;
		this.editions = editions;
		this.contents = contents;
		this.checks = checks;
		this.rights = rights;
		this.names = names;
		this.festivals = festivals;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Plans of the units above the reader and of the own one, of all below those the
	 * reader oversees, and those that name the reader.
	 */
	PlanListPage list(Actor by) {
		Map<Long, Plan> found = new LinkedHashMap<>();
		this.plans.findByUnitIdInOrderByPlanYearDescUnitIdAsc(unitsOver(by), MOST)
			.forEach((plan) -> found.put(plan.id(), plan));
		PlanRights.reading(by)
			.forEach((path) -> this.plans.below(path, MOST).forEach((plan) -> found.put(plan.id(), plan)));
		this.contents.heldPlansOf(PlanRights.owning(by)).forEach((id) -> found.put(id, this.plans.of(id)));
		Map<Long, String> units = new LinkedHashMap<>();
		List<PlanListPage.Row> rows = found.values()
			.stream()
			.filter((plan) -> this.rights.sees(plan, by))
			.limit(MOST.max())
			.map((plan) -> new PlanListPage.Row(plan,
					units.computeIfAbsent(plan.unitId(), (id) -> this.people.unit(id).name()),
					plan.publishedId() != null, plan.openId() != null))
			.toList();
		return new PlanListPage(rows, this.rights.officesOf(by), this.clock.today().getYear());
	}

	/** The units at or above the reader's own and those of the reader's posts. */
	private List<Long> unitsOver(Actor by) {
		List<String> paths = new ArrayList<>(by.posts().stream().map(Post::unitPath).toList());
		this.people.persons(List.of(by.personId())).forEach((person) -> paths.add(person.unitPath()));
		return paths.stream()
			.flatMap((path) -> java.util.Arrays.stream(path.split("/")))
			.filter((id) -> !id.isEmpty())
			.map(Long::valueOf)
			.distinct()
			.collect(Collectors.toList());
	}

	/** A plan with what holds of it. */
	PlanPage plan(long planId, Actor by) {
		Plan plan = this.plans.of(planId);
		this.rights.requireSeeing(plan, by);
		boolean drafts = this.rights.readsDrafts(plan, by);
		List<PlanEdition> all = this.editions.findByPlanIdOrderByEditionNoDesc(planId)
			.stream()
			.filter((edition) -> drafts || edition.state() == PlanEditionState.PUBLISHED)
			.toList();
		PlanEdition published = (plan.publishedId() != null) ? this.editions.of(plan.publishedId()) : null;
		PlanEdition open = (drafts && plan.openId() != null) ? this.editions.of(plan.openId()) : null;
		return new PlanPage(plan, this.people.unit(plan.unitId()).name(), all, published, open,
				(published != null) ? this.contents.of(published.id()) : new PlanContent(List.of(), List.of()),
				this.rights.drafts(plan, by), drafts);
	}

	EditionPage edition(long editionId, Actor by) {
		PlanEdition edition = this.editions.of(editionId);
		Plan plan = this.plans.of(edition.planId());
		this.rights.requireSeeing(plan, by);
		if (edition.state() != PlanEditionState.PUBLISHED && !this.rights.readsDrafts(plan, by)) {
			throw new Refusal.NotFound("refusal.plan.unknown");
		}
		PlanContent content = this.contents.of(editionId);
		boolean drafts = this.rights.drafts(plan, by);
		return new EditionPage(plan, edition, this.people.unit(plan.unitId()).name(), content,
				edition.isDraft() ? this.checks.of(plan, edition, content) : List.of(),
				edition.isAmendment() ? PlanChange.between(this.contents.of(edition.baseId()), content) : List.of(),
				drafts && edition.isDraft(), drafts && edition.state() == PlanEditionState.SUBMITTED,
				this.festivals.of(plan.year()), this.festivals.lunar(plan.year()));
	}

	/** The page of an item that is written. */
	PlanLinePage line(long editionId, long itemId, PlanItemKind kind, Optional<PlanLineForm> typed, Actor by) {
		EditionPage page = edition(editionId, by);
		if (!page.writes()) {
			throw new Refusal.NotAllowed("refusal.plan.notYours", page.unitName());
		}
		PlanLine line = (itemId != 0)
				? page.content().line(itemId).orElseThrow(() -> new Refusal.NotFound("refusal.plan.item")) : null;
		PlanLineForm form = typed.orElseGet(() -> (line != null) ? PlanLineForm.of(line, page.content())
				: new PlanLineForm(Map.of("kind", List.of(kind.name()))));
		UnitCard unit = this.people.unit(page.plan().unitId());
		List<PlanIndicator> others = page.content()
			.indicators()
			.stream()
			.filter((one) -> line == null || !line.indicators().contains(one.id()))
			.toList();
		return new PlanLinePage(page, line, form, page.content().of(PlanItemKind.MAIN_TASK), others,
				this.names.suggestions(unit));
	}

}
