package org.leagueflow.inbox;

import java.time.Instant;
import java.util.Objects;
import org.leagueflow.engine.Task;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Roles;

/**
 * One line of somebody's list: a task that waits, or that was answered or taken away.
 *
 * @param process the process of the case
 * @param called the process of the task where a box of the case called another, or null
 * @param matter why it was called, or null
 */
record InboxItem(long id, String taskId, CaseId caseId, String caseNumber, String process, String processVersion,
		String box, String name, String stage, String title, long subjectPersonId, String subjectName, long unitId,
		String unitPath, String holder, String role, Long roleUnitId, boolean climbed, String taskRole, Long assignee,
		Instant openedAt, Instant dueAt, Instant readAt, State state, boolean answered, Instant closedAt, Long closedBy,
		String closedByName, String called, String matter) {

	/** The task behind the item, as the engine told it. */
	public Task task() {
		return new Task(this.taskId, this.caseId, taskProcess(), this.processVersion, this.box, this.name,
				this.taskRole, this.assignee, this.dueAt, this.matter);
	}

	/**
	 * The box as the case names it: of a called process with that process's id before it,
	 * {@code notice-investigate}.
	 */
	String step() {
		return (this.called != null) ? task().formId() : this.box;
	}

	/** The process that the box is in. */
	String taskProcess() {
		return (this.called != null) ? this.called : this.process;
	}

	/** Whose part it is, in words. */
	Message part() {
		return Message
			.of("role." + Objects.requireNonNullElse((this.role != null) ? this.role : this.taskRole, Roles.APPLICANT));
	}

	public boolean open() {
		return this.state == State.OPEN;
	}

	/** Whether one person has taken it in hand out of a shared list. */
	public boolean claimed() {
		return this.assignee != null && this.role != null;
	}

	/** The key of the shared list that a claimed item was taken out of. */
	String shared() {
		if (this.roleUnitId != null) {
			return Holder.seat(this.role, this.roleUnitId);
		}
		return Roles.MEMBER.equals(this.role) ? Holder.members(this.unitId) : Holder.part(this.role, this.caseId);
	}

	public boolean unread() {
		return open() && this.readAt == null;
	}

	/** The same item once it waits no more. */
	InboxItem closed(boolean answered, Instant at, Long by, String byName) {
		return new InboxItem(this.id, this.taskId, this.caseId, this.caseNumber, this.process, this.processVersion,
				this.box, this.name, this.stage, this.title, this.subjectPersonId, this.subjectName, this.unitId,
				this.unitPath, this.holder, this.role, this.roleUnitId, this.climbed, this.taskRole, this.assignee,
				this.openedAt, this.dueAt, this.readAt, answered ? State.DONE : State.GONE, answered, at, by, byName,
				this.called, this.matter);
	}

	boolean overdue(Instant now) {
		return open() && this.dueAt != null && this.dueAt.isBefore(now);
	}

	/** Whether an item waits. */
	enum State {

		/** Somebody has to act. */
		OPEN,
		/** Somebody answered. */
		DONE,
		/** The process took it away. */
		GONE

	}

}
