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

/** Runs calls of the engine in somebody's name and turns its exceptions into ours. */
@Component
class EngineCalls {

	private final IdentityService identities;

	EngineCalls(IdentityService identities) {
		this.identities = identities;
	}

	void run(Actor by, Runnable call) {
		get(by, () -> {
			call.run();
			return null;
		});
	}

	<T> T get(Actor by, Supplier<T> call) {
		var before = this.identities.getCurrentAuthentication();
		try {
			this.identities.setAuthenticatedUserId(Long.toString(by.personId()));
			return call.get();
		}
		catch (OptimisticLockingException ex) {
			throw new OptimisticLockingFailureException("Somebody else moved the same case", ex);
		}
		catch (NullValueException ex) {
			throw new Refusal.Conflict("refusal.engine.taskGone");
		}
		catch (ProcessEngineException ex) {
			throw refusalBehind(ex);
		}
		finally {
			this.identities.setAuthentication(before);
		}
	}

	/**
	 * A rule that says no on the engine's way is wrapped by the engine; people need the
	 * rule's own words.
	 */
	private RuntimeException refusalBehind(ProcessEngineException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof Refusal refusal) {
				return refusal;
			}
			if (cause instanceof OptimisticLockingFailureException collision) {
				return collision;
			}
		}
		return ex;
	}

}
