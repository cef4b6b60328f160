package org.leagueflow.practice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.springframework.data.domain.Persistable;

/**
 * A mark of the practice college, by {@code kind:name}: a unit, a person, or a chapter
 * that was told; only ever inserted.
 */
@Entity
@Table(name = "practice_mark")
class PracticeMark implements Persistable<String> {

	@Id
	private String name;

	private long ref;

	protected PracticeMark() {
	}

	PracticeMark(String kind, String name, long ref) {
		this.name = kind + ":" + name;
		this.ref = ref;
	}

	@Override
	public String getId() {
		return this.name;
	}

	@Override
	public boolean isNew() {
		return true;
	}

	long ref() {
		return this.ref;
	}

}
