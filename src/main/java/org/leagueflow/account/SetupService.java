package org.leagueflow.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.NewAppointment;
import org.leagueflow.people.NewPerson;
import org.leagueflow.people.NewUnit;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.Registrar;
import org.leagueflow.people.UnitKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first administrator, or lets one back in, for whoever can read the token
 * printed at start. Every node that starts prints its own; using one makes all of them
 * void.
 */
@Service
class SetupService {

	private static final Duration MAX_AGE = Duration.ofHours(24);

	private final SetupTokens tokens;

	private final People people;

	private final Registrar registrar;

	private final AccountService accounts;

	private final BusinessClock clock;

	private final AuditLog audit;

	SetupService(SetupTokens tokens, People people, Registrar registrar, AccountService accounts, BusinessClock clock,
			AuditLog audit) {
		this.tokens = tokens;
		this.people = people;
		this.registrar = registrar;
		this.accounts = accounts;
		this.clock = clock;
		this.audit = audit;
	}

	/**
	 * A new token, unless somebody administers already.
	 * @param recovery whoever runs the server asks for one all the same
	 */
	@Transactional
	Optional<String> offer(boolean recovery) {
		return (administered() && !recovery) ? Optional.empty() : Optional.of(issue());
	}

	/** Whether somebody administers already. */
	@Transactional(readOnly = true)
	boolean administered() {
		return this.registrar.administered();
	}

	/** Whether this is a token that can be used. */
	@Transactional(readOnly = true)
	boolean knows(String token) {
		return token != null
				&& this.tokens.existsByTokenHashAndValidUntilAfter(hash(token.strip()), this.clock.instant());
	}

	@Transactional
	String issue() {
		byte[] bits = new byte[20];
		new SecureRandom().nextBytes(bits);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		this.tokens.saveAndFlush(new SetupToken(hash(token), this.clock.instant().plus(MAX_AGE)));
		this.audit.record(AuditEvent.of(Actor.SYSTEM, "setup.token-issued", "setup"));
		return token;
	}

	/**
	 * The units to choose from when the tree exists already.
	 * @throws Refusal.NotFound when there is no token to use
	 */
	@Transactional(readOnly = true)
	List<UnitCard> begin() {
		if (!this.tokens.existsByValidUntilAfter(this.clock.instant())) {
			throw new Refusal.NotFound("refusal.people.setup-over");
		}
		return this.people.roots();
	}

	/**
	 * Makes an administrator, or lets the one with this log-in back in with a new
	 * password.
	 */
	@Transactional
	void create(FirstAdministrator wish) {
		List<UnitCard> roots = begin();
		if (wish.password() == null || !wish.password().equals(wish.repeated())) {
			throw Refusal.Invalid.field("repeated", "refusal.people.password-differs");
		}
		String token = (wish.token() != null) ? wish.token().strip() : "";
		if (this.tokens.use(hash(token), this.clock.instant()) == 0) {
			throw Refusal.Invalid.field("token", "refusal.people.setup-token");
		}
		if (this.accounts.recover(wish.login(), wish.password())) {
			this.tokens.deleteAllInBatch();
			return;
		}
		long unit = roots.isEmpty() ? firstUnit(wish) : roots.get(0).id();
		long person = this.registrar.person(NewPerson.staff(unit, wish.name()), Actor.SYSTEM);
		this.accounts.openChosen(person, wish.login(), wish.password(), Actor.SYSTEM);
		this.registrar.appoint(new NewAppointment(person, Roles.ADMIN, unit, null, null), Actor.SYSTEM);
		this.audit.record(AuditEvent.of(Actor.SYSTEM, "setup.finished", "person:" + person).in(unit));
	}

	private long firstUnit(FirstAdministrator wish) {
		if (wish.unitKind() != UnitKind.COUNTY_COMMITTEE && wish.unitKind() != UnitKind.COMMITTEE) {
			throw Refusal.Invalid.field("unitKind", "refusal.people.setup-kind");
		}
		return this.registrar.unit(new NewUnit(null, wish.unitKind(), null, wish.unitName(), false), Actor.SYSTEM);
	}

	private static String hash(String token) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
