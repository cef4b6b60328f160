package org.leagueflow.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.DateRules;
import org.leagueflow.kernel.Months;
import org.leagueflow.kernel.Refusal;

/**
 * One recommendation of a person on one line and how far it has come. The branch that
 * began it keeps it, also when the person moves: its meeting and its notice stand.
 */
@Entity
class Recommendation {

	@Id
	private long caseId;

	@Version
	private Integer version;

	private long personId;

	private long branchId;

	@Enumerated(EnumType.STRING)
	@Column(length = 20)
	private Line line;

	private boolean heard;

	private boolean reviewFirst;

	@Enumerated(EnumType.STRING)
	@Column(length = 16)
	private Standing standing = Standing.UNDER_WAY;

	private LocalDate startedOn;

	private boolean onward = true;

	private Integer virtueWeight;

	private Integer abilityWeight;

	private Integer diligenceWeight;

	private Integer achievementWeight;

	@Column(precision = 5, scale = 2)
	private BigDecimal score;

	private LocalDate appraisedOn;

	private LocalDate reviewedOn;

	private LocalDate votedOn;

	private LocalDate validUntil;

	private boolean placed;

	private LocalDate investigatedOn;

	private LocalDate clearedOn;

	private LocalDate handedOverOn;

	private String handedTo;

	private LocalDate receivedOn;

	private LocalDate feedbackOn;

	private String feedbackReason;

	private Long runningPerson;

	private Long listId;

	/** The Party branch that has the papers. */
	private Long partyId;

	private Long handedOverBy;

	private String receiver;

	private boolean receiptOnPaper;

	private boolean feedbackOnPaper;

	protected Recommendation() {
	}

	/**
	 * @param heard whether the League's opinion is heard instead of a vote
	 * @param reviewFirst whether the committee reviews before the meeting
	 */
	Recommendation(CaseId caseId, long personId, long branchId, Line line, boolean heard, boolean reviewFirst,
			LocalDate on) {
		this.caseId = caseId.value();
		this.personId = personId;
		this.branchId = branchId;
		this.line = line;
		this.heard = heard;
		this.reviewFirst = reviewFirst;
		this.startedOn = on;
		this.runningPerson = personId;
	}

	/** What the step that was answered last said: on, or the end. */
	void goes(boolean on) {
		this.onward = on;
	}

	/** The raters are chosen; what counts how much stays as it is from now on. */
	void weighed(Weights weights) {
		this.virtueWeight = weights.of(Dimension.VIRTUE);
		this.abilityWeight = weights.of(Dimension.ABILITY);
		this.diligenceWeight = weights.of(Dimension.DILIGENCE);
		this.achievementWeight = weights.of(Dimension.ACHIEVEMENT);
	}

	void appraised(BigDecimal mean, boolean proposes, LocalDate on) {
		this.score = mean;
		this.appraisedOn = on;
		this.onward = proposes;
	}

	void reviewed(boolean agreed, LocalDate on) {
		this.reviewedOn = on;
		this.onward = agreed;
	}

	/**
	 * The branch general meeting was in favour. From its day the recommendation is valid
	 * for so many calendar months; the day with the same number is the last one
	 * (民法典§201–§202).
	 * @param place whether a place was left below the cap
	 */
	void passed(boolean place, LocalDate on, int months) {
		this.votedOn = on;
		this.placed = place;
		this.validUntil = Months.after(on, months);
		this.onward = place;
	}

	/** The meeting was not in favour. */
	void failed(LocalDate on) {
		this.votedOn = on;
		this.onward = false;
	}

	/** From the birthday on which voting is over the League's opinion is heard. */
	void hearInstead() {
		this.heard = true;
	}

	/** What the branch committee found after the vote; votes alone decide nothing. */
	void investigated(boolean suited, LocalDate on) {
		this.investigatedOn = on;
		this.onward = suited;
	}

	/** The notice is over without an upheld objection. */
	void cleared(LocalDate on) {
		this.clearedOn = on;
	}

	/**
	 * @throws Refusal.Conflict the second time, and when it has lapsed
	 */
	void handedOver(String to, LocalDate on, LocalDate today) {
		if (this.handedOverOn != null) {
			throw new Refusal.Conflict("refusal.recommendation.handedOver", this.handedTo,
					this.handedOverOn.toString());
		}
		requireValid(today);
		this.handedOverOn = DateRules.inOrder("handedOverOn", on, this.clearedOn, today);
		this.handedTo = to;
		this.standing = Standing.HANDED_OVER;
	}

	/** On which list it went to which Party branch. */
	void listed(HandOverList list, long by) {
		this.listId = list.id();
		this.partyId = list.partyId();
		this.handedOverBy = by;
	}

	/**
	 * Who signed for the papers.
	 * @param onPaper whether the League entered what the Party branch signed on paper
	 */
	void signedFor(String name, boolean onPaper) {
		this.receiver = name;
		this.receiptOnPaper = onPaper;
	}

	/** The League entered what the Party branch sent on paper. */
	void answeredOnPaper() {
		this.feedbackOnPaper = true;
	}

	/** The Party branch has the papers. */
	void received(LocalDate on, LocalDate today) {
		requireHandedOver();
		if (this.receivedOn != null) {
			throw new Refusal.Conflict("refusal.recommendation.received", this.receivedOn.toString());
		}
		this.receivedOn = DateRules.inOrder("receivedOn", on, this.handedOverOn, today);
		this.standing = Standing.RECEIVED;
	}

	/**
	 * What the Party says; the League never decides it.
	 * @throws Refusal.Conflict before the hand-over, the second time, and when it has
	 * lapsed
	 */
	void feedback(boolean listed, LocalDate on, String reason, LocalDate today) {
		requireHandedOver();
		if (this.feedbackOn != null) {
			throw new Refusal.Conflict("refusal.recommendation.feedbackTwice", this.feedbackOn.toString());
		}
		LocalDate earliest = (this.receivedOn != null) ? this.receivedOn : this.handedOverOn;
		LocalDate day = DateRules.inOrder("feedbackOn", on, earliest, today);
		requireValid(day);
		this.feedbackOn = day;
		this.feedbackReason = reason;
		this.standing = listed ? Standing.LISTED : Standing.NOT_LISTED;
	}

	private void requireHandedOver() {
		if (this.handedOverOn == null) {
			throw new Refusal.Conflict("refusal.recommendation.notHandedOver");
		}
	}

	/** Valid to the end of its last day, and not one day longer. */
	private void requireValid(LocalDate day) {
		if (this.validUntil != null && day.isAfter(this.validUntil)) {
			throw new Refusal.Conflict("refusal.recommendation.lapsed", this.validUntil.toString());
		}
	}

	/** The case has ended: the person may be recommended again. */
	void over(boolean opinionSent) {
		this.runningPerson = null;
		if (this.standing != Standing.LISTED && this.standing != Standing.NOT_LISTED) {
			this.standing = opinionSent ? Standing.HEARD : Standing.OVER;
			this.placed = false;
		}
	}

	boolean isRunning() {
		return this.runningPerson != null;
	}

	/**
	 * Whether the Party listed the person by this recommendation, which is still valid.
	 */
	boolean listedAndValid(LocalDate today) {
		return this.standing == Standing.LISTED && !today.isAfter(this.validUntil);
	}

	CaseId caseId() {
		return new CaseId(this.caseId);
	}

	long personId() {
		return this.personId;
	}

	long branchId() {
		return this.branchId;
	}

	Line line() {
		return this.line;
	}

	boolean heard() {
		return this.heard;
	}

	boolean reviewFirst() {
		return this.reviewFirst;
	}

	Standing standing() {
		return this.standing;
	}

	LocalDate startedOn() {
		return this.startedOn;
	}

	boolean onward() {
		return this.onward;
	}

	/** How much the dimensions count, or null before the raters are chosen. */
	Weights weights() {
		if (this.virtueWeight == null) {
			return null;
		}
		Map<Dimension, Integer> percent = new EnumMap<>(Dimension.class);
		percent.put(Dimension.VIRTUE, this.virtueWeight);
		percent.put(Dimension.ABILITY, this.abilityWeight);
		percent.put(Dimension.DILIGENCE, this.diligenceWeight);
		percent.put(Dimension.ACHIEVEMENT, this.achievementWeight);
		return new Weights(percent);
	}

	BigDecimal score() {
		return this.score;
	}

	LocalDate appraisedOn() {
		return this.appraisedOn;
	}

	LocalDate reviewedOn() {
		return this.reviewedOn;
	}

	LocalDate votedOn() {
		return this.votedOn;
	}

	/** Its last day, or null before the meeting was in favour. */
	LocalDate validUntil() {
		return this.validUntil;
	}

	boolean placed() {
		return this.placed;
	}

	LocalDate clearedOn() {
		return this.clearedOn;
	}

	LocalDate handedOverOn() {
		return this.handedOverOn;
	}

	String handedTo() {
		return this.handedTo;
	}

	LocalDate receivedOn() {
		return this.receivedOn;
	}

	/**
	 * By when the Party is to answer.
	 * @param months how many it has from the hand-over
	 * @return the last day, or null when nothing is asked of it
	 */
	LocalDate feedbackDue(int months) {
		return (isRunning() && this.handedOverOn != null && this.feedbackOn == null)
				? Months.after(this.handedOverOn, months) : null;
	}

	/**
	 * The last day on which something handed over is late with its answer today. A
	 * month's last day answers for the days that shorter months lack.
	 */
	static LocalDate lateIfHandedOverBy(LocalDate today, int months) {
		LocalDate day = today.minusMonths(months).minusDays(1);
		LocalDate other = today.minusDays(1).minusMonths(months);
		return day.isAfter(other) ? day : other;
	}

	LocalDate feedbackOn() {
		return this.feedbackOn;
	}

	String feedbackReason() {
		return this.feedbackReason;
	}

	/** The list on which it was handed over, or null. */
	Long listId() {
		return this.listId;
	}

	/** The Party branch to which it was handed over, or null. */
	Long partyId() {
		return this.partyId;
	}

	Long handedOverBy() {
		return this.handedOverBy;
	}

	String receiver() {
		return this.receiver;
	}

	boolean receiptOnPaper() {
		return this.receiptOnPaper;
	}

	boolean feedbackOnPaper() {
		return this.feedbackOnPaper;
	}

	LocalDate investigatedOn() {
		return this.investigatedOn;
	}

}
