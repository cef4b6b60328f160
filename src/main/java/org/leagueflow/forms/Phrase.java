package org.leagueflow.forms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Words that a person keeps for opinion fields (常用语). */
@Entity
@Table(name = "form_phrase")
class Phrase {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long personId;

	@Column(length = 200)
	private String words;

	protected Phrase() {
	}

	Phrase(long personId, String words) {
		this.personId = personId;
		this.words = words;
	}

	String words() {
		return this.words;
	}

}
