package org.leagueflow.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.People.UnitCard;

/**
 * One batch of an award: announced once with one edition, which it keeps to its end. Its
 * stage is the stage of its case.
 */
@Entity
@Table(name = "award_batch")
class Batch {

	/** For how long after it was published somebody asks why not. */
	private static final int MONTHS_OF_CONCERN = 6;

	static final String GATHER = "gather";

	static final String ASSESS = "assess";

	static final String REVIEW = "review";

	static final String RANK = "rank";

	static final String PUBLICISE = "publicise";

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private Long caseId;

	private long editionId;

	private String name;

	private String period;

	private String theme;

	private long unitId;

	private String unitPath;

	private LocalDate closesOn;

	private String stage;

	private String outcome;

	private int noticeLevel;

	private int roundNo;

	private boolean corrected;

	private boolean sentBack;

	private boolean inFavour;

	/** JSON of any length. */
	@Column(name = "open_tie_json")
	private String openTie;

	private String quotaBases;

	@JdbcTypeCode(SqlTypes.TIMESTAMP)
	private Instant startedAt;

	private LocalDate decidedOn;

	private LocalDate publishedOn;

	private String occasion;

	protected Batch() {
	}

	/**
	 * @param occasion what the timer opens at most once, such as {@code 17:2026-11}, or
	 * null
	 */
	Batch(long editionId, String name, String period, UnitCard unit, LocalDate closesOn, String occasion, Instant now) {
		this.editionId = editionId;
		this.name = name;
		this.period = period;
		this.unitId = unit.id();
		this.unitPath = unit.path();
		this.closesOn = closesOn;
		this.occasion = occasion;
		this.startedAt = now;
	}

	void themed(String newTheme) {
		this.theme = newTheme;
	}

	void movedBy(CaseId newCase) {
		this.caseId = newCase.value();
	}

	void enters(String newStage) {
		this.stage = newStage;
	}

	void ends(String newOutcome) {
		this.outcome = newOutcome;
		this.stage = null;
	}

	/** Nominations are taken until the end of this day. */
	boolean takesNominations(LocalDate today) {
		return GATHER.equals(this.stage) && !today.isAfter(this.closesOn);
	}

	/** Whether nominations ended not long ago, and nobody called the batch off. */
	boolean concerns(LocalDate today) {
		return this.stage != null && !"prepare".equals(this.stage) && !GATHER.equals(this.stage)
				|| this.publishedOn != null && this.publishedOn.plusMonths(MONTHS_OF_CONCERN).isAfter(today);
	}

	/** Places are allotted until nominations end. */
	boolean takesPlaces() {
		return this.outcome == null
				&& (this.stage == null || "prepare".equals(this.stage) || GATHER.equals(this.stage));
	}

	/** Nominations may come longer; a shorter time would shut out who relied on it. */
	void prolong(LocalDate day) {
		if (!(GATHER.equals(this.stage) || "prepare".equals(this.stage)) || !day.isAfter(this.closesOn)) {
			throw Refusal.Invalid.field("closesOn", "refusal.award.prolong", this.closesOn.toString());
		}
		this.closesOn = day;
	}

	/** Ranked anew: what was corrected before is in it, and every level announces it. */
	void ranked(String tie) {
		this.roundNo++;
		this.corrected = false;
		this.inFavour = false;
		this.noticeLevel = 0;
		this.openTie = tie;
	}

	/** What quotas are shares of stays as it was when the batch was first ranked. */
	void counted(String bases) {
		this.quotaBases = bases;
	}

	void ties(String tie) {
		this.openTie = tie;
	}

	void tieSettled() {
		this.openTie = null;
	}

	/** The office enters points until the ranking is confirmed. */
	boolean takesEntries() {
		return this.publishedOn == null && (GATHER.equals(this.stage) || ASSESS.equals(this.stage)
				|| REVIEW.equals(this.stage) || RANK.equals(this.stage));
	}

	/** Something was corrected that the ranking does not know of yet. */
	void corrects() {
		this.corrected = true;
	}

	void reviewed(boolean back) {
		this.sentBack = back;
	}

	void noticeOver() {
		this.noticeLevel++;
	}

	void decided(boolean favourable, LocalDate on) {
		this.inFavour = favourable;
		if (favourable) {
			this.decidedOn = on;
		}
	}

	void published(LocalDate on) {
		this.publishedOn = on;
	}

	void movedTo(String path) {
		this.unitPath = path;
	}

	public boolean isOver() {
		return this.outcome != null;
	}

	/** Whether the panel has not been summed up: its members may change until then. */
	boolean isBeforeSummingUp() {
		return isBeforeNotice() && !REVIEW.equals(this.stage) && !RANK.equals(this.stage);
	}

	/** Whether scores stand only for those who work on the batch. */
	boolean isBeforeNotice() {
		return this.publishedOn == null && !PUBLICISE.equals(this.stage) && !"decide".equals(this.stage)
				&& !"honour".equals(this.stage);
	}

	public Long id() {
		return this.id;
	}

	public CaseId caseId() {
		return new CaseId(this.caseId);
	}

	public long editionId() {
		return this.editionId;
	}

	public String name() {
		return this.name;
	}

	public String period() {
		return this.period;
	}

	public String theme() {
		return this.theme;
	}

	long unitId() {
		return this.unitId;
	}

	String unitPath() {
		return this.unitPath;
	}

	public LocalDate closesOn() {
		return this.closesOn;
	}

	public String stage() {
		return this.stage;
	}

	public String outcome() {
		return this.outcome;
	}

	int noticeLevel() {
		return this.noticeLevel;
	}

	public int round() {
		return this.roundNo;
	}

	boolean corrected() {
		return this.corrected;
	}

	boolean sentBack() {
		return this.sentBack;
	}

	boolean inFavour() {
		return this.inFavour;
	}

	String quotaBases() {
		return this.quotaBases;
	}

	String openTie() {
		return this.openTie;
	}

	Instant startedAt() {
		return this.startedAt;
	}

	public LocalDate decidedOn() {
		return this.decidedOn;
	}

	public LocalDate publishedOn() {
		return this.publishedOn;
	}

}
