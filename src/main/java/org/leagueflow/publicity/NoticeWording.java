package org.leagueflow.publicity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** A unit's own words for a kind of notice, instead of those that come with it. */
@Entity
class NoticeWording {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long unitId;

	private String textKey;

	@Column(name = "wording_text", length = 2000)
	private String text;

	private long changedBy;

	private Instant changedAt;

	@Version
	private int version;

	protected NoticeWording() {
	}

	NoticeWording(long unitId, String textKey) {
		this.unitId = unitId;
		this.textKey = textKey;
	}

	void change(String words, long by, Instant at) {
		this.text = words;
		this.changedBy = by;
		this.changedAt = at;
	}

	long unitId() {
		return this.unitId;
	}

	String textKey() {
		return this.textKey;
	}

	String text() {
		return this.text;
	}

}
