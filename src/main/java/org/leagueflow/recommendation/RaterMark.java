package org.leagueflow.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;

/**
 * What one rater gave; never changed. When the rater leaves the appraisal it stays,
 * marked as left, and no longer counts.
 */
@Entity
@Table(name = "recommendation_mark")
class RaterMark {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long caseId;

	private long raterId;

	private String raterName;

	@Column(precision = 4, scale = 1)
	private BigDecimal virtue;

	@Column(precision = 4, scale = 1)
	private BigDecimal ability;

	@Column(precision = 4, scale = 1)
	private BigDecimal diligence;

	@Column(precision = 4, scale = 1)
	private BigDecimal achievement;

	private String grounds;

	private Long evidenceId;

	private Instant markedAt;

	private Instant leftAt;

	protected RaterMark() {
	}

	RaterMark(CaseId caseId, Actor rater, MarkSheet marks, String grounds, Long evidenceId, Instant now) {
		this.caseId = caseId.value();
		this.raterId = rater.personId();
		this.raterName = rater.name();
		this.virtue = marks.of(Dimension.VIRTUE);
		this.ability = marks.of(Dimension.ABILITY);
		this.diligence = marks.of(Dimension.DILIGENCE);
		this.achievement = marks.of(Dimension.ACHIEVEMENT);
		this.grounds = grounds;
		this.evidenceId = evidenceId;
		this.markedAt = now.truncatedTo(ChronoUnit.MILLIS);
	}

	void left(Instant now) {
		this.leftAt = now.truncatedTo(ChronoUnit.MILLIS);
	}

	boolean counts() {
		return this.leftAt == null;
	}

	long raterId() {
		return this.raterId;
	}

	String raterName() {
		return this.raterName;
	}

	String grounds() {
		return this.grounds;
	}

	Long evidenceId() {
		return this.evidenceId;
	}

	Instant markedAt() {
		return this.markedAt;
	}

	MarkSheet sheet() {
		Map<Dimension, BigDecimal> marks = new EnumMap<>(Dimension.class);
		marks.put(Dimension.VIRTUE, this.virtue);
		marks.put(Dimension.ABILITY, this.ability);
		marks.put(Dimension.DILIGENCE, this.diligence);
		marks.put(Dimension.ACHIEVEMENT, this.achievement);
		return new MarkSheet(marks);
	}

}
