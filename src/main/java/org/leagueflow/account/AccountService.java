package org.leagueflow.account;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.People;
import org.leagueflow.people.UnitPermissions;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts, locks them and changes their passwords. */
@Service
class AccountService implements AccountRegistrar {

	private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");

	private final Accounts accounts;

	private final People people;

	private final PasswordEncoder encoder;

	private final SessionEnding sessions;

	private final AttemptThrottle throttle;

	private final PracticeRule practice;

	private final AuditLog audit;

	AccountService(Accounts accounts, People people, PasswordEncoder encoder, SessionEnding sessions,
			AttemptThrottle throttle, PracticeRule practice, AuditLog audit) {
		this.accounts = accounts;
		this.people = people;
		this.encoder = encoder;
		this.sessions = sessions;
		this.throttle = throttle;
		this.practice = practice;
		this.audit = audit;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Long> signsInAs(String login) {
		return this.accounts.findByLogin(SignInService.login(login)).map(Account::personId);
	}

	/** Opens an account; the password is for the first log-in only. */
	@Transactional
	OneTimePassword open(long personId, String login, Actor by) {
		checkReach(personId, by);
		String password = Passwords.oneTime();
		store(new Account(personId, free(personId, login), this.encoder.encode(password)), by);
		return new OneTimePassword(SignInService.login(login), password);
	}

	/** Opens an account with a password that its owner chose. */
	@Transactional
	void openChosen(long personId, String login, String password, Actor by) {
		Passwords.check("password", password, known(personId, SignInService.login(login)));
		Account account = new Account(personId, free(personId, login), "");
		account.choosePassword(this.encoder.encode(password));
		store(account, by);
	}

	/**
	 * Lets an administrator back in who can prove to run the server.
	 * @return whether there is such an administrator
	 */
	@Transactional
	boolean recover(String login, String password) {
		Optional<Account> found = this.accounts.findByLogin(SignInService.login(login))
			.filter((one) -> this.people.posts(one.personId())
				.stream()
				.anyMatch((post) -> post.role().equals(Roles.ADMIN)));
		found.ifPresent((account) -> {
			Passwords.check("password", password, known(account.personId(), account.login()));
			account.choosePassword(this.encoder.encode(password));
			account.unlock();
			account.enable();
			this.accounts.flush();
			this.throttle.forgive(account.login());
			this.audit.record(AuditEvent.of(Actor.SYSTEM, "account.recovered", "account:" + account.login()));
			end(account, null);
		});
		return found.isPresent();
	}

	@Override
	@Transactional
	public void practiceAccount(long personId, String login, String passwordHash, Actor by) {
		if (!this.practice.practising()) {
			throw new IllegalStateException("Practice accounts exist under the profile practice only");
		}
		store(Account.ofPractice(personId, free(personId, login), passwordHash), by);
	}

	private String free(long personId, String entered) {
		String login = SignInService.login(entered);
		if (!LOGIN.matcher(login).matches()) {
			throw Refusal.Invalid.field("login", "refusal.people.login-form");
		}
		if (this.accounts.existsByLogin(login)) {
			throw new Refusal.Conflict("refusal.people.login-taken", login);
		}
		if (this.accounts.findByPersonId(personId).isPresent()) {
			throw new Refusal.Conflict("refusal.people.account-exists");
		}
		return login;
	}

	private void store(Account account, Actor by) {
		this.accounts.saveAndFlush(account);
		this.audit.record(AuditEvent.of(by, "account.opened", "account:" + account.login()));
	}

	/** Gives a new one-time password and ends all sessions. */
	@Transactional
	OneTimePassword reset(long personId, Actor by) {
		String password = Passwords.oneTime();
		Account account = change(personId, "account.password-reset",
				(one) -> one.resetPassword(this.encoder.encode(password)), by);
		this.throttle.forgive(account.login());
		end(account, null);
		return new OneTimePassword(account.login(), password);
	}

	@Transactional
	void lock(long personId, Actor by) {
		if (by.personId() == personId) {
			throw new Refusal.Conflict("refusal.people.not-yourself");
		}
		end(change(personId, "account.locked", Account::lock, by), null);
	}

	@Transactional
	void unlock(long personId, Actor by) {
		this.throttle.forgive(change(personId, "account.unlocked", Account::unlock, by).login());
	}

	@Transactional
	void disable(long personId, Actor by) {
		if (by.personId() == personId) {
			throw new Refusal.Conflict("refusal.people.not-yourself");
		}
		end(change(personId, "account.disabled", Account::disable, by), null);
	}

	@Transactional
	void enable(long personId, Actor by) {
		change(personId, "account.enabled", Account::enable, by);
	}

	@Transactional
	void endSessions(long personId, Actor by) {
		end(change(personId, "account.sessions-ended", Account::endSessions, by), null);
	}

	/** Ends the sessions of somebody who lost a post or left, if there is an account. */
	@Transactional
	void demoted(long personId, Actor by) {
		this.accounts.findByPersonId(personId).ifPresent((account) -> {
			account.endSessions();
			this.accounts.flush();
			this.audit.record(AuditEvent.of(by, "account.sessions-ended", "account:" + account.login()));
			end(account, null);
		});
	}

	/** Changes the own password; every session but this one ends. */
	@Transactional
	void changeOwn(Actor by, String current, String chosen, String repeated, String sessionId) {
		Account account = account(by.personId());
		if (!owns(current, account)) {
			throw Refusal.Invalid.field("current", "refusal.people.password-wrong");
		}
		if (chosen == null || !chosen.equals(repeated)) {
			throw Refusal.Invalid.field("repeated", "refusal.people.password-differs");
		}
		Passwords.check("chosen", chosen, known(account.personId(), account.login()));
		if (chosen.equals(current)) {
			throw Refusal.Invalid.field("chosen", "refusal.people.password-same");
		}
		account.choosePassword(this.encoder.encode(chosen));
		this.accounts.flush();
		this.audit.record(AuditEvent.of(by, "account.password-changed", "account:" + account.login()));
		end(account, sessionId);
	}

	/** Whether this is the actor's own password. */
	@Transactional(readOnly = true)
	boolean knows(Actor by, String password) {
		return owns(password, account(by.personId()));
	}

	private boolean owns(String password, Account account) {
		return password != null && this.encoder.matches(password, account.passwordHash());
	}

	/** What others know of somebody and would try first. */
	private List<String> known(long personId, String login) {
		List<String> known = new ArrayList<>(List.of(login));
		this.people.persons(List.of(personId)).forEach((card) -> {
			known.add(card.name());
			known.add(card.studentNumber());
			known.add(card.memberNumber());
			if (card.birthDate() != null) {
				known.add(card.birthDate().format(DateTimeFormatter.BASIC_ISO_DATE));
			}
		});
		this.people.phone(personId).ifPresent(known::add);
		this.people.email(personId).ifPresent((address) -> known.add(address.split("@")[0]));
		return known;
	}

	/** Ends one of the own sessions. */
	@Transactional
	void endOwn(Actor by, String key) {
		if (!this.sessions.has(by.account(), key)) {
			throw new Refusal.NotFound("refusal.people.no-session");
		}
		this.audit.record(AuditEvent.of(by, "account.session-ended", "account:" + by.account()));
		this.sessions.endAfterCommit(by.account(), key);
	}

	/** Ends all of the own sessions but this one. */
	@Transactional
	void endOthers(Actor by, String sessionId) {
		this.audit.record(AuditEvent.of(by, "account.session-ended", "account:" + by.account()));
		this.sessions.afterCommit(by.account(), sessionId);
	}

	private Account change(long personId, String event, Consumer<Account> change, Actor by) {
		checkReach(personId, by);
		Account account = account(personId);
		change.accept(account);
		this.accounts.flush();
		this.audit.record(AuditEvent.of(by, event, "account:" + account.login()));
		return account;
	}

	private void end(Account account, String keep) {
		this.sessions.afterCommit(account.login(), keep);
	}

	private Account account(long personId) {
		return this.accounts.findByPersonId(personId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.people.no-account"));
	}

	private void checkReach(long personId, Actor by) {
		String path = this.people.person(personId).unitPath();
		UnitPermissions.mustHold(by, path, Roles.ADMIN);
		for (var post : this.people.posts(personId)) {
			UnitPermissions.mustHold(by, post.unitPath(), Roles.ADMIN);
		}
	}

}
