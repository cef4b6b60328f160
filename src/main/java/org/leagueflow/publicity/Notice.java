package org.leagueflow.publicity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.annotations.BatchSize;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Subject;
import org.leagueflow.kernel.WorkingDays.Span;
import org.leagueflow.kernel.WorkingDays.Sureness;
import org.leagueflow.people.People.UnitCard;

/**
 * A public notice of one case about one or several subjects: what was announced stays,
 * the last day may only move back.
 */
@Entity
class Notice {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private long caseId;

	private String process;

	private String matter;

	private long unitId;

	private String unitPath;

	private String unitName;

	@ElementCollection
	@CollectionTable(name = "notice_subject", joinColumns = @JoinColumn(name = "notice_id"))
	@OrderColumn(name = "place_no")
	@BatchSize(size = 200)
	private List<NoticeSubject> subjects = new ArrayList<>();

	@Column(length = 10_000)
	private String content;

	private LocalDate openedOn;

	private LocalDate firstDay;

	private LocalDate lastDay;

	private int workdays;

	private String policyKey;

	private boolean upheld;

	@Enumerated(EnumType.STRING)
	@Column(columnDefinition = "varchar(12)")
	private Sureness sureness;

	private long openedBy;

	private Instant withdrawnAt;

	private String withdrawnReason;

	@Version
	private int version;

	protected Notice() {
	}

	Notice(CaseCard theCase, String matter, Announcement what, UnitCard unit, String content, LocalDate on, Span span) {
		this.caseId = theCase.id().value();
		this.process = theCase.process();
		this.matter = matter;
		this.unitId = unit.id();
		this.unitPath = unit.path();
		this.unitName = unit.name();
		what.subjects().forEach((subject) -> this.subjects.add(new NoticeSubject(subject)));
		this.policyKey = what.policyKey();
		this.content = content;
		this.openedOn = on;
		this.firstDay = span.first();
		this.lastDay = span.last();
		this.workdays = span.workdays();
		this.sureness = span.sureness();
		this.openedBy = Actor.SYSTEM.personId();
	}

	/** Whether anybody may see it on that day and object. */
	boolean isPublic(LocalDate day) {
		return this.withdrawnAt == null && !this.upheld && !day.isBefore(this.openedOn) && !isOver(day);
	}

	boolean isOver(LocalDate day) {
		return day.isAfter(this.lastDay);
	}

	NoticeState state(LocalDate today, int open) {
		if (this.withdrawnAt != null) {
			return NoticeState.WITHDRAWN;
		}
		if (this.upheld) {
			return NoticeState.UPHELD;
		}
		return (isOver(today) && open == 0) ? NoticeState.CLOSED : NoticeState.OPEN;
	}

	/**
	 * Takes a new count of the same working days; what was said to be public never
	 * becomes shorter.
	 * @return whether the last day moved back
	 */
	boolean recount(Span span) {
		this.sureness = span.sureness();
		if (!span.last().isAfter(this.lastDay)) {
			return false;
		}
		this.lastDay = span.last();
		return true;
	}

	/**
	 * Takes note of what was upheld: against all of it, or against so many of its
	 * subjects that nobody is left.
	 * @param upheld the subjects of upheld objections, null for all of the notice
	 */
	void upheld(Collection<Integer> upheld) {
		this.upheld = upheld.contains(null)
				|| IntStream.range(0, this.subjects.size()).allMatch((place) -> upheld.contains(place));
	}

	/**
	 * The subject with this number.
	 * @throws Refusal.Invalid when the notice has none
	 */
	Subject subject(Integer place) {
		if (place == null) {
			return null;
		}
		if (place < 0 || place >= this.subjects.size()) {
			throw Refusal.Invalid.field("subject", "refusal.publicity.subject", this.subjects.size());
		}
		return this.subjects.get(place).subject();
	}

	boolean isWithdrawn() {
		return this.withdrawnAt != null;
	}

	void withdraw(String reason, Instant at) {
		this.withdrawnAt = at;
		this.withdrawnReason = reason;
	}

	/** Nobody decides any more on what was objected to a notice that was taken down. */
	NoticeCard card(LocalDate today, int objected) {
		int open = isWithdrawn() ? 0 : objected;
		return new NoticeCard(this.id, caseId(), this.matter, this.unitId, subjects(), this.content, this.firstDay,
				this.lastDay, this.workdays, this.sureness, state(today, open), open);
	}

	long id() {
		return this.id;
	}

	CaseId caseId() {
		return new CaseId(this.caseId);
	}

	String matter() {
		return this.matter;
	}

	long unitId() {
		return this.unitId;
	}

	String unitPath() {
		return this.unitPath;
	}

	String unitName() {
		return this.unitName;
	}

	List<Subject> subjects() {
		return this.subjects.stream().map(NoticeSubject::subject).toList();
	}

	String process() {
		return this.process;
	}

	String policyKey() {
		return this.policyKey;
	}

	String content() {
		return this.content;
	}

	LocalDate openedOn() {
		return this.openedOn;
	}

	LocalDate firstDay() {
		return this.firstDay;
	}

	LocalDate lastDay() {
		return this.lastDay;
	}

	int workdays() {
		return this.workdays;
	}

	Sureness sureness() {
		return this.sureness;
	}

}
