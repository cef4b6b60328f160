package org.leagueflow.plan;

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
import org.leagueflow.people.People.UnitCard;

/** The work plan of a unit for a year. */
@Entity
@Table(name = "plan")
class Plan {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private long unitId;

	private String unitPath;

	@Column(name = "plan_year")
	private int planYear;

	private String title;

	private Long publishedId;

	private Long openId;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant createdAt;

	protected Plan() {
	}

	Plan(UnitCard unit, int year, String title, Instant now) {
		this.unitId = unit.id();
		this.unitPath = unit.path();
		this.planYear = year;
		this.title = title;
		this.createdAt = now;
	}

	void renamed(String newTitle) {
		this.title = newTitle;
	}

	/** An edition is written from now on; there is one at a time. */
	void opens(long edition) {
		this.openId = edition;
	}

	/** The open edition holds from now on. */
	void publishes(long edition) {
		this.publishedId = edition;
		this.openId = null;
	}

	/** The open edition came to nothing. */
	void closes() {
		this.openId = null;
	}

	void movedTo(String path) {
		this.unitPath = path;
	}

	public Long id() {
		return this.id;
	}

	public long unitId() {
		return this.unitId;
	}

	String unitPath() {
		return this.unitPath;
	}

	public int year() {
		return this.planYear;
	}

	public String title() {
		return this.title;
	}

	/** The edition that holds, or null. */
	public Long publishedId() {
		return this.publishedId;
	}

	/** The edition that is written or awaits its decision, or null. */
	public Long openId() {
		return this.openId;
	}

}
