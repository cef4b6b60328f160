package org.leagueflow.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.cases.Cases;
import org.leagueflow.cases.Submission;
import org.leagueflow.engine.Answers;
import org.leagueflow.engine.Catalogue;
import org.leagueflow.engine.Catalogue.ProcessInfo;
import org.leagueflow.engine.Processes;
import org.leagueflow.forms.FormView;
import org.leagueflow.inbox.StartRule.StartPlan;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts processes: the case file first, the engine last, in one transaction. */
@Service
@Transactional
class StartService {

	private static final String BOX = "start";

	private final Catalogue catalogue;

	private final StartRules rules;

	private final TaskForms forms;

	private final Cases cases;

	private final Processes processes;

	private final AuditLog auditLog;

	StartService(Catalogue catalogue, StartRules rules, TaskForms forms, Cases cases, Processes processes,
			AuditLog auditLog) {
		this.catalogue = catalogue;
		this.rules = rules;
		this.forms = forms;
		this.cases = cases;
		this.processes = processes;
		this.auditLog = auditLog;
	}

	CaseId start(String process, Actor by, Map<String, Object> raw, String idempotencyKey) {
		Optional<Submission> before = this.cases.submission(idempotencyKey);
		if (before.isPresent()) {
			return same(before.get(), process, by);
		}
		ProcessInfo info = info(process);
		this.rules.whyNot(info, by).ifPresent((why) -> {
			throw new Refusal.NotAllowed(why.key(), why.args().toArray());
		});
		return begin(info, by, raw, idempotencyKey);
	}

	/** What may be started first, then the others with the reason. */
	@Transactional(readOnly = true)
	List<Startable> all(Actor by) {
		return this.catalogue.all()
			.stream()
			.filter(ProcessInfo::startable)
			.map((info) -> startable(info, by))
			.sorted(Comparator.comparing((one) -> one.whyNot() != null))
			.toList();
	}

	@Transactional(readOnly = true)
	Startable one(String process, Actor by) {
		return startable(info(process), by);
	}

	/** The start form as a page shows it. */
	@Transactional(readOnly = true)
	FormView form(String process, Actor by) {
		return this.forms.view(info(process), this.rules.known(process, by), by);
	}

	private CaseId begin(ProcessInfo info, Actor by, Map<String, Object> raw, String idempotencyKey) {
		String formId = info.id() + "-" + BOX;
		Answers answers = this.forms.check(info.version(), formId, raw, this.rules.known(info.id(), by));
		StartPlan plan = this.rules.plan(info, by, answers);
		CaseId caseId = this.cases.open(info.id(), plan.title(), plan.subjectPersonId(), plan.unitId(), by);
		this.cases.record(new Submission(0, caseId, info.id(), BOX, info.name(), null, formId, info.version(),
				answers.values(), by.personId(), by.name(), null, null, idempotencyKey));
		this.forms.file(caseId, this.forms.schema(info.version(), formId), answers, by);
		this.processes.start(info.id(), caseId, by, answers);
		this.forms.dropStartDraft(info.id(), by);
		this.auditLog
			.record(AuditEvent.of(by, "process.started", "process:" + info.version()).on(caseId).in(plan.unitId()));
		return caseId;
	}

	private Startable startable(ProcessInfo info, Actor by) {
		return new Startable(info, this.rules.whyNot(info, by).orElse(null));
	}

	private ProcessInfo info(String process) {
		return this.catalogue.find(process)
			.filter(ProcessInfo::startable)
			.orElseThrow(() -> new Refusal.NotFound("refusal.inbox.no-process", process));
	}

	private static CaseId same(Submission before, String process, Actor by) {
		if (before.byPerson() != by.personId() || before.taskId() != null || !before.process().equals(process)) {
			throw new Refusal.Conflict("refusal.inbox.key-used");
		}
		return before.caseId();
	}

	/** A process and, where this person may not start it, the reason. */
	record Startable(ProcessInfo info, Message whyNot) {
	}

}
