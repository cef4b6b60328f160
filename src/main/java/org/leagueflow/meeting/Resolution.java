package org.leagueflow.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;

/** What a meeting resolved on one case; written once. */
@Entity
class Resolution {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String number;

	private long meetingId;

	private long itemId;

	private long caseId;

	private String matter;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Outcome outcome;

	@Column(length = 1_000_000)
	private String paperJson;

	@Column(length = 1_000_000)
	private String tallyJson;

	private String wording;

	private String ruleText;

	private String ruleSource;

	private String ruleEdition;

	private String ruleAssumed;

	private LocalDate heldOn;

	private String chair;

	private String recorder;

	protected Resolution() {
	}

	Resolution(String number, Meeting meeting, Item item, LocalDate heldOn, String wording, String chair,
			String recorder) {
		this.number = number;
		this.meetingId = meeting.id();
		this.itemId = item.id();
		this.caseId = item.entry().caseId().value();
		this.matter = item.entry().matter();
		this.outcome = item.outcome();
		this.paperJson = Json.write(item.round().paper());
		this.tallyJson = Json.write(item.tally());
		this.ruleText = item.rule().text();
		this.ruleSource = item.rule().source();
		this.ruleEdition = item.rule().edition();
		this.ruleAssumed = item.rule().assumed();
		this.heldOn = heldOn;
		this.wording = wording;
		this.chair = chair;
		this.recorder = recorder;
	}

	ItemDecided event() {
		return new ItemDecided(new CaseId(this.caseId), this.matter, this.meetingId, this.id, this.outcome, this.heldOn,
				tally());
	}

	ResolutionCard card() {
		return new ResolutionCard(this.id, this.number, this.meetingId, new CaseId(this.caseId), this.matter,
				this.outcome, Json.read(this.paperJson, Paper.class), tally(), this.wording, this.ruleText,
				this.ruleSource, this.ruleEdition, this.ruleAssumed, this.heldOn, this.chair, this.recorder);
	}

	private Tally tally() {
		return Json.read(this.tallyJson, Tally.class);
	}

	long itemId() {
		return this.itemId;
	}

}
