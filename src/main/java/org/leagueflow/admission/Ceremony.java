package org.leagueflow.admission;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.leagueflow.kernel.Refusal;

/** 入团仪式: when, where, who leads the oath and who swears it. */
@Entity
@Table(name = "admission_ceremony")
class Ceremony {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private Integer version;

	private long unitId;

	private Instant startsAt;

	private String place;

	private String leader;

	private boolean held;

	private boolean calledOff;

	private long plannedBy;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "admission_ceremony_member", joinColumns = @JoinColumn(name = "ceremony_id"))
	@Column(name = "case_id")
	private Set<Long> cases = new LinkedHashSet<>();

	protected Ceremony() {
	}

	Ceremony(long unitId, CeremonyPlan plan, Instant startsAt, long plannedBy) {
		this.unitId = unitId;
		this.plannedBy = plannedBy;
		set(plan, startsAt);
	}

	/** Another time, place, leader or list. */
	void change(CeremonyPlan plan, Instant when) {
		requirePlanned();
		set(plan, when);
	}

	private void set(CeremonyPlan plan, Instant when) {
		this.startsAt = when;
		this.place = plan.place();
		this.leader = plan.leader();
		this.cases.retainAll(plan.cases());
		this.cases.addAll(plan.cases());
	}

	/** It will not take place; those on the list wait for another. */
	void callOff() {
		requirePlanned();
		this.calledOff = true;
	}

	private void requirePlanned() {
		if (this.held || this.calledOff) {
			throw new Refusal.Conflict("refusal.admission.ceremony.held");
		}
	}

	/**
	 * Records who was there; those who were not leave the list and wait for another
	 * ceremony. Nobody there means that it did not take place.
	 */
	void hold(Instant now, Collection<Long> attended) {
		requirePlanned();
		if (now.isBefore(this.startsAt)) {
			throw new Refusal.Conflict("refusal.admission.ceremony.early");
		}
		if (!this.cases.containsAll(attended)) {
			throw new Refusal.Invalid("refusal.admission.ceremony.attended");
		}
		this.cases.retainAll(attended);
		this.held = true;
	}

	public Long id() {
		return this.id;
	}

	public Instant startsAt() {
		return this.startsAt;
	}

	public String place() {
		return this.place;
	}

	public String leader() {
		return this.leader;
	}

	public Set<Long> cases() {
		return Set.copyOf(this.cases);
	}

}
