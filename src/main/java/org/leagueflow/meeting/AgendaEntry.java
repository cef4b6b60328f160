package org.leagueflow.meeting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.ballot.Paper;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.voting.VotingRule;

/** A case or motion that waits for a meeting, until one decides it or it is withdrawn. */
@Entity
class AgendaEntry {

	/** Where there is no case or no one candidate. */
	private static final long NO_ID = 0;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long caseId;

	private String process;

	private String matter;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private MeetingKind kind;

	private long unitId;

	private long candidateId;

	private String title;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private State state;

	private Instant since;

	private LocalDate ruleDay;

	@Column(length = 1_000_000)
	private String paperJson;

	@Column(length = 1_000_000)
	private String ruleJson;

	@Transient
	private VotingRule rule;

	private Long putBy;

	private boolean numbersNeeded;

	private Long meetingId;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "agenda_conflict", joinColumns = @JoinColumn(name = "entry_id"))
	@Column(name = "person_id")
	private Set<Long> conflicted = new LinkedHashSet<>();

	@Version
	private int version;

	protected AgendaEntry() {
	}

	AgendaEntry(AgendaRequest request, String process, VotingRule rule, LocalDate ruleDay, Instant now) {
		this.caseId = request.caseId().value();
		this.process = process;
		this.matter = request.matter();
		this.kind = request.kind();
		this.unitId = request.unitId();
		this.candidateId = request.candidateId();
		this.ruleDay = ruleDay;
		this.since = now;
		this.state = State.WAITING;
		amend(request, rule);
	}

	/** Something that people put on the agenda themselves. */
	AgendaEntry(Motion motion, Paper paper, VotingRule rule, LocalDate ruleDay, Instant now, long by) {
		this.caseId = NO_ID;
		this.candidateId = NO_ID;
		this.matter = motion.matter();
		this.kind = motion.kind();
		this.unitId = motion.unitId();
		this.title = motion.title();
		this.paperJson = (paper != null) ? Json.write(paper) : null;
		this.ruleDay = ruleDay;
		this.since = now;
		this.state = State.WAITING;
		this.putBy = by;
		decidedBy(rule);
		if (paper != null && paper.form() == Paper.Form.ELECTION) {
			paper.lines().forEach((candidate) -> this.conflicted.add(candidate.id()));
		}
	}

	/** What another module puts on the agenda: a paper with a line per person. */
	AgendaEntry(PersonsMotion motion, VotingRule rule, LocalDate ruleDay, Instant now) {
		this.caseId = NO_ID;
		this.candidateId = NO_ID;
		this.matter = motion.matter();
		this.process = motion.matter().substring(0, motion.matter().indexOf('-'));
		this.kind = motion.kind();
		this.unitId = motion.unitId();
		this.title = motion.title();
		this.numbersNeeded = motion.numbersNeeded();
		asks(motion.persons().stream().map((person) -> new Paper.Line(person.id(), person.name())).toList());
		this.ruleDay = ruleDay;
		this.since = now;
		this.state = State.WAITING;
		decidedBy(rule);
	}

	/** Nobody on the paper counts it. */
	private void asks(List<Paper.Line> persons) {
		this.paperJson = Json.write(Paper.decisions(persons));
		this.conflicted.clear();
		persons.forEach((person) -> this.conflicted.add(person.id()));
	}

	/**
	 * Takes everybody else off the paper, as long as no ballot has opened on it.
	 * @throws Refusal.Conflict when nobody is left
	 */
	void keep(Set<Long> standing) {
		List<Paper.Line> left = paper().lines().stream().filter((line) -> standing.contains(line.id())).toList();
		if (left.isEmpty()) {
			throw new Refusal.Conflict("refusal.meeting.nobody-stands", this.title);
		}
		if (left.size() < paper().lines().size()) {
			asks(left);
		}
	}

	private void decidedBy(VotingRule rule) {
		this.rule = rule;
		this.ruleJson = Json.write(rule);
	}

	/**
	 * Takes over a new title, new conflicts and what the unit chose meanwhile, as long as
	 * nothing is decided.
	 */
	final void amend(AgendaRequest request, VotingRule rule) {
		decidedBy(rule);
		this.title = request.title();
		this.conflicted.clear();
		this.conflicted.addAll(request.conflicted());
		if (request.candidateId() != NO_ID) {
			this.conflicted.add(request.candidateId());
		}
	}

	void schedule(long meeting) {
		this.state = State.SCHEDULED;
		this.meetingId = meeting;
	}

	/** Waits again, at its old place: {@code since} stays. */
	void returnToAgenda() {
		this.state = State.WAITING;
		this.meetingId = null;
	}

	void decided() {
		this.state = State.DECIDED;
	}

	void withdraw() {
		this.state = State.WITHDRAWN;
	}

	boolean waits() {
		return this.state == State.WAITING;
	}

	boolean isDecided() {
		return this.state == State.DECIDED;
	}

	/** Whether the person is the candidate, introduces or mentors one. */
	boolean conflicts(long personId) {
		return this.conflicted.contains(personId);
	}

	/** Whether no case waits for it: people or another module put it on the agenda. */
	boolean isMotion() {
		return this.caseId == NO_ID;
	}

	/** Whether another module put it on the agenda, with a line per person. */
	boolean isOfPersons() {
		return isMotion() && this.process != null;
	}

	/** Whether its ballot may not be one whose numbers stay unpublished. */
	boolean numbersNeeded() {
		return this.numbersNeeded;
	}

	/** Whether nothing has become of it yet. */
	boolean isOpen() {
		return this.state == State.WAITING || this.state == State.SCHEDULED;
	}

	WaitingItem view() {
		return new WaitingItem(this.id, caseId(), this.matter, this.kind, this.unitId, this.candidateId, this.title,
				this.since, this.meetingId, isMotion() && !isOfPersons());
	}

	/** What the voters are asked. */
	Paper paper() {
		return (this.paperJson != null) ? Json.read(this.paperJson, Paper.class)
				: Paper.decision((this.candidateId == NO_ID) ? this.id : this.candidateId, this.title);
	}

	Long id() {
		return this.id;
	}

	/** The case that waits, or null for what people moved. */
	CaseId caseId() {
		return isMotion() ? null : new CaseId(this.caseId);
	}

	/** The process that asks, or null for what people moved. */
	String process() {
		return this.process;
	}

	/** The rule under which it was listed; null in entries of earlier versions. */
	VotingRule rule() {
		if (this.rule == null && this.ruleJson != null) {
			this.rule = Json.read(this.ruleJson, VotingRule.class);
		}
		return this.rule;
	}

	String matter() {
		return this.matter;
	}

	MeetingKind kind() {
		return this.kind;
	}

	long unitId() {
		return this.unitId;
	}

	long candidateId() {
		return this.candidateId;
	}

	String title() {
		return this.title;
	}

	/** The day whose edition of the rules decides: when the case was opened. */
	LocalDate ruleDay() {
		return this.ruleDay;
	}

	Instant since() {
		return this.since;
	}

	Long meetingId() {
		return this.meetingId;
	}

	/** Where an entry stands. */
	enum State {

		/** Waits for a meeting. */
		WAITING,
		/** Is on the agenda of a convened meeting. */
		SCHEDULED,
		/** Was decided. */
		DECIDED,
		/** Was taken off. */
		WITHDRAWN

	}

}
