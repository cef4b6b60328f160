package org.leagueflow.people;

import java.time.Duration;
import java.util.Locale;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.audit.Deed;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows who may sign in, and locks an account for a while after too many wrong passwords.
 */
@Service
class SignInService implements UserDetailsService {

	static final int ATTEMPTS = 5;

	static final Duration LOCK = Duration.ofMinutes(15);

	private final Accounts accounts;

	private final Persons persons;

	private final Standings standings;

	private final BusinessClock clock;

	private final AuditLog audit;

	SignInService(Accounts accounts, Persons persons, Standings standings, BusinessClock clock, AuditLog audit) {
		this.accounts = accounts;
		this.persons = persons;
		this.standings = standings;
		this.clock = clock;
		this.audit = audit;
	}

	@Override
	@Transactional(readOnly = true)
	public UserDetails loadUserByUsername(String entered) {
		String login = login(entered);
		Account account = this.accounts.findByLogin(login)
			.orElseThrow(() -> new UsernameNotFoundException("no such account"));
		Standing standing = this.standings.of(login).orElseThrow();
		String name = this.persons.findById(account.personId()).map(Person::name).orElse(login);
		Actor actor = new Actor(account.personId(), login, name, standing.posts());
		return new SignedIn(actor, account.stamp(), account.mustChange(), account.passwordHash(),
				!account.lockedAt(this.clock.instant()), account.locked() || standing.open());
	}

	@Transactional
	void succeeded(Actor actor) {
		this.accounts.findByLogin(actor.account()).ifPresent(Account::forgive);
		this.audit.record(Deed.of(actor, "account.signed-in", "account:" + actor.account()));
	}

	/** Counts a wrong password; those for accounts that do not exist leave no trace. */
	@Transactional
	void failed(String entered) {
		String login = login(entered);
		if (this.accounts.countFailure(login) == 0) {
			return;
		}
		this.audit.record(Deed.of(Actor.SYSTEM, "account.sign-in-failed", "account:" + login));
		Account account = this.accounts.findByLogin(login).orElseThrow();
		if (account.failedAttempts() >= ATTEMPTS) {
			account.lockUntil(this.clock.instant().plus(LOCK));
			this.audit.record(Deed.of(Actor.SYSTEM, "account.locked-out", "account:" + login));
		}
	}

	/** Log-ins are kept in lower case. */
	static String login(String entered) {
		return (entered != null) ? entered.strip().toLowerCase(Locale.ROOT) : "";
	}

}
