package org.leagueflow.award;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.notification.Notifications;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first door (质询): questions about scores are answered, and no score changes. */
@Service
@Transactional
class QuestionService {

	private static final int MAX_SHOWN = 200;

	private final Batches batches;

	private final Nominations nominations;

	private final BatchQuestions questions;

	private final BatchRights rights;

	private final BatchTrail trail;

	private final People people;

	private final Offices offices;

	private final Notifications notifications;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	QuestionService(Batches batches, Nominations nominations, BatchQuestions questions, BatchRights rights,
			BatchTrail trail, People people, Offices offices, Notifications notifications, AuditLog auditLog,
			BusinessClock clock) {
		this.batches = batches;
		this.nominations = nominations;
		this.questions = questions;
		this.rights = rights;
		this.trail = trail;
		this.people = people;
		this.offices = offices;
		this.notifications = notifications;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * Whoever takes part in the batch may ask how a score came about, the own one first.
	 */
	void ask(long nominationId, String content, Actor by) {
		Nomination one = this.nominations.of(nominationId);
		Batch batch = this.batches.of(one.batchId());
		if (!mayAsk(batch, one, by)) {
			throw new Refusal.NotFound("refusal.award.nomination");
		}
		if (content == null || content.isBlank() || content.strip().length() > 2000) {
			throw Refusal.Invalid.field("content", "refusal.award.question", 2000);
		}
		if (this.questions.countByNominationIdAndByPersonAndAnswerIsNull(nominationId, by.personId()) > 0) {
			throw new Refusal.Conflict("refusal.award.askedAlready");
		}
		this.questions.saveAndFlush(new BatchQuestion(one, content.strip(), by, this.clock.instant()));
		UnitCard unit = this.people.unit(batch.unitId());
		this.trail.add(batch.id(), nominationId, unit, "asked", null, by);
		this.notifications.tellRole(this.offices.committee(unit), unit.id(),
				Message.of("award.told.asked", batch.name(), one.subject().name()), "/awards/batches/" + batch.id());
	}

	private boolean mayAsk(Batch batch, Nomination one, Actor by) {
		boolean ranked = one.rank() != null && !batch.isBeforeNotice();
		return one.subject().is(by.personId()) || ranked && this.rights.nominates(this.people.unit(one.unitId()), by);
	}

	long answer(long questionId, String words, Actor by) {
		BatchQuestion question = this.questions.findById(questionId)
			.orElseThrow(() -> new Refusal.NotFound("refusal.award.unknownQuestion"));
		Batch batch = this.batches.of(question.batchId());
		if (!this.rights.runs(batch, by)) {
			throw new Refusal.NotFound("refusal.award.unknownQuestion");
		}
		if (question.byPerson() == by.personId()) {
			throw new Refusal.NotAllowed("refusal.award.ownQuestion");
		}
		if (words == null || words.isBlank() || words.strip().length() > 4000) {
			throw Refusal.Invalid.field("answer", "refusal.award.answer", 4000);
		}
		question.answered(words.strip(), by, this.clock.instant());
		this.trail.add(batch.id(), question.nominationId(), this.people.unit(batch.unitId()), "answered", null, by);
		this.auditLog.record(AuditEvent.of(by, "award.answered", "nomination:" + question.nominationId())
			.on(batch.caseId())
			.in(batch.unitId()));
		this.notifications.tell(question.byPerson(), Message.of("award.told.answered", batch.name()),
				"/awards/nominations/" + question.nominationId());
		return batch.id();
	}

	/** Those that wait for an answer first, then the latest. */
	@Transactional(readOnly = true)
	List<BatchQuestion.Card> of(long batch) {
		List<BatchQuestion> asked = this.questions.ofBatch(batch, Limit.of(MAX_SHOWN));
		Map<Long, String> names = this.nominations
			.all(asked.stream().map(BatchQuestion::nominationId).distinct().toList())
			.stream()
			.collect(Collectors.toMap(Nomination::id, (one) -> one.subject().name()));
		return asked.stream().map((one) -> one.card(names.get(one.nominationId()))).toList();
	}

	@Transactional(readOnly = true)
	List<BatchQuestion.Card> ofNomination(Nomination one) {
		return this.questions.findByNominationIdOrderById(one.id())
			.stream()
			.map((question) -> question.card(one.subject().name()))
			.toList();
	}

}
