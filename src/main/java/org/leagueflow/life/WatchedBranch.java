package org.leagueflow.life;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** A branch and the day from which it is watched; only ever inserted. */
@Entity
@Immutable
@Table(name = "life_branch")
class WatchedBranch implements Persistable<Long> {

	@Id
	private Long branchId;

	private LocalDate since;

	protected WatchedBranch() {
	}

	WatchedBranch(long branchId, LocalDate since) {
		this.branchId = branchId;
		this.since = since;
	}

	@Override
	public Long getId() {
		return this.branchId;
	}

	@Override
	public boolean isNew() {
		return true;
	}

	LocalDate since() {
		return this.since;
	}

}
