package org.leagueflow.people;

import java.util.Locale;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.audit.Deed;
import org.leagueflow.kernel.Actor;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows who may sign in, and records who did and who could not. */
@Service
class SignInService implements UserDetailsService {

	private final Accounts accounts;

	private final Persons persons;

	private final Standings standings;

	private final AuditLog audit;

	SignInService(Accounts accounts, Persons persons, Standings standings, AuditLog audit) {
		this.accounts = accounts;
		this.persons = persons;
		this.standings = standings;
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
		return new SignedIn(actor, account.stamp(), account.mustChange(), account.passwordHash(), !account.locked(),
				account.locked() || standing.open());
	}

	@Transactional
	void succeeded(Actor actor) {
		this.audit.record(Deed.of(actor, "account.signed-in", "account:" + actor.account()));
	}

	/** Records a wrong password; those for accounts that do not exist leave no trace. */
	@Transactional
	void failed(String entered) {
		record("account.sign-in-failed", entered);
	}

	/** Records that whoever tries passwords of this account has to wait from now on. */
	@Transactional
	void slowedDown(String entered) {
		record("account.slowed-down", entered);
	}

	private void record(String what, String entered) {
		String login = login(entered);
		if (this.accounts.existsByLogin(login)) {
			this.audit.record(Deed.of(Actor.SYSTEM, what, "account:" + login));
		}
	}

	/** Log-ins are kept in lower case. */
	static String login(String entered) {
		return (entered != null) ? entered.strip().toLowerCase(Locale.ROOT) : "";
	}

}
