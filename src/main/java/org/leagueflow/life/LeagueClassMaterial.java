package org.leagueflow.life;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** An attachment is material of a League class; only ever inserted. */
@Entity
@Immutable
@Table(name = "league_class_material")
class LeagueClassMaterial implements Persistable<LeagueClassMaterial.Id> {

	@EmbeddedId
	private Id id;

	private Instant addedAt;

	protected LeagueClassMaterial() {
	}

	LeagueClassMaterial(long meetingId, long attachmentId, Instant at) {
		this.id = new Id(meetingId, attachmentId);
		this.addedAt = at;
	}

	@Override
	public Id getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return true;
	}

	/** Which file, and of which class. */
	@Embeddable
	record Id(long meetingId, long attachmentId) implements Serializable {
	}

}
