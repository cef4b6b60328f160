package org.leagueflow.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.cases.Submission;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Task;
import org.leagueflow.engine.UserTasks;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts on one task in one transaction; the item is locked first, so two never act on it
 * at once.
 */
@Service
@Transactional
class AnswerService {

	private final InboxItems items;

	private final Holders holders;

	private final TaskForms forms;

	private final Cases cases;

	private final UserTasks userTasks;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	AnswerService(InboxItems items, Holders holders, TaskForms forms, Cases cases, UserTasks userTasks,
			AuditLog auditLog, BusinessClock clock) {
		this.items = items;
		this.holders = holders;
		this.forms = forms;
		this.cases = cases;
		this.userTasks = userTasks;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	Submission answer(String taskId, Actor by, Map<String, Object> raw, String idempotencyKey) {
		InboxItem item = locked(taskId);
		// An open item was answered by nobody, with whatever key.
		Optional<Submission> before = item.open() ? Optional.empty() : this.cases.submission(idempotencyKey);
		return before.isPresent() ? same(before.get(), taskId, by) : answer(mine(item, by), by, raw, idempotencyKey);
	}

	private Submission answer(InboxItem item, Actor by, Map<String, Object> raw, String idempotencyKey) {
		Answers answers = this.forms.check(item.task(), by, raw);
		Submission made = record(submission(item, by, answers, idempotencyKey));
		this.forms.file(item.caseId(), this.forms.schema(item.task()), answers, by);
		this.items.answer(item, by, this.clock.instant());
		this.userTasks.complete(item.task(), by, answers);
		this.forms.dropDrafts(item.taskId());
		this.auditLog.record(event("task.answered", item, by).with(Map.of("submission", made.id(), "box", item.box())));
		return made;
	}

	void claim(String taskId, Actor by) {
		InboxItem item = mine(locked(taskId), by);
		if (item.assignee() == null || item.assignee() != by.personId()) {
			this.userTasks.claim(taskId, by.personId());
			this.auditLog.record(event("task.claimed", item, by));
		}
	}

	void release(String taskId, Actor by) {
		InboxItem item = mine(locked(taskId), by);
		if (item.assignee() == null) {
			throw new Refusal.Conflict("refusal.inbox.personal", item.name());
		}
		this.userTasks.release(taskId);
		this.auditLog.record(event("task.released", item, by));
	}

	private Submission record(Submission submission) {
		try {
			return this.cases.record(submission);
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("refusal.inbox.key-used");
		}
	}

	private InboxItem locked(String taskId) {
		return this.items.lock(taskId).orElseThrow(() -> new Refusal.NotFound("refusal.inbox.unknown"));
	}

	/** The item, if it is open and this person's to act on. */
	private InboxItem mine(InboxItem item, Actor by) {
		if (by.oversees()) {
			throw new Refusal.NotAllowed("refusal.web.oversees");
		}
		boolean may = this.holders.holds(by, item.holder());
		if (!may && !inHandOfAnother(item, by)) {
			throw new Refusal.NotAllowed("refusal.inbox.not-yours", item.name(), item.caseNumber(), item.part());
		}
		if (!item.open()) {
			throw over(item);
		}
		if (!may) {
			throw new Refusal.Conflict("refusal.inbox.in-hand", item.name(), this.forms.nameOf(item.assignee()));
		}
		return item;
	}

	/** Whether it would be this person's too, had nobody taken it in hand. */
	private boolean inHandOfAnother(InboxItem item, Actor by) {
		return item.claimed() && this.holders.holds(by, item.shared());
	}

	private static Refusal over(InboxItem item) {
		return (item.closedByName() != null)
				? new Refusal.Conflict("refusal.inbox.answered", item.name(), item.closedByName(), item.closedAt())
				: new Refusal.Conflict("refusal.inbox.gone", item.name());
	}

	private static Submission same(Submission before, String taskId, Actor by) {
		if (before.byPerson() != by.personId() || !taskId.equals(before.taskId())) {
			throw new Refusal.Conflict("refusal.inbox.key-used");
		}
		return before;
	}

	private static Submission submission(InboxItem item, Actor by, Answers answers, String idempotencyKey) {
		Task task = item.task();
		return new Submission(0, item.caseId(), task.process(), item.box(), item.name(), item.taskId(), task.formId(),
				item.processVersion(), answers.values(), by.personId(), by.name(), item.role(), null, idempotencyKey);
	}

	private static AuditEvent event(String what, InboxItem item, Actor by) {
		return AuditEvent.of(by, what, "task:" + item.taskId()).on(item.caseId()).in(item.unitId()).as(item.role());
	}

	/** Ids of the case's open tasks that the person may answer. */
	@Transactional(readOnly = true)
	List<String> tasksOf(CaseId caseId, Actor by) {
		return this.items.openOf(caseId)
			.stream()
			.filter((item) -> this.holders.holds(by, item.holder()))
			.map(InboxItem::taskId)
			.toList();
	}

}
