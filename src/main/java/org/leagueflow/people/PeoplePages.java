package org.leagueflow.people;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Builds what the pages about units and persons show, within the reader's units only.
 */
@Component
class PeoplePages implements PersonFiles {

	private static final String POSTS = """
			SELECT a.id, a.person_id, p.name AS person, a.role, a.unit_id, u.name AS unit, u.path, a.from_date, a.to_date,
			a.ended_at, a.ended_reason FROM appointment a JOIN person p ON p.id = a.person_id
			JOIN unit u ON u.id = a.unit_id\s""";

	private final Directory directory;

	private final PersonAccounts accounts;

	private final ApprovalAuthorities authorities;

	private final AppointmentRequests requests;

	private final JdbcClient jdbc;

	private final BusinessClock clock;

	PeoplePages(Directory directory, PersonAccounts accounts, ApprovalAuthorities authorities,
			AppointmentRequests requests, JdbcClient jdbc, BusinessClock clock) {
		this.directory = directory;
		this.accounts = accounts;
		this.authorities = authorities;
		this.requests = requests;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Where a reader begins: the topmost units within reach. */
	List<UnitCard> tops(Actor by) {
		return PeopleService.reach(by)
			.stream()
			.map((path) -> path.substring(0, path.length() - 1))
			.map((path) -> this.directory.unit(Long.parseLong(path.substring(path.lastIndexOf('/') + 1))))
			.toList();
	}

	/** All open units that the reader holds one of the roles over. */
	List<UnitCard> units(Actor by, String... roles) {
		Collection<String> held = List.of(roles);
		return by.posts()
			.stream()
			.filter((post) -> held.contains(post.role()))
			.flatMap((post) -> this.directory.within(post.unitPath()).stream())
			.distinct()
			.sorted(java.util.Comparator.comparing(UnitCard::path))
			.toList();
	}

	/** A unit with what stands above, below and in it. */
	UnitView unit(long unitId, Actor by) {
		List<UnitCard> lineage = this.directory.lineage(unitId);
		Collection<String> reach = PeopleService.reach(by);
		UnitCard unit = lineage.stream()
			.findFirst()
			.filter((card) -> reach.stream().anyMatch(card.path()::startsWith))
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.unit-unknown"));
		List<UnitCard> above = lineage.stream()
			.skip(1)
			.filter((card) -> reach.stream().anyMatch(card.path()::startsWith))
			.sorted(java.util.Comparator.comparing((UnitCard card) -> card.path().length()))
			.toList();
		List<UnitRow> below = this.directory.within(unit.path())
			.stream()
			.filter((card) -> card.parentId() != null && card.parentId() == unitId)
			.map((card) -> new UnitRow(card, this.directory.memberCount(card.path(), this.clock.today())))
			.toList();
		return new UnitView(unit, above, below, this.directory.belonging(unitId), postsAt(unitId),
				this.directory.memberCount(unit.path(), this.clock.today()));
	}

	@Override
	public PersonFile person(long personId, Actor by) {
		PersonCard card = this.directory.person(personId)
			.filter((person) -> person.id() == by.personId()
					|| PeopleService.reach(by).stream().anyMatch(person.unitPath()::startsWith))
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.person-unknown"));
		return file(card);
	}

	/** Whether the reader sees this unit and who is in it. */
	boolean shows(long unitId, Actor by) {
		Collection<String> reach = PeopleService.reach(by);
		return this.directory.lineage(unitId)
			.stream()
			.findFirst()
			.filter((unit) -> reach.stream().anyMatch(unit.path()::startsWith))
			.isPresent();
	}

	@Override
	public PersonFile own(Actor by) {
		return this.directory.person(by.personId())
			.map(this::file)
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.person-unknown"));
	}

	private PersonFile file(PersonCard card) {
		Contact contact = this.jdbc
			.sql("SELECT phone, email, id_number_last4, card_number, left_reason, left_on, restricted_from,"
					+ " restricted_until FROM person WHERE id = :id")
			.param("id", card.id())
			.query((row, number) -> new Contact(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
					row.getString(5), row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class),
					row.getObject(8, LocalDate.class)))
			.single();
		List<Stay> stays = this.jdbc
			.sql("SELECT u.name, m.from_date, m.to_date FROM membership m JOIN unit u ON u.id = m.branch_id"
					+ " WHERE m.person_id = :id ORDER BY m.from_date, m.id")
			.param("id", card.id())
			.query((row, number) -> new Stay(row.getString(1), row.getObject(2, LocalDate.class),
					row.getObject(3, LocalDate.class)))
			.list();
		List<PostRow> posts = this.jdbc.sql(POSTS + "WHERE a.person_id = :id ORDER BY a.from_date DESC, a.id DESC")
			.param("id", card.id())
			.query(this::post)
			.list();
		AccountView account = this.accounts.account(card.id()).orElse(null);
		return new PersonFile(card, contact, stays, posts, account);
	}

	/** Posts at the unit that have not ended, future ones included. */
	List<PostRow> postsAt(long unitId) {
		return this.jdbc
			.sql(POSTS + "WHERE a.unit_id = :unit AND a.ended_at IS NULL AND (a.to_date IS NULL OR a.to_date >= :today)"
					+ " ORDER BY a.role, a.from_date, a.id")
			.param("unit", unitId)
			.param("today", this.clock.today())
			.query(this::post)
			.list();
	}

	/** Posts at the unit that administrators asked for themselves. */
	List<AskedPost> asked(long unitId) {
		return this.requests.findByWishUnitIdAndDecidedAtIsNullOrderById(unitId)
			.stream()
			.map((request) -> new AskedPost(request.id(), request.wish().personId(),
					this.directory.person(request.wish().personId()).map(PersonCard::name).orElse(""),
					request.wish().role(), request.wish().from(), request.wish().to()))
			.toList();
	}

	/** Authorities that stand at units within reach, those to come included. */
	List<AuthorityRow> authorities(Actor by) {
		List<UnitCard> units = units(by, Roles.ADMIN, Roles.COUNTY_COMMITTEE);
		return units.isEmpty() ? List.of() : this.authorities
			.findByUnitIdInAndRevokedAtIsNull(units.stream().map(UnitCard::id).toList())
			.stream()
			.filter((one) -> one.validTo() == null || !one.validTo().isBefore(this.clock.today()))
			.map((one) -> new AuthorityRow(one.id(), this.directory.unit(one.unitId()).name(), one.kind().name(),
					this.directory.unit(one.grantedBy()).name(), one.validFrom(), one.validTo(), one.reason()))
			.toList();
	}

	private PostRow post(java.sql.ResultSet row, int number) throws java.sql.SQLException {
		LocalDate from = row.getObject("from_date", LocalDate.class);
		LocalDate to = row.getObject("to_date", LocalDate.class);
		LocalDateTime ended = row.getObject("ended_at", LocalDateTime.class);
		LocalDate today = this.clock.today();
		String state = (ended != null) ? "ended"
				: from.isAfter(today) ? "coming" : (to != null && to.isBefore(today)) ? "over" : "held";
		return new PostRow(row.getLong("id"), row.getLong("person_id"), row.getString("person"), row.getString("role"),
				row.getLong("unit_id"), row.getString("unit"), row.getString("path"), from, to,
				(ended != null) ? this.clock.dateOf(ended.toInstant(ZoneOffset.UTC)) : null,
				row.getString("ended_reason"), state);
	}

	/** A unit and its surroundings. */
	record UnitView(UnitCard unit, List<UnitCard> above, List<UnitRow> below, List<PersonCard> persons,
			List<PostRow> posts, int members) {
	}

	/** A unit below and how many members it has. */
	record UnitRow(UnitCard unit, int members) {
	}

	/** A post that an administrator wants for himself. */
	record AskedPost(long id, long personId, String person, String role, LocalDate from, LocalDate to) {
	}

	/** An authority to approve, or its recall. */
	record AuthorityRow(long id, String unit, String kind, String grantedBy, LocalDate from, LocalDate to,
			String reason) {
	}

}
