package org.leagueflow.life;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** A branch was reminded; only ever inserted, because it is told once. */
@Entity
@Immutable
@Table(name = "life_reminder")
class LifeReminder implements Persistable<LifeReminder.Key> {

	@EmbeddedId
	private Key id;

	private Instant toldAt;

	protected LifeReminder() {
	}

	LifeReminder(Key key, Instant at) {
		this.id = key;
		this.toldAt = at;
	}

	@Override
	public Key getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return true;
	}

	/** What a reminder is about. */
	enum About {

		/** A class of this period wants calling. */
		PLAN,
		/** The period ends soon. */
		SOON,
		/** A period was missed. */
		OVERDUE

	}

	/** Which branch, and of what. */
	@Embeddable
	record Key(long branchId, @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) Duty duty,
			@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) About about,
			LocalDate periodFirst) implements Serializable {
	}

}
