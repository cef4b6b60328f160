package org.leagueflow.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.voting.BallotCard;
import org.leagueflow.voting.Outcome;
import org.leagueflow.voting.VotingRule;

/** What a meeting resolved on one item; written once. */
@Entity
class Resolution {

	private static final long NO_ID = 0;

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
	private String ballotsJson;

	@Column(name = "wording_text", length = 1_000_000)
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
		this.caseId = (item.entry().caseId() != null) ? item.entry().caseId().value() : NO_ID;
		this.matter = item.entry().matter();
		this.outcome = item.outcome();
		this.ballotsJson = Json.write(item.ballots());
		this.ruleText = item.rule().text();
		this.ruleSource = item.rule().source();
		this.ruleEdition = item.rule().edition();
		this.ruleAssumed = item.rule().assumed();
		this.heldOn = heldOn;
		this.wording = wording;
		this.chair = chair;
		this.recorder = recorder;
	}

	/** What the process that waits is told; empty when none does. */
	Optional<ItemDecided> event(String process, MeetingKind kind) {
		return Optional.ofNullable(caseId())
			.map((theCase) -> new ItemDecided(theCase, process, this.matter, this.meetingId, kind, this.id,
					this.outcome, this.heldOn, card().tally()));
	}

	/** What the module that put persons to the vote is told; empty for all else. */
	Optional<PersonsDecided> event(AgendaEntry entry, VotingRule rule) {
		BallotCard card = card().ballots().get(0);
		return entry.isOfPersons() ? Optional.of(new PersonsDecided(entry.id(), this.matter, entry.unitId(),
				this.meetingId, this.id, this.heldOn, card, rule.base(card.tally()))) : Optional.empty();
	}

	private CaseId caseId() {
		return (this.caseId != NO_ID) ? new CaseId(this.caseId) : null;
	}

	ResolutionCard card() {
		return new ResolutionCard(this.id, this.number, this.meetingId, caseId(), this.matter, this.outcome,
				List.of(Json.read(this.ballotsJson, BallotCard[].class)), this.wording, this.ruleText, this.ruleSource,
				this.ruleEdition, this.ruleAssumed, this.heldOn, this.chair, this.recorder);
	}

	long itemId() {
		return this.itemId;
	}

}
