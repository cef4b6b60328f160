package org.leagueflow.inbox;

import java.util.List;
import java.util.Map;
import org.leagueflow.cases.Submission;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;

/**
 * The use cases of the lists; repeats what collided, and leaves transactions to the
 * services it calls.
 */
@Service
class InboxService implements Inbox {

	private final AnswerService answers;

	private final StartService starts;

	private final RerouteService reroutes;

	private final StepDueService dueDates;

	private final InboxQueries lists;

	private final ConflictRetry retry;

	InboxService(AnswerService answers, StartService starts, RerouteService reroutes, StepDueService dueDates,
			InboxQueries lists, ConflictRetry retry) {
		this.answers = answers;
		this.starts = starts;
		this.reroutes = reroutes;
		this.dueDates = dueDates;
		this.lists = lists;
		this.retry = retry;
	}

	@Override
	public Submission submit(String taskId, Actor by, Map<String, Object> raw, String idempotencyKey) {
		String key = sound(idempotencyKey);
		return this.retry.retry(() -> this.answers.answer(taskId, by, raw, key));
	}

	@Override
	public List<Outcome> submitAll(List<String> taskIds, Actor by, Map<String, Object> raw, String idempotencyKey) {
		String key = sound(idempotencyKey);
		return taskIds.stream().distinct().map((taskId) -> one(taskId, by, raw, key)).toList();
	}

	@Override
	public CaseId start(String process, Actor by, Map<String, Object> raw, String idempotencyKey) {
		String key = sound(idempotencyKey);
		return this.retry.retry(() -> this.starts.start(process, by, raw, key));
	}

	@Override
	public void claim(String taskId, Actor by) {
		this.retry.retry(() -> {
			this.answers.claim(taskId, by);
			return null;
		});
	}

	@Override
	public void release(String taskId, Actor by) {
		this.retry.retry(() -> {
			this.answers.release(taskId, by);
			return null;
		});
	}

	@Override
	public List<String> tasksOf(CaseId caseId, Actor by) {
		return this.answers.tasksOf(caseId, by);
	}

	@Override
	public int reroute(long unitId) {
		return this.retry.retry(() -> this.reroutes.reroute(unitId));
	}

	@Override
	public void dateAgain(CaseId caseId) {
		this.dueDates.dateAgain(caseId);
	}

	private Outcome one(String taskId, Actor by, Map<String, Object> raw, String key) {
		InboxItem item = this.lists.find(taskId).orElse(null);
		String number = (item != null) ? item.caseNumber() : taskId;
		String name = (item != null) ? item.subjectName() : "";
		try {
			return new Outcome(taskId, number, name, submit(taskId, by, raw, key + ":" + taskId), null);
		}
		catch (Refusal refusal) {
			return new Outcome(taskId, number, name, null, refusal);
		}
	}

	/**
	 * A key names one decision: letters, digits and dashes, not too long for its column.
	 */
	private static String sound(String key) {
		if (key == null || !key.matches("[A-Za-z0-9:_-]{8,80}")) {
			throw new Refusal.Invalid("refusal.inbox.key");
		}
		return key;
	}

}
