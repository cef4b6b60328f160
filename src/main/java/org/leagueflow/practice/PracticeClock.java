package org.leagueflow.practice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;

/** How far the business clock of the practice college is ahead; one row. */
@Entity
@Table(name = "practice_clock")
class PracticeClock {

	static final int ID = 1;

	@Id
	private Integer id;

	private long aheadSeconds;

	protected PracticeClock() {
	}

	PracticeClock(Duration ahead) {
		this.id = ID;
		this.aheadSeconds = ahead.toSeconds();
	}

	Duration ahead() {
		return Duration.ofSeconds(this.aheadSeconds);
	}

}
