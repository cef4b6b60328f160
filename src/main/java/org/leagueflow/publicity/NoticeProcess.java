package org.leagueflow.publicity;

import java.time.Instant;
import org.leagueflow.engine.ProcessBinding;
import org.leagueflow.engine.Task;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;

/**
 * The whole vocabulary of {@code bpmn/notice/notice.bpmn}, in the order of the diagram.
 */
@ProcessBinding(value = "notice", messages = { ObjectionService.FILED, ObjectionService.SETTLED })
public class NoticeProcess {

	private final NoticeService notices;

	private final ObjectionService objections;

	private final BusinessClock clock;

	NoticeProcess(NoticeService notices, ObjectionService objections, BusinessClock clock) {
		this.notices = notices;
		this.objections = objections;
		this.clock = clock;
	}

	public void publish(CaseId caseId, String matter) {
		this.notices.publish(caseId, matter);
	}

	/** The first moment after the notice's last day. */
	public Instant ends(CaseId caseId, String matter) {
		return this.clock.startOf(this.notices.current(caseId, matter).lastDay().plusDays(1));
	}

	/** Whether the calendar changed and the notice runs longer than was said at first. */
	public boolean running(CaseId caseId, String matter) {
		return this.notices.running(caseId, matter);
	}

	public boolean objectionsOpen(CaseId caseId, String matter) {
		return this.notices.current(caseId, matter).open() > 0;
	}

	public boolean clean(CaseId caseId, String matter) {
		return this.notices.clean(caseId, matter);
	}

	public void investigate(Task task, Actor by, Finding finding) {
		this.objections.investigate(task.caseId(), task.matter(), finding, by);
	}

}
