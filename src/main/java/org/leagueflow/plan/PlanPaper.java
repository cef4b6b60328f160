package org.leagueflow.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Characters;
import org.leagueflow.people.People.UnitCard;

/** A paper that an office brought, and the edition that took it in. */
@Entity
@Table(name = "plan_paper")
class PlanPaper {

	private static final int MAX_NAME = 60;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long unitId;

	private String unitPath;

	private int planYear;

	private String sourceName;

	private boolean pasted;

	@Lob
	private byte[] content;

	private long broughtBy;

	private String broughtByName;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant broughtAt;

	private Long editionId;

	protected PlanPaper() {
	}

	PlanPaper(UnitCard unit, int year, String name, boolean pasted, byte[] content, Actor by, Instant now) {
		this.unitId = unit.id();
		this.unitPath = unit.path();
		this.planYear = year;
		this.sourceName = name;
		this.pasted = pasted;
		this.content = content.clone();
		this.broughtBy = by.personId();
		this.broughtByName = Characters.first(by.name(), MAX_NAME);
		this.broughtAt = now;
	}

	/** The edition that its lines became; the first time counts. */
	void takenInto(long edition) {
		if (this.editionId == null) {
			this.editionId = edition;
		}
	}

	Long id() {
		return this.id;
	}

	long unitId() {
		return this.unitId;
	}

	int year() {
		return this.planYear;
	}

	String name() {
		return this.sourceName;
	}

	boolean pasted() {
		return this.pasted;
	}

	byte[] content() {
		return this.content.clone();
	}

	Long editionId() {
		return this.editionId;
	}

}
