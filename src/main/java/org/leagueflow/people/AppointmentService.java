package org.leagueflow.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.people.People.UnitCard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appoints people to posts for a term, and ends posts. */
@Service
class AppointmentService {

	static final Set<String> REASONS = Set.of("term-over", "resigned", "dismissed", "mistake");

	private static final String[] COMMITTEE = { Roles.LEAGUE_COMMITTEE, Roles.LEAGUE_SECRETARY };

	private final Appointments appointments;

	private final AppointmentRequests requests;

	private final Directory directory;

	private final BusinessClock clock;

	private final AuditLog audit;

	private final ApplicationEventPublisher events;

	AppointmentService(Appointments appointments, AppointmentRequests requests, Directory directory,
			BusinessClock clock, AuditLog audit, ApplicationEventPublisher events) {
		this.appointments = appointments;
		this.requests = requests;
		this.directory = directory;
		this.clock = clock;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * Appoints somebody; an administrator who wants a post for himself only asks for it.
	 * @return whether the post is given; otherwise another administrator decides
	 */
	@Transactional
	boolean give(NewAppointment wish, Actor by) {
		if (wish.personId() != by.personId()) {
			appoint(wish, by);
			return true;
		}
		if (!by.holds(Roles.ADMIN)) {
			throw new Refusal.NotAllowed("refusal.people.not-yourself");
		}
		check(wish, this.directory.person(wish.personId()), this.directory.unit(wish.unitId()),
				this.appointments.findByPersonIdAndEndedAtIsNull(wish.personId()), by);
		if (this.requests.existsByWishPersonIdAndWishRoleAndWishUnitIdAndDecidedAtIsNull(wish.personId(), wish.role(),
				wish.unitId())) {
			throw new Refusal.Conflict("refusal.people.post-asked");
		}
		this.requests.saveAndFlush(new AppointmentRequest(wish, this.clock.instant()));
		record("post.asked", wish, by);
		return false;
	}

	/**
	 * Gives the post that another administrator asked for.
	 * @return the unit
	 */
	@Transactional
	long confirm(long requestId, Actor by) {
		NewAppointment wish = decide(requestId, by);
		if (wish.personId() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.people.second-person");
		}
		appoint(wish, by);
		return wish.unitId();
	}

	/**
	 * Refuses the post, or takes the own request back.
	 * @return the unit
	 */
	@Transactional
	long refuse(long requestId, Actor by) {
		NewAppointment wish = decide(requestId, by);
		record("post.refused", wish, by);
		return wish.unitId();
	}

	private NewAppointment decide(long requestId, Actor by) {
		AppointmentRequest request = this.requests.findById(requestId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.post-unknown"));
		UnitPermissions.mustHold(by, this.directory.path(request.wish().unitId()), Roles.ADMIN);
		request.decide(by.personId(), this.clock.instant());
		this.requests.flush();
		return request.wish();
	}

	private void record(String what, NewAppointment wish, Actor by) {
		this.audit.record(AuditEvent.of(by, what, "person:" + wish.personId()).in(wish.unitId()).with(wish.role()));
	}

	/** The first day, when the post may be given. */
	private LocalDate check(NewAppointment wish, Optional<PersonCard> person, UnitCard unit, List<Appointment> held,
			Actor by) {
		checkManages(by, wish.role(), unit.path());
		checkLevel(wish.role(), unit);
		checkEligible(wish, person, unit, by);
		LocalDate from = (wish.from() != null) ? wish.from() : this.clock.today();
		checkNew(wish, held, from);
		return from;
	}

	/**
	 * @throws Refusal.NotAllowed when it is the own post: another person must give it
	 */
	@Transactional
	long appoint(NewAppointment wish, Actor by) {
		return appointAll(List.of(wish), by).get(0);
	}

	/** Appoints many at once; what is open at a unit follows once for each unit. */
	@Transactional
	List<Long> appointAll(List<NewAppointment> wishes, Actor by) {
		List<Long> ids = wishes.stream().map(NewAppointment::personId).distinct().toList();
		Map<Long, PersonCard> persons = this.directory.persons(ids)
			.stream()
			.collect(Collectors.toMap(PersonCard::id, Function.identity()));
		Map<Long, UnitCard> units = new LinkedHashMap<>();
		List<Appointment> held = new ArrayList<>(this.appointments.findByPersonIdInAndEndedAtIsNull(ids));
		List<Appointment> posts = new ArrayList<>();
		for (NewAppointment wish : wishes) {
			UnitCard unit = units.computeIfAbsent(wish.unitId(), this.directory::unit);
			if (wish.personId() == by.personId()) {
				throw new Refusal.NotAllowed("refusal.people.not-yourself");
			}
			LocalDate from = check(wish, Optional.ofNullable(persons.get(wish.personId())), unit, held, by);
			Appointment post = new Appointment(wish.personId(), wish.role(), wish.unitId(), from, wish.to());
			posts.add(post);
			held.add(post);
		}
		this.appointments.saveAllAndFlush(posts);
		if (wishes.stream().anyMatch((wish) -> Roles.ADMIN.equals(wish.role()))) {
			this.events.publishEvent(new AdministratorAppointed());
		}
		this.audit.recordAll(posts.stream()
			.map((post) -> AuditEvent.of(by, "post.given", "person:" + post.personId())
				.in(post.unitId())
				.with(post.role() + " " + post.term()))
			.toList());
		units.keySet().forEach((unit) -> this.events.publishEvent(new PostsChanged(unit)));
		return posts.stream().map(Appointment::id).toList();
	}

	/** Whether somebody administers already. */
	@Transactional(readOnly = true)
	boolean administered() {
		return this.appointments.otherAdministrators(0) > 0;
	}

	@Transactional
	long end(long appointmentId, String reason, Actor by) {
		Appointment post = this.appointments.findById(appointmentId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.post-unknown"));
		checkManages(by, post.role(), this.directory.path(post.unitId()));
		if (!REASONS.contains(reason)) {
			throw Refusal.Invalid.field("reason", "refusal.people.end-reason");
		}
		if (Roles.ADMIN.equals(post.role()) && this.appointments.otherAdministrators(appointmentId) == 0) {
			throw new Refusal.Conflict("refusal.people.last-admin");
		}
		post.end(reason, this.clock.instant());
		this.appointments.flush();
		this.events.publishEvent(new RightsLost(post.personId(), by));
		this.audit.record(AuditEvent.of(by, "post.ended", "person:" + post.personId())
			.in(post.unitId())
			.with(post.role() + " " + reason));
		this.events.publishEvent(new PostsChanged(post.unitId()));
		return post.unitId();
	}

	/** Administrators manage every post of their units, committees the League's posts. */
	static boolean manages(Actor by, String role, String unitPath) {
		return UnitPermissions.holds(by, unitPath, Roles.ADMIN)
				|| (Posts.leaguePost(role) && UnitPermissions.holds(by, unitPath, COMMITTEE));
	}

	private static void checkManages(Actor by, String role, String unitPath) {
		if (!manages(by, role, unitPath)) {
			throw new Refusal.NotAllowed("refusal.people.out-of-reach");
		}
	}

	private static void checkLevel(String role, UnitCard unit) {
		if (!Posts.ALL.contains(role)) {
			throw Refusal.Invalid.field("role", "refusal.people.role-unknown");
		}
		if (!Posts.anywhere(role) && Posts.level(role).filter(unit.kind()::equals).isEmpty()) {
			throw Refusal.Invalid.field("role", "refusal.people.role-level", unit.name());
		}
	}

	private static void checkEligible(NewAppointment wish, Optional<PersonCard> found, UnitCard unit, Actor by) {
		PersonCard person = found
			.filter((card) -> UnitPermissions.holds(by, card.unitPath(), Roles.ADMIN)
					|| UnitPermissions.holds(by, card.unitPath(), COMMITTEE))
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.person-unknown"));
		if (!person.active()) {
			throw new Refusal.Conflict("refusal.people.person-left", person.name());
		}
		boolean belongs = person.member() || person.staff() || person.partyMember();
		if (Posts.leaguePost(wish.role()) && (!belongs || person.restricted())) {
			throw Refusal.Invalid.field("personId",
					belongs ? "refusal.people.post-restricted" : "refusal.people.post-without-membership",
					person.name());
		}
		if (Posts.partyPost(wish.role()) && !person.partyMember()) {
			throw Refusal.Invalid.field("personId", "refusal.people.post-party", person.name());
		}
		if (isStranger(person, wish.role(), unit)) {
			throw Refusal.Invalid.field("personId", "refusal.people.post-elsewhere", person.name(), unit.name());
		}
	}

	/** A branch chooses its committee among its own members; teachers may help out. */
	private static boolean isStranger(PersonCard person, String role, UnitCard unit) {
		boolean ofBranch = Posts.level(role).filter((level) -> level == UnitKind.BRANCH).isPresent();
		return ofBranch && person.member() && !person.staff() && !person.unitPath().startsWith(unit.path());
	}

	private static void checkNew(NewAppointment wish, List<Appointment> all, LocalDate from) {
		List<Appointment> meanwhile = all.stream()
			.filter((post) -> post.personId() == wish.personId() && post.overlaps(from, wish.to()))
			.toList();
		if (meanwhile.stream().anyMatch((post) -> post.role().equals(wish.role()) && post.unitId() == wish.unitId())) {
			throw new Refusal.Conflict("refusal.people.post-held");
		}
		PostConflicts.of(wish.role(), meanwhile.stream().map(Appointment::role).toList()).ifPresent((held) -> {
			throw new Refusal.Conflict("refusal.people.post-conflict", Message.of("people.role." + held),
					Message.of("people.role." + wish.role()));
		});
	}

}
