package org.leagueflow.account;

import java.util.List;
import java.util.Locale;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows who may sign in, and records who did and who could not. */
@Service
class SignInService implements UserDetailsService {

	private final Accounts accounts;

	private final People people;

	private final AccountStatuses statuses;

	private final AuditLog audit;

	SignInService(Accounts accounts, People people, AccountStatuses statuses, AuditLog audit) {
		this.accounts = accounts;
		this.people = people;
		this.statuses = statuses;
		this.audit = audit;
	}

	@Override
	@Transactional(readOnly = true)
	public UserDetails loadUserByUsername(String entered) {
		String login = login(entered);
		Account account = this.accounts.findByLogin(login)
			.orElseThrow(() -> new UsernameNotFoundException("no such account"));
		AccountStatus status = this.statuses.of(login).orElseThrow();
		String name = this.people.persons(List.of(account.personId()))
			.stream()
			.findFirst()
			.map(PersonCard::name)
			.orElse(login);
		Actor actor = new Actor(account.personId(), login, name, status.posts());
		return new SignedIn(actor, account.stamp(), account.mustChange(), account.passwordHash(), !account.locked(),
				account.locked() || status.open());
	}

	@Transactional
	void succeeded(Actor actor) {
		this.audit.record(AuditEvent.of(actor, "account.signed-in", "account:" + actor.account()));
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
			this.audit.record(AuditEvent.of(Actor.SYSTEM, what, "account:" + login));
		}
	}

	/** Log-ins are kept in lower case. */
	static String login(String entered) {
		return (entered != null) ? entered.strip().toLowerCase(Locale.ROOT) : "";
	}

}
