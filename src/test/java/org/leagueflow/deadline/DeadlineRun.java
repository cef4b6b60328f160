package org.leagueflow.deadline;

import java.time.LocalDate;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Runs the job for the deadlines of one story only. */
@Component
public class DeadlineRun {

	private final DeadlineJob job;

	private final ObjectProvider<DeadlineKind> kinds;

	private final ExtensionService extensions;

	DeadlineRun(DeadlineJob job, ObjectProvider<DeadlineKind> kinds, ExtensionService extensions) {
		this.job = job;
		this.kinds = kinds;
		this.extensions = extensions;
	}

	/** Says what is due of this case. */
	public void of(CaseId caseId) {
		this.kinds.orderedStream()
			.filter(CaseDeadline.class::isInstance)
			.forEach((kind) -> this.job.run(kind, (deadline) -> deadline.subject().equals(caseId.key())));
	}

	/** Says what is due of every deadline of this kind. */
	public void of(String kind) {
		this.kinds.orderedStream()
			.filter((one) -> one.name().equals(kind))
			.forEach((one) -> this.job.run(one, (deadline) -> true));
	}

	/** Grants more time. */
	public void extend(CaseId caseId, String kind, LocalDate to, String reason, Actor by) {
		this.extensions.extend(caseId, kind, to, reason, by);
	}

}
