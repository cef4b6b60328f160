package org.leagueflow.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.leagueflow.kernel.Actor;

/** What a unit set in place of a rule's own value; one per rule and unit. */
@Entity
@Table(name = "policy_setting")
class Setting {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long unitId;

	private String ruleKey;

	private String settingValue;

	private long setBy;

	private String setByName;

	private Instant setAt;

	protected Setting() {
	}

	Setting(long unitId, String key, String value, Actor by, Instant at) {
		this.unitId = unitId;
		this.ruleKey = key;
		set(value, by, at);
	}

	/** What a unit has set of one rule, as read; never saved. */
	static Setting read(long unitId, String key, String value) {
		Setting read = new Setting();
		read.unitId = unitId;
		read.ruleKey = key;
		read.settingValue = value;
		return read;
	}

	final void set(String value, Actor by, Instant at) {
		this.settingValue = value;
		this.setBy = by.personId();
		this.setByName = by.name();
		this.setAt = at;
	}

	long unitId() {
		return this.unitId;
	}

	String key() {
		return this.ruleKey;
	}

	/** Public because pages ask for it. */
	public String value() {
		return this.settingValue;
	}

	/** Public because pages ask for it. */
	public String madeBy() {
		return this.setByName;
	}

}
