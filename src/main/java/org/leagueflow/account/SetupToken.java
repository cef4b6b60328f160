package org.leagueflow.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The hash of a one-time token with which the first administrator is made. */
@Entity
@Table(name = "setup_token")
class SetupToken {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Column(length = 64)
	private String tokenHash;

	private Instant validUntil;

	protected SetupToken() {
	}

	SetupToken(String tokenHash, Instant validUntil) {
		this.tokenHash = tokenHash;
		this.validUntil = validUntil;
	}

}
