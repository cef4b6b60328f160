package org.leagueflow.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.web.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins next year's plan with what this year's says. */
@Service
@Transactional
class PlanCopyService {

	private final PlanViewService views;

	private final PlanService service;

	private final Plans plans;

	private final PlanContents contents;

	private final PlanRights rights;

	private final Festivals festivals;

	private final People people;

	private final Words words;

	PlanCopyService(PlanViewService views, PlanService service, Plans plans, PlanContents contents, PlanRights rights,
			Festivals festivals, People people, Words words) {
		this.views = views;
		this.service = service;
		this.plans = plans;
		this.contents = contents;
		this.rights = rights;
		this.festivals = festivals;
		this.people = people;
		this.words = words;
	}

	/**
	 * @param left the names of owners who have left
	 */
	record Copied(long editionId, int items, List<String> left) {
	}

	/**
	 * Copies the edition that holds into a draft of the year after. Days move to the same
	 * days of that year, milestones with their festival. Whoever has left the unit is no
	 * owner any more: the name stays, marked, and an item that was led so has no lead
	 * until somebody is named.
	 * @throws Refusal.Conflict when the unit has a plan of the year after
	 */
	Copied copy(long planId, Actor by) {
		Plan plan = this.views.held(planId, by);
		this.rights.requireDrafting(plan, by);
		int year = plan.year() + 1;
		UnitCard unit = this.people.unit(plan.unitId());
		PlanService.checkYear(year);
		this.plans.findByUnitIdAndPlanYear(plan.unitId(), year).ifPresent((other) -> {
			throw new Refusal.Conflict("refusal.plan.twice", unit.name(), Integer.toString(year));
		});
		PlanContent content = this.contents.of(plan.publishedId());
		Plan next = this.service.make(unit, year,
				plan.title().replace(Integer.toString(plan.year()), Integer.toString(year)), by);
		long edition = this.service.open(next, null, null, by).id();
		List<Long> fresh = this.contents.newItems(next.id(), content.lines().size());
		Map<Long, Long> items = new HashMap<>();
		for (int i = 0; i < fresh.size(); i++) {
			items.put(content.lines().get(i).itemId(), fresh.get(i));
		}
		Map<Long, Long> indicators = new HashMap<>();
		content.indicators().forEach((one) -> {
			long id = this.contents.newIndicator(next.id());
			indicators.put(one.id(), id);
			this.contents.add(edition, new PlanIndicator(id, 0, one.name(), one.comparator(), one.base(), one.stretch(),
					one.measure(), one.words(), one.rollUp()));
		});
		Owners owners = new Owners(unit, content);
		Map<String, LocalDate> days = this.festivals.of(year)
			.stream()
			.collect(Collectors.toMap(Festival::key, Festival::day));
		this.contents.add(edition,
				content.lines()
					.stream()
					.map((line) -> new PlanLine(items.get(line.itemId()), 0, line.kind(), line.position(),
							line.paperNumber(), line.section(), line.content(), line.measure(), line.periodWords(),
							line.remark(), line.original(), line.place(), plan.title(), null, line.haves(),
							line.recurrence(), line.festival(), spans(line, days), owners.of(line),
							line.mainTasks().stream().filter(items::containsKey).map(items::get).toList(),
							line.indicators().stream().filter(indicators::containsKey).map(indicators::get).toList()))
					.toList());
		return new Copied(edition, fresh.size(), List.copyOf(owners.left));
	}

	/** A milestone keeps its distance from its day; the end of a month stays one. */
	private static List<PlanSpan> spans(PlanLine line, Map<String, LocalDate> days) {
		LocalDate festival = (line.festival() != null) ? days.get(line.festival()) : null;
		if (festival != null && line.spans().size() == 1) {
			PlanSpan span = line.spans().get(0);
			LocalDate from = festival.minusDays(ChronoUnit.DAYS.between(span.from(), span.to()));
			LocalDate first = LocalDate.of(festival.getYear(), 1, 1);
			return List.of(new PlanSpan(from.isBefore(first) ? first : from, festival));
		}
		return line.spans().stream().map((span) -> new PlanSpan(span.from().plusYears(1), lastDay(span.to()))).toList();
	}

	private static LocalDate lastDay(LocalDate day) {
		return day.equals(YearMonth.from(day).atEndOfMonth()) ? YearMonth.from(day).plusYears(1).atEndOfMonth()
				: day.plusYears(1);
	}

	/** Owners as they are today. */
	private final class Owners {

		private final Set<Long> persons;

		private final Set<Long> units;

		private final Set<String> left = new TreeSet<>();

		Owners(UnitCard unit, PlanContent content) {
			List<PlanOwner> all = content.lines().stream().flatMap((line) -> line.owners().stream()).toList();
			this.persons = PlanCopyService.this.people
				.persons(all.stream()
					.filter((one) -> one.kind() == PlanOwnerKind.PERSON)
					.map(PlanOwner::id)
					.distinct()
					.toList())
				.stream()
				.filter(PersonCard::active)
				.filter((person) -> person.unitPath() != null && person.unitPath().startsWith(unit.path()))
				.map(PersonCard::id)
				.collect(Collectors.toSet());
			this.units = PlanCopyService.this.people.within(unit.id())
				.stream()
				.map(UnitCard::id)
				.collect(Collectors.toSet());
		}

		List<PlanOwner> of(PlanLine line) {
			List<PlanOwner> owners = new ArrayList<>();
			line.owners().forEach((one) -> {
				if (here(one)) {
					owners.add(one);
				}
				else {
					this.left.add(one.name());
					owners.add(new PlanOwner(
							PlanOwnerKind.NAMED, null, PlanCopyService.this.words
								.in(java.util.Locale.SIMPLIFIED_CHINESE, Message.of("planview.copy.left", one.name())),
							false));
				}
			});
			return owners;
		}

		private boolean here(PlanOwner one) {
			return switch (one.kind()) {
				case PERSON -> this.persons.contains(one.id());
				case UNIT -> this.units.contains(one.id());
				case NAMED -> true;
			};
		}

	}

}
