package org.leagueflow.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.leagueflow.account.SignedIn;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Roles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes fictional people for tests, all with names of their own. */
@Component
public class PeopleFixture {

	/** The password of every account made here. */
	public static final String PASSWORD = "Lianxi-2026!";

	private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000);

	private final Units units;

	private final Persons persons;

	private final BulkInserts rows;

	private final Memberships memberships;

	private final Appointments appointments;

	private final AppointmentService posts;

	private final IdNumberService idNumbers;

	private final People people;

	private final AuthorityService authorities;

	private final PersonService registrar;

	private final UnitService tree;

	private final BusinessClock clock;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	PeopleFixture(Units units, Persons persons, BulkInserts rows, Memberships memberships, Appointments appointments,
			AppointmentService posts, IdNumberService idNumbers, People people, AuthorityService authorities,
			PersonService registrar, UnitService tree, BusinessClock clock, TransactionTemplate transaction,
			JdbcClient jdbc, JdbcTemplate batches) {
		this.units = units;
		this.persons = persons;
		this.rows = rows;
		this.memberships = memberships;
		this.appointments = appointments;
		this.posts = posts;
		this.idNumbers = idNumbers;
		this.people = people;
		this.authorities = authorities;
		this.registrar = registrar;
		this.tree = tree;
		this.clock = clock;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * County committee, college committee, general branch and branch, one below the
	 * other.
	 */
	public College college() {
		long county = unit(null, UnitKind.COUNTY_COMMITTEE, null);
		long committee = unit(county, UnitKind.COMMITTEE, null);
		long general = unit(committee, UnitKind.GENERAL_BRANCH, null);
		return new College(county, committee, general, unit(general, UnitKind.BRANCH, "CLASS"));
	}

	/** Another unit; {@code branchKind} only for branches. */
	public long unit(Long parentId, UnitKind kind, String branchKind) {
		return this.transaction.execute((status) -> {
			Unit parent = (parentId != null) ? this.units.findById(parentId).orElseThrow() : null;
			BranchKind ofBranch = (branchKind != null) ? BranchKind.valueOf(branchKind) : null;
			Unit unit = this.units.save(new Unit(parent, kind, ofBranch, "单位" + number(), false));
			unit.settle(parent);
			return unit.id();
		});
	}

	/** A League member of the branch since three years ago, 19 years old. */
	public long member(long branchId) {
		LocalDate today = this.clock.today();
		long person = youth(branchId, today.minusYears(19));
		return memberSince(person, branchId, today.minusYears(3));
	}

	/** Makes the person a member since that day. */
	public long memberSince(long personId, long branchId, LocalDate since) {
		return this.transaction.execute((status) -> {
			Person person = this.persons.findById(personId).orElseThrow();
			person.admit(branchId, since, "2044%08d".formatted(number() % 100_000_000));
			this.memberships.save(new Membership(personId, branchId, since));
			return personId;
		});
	}

	/** A young person of the branch who is no member. */
	public long youth(long branchId, LocalDate birthDate) {
		return entered(NewPerson.young(branchId, "青年" + number(), birthDate));
	}

	/** A young person of that name. */
	public long named(String name, long branchId) {
		return entered(NewPerson.young(branchId, name, this.clock.today().minusYears(16)));
	}

	/** A member of staff of the unit. */
	public long staff(long unitId) {
		return entered(NewPerson.staff(unitId, "教师" + number()));
	}

	private long entered(NewPerson facts) {
		return this.rows.persons(List.of(new Person(facts))).get(0);
	}

	/** Many people of the branch at once, each with a log-in. */
	public List<Long> crowd(long branchId, int number) {
		String mark = "众" + number();
		this.batches.batchUpdate(
				"INSERT INTO person (unit_id, name, staff, party_member, restricted, active, version)"
						+ " VALUES (?, ?, TRUE, FALSE, FALSE, TRUE, 0)",
				IntStream.range(0, number).mapToObj((i) -> new Object[] { branchId, mark + "-" + i }).toList());
		List<Long> people = this.jdbc.sql("SELECT id FROM person WHERE name LIKE ? ORDER BY id")
			.param(mark + "-%")
			.query(Long.class)
			.list();
		this.batches.batchUpdate(
				"INSERT INTO account (person_id, login, password_hash, must_change, failed_attempts, locked, enabled,"
						+ " practice, stamp, version) VALUES (?, ?, ?, FALSE, 0, FALSE, TRUE, FALSE, 0, 0)",
				people.stream().map((id) -> new Object[] { id, "p" + id, "{noop}" + PASSWORD }).toList());
		return people;
	}

	/** A person on probation (留团察看) from today on. */
	public long restricted(long personId) {
		return this.transaction.execute((status) -> {
			this.persons.findById(personId).orElseThrow().restrict(this.clock.today(), null);
			return personId;
		});
	}

	/** Appoints without a last day. */
	public long appoint(long personId, String role, long unitId) {
		return appoint(personId, role, unitId, this.clock.today().minusDays(1), null);
	}

	/** Appoints for a term. */
	public long appoint(long personId, String role, long unitId, LocalDate from, LocalDate to) {
		return this.appointments.saveAndFlush(new Appointment(personId, role, unitId, from, to)).id();
	}

	/** Ends everybody's post of that role at the unit. */
	public void dissolve(String role, long unitId) {
		this.transaction.executeWithoutResult((status) -> this.appointments.findByUnitIdAndEndedAtIsNull(unitId)
			.stream()
			.filter((post) -> role.equals(post.role()))
			.forEach((post) -> post.end("撤销", this.clock.instant())));
	}

	/** A member of staff who holds the role at the unit. */
	public Actor holder(String role, long unitId) {
		long person = staff(unitId);
		appoint(person, role, unitId);
		return actor(person);
	}

	/** The person as somebody who acts, with the posts of today; needs no account. */
	public Actor actor(long personId) {
		String login = login(personId).orElse("p" + personId);
		return new Actor(personId, login, this.people.person(personId).name(), this.people.posts(personId));
	}

	/** The person's log-in, made if there is none; the password is {@link #PASSWORD}. */
	public String account(long personId) {
		return login(personId).orElseGet(() -> openAccount(personId));
	}

	private Optional<String> login(long personId) {
		return this.jdbc.sql("SELECT login FROM account WHERE person_id = ?")
			.param(personId)
			.query(String.class)
			.optional();
	}

	private String openAccount(long personId) {
		this.jdbc
			.sql("INSERT INTO account (person_id, login, password_hash, must_change, locked, enabled, practice, stamp,"
					+ " version) VALUES (?, ?, ?, FALSE, FALSE, TRUE, FALSE, 1, 0)")
			.params(personId, "p" + personId, "{noop}" + PASSWORD)
			.update();
		return "p" + personId;
	}

	/** Ends a post as an administrator does. */
	public void ends(long postId, Actor by) {
		this.posts.end(postId, "resigned", by);
	}

	/** Enters a person as an administrator does. */
	public long enter(NewPerson facts, Actor by) {
		return this.registrar.enter(facts, by);
	}

	/** The person's ID number as the reader sees it. */
	public String maskedIdNumber(long personId, Actor by) {
		return this.idNumbers.masked(personId, by).number();
	}

	public boolean mayOpenIdNumber(long personId, Actor by) {
		return this.idNumbers.masked(personId, by).mayOpen();
	}

	/** Opens the person's ID number for that reason. */
	public String openIdNumber(long personId, String reason, Actor by) {
		return this.idNumbers.open(personId, reason, by);
	}

	/** The person as signed in, for {@code with(user(…))} in MockMvc. */
	public SignedIn signedIn(long personId) {
		account(personId);
		long stamp = this.jdbc.sql("SELECT stamp FROM account WHERE person_id = ?")
			.param(personId)
			.query(Long.class)
			.single();
		return new SignedIn(actor(personId), stamp, false);
	}

	/** Takes authority to approve away from the unit; the level above approves. */
	public long recall(long unitId) {
		return this.authorities.give(unitId, ApprovalAuthority.Kind.RECALL, null, null, "提级审批", admin(unitId));
	}

	/** Lets a general branch approve from today until that day. */
	public long authorise(long unitId, LocalDate until) {
		return this.authorities.give(unitId, ApprovalAuthority.Kind.GRANT, null, until, "授权", admin(unitId));
	}

	/** The person becomes a Party member. */
	public void joinsParty(long personId) {
		this.jdbc.sql("UPDATE person SET party_member = TRUE WHERE id = ?").param(personId).update();
	}

	/** An administrator puts the person on probation from today on. */
	public void restricts(long personId) {
		this.registrar.restrict(personId, null, null, admin(this.people.person(personId).unitId()));
	}

	/** The person leaves the roll today. */
	public void departs(long personId) {
		this.registrar.leave(personId, Person.LeftReason.DEPARTED, this.clock.today(),
				admin(this.people.person(personId).unitId()));
	}

	/** An administrator moves the person. */
	public void moves(long personId, long toUnitId) {
		this.people.move(personId, toUnitId, this.clock.today(), Actor.SYSTEM);
	}

	/** The class is in the final year of a junior secondary school. */
	public void lastJuniorYear(long branchId) {
		this.tree.change(branchId, this.people.unit(branchId).name(), BranchKind.CLASS, true, FinalYear.JUNIOR,
				Actor.SYSTEM);
	}

	/** The unit goes elsewhere in the org tree, with everything below it. */
	public void moveUnit(long unitId, long parentId) {
		this.tree.move(unitId, parentId, Actor.SYSTEM);
	}

	private Actor admin(long unitId) {
		var line = this.people.lineage(unitId);
		return holder(org.leagueflow.kernel.Roles.ADMIN, line.get(line.size() - 1).id());
	}

	private static long number() {
		return NEXT.incrementAndGet();
	}

	/** The ids of one line of units. */
	public record College(long county, long committee, long generalBranch, long branch) {
	}

}
