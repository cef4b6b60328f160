package org.leagueflow.recommendation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.CaseCard;
import org.leagueflow.cases.CaseState;
import org.leagueflow.cases.Cases;
import org.leagueflow.forms.Attachments;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.Offices;
import org.leagueflow.people.GuideChoices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.PersonCard;
import org.leagueflow.policy.Policies;
import org.leagueflow.requirement.Requirement;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 考核: the marks of the raters in the four dimensions, and what comes of them. */
@Service
@Transactional
class MarkService {

	private static final int MAX_GROUNDS = 2000;

	private static final int MAX_REASON = 500;

	private final Recommendations recommendations;

	private final RaterMarks marks;

	private final Candidates candidates;

	private final Cases cases;

	private final Attachments attachments;

	private final GuideChoices guides;

	private final People people;

	private final Offices offices;

	private final Policies policies;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	MarkService(Recommendations recommendations, RaterMarks marks, Candidates candidates, Cases cases,
			Attachments attachments, People people, Offices offices, Policies policies, Notifications notifications,
			AuditLog auditLog, BusinessClock clock, GuideChoices guides) {
		this.guides = guides;
		this.recommendations = recommendations;
		this.marks = marks;
		this.candidates = candidates;
		this.cases = cases;
		this.attachments = attachments;
		this.people = people;
		this.offices = offices;
		this.policies = policies;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** Asks the raters for their marks. */
	void ask(CaseId caseId) {
		CaseCard card = this.cases.card(caseId);
		this.cases.holders(caseId, RecommendationRoles.RATER)
			.forEach((rater) -> this.notifications.tell(rater,
					Message.of("recommendation.told.rate", card.subjectName()), page(caseId)));
	}

	private static String page(CaseId caseId) {
		return "/recommendation/" + caseId + "/marks";
	}

	/**
	 * What a rater sees before giving marks.
	 * @throws Refusal.NotFound to everybody who is no rater of this case
	 */
	@Transactional(readOnly = true)
	MarkPage page(CaseId caseId, Actor by) {
		Recommendation one = rated(caseId, by);
		return new MarkPage(this.cases.card(caseId), one.weights(),
				this.marks.findByCaseIdAndRaterId(caseId.value(), by.personId()).map(RaterMark::sheet).orElse(null),
				one.appraisedOn() == null);
	}

	/**
	 * Gives the marks of one rater, once and for good.
	 * @throws Refusal.Invalid with a message for each mark outside the scale
	 * @throws Refusal.Conflict the second time, and when the appraisal is over
	 */
	void give(CaseId caseId, Map<Dimension, String> typed, String grounds, Evidence evidence, Actor by) {
		Recommendation one = rated(caseId, by);
		if (one.appraisedOn() != null || this.cases.card(caseId).state() != CaseState.OPEN) {
			throw new Refusal.Conflict("refusal.recommendation.appraised");
		}
		if (this.marks.findByCaseIdAndRaterId(caseId.value(), by.personId()).isPresent()) {
			throw new Refusal.Conflict("refusal.recommendation.markedTwice");
		}
		MarkSheet sheet = MarkSheet.parse(typed);
		if (grounds == null || grounds.isBlank() || Characters.count(grounds) > MAX_GROUNDS) {
			throw Refusal.Invalid.field("grounds", "refusal.recommendation.grounds", MAX_GROUNDS);
		}
		Long file = null;
		if (evidence != null) {
			file = this.attachments.keep(evidence.name(), evidence.content(), null, by).id();
			this.attachments.file(caseId, List.of(file), by);
		}
		try {
			this.marks.saveAndFlush(new RaterMark(caseId, by, sheet, grounds.strip(), file, this.clock.instant()));
		}
		catch (DataIntegrityViolationException ex) {
			// The same rater twice at once: the other request was first.
			throw new Refusal.Conflict("refusal.recommendation.markedTwice");
		}
		this.auditLog.record(AuditEvent.of(by, "recommendation.marked", "case:" + caseId).on(caseId));
	}

	private Recommendation rated(CaseId caseId, Actor by) {
		Recommendation one = this.recommendations.of(caseId);
		if (one.personId() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.recommendation.ratesSelf");
		}
		if (!this.cases.holders(caseId, RecommendationRoles.RATER).contains(by.personId())) {
			throw new Refusal.NotFound("refusal.recommendation.unknown");
		}
		return one;
	}

	/** The raters as they are now, for whoever keeps the file. */
	@Transactional(readOnly = true)
	List<PersonCard> raters(CaseId caseId, Actor by) {
		kept(caseId, by);
		return this.people.persons(this.cases.holders(caseId, RecommendationRoles.RATER));
	}

	/**
	 * Somebody else rates in the place of one who leaves. Marks given already stay,
	 * marked as of a rater who left, and no longer count.
	 */
	void replace(CaseId caseId, long leaving, long coming, String reason, Actor by) {
		Recommendation one = kept(caseId, by);
		if (one.appraisedOn() != null) {
			throw new Refusal.Conflict("refusal.recommendation.appraised");
		}
		if (reason == null || reason.isBlank() || Characters.count(reason) > MAX_REASON) {
			throw Refusal.Invalid.field("reason", "refusal.recommendation.reason", MAX_REASON);
		}
		List<Long> raters = new ArrayList<>(this.cases.holders(caseId, RecommendationRoles.RATER));
		PersonCard next = this.people.person(coming);
		if (coming == one.personId()) {
			throw Refusal.Invalid.field("coming", "refusal.recommendation.ratesSelf");
		}
		requireOffered(one, List.of(coming), "coming");
		boolean before = this.marks.findByCaseIdAndRaterId(caseId.value(), coming).isPresent();
		if (raters.contains(coming) || before || !next.active()) {
			throw Refusal.Invalid.field("coming", "refusal.recommendation.raterAlready", next.name());
		}
		if (!raters.remove(leaving)) {
			throw Refusal.Invalid.field("leaving", "refusal.recommendation.noRater");
		}
		leave(caseId, leaving);
		raters.add(coming);
		this.cases.giveRole(caseId, RecommendationRoles.RATER, raters);
		this.cases.note(caseId, by, Message.of("recommendation.note.raterReplaced", this.people.person(leaving).name(),
				next.name(), reason));
		this.notifications.tell(coming, Message.of("recommendation.told.rate", this.cases.card(caseId).subjectName()),
				page(caseId));
		this.auditLog.record(AuditEvent.of(by, "recommendation.raterReplaced", "case:" + caseId)
			.on(caseId)
			.changed(leaving, coming));
	}

	/**
	 * Members of the branch, staff and Party members of the school rate, and nobody else.
	 * @throws Refusal.Invalid naming the first who is none of them
	 */
	void requireOffered(Recommendation one, List<Long> raters, String field) {
		this.guides.notOffered(one.branchId(), one.personId(), raters).stream().findFirst().ifPresent((stranger) -> {
			throw Refusal.Invalid.field(field, "refusal.recommendation.raterStranger",
					this.people.person(stranger).name());
		});
	}

	/**
	 * A rater is no longer on the roll. The seat stays until the branch committee
	 * appoints another; marks given before no longer count.
	 * @return whether somebody has to be appointed, because the appraisal still runs
	 */
	boolean left(CaseId caseId, long rater) {
		Recommendation one = this.recommendations.of(caseId);
		if (one.appraisedOn() != null || this.cases.card(caseId).state() != CaseState.OPEN) {
			return false;
		}
		leave(caseId, rater);
		this.cases.note(caseId, Actor.SYSTEM,
				Message.of("recommendation.note.raterLeft", this.people.person(rater).name()));
		return true;
	}

	private void leave(CaseId caseId, long rater) {
		this.marks.findByCaseIdAndRaterId(caseId.value(), rater).ifPresent((mark) -> mark.left(this.clock.instant()));
	}

	private Recommendation kept(CaseId caseId, Actor by) {
		Recommendation one = this.recommendations.of(caseId);
		if (one.personId() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.recommendation.ownCase");
		}
		this.offices.requireKeeping(by, this.cases.card(caseId).unitPath());
		return one;
	}

	/**
	 * Sums the marks up. Conditions are looked at again, because time has passed.
	 * @throws Refusal.Conflict while a rater has yet to give marks, or there are too few
	 */
	void appraise(CaseId caseId, boolean proposes, Actor by) {
		Recommendation one = this.recommendations.of(caseId);
		if (one.personId() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.recommendation.ownCase");
		}
		List<RaterMark> counted = counted(caseId);
		if (!proposes) {
			one.appraised(counted.isEmpty() ? null : score(counted, one), false, this.clock.today());
			return;
		}
		complete(caseId, one, counted);
		Requirement.require(this.candidates.requirements(one, this.clock.today()));
		one.appraised(score(counted, one), true, this.clock.today());
	}

	private void complete(CaseId caseId, Recommendation one, List<RaterMark> counted) {
		List<Long> missing = new ArrayList<>(this.cases.holders(caseId, RecommendationRoles.RATER));
		counted.forEach((mark) -> missing.remove(mark.raterId()));
		if (!missing.isEmpty()) {
			throw new Refusal.Conflict("refusal.recommendation.marksMissing",
					String.join("、", this.people.persons(missing).stream().map(PersonCard::name).toList()));
		}
		int least = Math.max(1,
				this.policies.number(RecommendationRules.RATERS_MIN, this.people.unit(one.branchId()).path()));
		if (counted.size() < least) {
			throw new Refusal.Conflict("refusal.recommendation.tooFewMarks", counted.size(), least,
					this.policies.rule(RecommendationRules.RATERS_MIN).source());
		}
	}

	private List<RaterMark> counted(CaseId caseId) {
		return this.marks.findByCaseIdOrderById(caseId.value()).stream().filter(RaterMark::counts).toList();
	}

	private static BigDecimal score(List<RaterMark> marks, Recommendation one) {
		return MarkSheet.score(marks.stream().map(RaterMark::sheet).toList(), one.weights());
	}

	/** All marks with those that stand out, and who has yet to give any. */
	@Transactional(readOnly = true)
	AppraisalView view(CaseId caseId) {
		Recommendation one = this.recommendations.of(caseId);
		List<RaterMark> all = this.marks.findByCaseIdOrderById(caseId.value());
		List<MarkSheet> counted = all.stream().filter(RaterMark::counts).map(RaterMark::sheet).toList();
		int points = this.policies.number(RecommendationRules.OUTLIER_POINTS, this.people.unit(one.branchId()).path());
		List<Long> missing = new ArrayList<>(this.cases.holders(caseId, RecommendationRoles.RATER));
		all.stream().filter(RaterMark::counts).forEach((mark) -> missing.remove(mark.raterId()));
		return AppraisalView.of(one.weights(), all, counted, points,
				this.people.persons(missing).stream().map(PersonCard::name).toList());
	}

	/** Cases in which the person has yet to give marks. */
	@Transactional(readOnly = true)
	List<CaseCard> toRate(long person) {
		return this.cases.parts(person)
			.stream()
			.filter((part) -> part.role().equals(RecommendationRoles.RATER))
			.filter((part) -> this.recommendations.findByCaseId(part.caseId().value())
				.filter((one) -> one.appraisedOn() == null)
				.isPresent())
			.filter((part) -> this.marks.findByCaseIdAndRaterId(part.caseId().value(), person).isEmpty())
			.map((part) -> this.cases.card(part.caseId()))
			.toList();
	}

	/** A file that shows what the marks rest on. */
	record Evidence(String name, byte[] content) {
	}

	/**
	 * What a rater sees.
	 *
	 * @param given the marks given already, or null
	 * @param open whether marks can be given
	 */
	record MarkPage(CaseCard card, Weights weights, MarkSheet given, boolean open) {
	}

}
