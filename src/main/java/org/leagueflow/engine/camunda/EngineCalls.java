package org.leagueflow.engine.camunda;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Runs calls of the engine in somebody's name and turns its exceptions into ours: a race
 * is a conflict, a rule that says no on the engine's way keeps its words, and everything
 * else is a fault of the process, which is written down for administrators.
 */
@Component
class EngineCalls {

	private final IdentityService identities;

	private final IncidentLog incidents;

	EngineCalls(IdentityService identities, IncidentLog incidents) {
		this.identities = identities;
		this.incidents = incidents;
	}

	void run(Actor by, Step step, Runnable call) {
		get(by, step, () -> {
			call.run();
			return null;
		});
	}

	<T> T get(Actor by, Step step, Supplier<T> call) {
		var before = this.identities.getCurrentAuthentication();
		try {
			this.identities.setAuthenticatedUserId(Long.toString(by.personId()));
			return call.get();
		}
		catch (OptimisticLockingException ex) {
			throw new OptimisticLockingFailureException("Somebody else moved the same case", ex);
		}
		catch (ProcessEngineException ex) {
			throw refusalBehind(ex, step);
		}
		finally {
			this.identities.setAuthentication(before);
		}
	}

	/**
	 * A rule that says no on the engine's way is wrapped by the engine; people need the
	 * rule's own words.
	 */
	private RuntimeException refusalBehind(ProcessEngineException ex, Step step) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof Refusal refusal) {
				return refusal;
			}
			if (cause instanceof OptimisticLockingFailureException collision) {
				return collision;
			}
			if (cause instanceof OptimisticLockingException collision) {
				return new OptimisticLockingFailureException("Somebody else moved the same case", collision);
			}
		}
		if (ex instanceof NullValueException && String.valueOf(ex.getMessage()).contains("task is null")) {
			return new Refusal.Conflict("refusal.engine.taskGone");
		}
		String number = this.incidents.write(step, ex);
		return new Refusal.Invalid("refusal.engine.faulty", step.words(), number);
	}

	/**
	 * What the engine is asked to do.
	 *
	 * @param process the process id
	 * @param box the box from which the process goes on, by id; null where it is about no
	 * box
	 * @param name what people call the box or the process
	 * @param caseId the case, as its key
	 */
	record Step(String process, String box, String name, String caseId) {

		String words() {
			return this.name;
		}

	}

}
