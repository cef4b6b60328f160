package org.leagueflow.plan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.web.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calendars that other programs read without log-in, each by a secret address of one
 * person. What is in them is decided anew at each reading, by what the person may see
 * then.
 */
@Service
@Transactional
class PlanFeedService {

	private static final int TOKEN_BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final PlanFeeds feeds;

	private final Plans plans;

	private final PlanEditions editions;

	private final PlanContents contents;

	private final Assignments assignments;

	private final PlanRights rights;

	private final PlanPageService pages;

	private final People people;

	private final Words words;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	private final String url;

	PlanFeedService(PlanFeeds feeds, Plans plans, PlanEditions editions, PlanContents contents, Assignments assignments,
			PlanRights rights, PlanPageService pages, People people, Words words, AuditLog auditLog,
			BusinessClock clock, @Value("${leagueflow.url}") String url) {
		this.feeds = feeds;
		this.plans = plans;
		this.editions = editions;
		this.contents = contents;
		this.assignments = assignments;
		this.rights = rights;
		this.pages = pages;
		this.people = people;
		this.words = words;
		this.auditLog = auditLog;
		this.clock = clock;
		this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
	}

	PlanFeedPage page(Actor by) {
		return page(by, null, null);
	}

	private PlanFeedPage page(Actor by, Long fresh, String address) {
		Map<Long, PlanFeed> made = this.feeds.findByPersonId(by.personId())
			.stream()
			.collect(Collectors.toMap(PlanFeed::unitId, Function.identity()));
		List<PlanFeedPage.Row> rows = new ArrayList<>();
		rows.add(new PlanFeedPage.Row(PlanFeed.OWN, null, made.get(PlanFeed.OWN)));
		this.pages.list(by)
			.rows()
			.stream()
			.filter(PlanListPage.Row::published)
			.collect(Collectors.toMap((row) -> row.plan().unitId(), PlanListPage.Row::unitName, (one, same) -> one,
					java.util.LinkedHashMap::new))
			.forEach((unit, name) -> rows.add(new PlanFeedPage.Row(unit, name, made.get(unit))));
		return new PlanFeedPage(rows, fresh, address);
	}

	/**
	 * Makes an address, or a new one in place of the old, which is shown this once.
	 * @param unitId 0 for the own items
	 * @throws Refusal.NotFound for a unit of whose plans the person sees none
	 */
	PlanFeedPage renew(long unitId, Actor by) {
		if (unitId != PlanFeed.OWN && page(by).rows().stream().noneMatch((row) -> row.unitId() == unitId)) {
			throw new Refusal.NotFound("refusal.plan.unknown");
		}
		byte[] bits = new byte[TOKEN_BYTES];
		RANDOM.nextBytes(bits);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		PlanFeed feed = this.feeds.findByPersonIdAndUnitId(by.personId(), unitId)
			.orElseGet(() -> new PlanFeed(by.personId(), unitId));
		feed.renewed(hash(token), this.clock.instant());
		this.feeds.saveAndFlush(feed);
		record(by, "plan.feedRenewed", unitId);
		return page(by, unitId, this.url + "/plan/feed/" + token + ".ics");
	}

	/** From now on the address answers nothing. */
	void end(long unitId, Actor by) {
		this.feeds.findByPersonIdAndUnitId(by.personId(), unitId).ifPresent((feed) -> {
			this.feeds.delete(feed);
			record(by, "plan.feedEnded", unitId);
		});
	}

	private void record(Actor by, String code, long unitId) {
		this.auditLog.record(AuditEvent.of(by, code, "person:" + by.personId()).with(Map.of("unit", unitId)));
	}

	private static String hash(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The calendar behind an address.
	 * @throws Refusal.NotFound for an address that never was or is no more, and for that
	 * of somebody who left
	 */
	@Transactional(readOnly = true)
	public String read(String token) {
		PlanFeed feed = this.feeds.findByTokenHash(hash(token)).orElseThrow(PlanFeedService::unknown);
		PersonCard person = this.people.persons(List.of(feed.personId()))
			.stream()
			.filter(PersonCard::active)
			.findFirst()
			.orElseThrow(PlanFeedService::unknown);
		Actor reader = new Actor(person.id(), "", person.name(), this.people.posts(person.id()));
		return (feed.unitId() == PlanFeed.OWN) ? own(reader) : unit(feed.unitId(), reader);
	}

	private static Refusal unknown() {
		return new Refusal.NotFound("refusal.planview.feed");
	}

	private String own(Actor reader) {
		PlanCalendar calendar = new PlanCalendar(say("planview.feed.own", reader.name()), this.url);
		this.contents.heldPlansOf(PlanRights.owning(reader))
			.stream()
			.map(this.plans::of)
			.filter(this::recent)
			.forEach((plan) -> add(calendar, plan, (line) -> PlanRights.owns(line.owners(), reader)));
		return calendar.write();
	}

	private String unit(long unitId, Actor reader) {
		PlanCalendar calendar = new PlanCalendar(say("planview.feed.unit", this.people.unit(unitId).name()), this.url);
		int year = this.clock.today().getYear();
		List.of(year - 1, year, year + 1)
			.stream()
			.map((one) -> this.plans.findByUnitIdAndPlanYear(unitId, one))
			.flatMap(Optional::stream)
			.filter((plan) -> plan.publishedId() != null && this.rights.sees(plan, reader))
			.forEach((plan) -> add(calendar, plan, (line) -> true));
		return calendar.write();
	}

	/** Plans of long ago are left out. */
	private boolean recent(Plan plan) {
		return plan.year() >= this.clock.today().getYear() - 1;
	}

	/**
	 * A span that has begun ends when it is due, extensions and time on hold included.
	 */
	private void add(PlanCalendar calendar, Plan plan, Predicate<PlanLine> wanted) {
		PlanContent content = this.contents.of(plan.publishedId());
		PlanEdition edition = this.editions.of(plan.publishedId());
		Map<String, LocalDate> due = new HashMap<>();
		this.assignments.findByPlanIdOrderByStartsOnAscIdAsc(plan.id())
			.forEach((one) -> due.put(one.itemId() + " " + one.startsOn(), one.dueOn()));
		String unit = this.people.unit(plan.unitId()).name();
		content.lines().stream().filter(wanted).forEach((line) -> {
			for (int i = 0; i < line.spans().size(); i++) {
				PlanSpan span = line.spans().get(i);
				LocalDate last = due.getOrDefault(line.itemId() + " " + span.from(), span.to());
				calendar.add(line, i + 1, new PlanSpan(span.from(), last), details(unit, line, content),
						edition.publishedAt(), edition.number());
			}
		});
	}

	private String details(String unit, PlanLine line, PlanContent content) {
		List<String> details = new ArrayList<>();
		details.add(unit);
		line.lead().ifPresent((lead) -> details.add(say("planview.feed.leads", lead.name())));
		if (!line.coOwners().isEmpty()) {
			details.add(say("planview.feed.joins",
					line.coOwners().stream().map(PlanOwner::name).collect(Collectors.joining("、"))));
		}
		content.indicators(line).forEach((one) -> details.add(one.name() + " " + one.shown()));
		return String.join("\n", details);
	}

	/** Calendars are written in the language of plans. */
	private String say(String key, Object... args) {
		return this.words.in(java.util.Locale.SIMPLIFIED_CHINESE, Message.of(key, args));
	}

}
