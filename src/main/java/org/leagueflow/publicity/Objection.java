package org.leagueflow.publicity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;

/** What somebody said against a notice, and the committee's answer. */
@Entity
class Objection {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long noticeId;

	/** The subject's number on the notice, from 0; null for all of it. */
	private Integer subjectNo;

	private String objectorName;

	private String contact;

	@Column(length = 10_000)
	private String content;

	private Instant filedAt;

	private Long filedBy;

	@Enumerated(EnumType.STRING)
	@Column(columnDefinition = "varchar(10)")
	private ObjectionState state;

	@Column(length = 2000)
	private String reason;

	private Long settledBy;

	private String settledByName;

	private Instant settledAt;

	@Version
	private int version;

	protected Objection() {
	}

	Objection(long noticeId, Objections.Objecting objecting, Actor by, Instant at) {
		this.noticeId = noticeId;
		this.subjectNo = objecting.subject();
		this.content = objecting.content().strip();
		this.contact = blankToNull(objecting.contact());
		this.filedAt = at;
		this.state = ObjectionState.OPEN;
		if (!objecting.anonymous()) {
			this.objectorName = objecting.name().strip();
			this.filedBy = (by != null) ? by.personId() : null;
		}
	}

	private static String blankToNull(String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/**
	 * The committee answers, once.
	 * @throws Refusal.Conflict when it has answered
	 */
	void settle(boolean upheld, String words, Actor by, Instant at) {
		if (this.state != ObjectionState.OPEN) {
			throw new Refusal.Conflict("refusal.publicity.settled", this.settledByName);
		}
		this.state = upheld ? ObjectionState.UPHELD : ObjectionState.DISMISSED;
		this.reason = words;
		this.settledBy = by.personId();
		this.settledByName = by.name();
		this.settledAt = at;
	}

	/**
	 * Whether it was decided and says the same of the same subject, however it is spaced.
	 */
	boolean decides(Integer subject, String words) {
		return this.state != ObjectionState.OPEN && Objects.equals(this.subjectNo, subject)
				&& plain(this.content).equals(plain(words));
	}

	private static String plain(String text) {
		return text.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
	}

	String reason() {
		return this.reason;
	}

	boolean filedBy(Actor by) {
		return this.filedBy != null && this.filedBy == by.personId();
	}

	ObjectionCard card(Notice notice) {
		return new ObjectionCard(this.id, this.noticeId, notice.subject(this.subjectNo), this.objectorName,
				this.contact, this.content, this.filedAt, this.state != ObjectionState.OPEN,
				this.state == ObjectionState.UPHELD, this.reason, this.settledByName, this.settledAt);
	}

	long id() {
		return this.id;
	}

	long noticeId() {
		return this.noticeId;
	}

	Integer subjectNo() {
		return this.subjectNo;
	}

	ObjectionState state() {
		return this.state;
	}

	/** When it was decided, or null. */
	Instant settledAt() {
		return this.settledAt;
	}

}
