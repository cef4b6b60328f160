package org.leagueflow.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;

/** A question (质询) about a score: it is explained, and nothing changes. */
@Entity
@Table(name = "award_question")
class BatchQuestion {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long batchId;

	private long nominationId;

	private long byPerson;

	private String byName;

	@Column(length = 2000)
	private String content;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant askedAt;

	@Column(length = 4000)
	private String answer;

	private String answeredBy;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant answeredAt;

	protected BatchQuestion() {
	}

	BatchQuestion(Nomination about, String content, Actor by, Instant now) {
		this.batchId = about.batchId();
		this.nominationId = about.id();
		this.content = content;
		this.byPerson = by.personId();
		this.byName = by.name();
		this.askedAt = now;
	}

	/**
	 * @throws Refusal.Conflict the second time
	 */
	void answered(String words, Actor by, Instant now) {
		if (this.answer != null) {
			throw new Refusal.Conflict("refusal.award.answered", this.answeredBy);
		}
		this.answer = words;
		this.answeredBy = by.name();
		this.answeredAt = now;
	}

	Long id() {
		return this.id;
	}

	long batchId() {
		return this.batchId;
	}

	long nominationId() {
		return this.nominationId;
	}

	long byPerson() {
		return this.byPerson;
	}

	Card card(String subject) {
		return new Card(this.id, this.nominationId, subject, this.byName, this.content, this.askedAt, this.answer,
				this.answeredBy, this.answeredAt);
	}

	/** A question as pages show it. */
	record Card(long id, long nomination, String subject, String byName, String content, Instant askedAt, String answer,
			String answeredBy, Instant answeredAt) {
	}

}
