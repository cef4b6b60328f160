package org.leagueflow.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A log-in of a person. The stamp counts the changes after which older sessions must end.
 */
@Entity
@Table(name = "account")
@DynamicUpdate
class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long personId;

	@Column(length = 60)
	private String login;

	@Column(length = 200)
	private String passwordHash;

	private boolean mustChange;

	private boolean locked;

	private boolean enabled = true;

	private boolean practice;

	private long stamp;

	@Version
	private int version;

	protected Account() {
	}

	/** An account with a one-time password, to be changed at first log-in. */
	Account(long personId, String login, String passwordHash) {
		this.personId = personId;
		this.login = login;
		this.passwordHash = passwordHash;
		this.mustChange = true;
	}

	/** An account of the practice college, which no other profile lets in. */
	static Account ofPractice(long personId, String login, String passwordHash) {
		Account account = new Account(personId, login, passwordHash);
		account.mustChange = false;
		account.practice = true;
		return account;
	}

	/** The owner chose a password; other sessions end. */
	void choosePassword(String hash) {
		this.passwordHash = hash;
		this.mustChange = false;
		endSessions();
	}

	/** An administrator gave a one-time password; all sessions end. */
	void resetPassword(String hash) {
		choosePassword(hash);
		this.mustChange = true;
	}

	void lock() {
		this.locked = true;
		endSessions();
	}

	void unlock() {
		this.locked = false;
	}

	void disable() {
		this.enabled = false;
		endSessions();
	}

	void enable() {
		this.enabled = true;
	}

	void endSessions() {
		this.stamp++;
	}

	Long personId() {
		return this.personId;
	}

	String login() {
		return this.login;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	boolean mustChange() {
		return this.mustChange;
	}

	boolean locked() {
		return this.locked;
	}

	boolean enabled() {
		return this.enabled;
	}

	boolean practice() {
		return this.practice;
	}

	long stamp() {
		return this.stamp;
	}

}
